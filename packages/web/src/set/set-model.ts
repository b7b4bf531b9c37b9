import type { CaseQuality } from '@overread/contract/images.ts';
import { checkCase } from '@overread/imaging/completeness/check-case.ts';
import type { CaseCompleteness, ExpectedLine, Lack, StudySummary } from '@overread/imaging/model.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { SetVerdict } from '@overread/rules/case/vocabulary.ts';
import type { Words } from '../ui/use-words.ts';

/** What of the case the question is made of; anything that a person wrote may name what is looked for. */
export function completenessOfCase(view: CaseView, studies: readonly StudySummary[]): CaseCompleteness {
  const { question } = view;
  const texts =
    question === null
      ? []
      : [...question.questions.map(({ text }) => text), question.symptoms, question.proposedTreatment];
  return checkCase({ region: question?.region ?? null, texts }, studies);
}

const isLacking = ({ need, met }: ExpectedLine) => need === 'required' && !met;

/** What is lacking, each kind once: two views of one sequence are one thing to a patient, and a second says nothing without the first. */
export function lacksOf({ expected }: CaseCompleteness): Lack[] {
  const lacks = new Set(expected.filter(isLacking).map(({ gives }) => gives));
  return [...lacks].filter((lack) => lack !== 'flair-second' || !lacks.has('flair'));
}

/** A study with the hints at the quality of its series. */
export const withSigns = <Study extends StudySummary>(study: Study, quality: CaseQuality): Study => ({
  ...study,
  series: study.series.map((one) => {
    const signs = quality[one.seriesInstanceUid];
    return signs === undefined ? one : { ...one, quality: signs };
  }),
});

export interface SetLetter {
  readonly facility: string;
  readonly studyDate: string;
  /** For the field of the letter that says what is missing; '' where nothing is. */
  readonly missing: string;
}

/** The ready text to the place that took the pictures: by the names that are used there. */
export function letterOf(words: Words, checked: CaseCompleteness, studies: readonly StudySummary[]): SetLetter {
  const [study] = studies.filter(({ studyInstanceUid }) => checked.studies.includes(studyInstanceUid));
  const broken = checked.limits.filter(({ kind }) => kind === 'slices-missing');
  const list = [...checked.missing, ...broken.map(({ sequence, told }) => `${sequence} (${told})`)].join('; ');
  return {
    facility: study?.institution ?? '',
    studyDate: study?.date ?? '',
    missing: list === '' ? '' : words('set.letter', { list }),
  };
}

/** What is said: a person's verdict before a computed one. */
export const verdictOf = (view: CaseView, checked: CaseCompleteness): SetVerdict | 'unknown' =>
  view.setJudged?.verdict ?? checked.verdict;
