export interface Diagnosis {
  code: string;
  name: string;
  latin?: string;
}

export const genders = ['female', 'male', 'other'] as const;

export type Gender = (typeof genders)[number];

export interface Patient {
  id: string;
  name: string;
  /** `YYYY-MM-DD` */
  dateOfBirth: string;
  gender: Gender;
  occupation: string;
}

export type NewPatient = Omit<Patient, 'id'>;
