import { measureSpace, placeOf, type SeriesSpace } from '../geometry/series-space.ts';
import type { InstanceHeader, SeriesDetails, SeriesSummary, Weighting } from '../model.ts';
import { contrastOf, type FatAnswer, fatSuppressionOf } from './contrast.ts';
import { firstSaid, readWords } from './lexicon/lexicon.ts';
import { type PlaneSaid, planeSaid } from './plane-said.ts';
import { lateralityOf, regionOf, sideIn } from './region.ts';
import { kindOf, type RoleFound, roleOfPictures } from './role.ts';
import { readSigns, type SeriesSigns } from './series-signs.ts';
import { splitStacks } from './stacks.ts';
import { nameWeighting, type Region } from './weighting.ts';

/** Thinner and more slices than these are hardly ever taken one by one. Settings. */
const VOLUME_SLICES = 60;
const VOLUME_THICKNESS_MM = 1.6;

/** 2D or 3D by the attribute, then by the words, then by many thin slices or by slices that overlap. */
function dimensionOf(signs: SeriesSigns): SeriesSummary['dimension'] {
  const type = signs.first.mrAcquisitionType.toUpperCase();
  if (type === '2D' || type === '3D') return type;
  const said = [signs.description, signs.protocol, signs.sequenceWords].map((words) => firstSaid(words, 'dimension'));
  const word = said.find((one) => one !== undefined);
  if (word !== undefined) return word.value === '3D' ? '3D' : '2D';
  const sequence = /^\*?\w*?([23])d/.exec(signs.sequenceName)?.[1];
  if (sequence !== undefined) return sequence === '3' ? '3D' : '2D';
  const thickness = signs.first.sliceThickness ?? Number.POSITIVE_INFINITY;
  const { places, spacingMm } = signs.geometry;
  const overlapping = spacingMm !== null && places.length >= 16 && spacingMm < 0.9 * thickness;
  return overlapping || (places.length >= VOLUME_SLICES && thickness <= VOLUME_THICKNESS_MM) ? '3D' : 'unknown';
}

function count(headers: readonly InstanceHeader[]) {
  return {
    instances: headers.length === 1 ? 1 : new Set(headers.map(({ sopInstanceUid }) => sopInstanceUid)).size,
    frames: headers.reduce((sum, { frames }) => sum + frames, 0),
  };
}

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
const LIKE_LOCALIZERS: ReadonlySet<Weighting> = new Set(['unknown', 'other', 'T1', 'T2', 'T2*']);
function looksLikeLocalizer(signs: SeriesSigns, plane: PlaneSaid, weighting: Weighting): boolean {
  const few = signs.ordered.length <= FEW_PER_PLANE * signs.geometry.stacks;
  return plane.plane === 'multiple' && signs.geometry.stacks >= 2 && few && LIKE_LOCALIZERS.has(weighting);
}

const JOINTS: ReadonlySet<string> = new Set(['shoulder', 'elbow', 'wrist-hand', 'hip', 'knee', 'ankle-foot']);
const ABDOMEN: ReadonlySet<string> = new Set(['liver', 'abdomen', 'pelvis', 'prostate']);

function whereIn(headers: readonly InstanceHeader[]): Region {
  const region = regionOf(headers);
  return {
    inJoint: JOINTS.has(region),
    inAbdomen: ABDOMEN.has(region),
    inHead: region === 'brain' || region === 'pituitary' || region.endsWith('spine'),
    inHeart: region === 'chest',
    ofVessels: region === 'vessels' || region === 'head-neck',
  };
}

function techniqueOf(signs: SeriesSigns): string {
  for (const words of [signs.sequenceWords, signs.description, signs.protocol]) {
    const said = firstSaid(words, 'technique');
    if (said !== undefined) return said.value;
  }
  const { sequences, variants } = signs;
  if (sequences.has('EP')) return 'EPI';
  if (sequences.has('GR')) return variants.has('SP') ? 'spoiled GRE' : 'GRE';
  const train = signs.first.echoTrainLength ?? 1;
  if (sequences.has('IR')) return train > 1 ? 'IR-TSE' : 'IR';
  return sequences.has('SE') ? (train > 1 ? 'TSE' : 'SE') : '';
}

interface Answers {
  readonly weighting: Weighting;
  readonly plane: PlaneSaid;
  readonly role: RoleFound;
  readonly fat: FatAnswer;
  readonly space: SeriesSpace;
  readonly contradictions: readonly string[];
}

function detailsOf(headers: readonly InstanceHeader[], signs: SeriesSigns, answers: Answers): SeriesDetails {
  const { plane, space } = answers;
  const stack = space.stacks.reduce(
    (best, one) => (one.frames > best.frames ? one : best),
    space.stacks[0] ?? (null as never),
  );
  return {
    technique: techniqueOf(signs),
    output: answers.role.output,
    fatSuppression: answers.fat.kind,
    planeAngleDeg: plane.angle,
    echoTimes: signs.echoTimes,
    timePoints: signs.timePoints,
    contrastPhase: firstSaid(signs.description, 'phase')?.value ?? '',
    agent: signs.agent,
    stacks: splitStacks(headers, signs.ordered, answers.weighting).map(({ ordered: _, ...one }) => one),
    contradictions: answers.contradictions,
    coverageMm: stack?.coverageMm ?? null,
    slices: stack?.slices ?? 0,
    reformattable: space.reformattable,
    whyNotReformattable: space.whyNot,
    place: placeOf(space),
    frameOfReferenceUid: space.framesOfReference[0] ?? '',
    side: lateralityOf(signs.first) || sideIn(signs.first.seriesDescription),
  };
}

const given = (sentences: readonly (string | undefined)[]) => [
  ...new Set(sentences.filter((sentence): sentence is string => sentence !== undefined && sentence !== '')),
];

function describePictures(headers: readonly InstanceHeader[], signs: SeriesSigns): SeriesSummary {
  const { first } = signs;
  const plane = planeSaid(signs);
  const naming = nameWeighting(signs, whereIn(headers));
  const byPlanes = naming.confidence < 0.8 && looksLikeLocalizer(signs, plane, naming.weighting);
  const weighting = byPlanes ? 'localizer' : naming.weighting;
  const role = roleOfPictures(signs, weighting);
  const fat = fatSuppressionOf(signs, weighting);
  const contrast = contrastOf(signs, weighting, readWords(first.studyDescription));
  const contradictions = given([...naming.contradictions, plane.contradiction, contrast.contradiction]);
  const space = measureSpace(headers, signs.ordered);
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
    because: given([...(byPlanes ? [] : naming.because), plane.because, role.because, fat.because, contrast.because]),
    ...(plane.nearest === 'unknown' ? {} : { nearestPlane: plane.nearest }),
    ...(signs.bValues.length === 0 ? {} : { bValues: signs.bValues }),
    details: detailsOf(headers, signs, { weighting, plane, role, fat, space, contradictions }),
  };
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
  return isMr(first) ? describePictures(headers, signs) : describeForeign(headers, signs);
}
