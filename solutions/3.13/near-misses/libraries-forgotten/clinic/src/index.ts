import { createApp } from './app.js';

const port = Number(process.env.PORT ?? 3000);

const server = createApp().listen(port, (error) => {
  if (error) {
    throw error;
  }
  console.log(`clinic listening on port ${port}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: answering what is in flight, then stopping`);
    // With the last connection gone there is nothing left to do, and Node ends by itself, with code 0.
    server.close();
  });
}
