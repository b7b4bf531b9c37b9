import type { InstanceHeader, SeriesRole, SeriesSummary, StudySummary, Weighting } from '../model.ts';
import { DELIVERED_TOKENS, DERIVED_TOKENS, SCREEN_TOKENS } from './image-type.data.ts';
import type { SeriesSigns } from './series-signs.ts';
import { SCREEN_WORDS } from './words.data.ts';

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

/** Objects that are no pictures of the patient, by SOP class (PS3.4 annex B.5). */
export function kindOf({ sopClassUid, modality, rows, seriesDescription }: InstanceHeader): KindFound | null {
  if (sopClassUid === SPECTROSCOPY) return { role: 'other', because: 'MR spectroscopy' };
  if (/^phoenix/i.test(seriesDescription)) return { role: 'other', because: 'the scanner keeps its protocol in it' };
  if (sopClassUid === KEY_OBJECTS) return { role: 'other', because: 'a list of key images' };
  if (sopClassUid.startsWith(STRUCTURED_REPORT) || modality === 'SR')
    return { role: 'report', because: 'a structured report' };
  if (sopClassUid.startsWith(ENCAPSULATED)) return { role: 'report', because: 'a document inside the study' };
  if (sopClassUid.startsWith(PRESENTATION_STATE)) return { role: 'other', because: 'a presentation state' };
  if (sopClassUid === SECONDARY_CAPTURE || sopClassUid.startsWith(`${SECONDARY_CAPTURE}.`)) {
    return { role: 'screenshot', because: 'a secondary capture' };
  }
  if (rows === 0) return { role: 'other', because: `an object without pictures (${modality || 'no modality'})` };
  return null;
}

const findToken = (tokens: ReadonlySet<string>, wanted: ReadonlySet<string>) =>
  [...tokens].find((token) => wanted.has(token));

const DERIVED_WORDS =
  / (?:mpr|mip|minip|reformat|reformatted|subtraction|subtract\w*|subtr|subs?\d*|curved|vrt|processed|composed|composing) /;

/** Whether a picture was computed from others, and what it is for. */
export function roleOfPictures(
  signs: SeriesSigns,
  weighting: Weighting,
): { role: SeriesRole; derived: boolean; because: string } {
  const screen = findToken(signs.tokens, SCREEN_TOKENS);
  const token = findToken(signs.tokens, DERIVED_TOKENS);
  const word = DERIVED_WORDS.exec(signs.description)?.[0]?.trim();
  const derived = signs.isDerived || token !== undefined || word !== undefined;
  if (screen !== undefined) return { role: 'screenshot', derived, because: `ImageType says ${screen}` };
  if (SCREEN_WORDS.test(signs.description))
    return { role: 'screenshot', derived, because: 'the description names a screen picture' };
  if (weighting === 'ADC') return { role: 'derived', derived: true, because: '' };
  if (weighting === 'localizer') return { role: 'localizer', derived, because: '' };
  if (token !== undefined) return { role: 'derived', derived, because: `ImageType says ${token}` };
  if (word !== undefined) return { role: 'derived', derived, because: `the description says “${word}”` };
  const delivered = findToken(signs.tokens, DELIVERED_TOKENS) !== undefined;
  // DERIVED alone is also written by archives that re-compress: the pictures are still those that were acquired.
  if (signs.isDerived && !delivered)
    return { role: 'diagnostic', derived, because: 'ImageType says DERIVED without saying how' };
  return { role: 'diagnostic', derived, because: '' };
}

/** Pictures of another modality than MR: they are kept as earlier imaging, and nothing is asked of their sequences. */
export const isPriorImaging = ({ modality, role, frames }: SeriesSummary): boolean =>
  frames > 0 && modality !== 'MR' && (role === 'diagnostic' || role === 'localizer' || role === 'derived');

/** The modalities of a study's pictures (MR, CT …), sorted; reports and screenshots have none of their own. */
export const pictureModalities = ({ series }: StudySummary): readonly string[] =>
  [...new Set(series.filter((one) => one.modality === 'MR' || isPriorImaging(one)).map(({ modality }) => modality))]
    .filter((modality) => modality !== '')
    .sort();
