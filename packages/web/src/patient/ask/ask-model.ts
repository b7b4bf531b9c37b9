import type { ReportGist, StartAnswers } from '@overread/contract/asking.ts';
import { worthAsking } from '@overread/rules/asking/worth-asking.ts';
import { RED_FLAGS, type Reason, type RedFlag, type Region, type Side } from '@overread/rules/case/vocabulary.ts';
import type { SaidFaults } from '../../ui/said.ts';

/** The sheets of the guided start, in order; `answer` says whether a second reading is usually worth it. */
export const ASK_SHEETS = ['why', 'signs', 'report', 'answer'] as const;
export type AskSheet = (typeof ASK_SHEETS)[number];

export interface AskValues {
  readonly sheet: AskSheet;
  readonly reasons: readonly Reason[];
  readonly proposedTreatment: string;
  /** "Has a specialist for this part of the body read these very images?" */
  readonly readBy: 'no' | 'yes' | 'unsure' | '';
  /** What the question is about: the images, or something else. */
  readonly about: 'images' | 'treatment' | 'copy' | '';
  readonly yes: readonly RedFlag[];
  readonly none: boolean;
  /** A warning sign was ticked and sent: the page says what to do now. */
  readonly stopped: boolean;
  readonly region: Region | '';
  readonly side: Side;
  readonly doubts: readonly string[];
  readonly facility: string;
  readonly studyDate: string;
}

export const EMPTY_ASK: AskValues = {
  sheet: 'why',
  reasons: [],
  proposedTreatment: '',
  readBy: '',
  about: '',
  yes: [],
  none: false,
  stopped: false,
  region: '',
  side: 'none',
  doubts: [],
  facility: '',
  studyDate: '',
};

/** What must be mended on the sheet that is open. */
export function checkAsk(values: AskValues): SaidFaults<keyof AskValues> {
  const faults: SaidFaults<keyof AskValues> = {};
  if (values.sheet === 'why') {
    if (values.about === '') faults.about = { say: 'ask.about.missing' };
    if (values.about === 'images' && values.reasons.length === 0) faults.reasons = { say: 'ask.reasons.missing' };
    if (values.readBy === '') faults.readBy = { say: 'ask.readBy.missing' };
  }
  if (values.sheet === 'signs') {
    if (values.yes.length === 0 && !values.none) faults.yes = { say: 'ask.signs.missing' };
    if (values.yes.length > 0 && values.none) faults.yes = { say: 'ask.signs.both' };
  }
  return faults;
}

/** What a pasted report fills in: what a person chose stays, and words of doubt are a reason of their own. */
export function withGist(values: AskValues, gist: ReportGist): Partial<AskValues> {
  const doubts = [...new Set(gist.doubts.map(({ text }) => text.toLowerCase()))].slice(0, 12);
  const doubtful = doubts.length > 0 && values.about === 'images' && !values.reasons.includes('ambiguous-report');
  return {
    region: gist.region ?? values.region,
    side: gist.region === null ? values.side : gist.side,
    doubts,
    facility: gist.facility.slice(0, 200) || values.facility,
    studyDate: gist.date || values.studyDate,
    ...(doubtful ? { reasons: [...values.reasons, 'ambiguous-report' as const] } : {}),
  };
}

/** Whether to go on, as the rules see it: the first sentence is the verdict's, then one for each reason. */
export function verdictOf(values: AskValues): {
  readonly worth: 'usually' | 'perhaps' | 'rather-not';
  readonly because: readonly string[];
} {
  const asked = { readBySubspecialist: values.readBy === 'yes', aboutImages: values.about === 'images' };
  const { worth, because } = worthAsking({ ...asked, reasons: values.reasons });
  if (worth !== 'usually') return { worth, because: [because] };
  return { worth, because: values.reasons.map((reason) => worthAsking({ ...asked, reasons: [reason] }).because) };
}

/** What is kept on the service for whoever signs in next. */
export function answersOf(values: AskValues, now: string): StartAnswers {
  return {
    reasons: values.reasons,
    proposedTreatment: values.reasons.includes('treatment-proposed') ? values.proposedTreatment.trim() : '',
    readBySubspecialist: values.readBy === 'yes',
    aboutImages: values.about === 'images',
    region: values.region,
    side: values.side,
    doubts: values.doubts,
    facility: values.facility.trim(),
    studyDate: values.studyDate,
    signsDenied: values.none ? RED_FLAGS : [],
    answeredAt: now,
  };
}

/** Words of doubt found in the text of a report, cut into what is marked and what is not. */
export function marked(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly text: string; readonly doubt: boolean }[] {
  const parts: { text: string; doubt: boolean }[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) parts.push({ text: text.slice(at, start), doubt: false });
    parts.push({ text: text.slice(start, end), doubt: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), doubt: false });
  return parts;
}
