import type { FatSuppressionKind, Weighting } from '../model.ts';
import { firstSaid, type Said, type SaidWords } from './lexicon/lexicon.ts';
import type { SeriesSigns } from './series-signs.ts';

/** The reason for not knowing that the times of the other series may settle. */
export const CONTRAST_UNSAID = 'the study was done with contrast; the series does not say';

export interface Answer {
  readonly value: boolean | 'unknown';
  /** '' when nothing speaks of it. */
  readonly because: string;
  readonly contradiction?: string;
}

const quote = ({ text }: Said) => `“${text}”`;

/** The words of the description; those of the protocol where the description has none at all. */
const ownWords = (signs: SeriesSigns): SaidWords =>
  signs.first.seriesDescription === '' ? signs.protocol : signs.description;

/** Pictures that are only made after an agent was given. */
const WITH_AGENT: ReadonlySet<Weighting> = new Set(['CE-MRA', 'LGE', 'DSC', 'DCE']);

/** Weightings of which one names a moment after the agent; the portal vein may be seen by inflow, too. */
const AFTER_BOLUS: ReadonlySet<Weighting> = new Set(['T1', 'DCE', 'CE-MRA', 'unknown']);

function doubt(because: string): Answer {
  return { value: 'unknown', because, contradiction: because };
}

/** The agent is in the header of everything that was planned with it; pictures before the bolus have none yet. */
function beforeBolus({ first, hints }: SeriesSigns): boolean {
  return (
    hints.contrastStart !== undefined && first.acquisitionTime !== '' && first.acquisitionTime < hints.contrastStart
  );
}

/** What the header says for itself: the agent, or the scanner's mark. Null where it is silent. */
function contrastInHeader(signs: SeriesSigns): Answer | null {
  const { agent, contrasts, tokens } = signs;
  if (agent !== '' && beforeBolus(signs))
    return doubt(`the header names ${agent}, and the images were taken before it was given`);
  if (agent !== '') return { value: true, because: `the header names the agent ${agent}` };
  const marked = ['POST_CONTRAST', 'PRE_CONTRAST'].find((mark) => contrasts.has(mark) || tokens.has(mark));
  if (marked === undefined) return null;
  return { value: marked === 'POST_CONTRAST', because: `the scanner marks the images as ${marked}` };
}

/** What the name of the series implies without a word for contrast. Null where it implies nothing. */
function contrastImplied(signs: SeriesSigns, weighting: Weighting, said: Said | undefined): Answer | null {
  const moment = firstSaid(signs.description, 'phase');
  if (moment !== undefined && AFTER_BOLUS.has(weighting))
    return { value: true, because: `the description names a phase after the bolus: ${quote(moment)}` };
  if (said?.value === 'maybe' && AFTER_BOLUS.has(weighting))
    return { value: true, because: 'the description says “C” behind a T1' };
  return WITH_AGENT.has(weighting) ? { value: true, because: `${weighting} is made with contrast agent` } : null;
}

/**
 * Whether contrast agent had been given. Words no win over words yes; an agent in the header against words no is a conflict,
 * because scanners copy the agent into the whole protocol (DOMAIN 3.5).
 */
export function contrastOf(signs: SeriesSigns, weighting: Weighting, studyWords: SaidWords): Answer {
  const said = firstSaid(ownWords(signs), 'contrast');
  if (said?.value === 'no' && signs.agent !== '')
    return doubt(`the description says ${quote(said)} and the header names ${signs.agent}`);
  if (said?.value === 'no') return { value: false, because: `the description says ${quote(said)}` };
  const known = contrastInHeader(signs);
  if (known !== null) return known;
  if (said?.value === 'yes') return { value: true, because: `the description says ${quote(said)}` };
  const implied = contrastImplied(signs, weighting, said);
  if (implied !== null) return implied;
  const study = firstSaid(studyWords, 'contrast')?.value;
  return study === 'yes' || study === 'both'
    ? { value: 'unknown', because: CONTRAST_UNSAID }
    : { value: false, because: '' };
}

const SUPPRESSION_OPTIONS: readonly (readonly [FatSuppressionKind, RegExp])[] = [
  ['water excitation', /^(?:WE|PROSET|SSRF|PASTA|EWI)$/],
  ['dixon water', /^(?:WFS|DIXON W)$/],
  [
    'spectral',
    /^(?:FS|SFS|FSS|FATSAT|FAT_SAT|FAT SAT|SPIR|SPAIR|ASPIR|CHEMSAT|CHEM_SAT|MSOFT|SSFS|FATSEP_W|SPECIAL|SPECIR|FS_\w+)$/,
  ],
];
const PART_TOKENS: readonly (readonly [FatSuppressionKind, readonly string[]])[] = [
  ['dixon water', ['W', 'WATER', 'DIXON_WATER']],
  ['dixon fat', ['F', 'FAT', 'DIXON_FAT']],
  ['in phase', ['IP', 'IN_PHASE', 'INPHASE', 'IN PHASE']],
  ['opposed phase', ['OP', 'OUT_PHASE', 'OPP_PHASE', 'OPPOSED_PHASE', 'OUT OF PHASE']],
];

/** Kinds in whose pictures fat is dark. */
const SUPPRESSED: ReadonlySet<FatSuppressionKind> = new Set(['spectral', 'stir', 'water excitation', 'dixon water']);

export interface FatAnswer extends Answer {
  readonly kind: FatSuppressionKind;
}

const answer = (kind: FatSuppressionKind, because: string): FatAnswer => ({
  kind,
  value: SUPPRESSED.has(kind),
  because,
});

function fatInWords(signs: SeriesSigns): Said | undefined {
  for (const words of [ownWords(signs), signs.sequenceWords]) {
    const said = firstSaid(words, 'fat');
    if (said !== undefined) return said;
  }
  return undefined;
}

function fatInOptions(signs: SeriesSigns): FatAnswer | null {
  for (const option of signs.options) {
    const found = SUPPRESSION_OPTIONS.find(([, pattern]) => pattern.test(option));
    if (found !== undefined) return answer(found[0], `ScanOptions say ${option}`);
  }
  return signs.tokens.has('PHILIPS SPIR') ? answer('spectral', 'the scanner notes SPIR') : null;
}

function dixonPart(signs: SeriesSigns): FatAnswer | null {
  for (const [kind, tokens] of PART_TOKENS) {
    const token = tokens.find((candidate) => signs.tokens.has(candidate));
    // All parts in one series: no single answer.
    if (
      token !== undefined &&
      !PART_TOKENS.some(([other, list]) => other !== kind && list.some((one) => signs.tokens.has(one)))
    )
      return answer(kind, `ImageType says ${token}`);
  }
  return null;
}

const NAMES_DIXON = /dixon|flex|ideal|medal|fatsep|wfs/i;

/** "…_dixon_sag_W": the letter of the part stands apart from the word. */
function dixonLetter(signs: SeriesSigns): FatAnswer | null {
  const letter = firstSaid(ownWords(signs), 'part');
  if (letter === undefined || !NAMES_DIXON.test(signs.first.seriesDescription)) return null;
  return answer(letter.value as FatSuppressionKind, `the description says ${quote(letter)}, a part of the Dixon`);
}

/** Whether and how fat was suppressed, by ScanOptions, the words, or a technique that does so by itself. */
export function fatSuppressionOf(signs: SeriesSigns, weighting: Weighting): FatAnswer {
  const said = fatInWords(signs);
  if (said?.value === 'none') return answer('none', `the description says ${quote(said)}`);
  if (weighting === 'STIR') return answer('stir', 'STIR suppresses fat');
  const part = dixonPart(signs) ?? (said === undefined ? dixonLetter(signs) : null);
  if (part !== null) return part;
  if (said !== undefined && !(said.value === 'stir')) {
    return answer(said.value as FatSuppressionKind, `the description says ${quote(said)}`);
  }
  const option = fatInOptions(signs);
  if (option !== null) return option;
  if (said !== undefined) return answer('stir', `the description says ${quote(said)}`);
  // Scanners that write their technique also write FS; a header without one says nothing.
  return signs.options.length > 0 || signs.sequences.size > 0
    ? answer('none', '')
    : { kind: 'unknown', value: 'unknown', because: '' };
}
