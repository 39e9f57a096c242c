import { genders, type Gender, type NewPatient } from './types.js';

const LONGEST_TEXT = 100;

/** What is wrong with a request's body, a sentence for each field. */
export class InvalidPatient extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/**
 * Makes a patient of what somebody sent.
 *
 * @throws InvalidPatient with all problems, not only the first
 */
export function parseNewPatient(body: unknown): NewPatient {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidPatient(['want an object with name, dateOfBirth, gender and occupation']);
  }
  const fields = body as Record<string, unknown>;
  const problems: string[] = [];
  const field = <T>(name: string, want: string, read: (value: unknown) => T | undefined): T => {
    const value = read(fields[name]);
    if (value === undefined) {
      problems.push(`${name}: want ${want}`);
    }
    return value as T;
  };
  const patient = {
    name: field('name', 'a name of 1 to 100 characters', text),
    dateOfBirth: field('dateOfBirth', 'a day in the past, such as 1990-12-31', dayInThePast),
    gender: field('gender', `one of ${genders.join(', ')}`, gender),
    occupation: field('occupation', 'a text of 1 to 100 characters', text),
  };
  if (problems.length > 0) {
    throw new InvalidPatient(problems);
  }
  return patient;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const trimmed = value.trim();
  return trimmed.length >= 1 && trimmed.length <= LONGEST_TEXT ? trimmed : undefined;
}

function gender(value: unknown): Gender | undefined {
  return genders.find((known) => known === value);
}

function dayInThePast(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return undefined;
  }
  const day = new Date(`${value}T00:00:00Z`);
  // February 30 is read as March 2: only a real day comes out as it went in
  const real = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return real && day.getTime() < Date.now() ? value : undefined;
}
