import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, MAX_LENGTH, merge, problemWith } from '../src/board.js';

test('an empty text cannot be posted', () => {
  assert.equal(problemWith(' \n'), 'Write something first.');
  assert.equal(problemWith('ahoy'), null);
});

test('length is counted in characters, as the backend does', () => {
  assert.equal(problemWith('⚓'.repeat(MAX_LENGTH)), null);
  assert.equal(problemWith('😀'.repeat(MAX_LENGTH)), null);
  assert.equal(problemWith('a'.repeat(MAX_LENGTH + 3)), '3 characters too many.');
});

test('newest first, and each message once', () => {
  const merged = merge([{ id: 2 }, { id: 1 }], [{ id: 1 }, { id: 3 }]);
  assert.deepEqual(merged, [{ id: 3 }, { id: 2 }, { id: 1 }]);
});

test('time is told the way people do', () => {
  const now = Date.parse('2026-05-04T12:00:00Z');
  assert.equal(ago('2026-05-04T12:00:00Z', now), 'now');
  assert.equal(ago('2026-05-04T11:59:18Z', now), '42 seconds ago');
  assert.equal(ago('2026-05-04T11:57:10Z', now), '2 minutes ago');
  assert.equal(ago('2026-05-04T09:00:00Z', now), '3 hours ago');
  assert.equal(ago('2026-05-03T11:00:00Z', now), 'yesterday');
});

test('a clock that is behind does not look into the future', () => {
  const now = Date.parse('2026-05-04T12:00:00Z');
  assert.equal(ago('2026-05-04T12:00:30Z', now), 'now');
});
