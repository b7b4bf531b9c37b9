import { planeOf, planeOfAll } from '../geometry/plane.ts';
import type { InstanceHeader, Plane, SeriesSummary, Weighting } from '../model.ts';
import { contrastOf, fatSuppressionOf } from './contrast.ts';
import { regionOf } from './region.ts';
import { kindOf, roleOfPictures } from './role.ts';
import { readSigns, type SeriesSigns } from './series-signs.ts';
import { nameWeighting } from './weighting.ts';
import { JOINT_REGIONS, PLANE_WORDS } from './words.data.ts';

const is3dName = / (?:3d|space|cube|vista|mprage|bravo|vibe|lava|thrive|isofse|ciss|spc) /;

function dimensionOf(signs: SeriesSigns): SeriesSummary['dimension'] {
  const type = signs.first.mrAcquisitionType.toUpperCase();
  if (type === '2D' || type === '3D') return type;
  return is3dName.test(signs.description) ? '3D' : 'unknown';
}

interface PlaneSaid {
  readonly plane: Plane;
  readonly because: string;
}

const degrees = (cosine: number) => Math.round((Math.acos(Math.min(1, cosine)) * 180) / Math.PI);

/** The plane by orientation; by the words only where no orientation is given. */
function planeSaid(signs: SeriesSigns): PlaneSaid {
  const orientations = signs.ordered.map(({ orientation }) => orientation);
  const plane = planeOfAll(orientations);
  if (plane === 'unknown') {
    const word = PLANE_WORDS.find(([, pattern]) => pattern.test(signs.description));
    if (word === undefined) return { plane, because: '' };
    return { plane: word[0], because: `no orientation in the header; the description says ${word[0]}` };
  }
  if (plane === 'multiple') return { plane, because: 'the images lie in several planes' };
  const tilted = planeOf(orientations.find((orientation) => orientation !== null) ?? null);
  if (plane !== 'oblique') return { plane, because: '' };
  return { plane, because: `the plane is tilted ${degrees(tilted.cosine)} degrees against ${tilted.nearest}` };
}

const count = (headers: readonly InstanceHeader[]) => ({
  instances: new Set(headers.map(({ sopInstanceUid }) => sopInstanceUid)).size,
  frames: headers.reduce((sum, { frames }) => sum + frames, 0),
});

const roundMm = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

function basics(headers: readonly InstanceHeader[]) {
  const first = headers[0] as InstanceHeader;
  return {
    seriesInstanceUid: first.seriesInstanceUid,
    number: first.seriesNumber,
    description: first.seriesDescription || first.protocolName,
    modality: first.modality,
    manufacturer: first.manufacturer,
    ...count(headers),
  };
}

/** A series of objects that are no pictures, or of another modality: nothing is said of sequences. */
function describeOther(
  headers: readonly InstanceHeader[],
  role: SeriesSummary['role'],
  because: string,
): SeriesSummary {
  return {
    ...basics(headers),
    weighting: 'other',
    plane: 'unknown',
    dimension: 'unknown',
    fatSuppressed: 'unknown',
    contrastEnhanced: 'unknown',
    role,
    derived: role === 'screenshot',
    sliceThicknessMm: null,
    spacingMm: null,
    gaps: [],
    confidence: 1,
    because: [because],
  };
}

function describeForeign(headers: readonly InstanceHeader[], signs: SeriesSigns): SeriesSummary {
  const { plane } = planeSaid(signs);
  const { role, derived } = roleOfPictures(signs, signs.tokens.has('LOCALIZER') ? 'localizer' : 'other');
  return {
    ...describeOther(headers, role, `modality ${signs.first.modality || 'not given'}: it has no MR sequence`),
    plane,
    derived,
    sliceThicknessMm: roundMm(signs.first.sliceThickness),
    spacingMm: signs.geometry.spacingMm,
    gaps: signs.geometry.gaps,
  };
}

const MR_IMAGES = [
  '1.2.840.10008.5.1.4.1.1.4',
  '1.2.840.10008.5.1.4.1.1.4.1',
  '1.2.840.10008.5.1.4.1.1.4.3',
  '1.2.840.10008.5.1.4.1.1.4.4',
];
const isMr = ({ modality, sopClassUid }: InstanceHeader) => modality === 'MR' || MR_IMAGES.includes(sopClassUid);

/** Pictures in three planes, a few in each: what a localizer looks like when nothing names it. */
const FEW_PER_PLANE = 12;
function looksLikeLocalizer(signs: SeriesSigns, plane: Plane, weighting: Weighting): boolean {
  const few = signs.ordered.length <= FEW_PER_PLANE * signs.geometry.stacks;
  return (
    plane === 'multiple' &&
    signs.geometry.stacks >= 2 &&
    few &&
    ['unknown', 'other', 'T1', 'T2', 'T2*'].includes(weighting)
  );
}

/**
 * What a series is, from the headers of its instances (one or more, all of one series), with the evidence in `because` and a
 * confidence after DOMAIN 3.1: 0.95 one decisive sign, 0.85 words, 0.75 several attributes, 0.6 the family, 0.5 a conflict.
 */
export function describeSeries(headers: readonly InstanceHeader[]): SeriesSummary {
  const first = headers[0];
  if (first === undefined) throw new RangeError('describeSeries needs at least one header');
  const kind = kindOf(first);
  if (kind !== null) return describeOther(headers, kind.role, kind.because);
  const signs = readSigns(headers);
  if (!isMr(first)) return describeForeign(headers, signs);
  const inJoint = JOINT_REGIONS.has(regionOf(headers));
  const plane = planeSaid(signs);
  const naming = nameWeighting(signs, inJoint);
  const byPlanes = naming.confidence < 0.8 && looksLikeLocalizer(signs, plane.plane, naming.weighting);
  const weighting = byPlanes ? 'localizer' : naming.weighting;
  const role = roleOfPictures(signs, weighting);
  const fat = fatSuppressionOf(signs, weighting);
  const contrast = contrastOf(signs);
  const evidence = [...(byPlanes ? [] : naming.because), plane.because, role.because, fat.because, contrast.because];
  return {
    ...basics(headers),
    weighting,
    plane: plane.plane,
    dimension: dimensionOf(signs),
    fatSuppressed: fat.value,
    contrastEnhanced: contrast.value,
    role: role.role,
    derived: role.derived,
    sliceThicknessMm: roundMm(first.sliceThickness),
    spacingMm: signs.geometry.spacingMm,
    gaps: weighting === 'localizer' ? [] : signs.geometry.gaps,
    confidence: byPlanes ? 0.6 : naming.confidence,
    because: [...new Set(evidence.filter((sentence) => sentence !== ''))],
  };
}
