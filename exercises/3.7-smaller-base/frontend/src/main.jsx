import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api.js';
import { App } from './App.jsx';
import './style.css';

// Put in while building: VITE_BACKEND_URL=https://… npm run build
const backend = import.meta.env.VITE_BACKEND_URL ?? 'http://localhost:8080';

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App api={createApi(backend)} />
  </StrictMode>,
);
