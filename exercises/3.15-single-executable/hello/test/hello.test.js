import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { greeting } from '../src/greetings.js';
import { createServer } from '../src/server.js';

let server;
let address;

before(async () => {
  server = createServer().listen(0);
  await once(server, 'listening');
  address = `http://localhost:${server.address().port}`;
});

after(() => server.close());

test('the language liked best is spoken, English to all others', () => {
  assert.equal(greeting('de-CH, fi;q=0.9'), 'Moin');
  assert.equal(greeting('tlh, fi;q=0.3'), 'Hei');
  assert.equal(greeting('tlh'), 'Hello');
  assert.equal(greeting(undefined), 'Hello');
});

test('it says hello, and the nonce comes back', async () => {
  const answer = await fetch(address, { headers: { 'X-Nonce': 'abc', 'Accept-Language': 'en' } });
  assert.equal(await answer.text(), 'Hello!\n');
  assert.equal(answer.headers.get('X-Nonce'), 'abc');
});

test('other paths and methods are refused', async () => {
  assert.equal((await fetch(`${address}/elsewhere`)).status, 404);
  assert.equal((await fetch(address, { method: 'POST' })).status, 405);
});
