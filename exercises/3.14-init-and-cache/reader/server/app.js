import { fileURLToPath } from 'node:url';
import express from 'express';

const PAGES = fileURLToPath(new URL('../public', import.meta.url));

/** The whole reader, listening nowhere yet: the feeds as JSON, and the built pages. */
export function createApp(feeds) {
  const app = express();
  app.disable('x-powered-by');
  app.use(echoNonce);
  app.get('/health', (_request, response) => {
    response.json({ feeds: feeds.length });
  });
  app.get('/feeds', (_request, response) => {
    response.json(feeds);
  });
  app.use(express.static(PAGES, { immutable: true, maxAge: '1y', setHeaders: neverKeepThePage }));
  return app;
}

/** Sends X-Nonce back: whoever asks can tell a live answer from a canned one. */
function echoNonce(request, response, next) {
  const nonce = request.get('X-Nonce');
  if (nonce) {
    response.set('X-Nonce', nonce);
  }
  next();
}

/** Assets have a hash in their names and never change; the page that names them does. */
function neverKeepThePage(response, file) {
  if (file.endsWith('.html')) {
    response.set('Cache-Control', 'no-cache');
  }
}
