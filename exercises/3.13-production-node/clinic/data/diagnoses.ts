import type { Diagnosis } from '../src/types.js';

/** A page of the clinic's code book. */
export const diagnoses: readonly Diagnosis[] = [
  { code: 'M24.2', name: 'Disorder of ligament', latin: 'Morbositas ligamenti' },
  { code: 'M51.2', name: 'Slipped disc of the lower back', latin: 'Prolapsus disci intervertebralis (lumbago)' },
  { code: 'S03.5', name: 'Sprain of joints of the head', latin: 'Distorsio articulationum capitis' },
  { code: 'J10.1', name: 'Influenza with symptoms of the airways', latin: 'Influenza cum symptomatibus respiratoriis' },
  { code: 'J06.9', name: 'Common cold', latin: 'Infectio acuta respiratoria superior' },
  { code: 'Z57.1', name: 'Exposure to radiation at work' },
  { code: 'N30.0', name: 'Acute bladder infection', latin: 'Cystitis acuta' },
  { code: 'H54.7', name: 'Unspecified loss of sight', latin: 'Amblyopia non specificata' },
  { code: 'L60.1', name: 'Loose nail', latin: 'Onycholysis' },
  { code: 'T75.3', name: 'Motion sickness', latin: 'Kinetosis' },
];
