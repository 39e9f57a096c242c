import { createApp } from './app.js';
import { readFeeds } from './feeds.js';

const port = Number(process.env.PORT ?? 3000);

const server = createApp(await readFeeds()).listen(port, (error) => {
  if (error) {
    throw error;
  }
  console.log(`reader listening on port ${port}, process ${process.pid}`);
});

// A signal may come twice: from tini to the whole group, and handed on by npm. Closing twice does no harm.
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    console.log(`${signal}: answering what is in flight, then stopping`);
    server.close();
  });
}
