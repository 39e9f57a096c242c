import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.js';
import type { Diagnosis, Patient } from '../src/types.js';

let server: Server;
let address: string;

before(async () => {
  server = createApp().listen(0);
  await once(server, 'listening');
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

function post(body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${address}/api/patients`, { method: 'POST', headers, body });
}

test('ping is answered, and the nonce comes back', async () => {
  const answer = await fetch(`${address}/api/ping`, { headers: { 'X-Nonce': 'abc' } });
  assert.equal(await answer.text(), 'pong');
  assert.equal(answer.headers.get('X-Nonce'), 'abc');
});

test('the code book is readable', async () => {
  const all = (await (await fetch(`${address}/api/diagnoses`)).json()) as Diagnosis[];
  assert.ok(all.some((diagnosis) => diagnosis.code === 'T75.3'));
});

test('a new patient gets a number and is found by it', async () => {
  const ada = { name: 'Ada', dateOfBirth: '1990-12-31', gender: 'female', occupation: 'engineer' };
  const answer = await post(JSON.stringify(ada));
  assert.equal(answer.status, 201);
  const added = (await answer.json()) as Patient;
  assert.deepEqual(added, { ...ada, id: added.id });
  assert.deepEqual(await (await fetch(`${address}/api/patients/${added.id}`)).json(), added);
});

test('half a patient is refused', async () => {
  const answer = await post('{"name":"Ada"}');
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /dateOfBirth/);
});

test('nobody is found by a wrong number', async () => {
  assert.equal((await fetch(`${address}/api/patients/nobody`)).status, 404);
});
