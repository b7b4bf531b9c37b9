import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { Comparison } from '@overread/rules/case/report.ts';

export type Outcome = CommandOf<'recordDecision'>['outcome'];

/** What can follow from the second report, in the order of the form. */
export const OUTCOMES: readonly Outcome[] = [
  'confirmed',
  'no-change',
  'treatment-changed',
  'further-tests',
  'third-read',
];

/** "Stands, although the reports differ" is offered only where they differ. */
export function outcomesFor(comparison: Comparison | null): readonly Outcome[] {
  const differ = comparison?.pairs.some(({ relation }) => relation !== 'agrees') ?? false;
  return OUTCOMES.filter((outcome) => differ || outcome !== 'no-change');
}
