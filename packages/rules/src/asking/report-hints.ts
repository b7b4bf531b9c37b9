import type { Region, Side } from '../case/vocabulary.ts';

/** Words by which a report says that it does not know. `text` is as it stands in the report. */
export interface DoubtfulWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ReportHints {
  /** Null where no part of the body is named plainly more than the others. */
  readonly region: Region | null;
  readonly side: Side;
  readonly doubts: readonly DoubtfulWords[];
}

/**
 * What radiologists write where the images do not settle it (DOMAIN section 1, "ambiguous report"). Each is said of the
 * finding; a word that is denied ("no indeterminate lesion") is not counted.
 */
const DOUBTS = [
  'indeterminate',
  'non-?\\s?specific',
  '(?:can\\s?not|could not|unable to) (?:be |definitively |completely |entirely )*(?:exclude|rule out|excluded|ruled out)(?: out)?',
  'not (?:definitively |completely |entirely )?(?:excluded|ruled out)',
  'equivocal',
  'questionable',
  '(?:clinical )?correlation (?:is )?(?:recommended|advised|suggested|needed|required)',
  '(?:correlate|correlation with) clinical(?:ly| findings| history)?',
  'clinical correlation',
  'may (?:represent|reflect|be due to|relate to)',
  '(?:could|might) (?:represent|reflect|be due to)',
  'differential (?:diagnosis |considerations? )?includes?',
  'suspicious for',
  'of (?:uncertain|unclear|undetermined) (?:significance|nature|etiology|aetiology)',
  'limited (?:by|study|examination|exam|evaluation)',
  '(?:motion|metal(?:lic)?|susceptibility) artifacts?',
  '(?:further|additional) (?:evaluation|imaging|characteri[sz]ation) (?:is )?(?:recommended|advised|suggested|needed)',
];
const DOUBT = new RegExp(`\\b(?:${DOUBTS.join('|')})\\b`, 'giu');
/** Right before the word, in the same sentence. */
const DENIED = /\b(?:no|without|not)\s+(?:\p{L}+\s+){0,1}$/iu;

const REGION_WORDS: readonly (readonly [Region, RegExp])[] = [
  ['pituitary', /\bpituitary|\bsella(?:r)?\b|\bhypophys/giu],
  ['brain', /\bbrain\b|\bcerebr|\bcerebell|\bintracranial|\bwhite matter|\bfrontal lobe|\btemporal lobe|\bventric/giu],
  ['head-neck', /\borbit|\bsinus(?:es)?\b|\blarynx|\bpharyn|\bparotid|\bthyroid|\bneck soft tissue/giu],
  ['cervical-spine', /\bcervical spine|\bc-?spine|\bC[2-7]\s?[-/–]\s?(?:C?[3-7]|T1)\b/gu],
  ['thoracic-spine', /\bthoracic spine|\bt-?spine|\bT\d{1,2}\s?[-/–]\s?(?:T?\d{1,2}|L1)\b/gu],
  ['lumbar-spine', /\blumbar|\blumbosacral|\bL[1-5]\s?[-/–]\s?(?:L?[2-5]|S1)\b|\bconus medullaris/gu],
  [
    'shoulder',
    /\bshoulder|\brotator cuff|\bsupraspinatus|\binfraspinatus|\bsubscapularis|\bglenoid|\blabrum of the shoulder/giu,
  ],
  ['elbow', /\belbow|\bolecranon|\bepicondyl/giu],
  ['wrist-hand', /\bwrist|\bhand\b|\bscaphoid|\blunate|\btfcc\b|\bmetacarp/giu],
  ['hip', /\bhips?\b|\bacetabul|\bfemoral head/giu],
  ['knee', /\bknee|\bmenisc|\bcruciate|\bpatell|\btibial plateau/giu],
  ['ankle-foot', /\bankle|\bfoot\b|\btalus|\btalar|\bcalcane|\bachilles|\bplantar/giu],
  ['breast', /\bbreasts?\b|\bbi-?rads/giu],
  ['prostate', /\bprostat|\bpi-?rads|\bseminal vesicle/giu],
  ['liver', /\bliver\b|\bhepat|\bli-?rads|\bbiliary/giu],
  ['pelvis', /\bpelvis|\bpelvic|\buter(?:us|ine)|\bovar(?:y|ies|ian)|\brectum|\brectal|\bbladder\b/giu],
  ['abdomen', /\babdom|\bpancrea|\bkidney|\brenal|\bspleen|\badrenal/giu],
  ['chest', /\bchest\b|\bmediastin|\bmyocardi|\bcardiac|\blungs?\b/giu],
  ['vessels', /\bangiogra|\bMRA\b|\baneurysm|\bcarotid|\baort/gu],
];

const PAIRED: ReadonlySet<Region> = new Set<Region>([
  'shoulder',
  'elbow',
  'wrist-hand',
  'breast',
  'hip',
  'knee',
  'ankle-foot',
]);

/** The examination is named at the top: its words weigh as much as this many further below. */
const TITLE_WEIGHT = 5;
const TITLE_SIGNS = 400;

/** What can be read out of a report before there is a case: to fill in a form, never to judge the report. */
export function reportHints(text: string): ReportHints {
  const region = regionOf(text);
  return { region, side: region !== null && PAIRED.has(region) ? sideOf(text) : 'none', doubts: doubtsOf(text) };
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function regionOf(text: string): Region | null {
  const title = text.slice(0, TITLE_SIGNS);
  const votes = REGION_WORDS.map(([region, words]) => ({
    region,
    votes: count(text, words) + TITLE_WEIGHT * count(title, words),
  })).sort((a, b) => b.votes - a.votes);
  const [best, next] = votes;
  return best === undefined || best.votes === 0 || best.votes === next?.votes ? null : best.region;
}

function sideOf(text: string): Side {
  const title = text.slice(0, TITLE_SIGNS);
  if (/\b(?:both|bilateral)\b/iu.test(title)) return 'both';
  // The side that is named first is the one that was examined: it weighs more than the other, which may be named beside it.
  const first = /\b(?:left|right)\b/iu.exec(title)?.[0].toLowerCase();
  const votes = (side: 'left' | 'right'): number =>
    count(text, new RegExp(`\\b${side}\\b`, 'giu')) + (first === side ? TITLE_WEIGHT : 0);
  const [left, right] = [votes('left'), votes('right')];
  return left === right ? 'none' : left > right ? 'left' : 'right';
}

function doubtsOf(text: string): DoubtfulWords[] {
  return [...text.matchAll(DOUBT)]
    .filter(
      ({ index }) =>
        !DENIED.test(
          text
            .slice(Math.max(0, index - 30), index)
            .split(/[.;:\n]/)
            .at(-1) ?? '',
        ),
    )
    .map(({ index, 0: found }) => ({ text: found, start: index, end: index + found.length }));
}
