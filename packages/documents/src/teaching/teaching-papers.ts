import { cleanReportText, compareGraded, type Finding, namedIn, type Report } from '@overread/findings';
import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import type { Region, Sex, Side } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import { relationWords } from '../opinion/comparison-blocks.ts';
import { silence } from '../opinion/report-blocks.ts';

/** What a teaching case is made of, as the case has it: nothing of it leaves without being cleaned. */
export interface TeachingInput {
  /** Stands for the patient in every file. */
  readonly label: string;
  readonly region: Region;
  readonly side: Side;
  readonly sex: Sex;
  /** In years at the examination; null where it is not known. */
  readonly age: number | null;
  /** Both reports as texts. */
  readonly original: string;
  readonly second: string;
  readonly comparison: Comparison;
  /** Names, places, numbers and addresses that may stand nowhere. */
  readonly identifiers: readonly string[];
}

/** An image of the case: as it went in, or why it was left out. */
export interface TeachingImage {
  /** "images/SE0001/IM000012": by it, left-out images are named as well. */
  readonly path: string;
  readonly series: string;
  readonly leftOutBecause: string | null;
}

export interface TeachingPaper {
  readonly path: string;
  readonly text: string;
}

/** Ages of ninety and more are one group: they are few. */
const OLDEST = 90;

/** A finding in the words of the lexicon and in numbers, without the sentence that it was read from. */
function plainFinding({ observation, anatomy, side, level, presence, severity, sizeMm, count, change }: Finding) {
  return { observation, anatomy, side, level, presence, severity, sizeMm, count, change };
}

const plainReport = ({ findings }: Report) => findings.map(plainFinding);

function plainPair(pair: ComparedPair, clean: (text: string) => string) {
  const { place, original, second, relation, differsIn, grade, notAssessable, because, note = '' } = pair;
  const said = (text: string | null) => (text === null ? null : clean(text));
  return {
    place: clean(place),
    original: said(original),
    second: said(second),
    ...{ relation, differsIn, grade },
    ...(notAssessable === true ? { notAssessable } : {}),
    because: clean(because),
    note: clean(note),
  };
}

/** The case as values: what both reports found, how they compare, and the reader's grades. */
function caseOf(input: TeachingInput) {
  const { label, region, side, sex, age, comparison, identifiers } = input;
  const clean = (text: string) => cleanReportText(text, identifiers);
  const { original, second } = compareGraded(clean(input.original), clean(input.second));
  const { agreement, radpeer, effectOnTreatment, likelyCause, couldSettle } = comparison;
  return {
    ...{ label, region, side, sex },
    age: age === null ? null : Math.min(age, OLDEST),
    findings: { original: plainReport(original), second: plainReport(second) },
    pairs: comparison.pairs.map((pair) => plainPair(pair, clean)),
    ...{ agreement, radpeer, effectOnTreatment, likelyCause, couldSettle: clean(couldSettle) },
  };
}

type TeachingCase = ReturnType<typeof caseOf>;

function readable(say: Say, told: TeachingCase): string {
  const lines = told.pairs.flatMap((pair, i) => [
    `${i + 1}. ${pair.place}: ${relationWords(say, pair)}${pair.relation === 'agrees' ? '' : `, ${say(`document.grade.${pair.grade}`)}`}`,
    `   ${say('opinion.comparison.original')}: ${pair.original ?? silence(say, pair)}`,
    `   ${say('opinion.comparison.second')}: ${pair.second ?? silence(say, pair)}`,
    ...(pair.note === '' ? [] : [`   ${pair.note}`]),
    '',
  ]);
  return [
    say('teaching.comparison', { label: told.label }),
    '',
    ...lines,
    `${say('opinion.overall.agreement')}: ${say(`opinion.agreement.${told.agreement}`)}`,
    `${say('opinion.overall.radpeer')}: ${say(`opinion.radpeer.${told.radpeer}`)}`,
    `${say('opinion.overall.effect')}: ${say(`opinion.effect.${told.effectOnTreatment}`)}`,
    `${say('opinion.overall.cause')}: ${say(`opinion.cause.${told.likelyCause}`)}`,
    ...(told.couldSettle === '' ? [] : ['', `${say('opinion.settle')}: ${told.couldSettle}`]),
    '',
  ].join('\n');
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * What is written of a case to teach with, beside its images: the findings of both reports as values, the compared sentences
 * without names, places, dates and numbers, and how to read them. Throws where a known name would stay in it.
 */
export function teachingPapers(say: Say, input: TeachingInput): readonly TeachingPaper[] {
  const told = caseOf(input);
  const papers = [
    { path: 'README.txt', text: `${say('teaching.readme', { label: input.label })}\n` },
    { path: 'case.json', text: json(told) },
    { path: 'comparison.txt', text: readable(say, told) },
  ];
  const left = namedIn(
    json(told) + readable(say, told),
    input.identifiers.filter((one) => !one.startsWith(input.label)),
  );
  if (left.length > 0) throw new Error('Something that names somebody would stay in a teaching case.');
  return papers;
}

/** Every image, those that were left out with the reason. Written last: only then all of them are known. */
export function teachingManifest(label: string, images: readonly TeachingImage[]): TeachingPaper {
  const kept = images.filter(({ leftOutBecause }) => leftOutBecause === null);
  return {
    path: 'manifest.json',
    text: json({
      label,
      deidentifiedBy: 'DICOM PS3.15 Annex E, Basic Profile',
      images: kept.map(({ path, series }) => ({ path, series })),
      leftOut: images
        .filter(({ leftOutBecause }) => leftOutBecause !== null)
        .map(({ path, series, leftOutBecause }) => ({ image: path, series, because: leftOutBecause })),
    }),
  };
}
