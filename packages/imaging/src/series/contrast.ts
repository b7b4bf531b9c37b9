import type { SeriesSigns } from './series-signs.ts';
import {
  CONTRAST_BOTH,
  CONTRAST_NO,
  CONTRAST_NO_CJK,
  CONTRAST_YES,
  CONTRAST_YES_CJK,
  FAT_SUPPRESSED,
  NOT_FAT_SUPPRESSED,
} from './words.data.ts';
import { wordsOf } from './words.ts';

/** The reason for not knowing that the times of the other series may settle. */
export const CONTRAST_UNSAID = 'the study was done with contrast; the series does not say';

export interface Answer {
  readonly value: boolean | 'unknown';
  /** '' when nothing speaks of it. */
  readonly because: string;
}

const quote = (match: RegExpExecArray | null) => `“${(match?.[0] ?? '').trim()}”`;

/**
 * Whether contrast agent had been given. Words no win over words yes; an agent in the header against words no is a conflict,
 * because scanners copy the agent into the whole protocol (DOMAIN 3.5).
 */
export function contrastOf(signs: SeriesSigns): Answer {
  const text = signs.description;
  const both = CONTRAST_BOTH.test(text);
  const no = both ? null : (CONTRAST_NO.exec(text) ?? CONTRAST_NO_CJK.exec(text));
  const yes = both ? null : (CONTRAST_YES.exec(text) ?? CONTRAST_YES_CJK.exec(text));
  if (no !== null && signs.agent !== '') {
    return { value: 'unknown', because: `the description says ${quote(no)} and the header names ${signs.agent}` };
  }
  if (no !== null) return { value: false, because: `the description says ${quote(no)}` };
  if (signs.agent !== '') return { value: true, because: `the header names the agent ${signs.agent}` };
  if (signs.contrasts.has('POST_CONTRAST') || signs.tokens.has('POST_CONTRAST')) {
    return { value: true, because: 'the scanner marks the images as POST_CONTRAST' };
  }
  if (yes !== null) return { value: true, because: `the description says ${quote(yes)}` };
  if (studyHasContrast(signs.first.studyDescription)) {
    return { value: 'unknown', because: CONTRAST_UNSAID };
  }
  return { value: false, because: '' };
}

/** Whether a study's description speaks of contrast: "with", or "with and without". */
function studyHasContrast(description: string): boolean {
  const words = wordsOf(description);
  if (CONTRAST_BOTH.test(words)) return true;
  return (CONTRAST_YES.test(words) || CONTRAST_YES_CJK.test(words)) && !CONTRAST_NO.test(words);
}

const SUPPRESSION_OPTIONS: ReadonlySet<string> = new Set([
  'FS',
  'SFS',
  'FATSAT',
  'FAT_SAT',
  'FSS',
  'SPIR',
  'SPAIR',
  'WE',
  'CHEMSAT',
]);
const WATER_TOKENS: ReadonlySet<string> = new Set(['W', 'WATER']);

/** Whether fat was suppressed, by ScanOptions, the words, or a technique that does so by itself. */
export function fatSuppressionOf(signs: SeriesSigns, weighting: string): Answer {
  const option = signs.options.find((candidate) => SUPPRESSION_OPTIONS.has(candidate));
  const words = signs.description.length > 2 ? signs.description : signs.protocol;
  const not = NOT_FAT_SUPPRESSED.exec(words);
  const yes = FAT_SUPPRESSED.exec(words);
  if (not !== null) return { value: false, because: `the description says ${quote(not)}` };
  if (weighting === 'STIR') return { value: true, because: 'STIR suppresses fat' };
  if (option !== undefined) return { value: true, because: `ScanOptions say ${option}` };
  const flair = weighting === 'T2-FLAIR' || weighting === 'T1-FLAIR';
  if (yes !== null && !(flair && / tirm /.test(yes[0])))
    return { value: true, because: `the description says ${quote(yes)}` };
  const water = [...signs.tokens].find((token) => WATER_TOKENS.has(token));
  if (water !== undefined) return { value: true, because: `ImageType says ${water}` };
  // Scanners that write their technique also write FS; a header without one says nothing.
  return signs.options.length > 0 || signs.sequences.size > 0
    ? { value: false, because: '' }
    : { value: 'unknown', because: '' };
}
