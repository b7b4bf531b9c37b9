import type { CommandOf } from '@overread/rules/case/commands.ts';

export type Outcome = CommandOf<'recordDecision'>['outcome'];

/** What can follow from the second report, in the order of the form. */
export const OUTCOMES: readonly Outcome[] = [
  'confirmed',
  'no-change',
  'treatment-changed',
  'further-tests',
  'third-read',
];
