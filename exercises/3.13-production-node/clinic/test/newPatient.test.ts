import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidPatient, parseNewPatient } from '../src/newPatient.js';

const ada = { name: 'Ada', dateOfBirth: '1990-12-31', gender: 'female', occupation: 'engineer' };

function problems(body: unknown): readonly string[] {
  try {
    parseNewPatient(body);
    return [];
  } catch (error) {
    assert.ok(error instanceof InvalidPatient);
    return error.problems;
  }
}

test('a whole patient is taken, without what nobody asked for', () => {
  assert.deepEqual(parseNewPatient({ ...ada, name: ' Ada ', id: 'mine', admin: true }), ada);
});

test('every problem is named, not only the first', () => {
  assert.deepEqual(
    problems({ ...ada, name: ' ', gender: 'captain' }).map((problem) => problem.split(':')[0]),
    ['name', 'gender'],
  );
});

test('what is no object is refused', () => {
  for (const body of [undefined, null, 'Ada', 7, [ada]]) {
    assert.equal(problems(body).length, 1);
  }
});

test('a day has to be real and past', () => {
  for (const dateOfBirth of ['1990-02-30', '90-1-1', '2999-01-01', 19901231, '1990-12-31T00:00']) {
    assert.deepEqual(problems({ ...ada, dateOfBirth }).length, 1, String(dateOfBirth));
  }
});
