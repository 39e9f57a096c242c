import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { createApi } from '../src/api.js';

// A backend of flesh and blood, as small as it can be: a path, and what is answered there.
let server;
let asked;
let answer;

before(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    asked = { method: request.method, url: request.url, type: request.headers['content-type'], body };
    if (answer) {
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const api = (path = '', patience) =>
  createApi(`http://127.0.0.1:${server.address().port}${path}`, patience);

test('lists what the backend has', async () => {
  answer = { status: 200, body: '[{"id":1,"text":"ahoy"}]' };
  assert.deepEqual(await api().list(), [{ id: 1, text: 'ahoy' }]);
  assert.equal(asked.method, 'GET');
  assert.equal(asked.url, '/messages');
});

test('a slash at the end of the address does no harm', async () => {
  answer = { status: 200, body: '[]' };
  await api('/').list();
  assert.equal(asked.url, '/messages');
});

test('posts a message as JSON and returns it as it was stored', async () => {
  answer = { status: 201, body: '{"id":2,"text":"ahoy"}' };
  assert.deepEqual(await api().post('ahoy'), { id: 2, text: 'ahoy' });
  assert.deepEqual(asked, {
    method: 'POST',
    url: '/messages',
    type: 'application/json',
    body: '{"text":"ahoy"}',
  });
});

test('a refusal carries the reason', async () => {
  answer = { status: 400, body: '{"error":"text must not be empty"}' };
  await assert.rejects(api().post(' '), { message: 'text must not be empty' });
});

test('an answer that is not JSON is named by its status', async () => {
  answer = { status: 502, body: '<h1>Bad gateway</h1>' };
  await assert.rejects(api().list(), { message: 'The backend answered with status 502.' });
});

test('a backend that says nothing is named', async () => {
  answer = null;
  await assert.rejects(api('', 50).list(), { message: /does not answer/ });
});

test('a backend that is not there is named', async () => {
  await assert.rejects(createApi('http://127.0.0.1:1').list(), {
    message: 'The backend at http://127.0.0.1:1 does not answer.',
  });
});
