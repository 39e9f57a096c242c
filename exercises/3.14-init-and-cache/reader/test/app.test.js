import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { createApp } from '../server/app.js';
import { readFeeds } from '../server/feeds.js';

let server;
let address;

before(async () => {
  server = createApp(await readFeeds()).listen(0);
  await once(server, 'listening');
  address = `http://localhost:${server.address().port}`;
});

after(() => server.close());

test('it is well, and the nonce comes back', async () => {
  const answer = await fetch(`${address}/health`, { headers: { 'X-Nonce': 'abc' } });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('X-Nonce'), 'abc');
});

test('the feeds are there as JSON', async () => {
  const feeds = await (await fetch(`${address}/feeds`)).json();
  assert.equal(feeds.length, 3);
});
