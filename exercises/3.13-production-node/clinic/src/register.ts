import { randomUUID } from 'node:crypto';
import type { NewPatient, Patient } from './types.js';

/** The patients, in memory: newest last, and the oldest newcomers make room for new ones. */
export class Register {
  static readonly MOST = 1000;

  readonly #patients: Patient[];

  constructor(known: readonly Patient[]) {
    this.#patients = [...known];
  }

  all(): readonly Patient[] {
    return this.#patients;
  }

  find(id: string): Patient | undefined {
    return this.#patients.find((patient) => patient.id === id);
  }

  add(newcomer: NewPatient): Patient {
    const patient = { id: randomUUID(), ...newcomer };
    this.#patients.push(patient);
    if (this.#patients.length > Register.MOST) {
      this.#patients.shift();
    }
    return patient;
  }
}
