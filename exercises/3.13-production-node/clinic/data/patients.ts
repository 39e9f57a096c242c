import type { Patient } from '../src/types.js';

/** Who is known before the first visitor of the day. All of them are invented. */
export const patients: readonly Patient[] = [
  { id: 'd2773336-f723-11e9-8f0b-362b9e155667', name: 'Maren Skarpsno', dateOfBirth: '1986-07-09', gender: 'female', occupation: 'rigger' },
  { id: 'd2773598-f723-11e9-8f0b-362b9e155667', name: 'Tor Holmgang', dateOfBirth: '1979-01-30', gender: 'male', occupation: 'welder' },
  { id: 'd27736ec-f723-11e9-8f0b-362b9e155667', name: 'Ines Ravnholt', dateOfBirth: '1994-04-25', gender: 'other', occupation: 'crane driver' },
  { id: 'd2773822-f723-11e9-8f0b-362b9e155667', name: 'Oda Vatnedal', dateOfBirth: '2001-11-02', gender: 'female', occupation: 'diver' },
];
