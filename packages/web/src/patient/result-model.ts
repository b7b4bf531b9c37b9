import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { Said } from '../ui/said.ts';

export interface Sorted {
  readonly agreed: readonly ComparedPair[];
  /** What could change the treatment first. */
  readonly differ: readonly ComparedPair[];
  readonly onlyOne: readonly ComparedPair[];
}

const WEIGHT = { major: 0, minor: 1, none: 2 } as const;
const byWeight = (a: ComparedPair, b: ComparedPair) => WEIGHT[a.grade] - WEIGHT[b.grade];

/** The lines of the comparison as a patient reads them: what both saw, where they differ, what one alone speaks of. */
export function sortPairs(pairs: readonly ComparedPair[]): Sorted {
  return {
    agreed: pairs.filter(({ relation }) => relation === 'agrees'),
    differ: pairs.filter(({ relation }) => relation === 'differs').sort(byWeight),
    onlyOne: pairs.filter(({ relation }) => relation === 'only-original' || relation === 'only-second').sort(byWeight),
  };
}

/** The answer as a heading. It crowns neither report. */
export function resultHeadline(view: CaseView): Said {
  const { comparison } = view;
  if (comparison === null || view.report === null) return { say: 'patient.result.headline.alone' };
  if (comparison.agreement === 'concordant') return { say: 'patient.result.headline.concordant' };
  const grade = comparison.agreement;
  const count = comparison.pairs.filter((pair) => pair.relation !== 'agrees' && pair.grade === grade).length;
  return { say: `patient.result.headline.${grade}`, with: { count: Math.max(1, count) } };
}

/** An ordered scale from none to severe; a patient sees how far two words lie apart. */
/** Questions to take to the doctor: made from what differs and what was proposed, three to five of them. */
export function questionsToTake(view: CaseView): readonly Said[] {
  const { comparison, question } = view;
  const { differ, onlyOne } = sortPairs(comparison?.pairs ?? []);
  const weighty = [...differ, ...onlyOne].filter(({ grade }) => grade !== 'none').slice(0, 2);
  const treatment = question?.proposedTreatment ?? '';
  return [
    ...weighty.map(({ place, relation }) => ({
      say: relation === 'differs' ? 'patient.take.place' : 'patient.take.onlyOne',
      with: { place },
    })),
    ...(comparison !== null && comparison.couldSettle !== '' ? [{ say: 'patient.take.settle' }] : []),
    ...(treatment !== ''
      ? [{ say: 'patient.take.treatment', with: { treatment } }]
      : [{ say: 'patient.take.symptoms' }]),
    { say: 'patient.take.wait' },
  ];
}
