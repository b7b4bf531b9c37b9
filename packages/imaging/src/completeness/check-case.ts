import type { CaseCompleteness, StudySummary } from '../model.ts';
import { wordsOf } from '../series/words.ts';
import { checkCompleteness, NOT_JUDGED } from './completeness.ts';

/** What a case asks: its region (null where nobody asked yet) and what was written as the question, in any language. */
export interface CaseQuestion {
  readonly region: string | null;
  readonly texts: readonly string[];
}

/** Regions that do not say which part of the body, or that may stand for each other on scanners. */
const VAGUE: ReadonlySet<string> = new Set(['unknown', 'other', '']);
const NEAR: Readonly<Record<string, readonly string[]>> = {
  pituitary: ['brain', 'head-neck'],
  brain: ['head-neck', 'vessels'],
  'head-neck': ['brain', 'vessels'],
  vessels: ['brain', 'head-neck', 'cervical-spine'],
  liver: ['abdomen'],
  abdomen: ['liver', 'pelvis'],
  prostate: ['pelvis'],
  pelvis: ['prostate', 'hip', 'abdomen'],
  hip: ['pelvis'],
};

const hasMr = ({ series }: StudySummary) =>
  series.some(({ modality, role, frames }) => modality === 'MR' && role === 'diagnostic' && frames > 0);

/** Two parts of one examination may be stored as two studies, the second after midnight. */
const SAME_VISIT_DAYS = 1;
const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const sameVisit = (a: StudySummary, b: StudySummary) =>
  a.date === b.date || (a.date !== '' && b.date !== '' && daysBetween(a.date, b.date) <= SAME_VISIT_DAYS);

function ofRegion(region: string, studies: readonly StudySummary[]): readonly StudySummary[] {
  const exact = studies.filter((study) => study.region === region);
  if (exact.length > 0) return exact;
  const near = studies.filter((study) => NEAR[region]?.includes(study.region) === true);
  return near.length > 0 ? near : studies.filter((study) => VAGUE.has(study.region));
}

/**
 * What the studies of a case hold for its question: of those that show its region, the newest visit counts. Pictures of another
 * part of the body alone are `not-readable`, with `shows` naming what they show.
 */
export function checkCase(question: CaseQuestion, studies: readonly StudySummary[]): CaseCompleteness {
  const mr = studies.filter(hasMr);
  const newest = (of: readonly StudySummary[]) => of.toSorted((a, b) => b.date.localeCompare(a.date))[0];
  const asked = question.region === null || VAGUE.has(question.region) ? null : question.region;
  const fitting = asked === null ? mr : ofRegion(asked, mr);
  const main = newest(fitting);
  if (main === undefined) {
    const shows = [...new Set(mr.map(({ region }) => region))];
    return { ...NOT_JUDGED, verdict: mr.length === 0 ? 'unknown' : 'not-readable', studies: [], shows };
  }
  const visit = fitting.filter((study) => sameVisit(study, main) && (asked !== null || study.region === main.region));
  const region = asked ?? main.region;
  const words = wordsOf([...question.texts, ...visit.map(({ description }) => description)].join(' '));
  const checked = checkCompleteness(
    { region, words },
    visit.flatMap(({ series }) => series),
  );
  return { ...checked, studies: visit.map(({ studyInstanceUid }) => studyInstanceUid), shows: [] };
}
