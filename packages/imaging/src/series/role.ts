import type { InstanceHeader, SeriesOutput, SeriesRole, SeriesSummary, StudySummary, Weighting } from '../model.ts';
import { DELIVERED_TOKENS, OUTPUT_TOKENS, SCREEN_TOKENS } from './image-type.data.ts';
import { readWords, type SaidWords } from './lexicon/lexicon.ts';
import type { SeriesSigns } from './series-signs.ts';

/** What an object is for, before anything is said of weighting. Null for pictures, which are looked at further. */
export interface KindFound {
  readonly role: SeriesRole;
  readonly because: string;
}

const STRUCTURED_REPORT = '1.2.840.10008.5.1.4.1.1.88.';
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const ENCAPSULATED = '1.2.840.10008.5.1.4.1.1.104.';
const KEY_OBJECTS = '1.2.840.10008.5.1.4.1.1.88.59';
const SPECTROSCOPY = '1.2.840.10008.5.1.4.1.1.4.2';
const PRESENTATION_STATE = '1.2.840.10008.5.1.4.1.1.11.';
const RAW_DATA = '1.2.840.10008.5.1.4.1.1.66';

/** Private objects of one vendor (DOMAIN 3.1). */
const PRIVATE_OBJECTS: Readonly<Record<string, string>> = {
  '1.3.46.670589.11.0.0.12.1': 'MR spectroscopy',
  '1.3.46.670589.11.0.0.12.2': 'data of the series for the scanner',
  '1.3.46.670589.11.0.0.12.4': 'the protocol of the examination',
};

/** Objects that are no pictures of the patient, by SOP class (PS3.4 annex B.5). */
export function kindOf({ sopClassUid, modality, rows, seriesDescription }: InstanceHeader): KindFound | null {
  if (sopClassUid === SPECTROSCOPY) return { role: 'other', because: 'MR spectroscopy' };
  const own = PRIVATE_OBJECTS[sopClassUid];
  if (own !== undefined) return { role: 'other', because: own };
  if (/^phoenix/i.test(seriesDescription)) return { role: 'other', because: 'the scanner keeps its protocol in it' };
  if (sopClassUid === KEY_OBJECTS) return { role: 'other', because: 'a list of key images' };
  if (sopClassUid.startsWith(STRUCTURED_REPORT) || modality === 'SR')
    return { role: 'report', because: 'a structured report' };
  if (sopClassUid.startsWith(ENCAPSULATED)) return { role: 'report', because: 'a document inside the study' };
  if (sopClassUid.startsWith(PRESENTATION_STATE)) return { role: 'other', because: 'a presentation state' };
  if (sopClassUid === RAW_DATA) return { role: 'other', because: 'raw data of the scanner' };
  if (sopClassUid === SECONDARY_CAPTURE || sopClassUid.startsWith(`${SECONDARY_CAPTURE}.`)) {
    return { role: 'screenshot', because: 'a secondary capture' };
  }
  if (rows === 0) return { role: 'other', because: `an object without pictures (${modality || 'no modality'})` };
  return null;
}

export interface RoleFound {
  readonly role: SeriesRole;
  readonly derived: boolean;
  readonly output: SeriesOutput;
  readonly because: string;
}

interface OutputFound {
  readonly output: SeriesOutput;
  readonly because: string;
}

/** How pictures were made from others, by ImageType, the attribute for volumes, and the words; null for acquired ones. */
function outputOf(signs: SeriesSigns, weighting: Weighting): OutputFound | null {
  for (const [output, tokens] of OUTPUT_TOKENS) {
    const token = tokens.find((candidate) => signs.tokens.has(candidate));
    if (token !== undefined) return { output, because: `ImageType says ${token}` };
  }
  const volume = signs.hints.volumeCalculation;
  if (volume === 'MAX_IP' || volume === 'MIN_IP') {
    const output = volume === 'MAX_IP' ? 'maximum projection' : 'minimum projection';
    return { output, because: `VolumeBasedCalculationTechnique says ${volume}` };
  }
  const word = signs.description.output?.[0];
  if (word !== undefined && word.value !== 'phase')
    return { output: word.value as SeriesOutput, because: `the description says “${word.text}”` };
  return weighting === 'ADC' ? { output: 'map', because: '' } : null;
}

const findToken = (tokens: ReadonlySet<string>, wanted: ReadonlySet<string>) =>
  [...tokens].find((token) => wanted.has(token));

const isScreen = (words: SaidWords) => words.purpose?.some(({ value }) => value === 'screenshot') === true;

/** Whether a description names the picture of a screen, on which words and marks may have been burned in. */
export const namesScreenPicture = (description: string): boolean => isScreen(readWords(description));

function screen(signs: SeriesSigns): string | null {
  const token = findToken(signs.tokens, SCREEN_TOKENS);
  if (token !== undefined) return `ImageType says ${token}`;
  return isScreen(signs.description) ? 'the description names a screen picture' : null;
}

/** Pictures for the scanner's own use: field maps, test boluses, elastography's waves. */
const isService = (signs: SeriesSigns, weighting: Weighting) =>
  weighting === 'other' && signs.description.purpose?.some(({ value }) => value === 'service') === true;

const isPhase = ({ tokens, hints }: SeriesSigns) =>
  !tokens.has('M') &&
  (tokens.has('P') || tokens.has('PHASE') || tokens.has('PHASE MAP') || hints.component === 'phase');

/** Whether a picture was computed from others, and what it is for. */
export function roleOfPictures(signs: SeriesSigns, weighting: Weighting): RoleFound {
  const found = outputOf(signs, weighting);
  const derived = signs.isDerived || found !== null;
  const onScreen = screen(signs);
  if (onScreen !== null) return { role: 'screenshot', derived, output: 'screen', because: onScreen };
  if (weighting === 'localizer')
    return { role: 'localizer', derived, output: found?.output ?? 'original', because: '' };
  if (found !== null) return { role: 'derived', derived: true, ...found };
  if (isService(signs, weighting)) return { role: 'other', derived, output: 'original', because: '' };
  if (isPhase(signs)) return { role: 'diagnostic', derived, output: 'phase', because: '' };
  const delivered = findToken(signs.tokens, DELIVERED_TOKENS) !== undefined;
  // DERIVED alone is also written by archives that re-compress: the pictures are still those that were acquired.
  if (signs.isDerived && !delivered)
    return { role: 'diagnostic', derived, output: 'derived', because: 'ImageType says DERIVED without saying how' };
  return { role: 'diagnostic', derived, output: 'original', because: '' };
}

/** Pictures of another modality than MR: they are kept as earlier imaging, and nothing is asked of their sequences. */
export const isPriorImaging = ({ modality, role, frames }: SeriesSummary): boolean =>
  frames > 0 && modality !== 'MR' && (role === 'diagnostic' || role === 'localizer' || role === 'derived');

/** The modalities of a study's pictures (MR, CT …), sorted; reports and screenshots have none of their own. */
export const pictureModalities = ({ series }: StudySummary): readonly string[] =>
  [...new Set(series.filter((one) => one.modality === 'MR' || isPriorImaging(one)).map(({ modality }) => modality))]
    .filter((modality) => modality !== '')
    .sort();
