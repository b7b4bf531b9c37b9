import type { Attributes } from './attributes.ts';

/** Attributes of enhanced multi-frame images, from the shared and the per-frame functional groups. PS3.3 C.7.6.16. */
export interface FrameGroups {
  readonly position: readonly number[] | null;
  readonly orientation: readonly number[] | null;
  readonly bValue: number | null;
  readonly echoTime?: number;
  readonly temporalPosition?: number;
  readonly frameType?: string;
  readonly directionality?: string;
  readonly gradientDirection?: readonly number[];
}

/** What the first frame (or all frames) say, in the words of the classic attributes. */
export interface SharedGroups {
  readonly pixelSpacing: readonly number[];
  readonly sliceThickness: number | null;
  readonly spacingBetweenSlices: number | null;
  readonly repetitionTime: number | null;
  readonly flipAngle: number | null;
  readonly echoTrainLength: number | null;
  readonly echoTime: number | null;
  readonly inversionTime: number | null;
  readonly inversionRecovery: boolean;
  readonly fatSuppression: boolean;
  readonly waterExcitation: boolean;
  readonly spoiled: boolean;
  readonly frameType: readonly string[];
  readonly acquisitionContrast: string;
  readonly aslContext: string;
  readonly windowCenter: number | null;
  readonly windowWidth: number | null;
  readonly rescaleSlope: number | null;
  readonly rescaleIntercept: number | null;
  readonly laterality: string;
  readonly anatomicRegion: string;
  readonly gradientDirection: readonly number[];
  readonly directionality: string;
  readonly component: string;
  readonly volumeCalculation: string;
  readonly coil: string;
  readonly velocityEncoding: number | null;
}

const SHARED = 'x52009229';
const PER_FRAME = 'x52009230';
/** Philips keeps a per-frame sequence of its own that may hold what the standard groups leave out. */
const PHILIPS_FRAME = 'x2005140f';

const ofLength = (values: readonly number[], length: number) => (values.length === length ? values : null);

export const isEnhanced = (attributes: Attributes): boolean => attributes.items(PER_FRAME).length > 0;

type Groups = (macro: string) => Attributes | undefined;

/** The macro of a frame: its own, else the one that all frames share. */
const groupsOf =
  (frame: Attributes | undefined, shared: Attributes | undefined): Groups =>
  (macro) =>
    frame?.items(macro)[0] ?? shared?.items(macro)[0];

/** What tells the frames of one object apart, beside their place. */
function differences(
  frame: Attributes,
  philips: Attributes | undefined,
): Omit<FrameGroups, 'position' | 'orientation' | 'bValue'> {
  const own = (macro: string) => frame.items(macro)[0];
  const echoTime = own('x00189114')?.anyNumbers('x00189082', 'FD')[0] ?? philips?.number('x00180081') ?? undefined;
  const diffusion = own('x00189117');
  const content = own('x00209111');
  const direction = diffusion?.items('x00189076')[0]?.anyNumbers('x00189089', 'FD') ?? [];
  const temporalPosition = content?.anyNumbers('x00209128', 'UL')[0] ?? philips?.number('x00200100') ?? undefined;
  const frameType = own('x00189226')?.texts('x00089007').slice(2).join('\\') ?? '';
  const directionality = diffusion?.text('x00189075') ?? '';
  return {
    ...(echoTime === undefined ? {} : { echoTime }),
    ...(temporalPosition === undefined ? {} : { temporalPosition }),
    ...(frameType === '' ? {} : { frameType }),
    ...(directionality === '' ? {} : { directionality }),
    ...(direction.length === 3 ? { gradientDirection: direction } : {}),
  };
}

function readFrame(frame: Attributes, groups: Groups, philips: Attributes | undefined): FrameGroups {
  const position = groups('x00209113') ?? philips;
  const orientation = groups('x00209116') ?? philips;
  return {
    position: ofLength(position?.numbers('x00200032') ?? [], 3),
    orientation: ofLength(orientation?.numbers('x00200037') ?? [], 6),
    bValue: groups('x00189117')?.anyNumbers('x00189087', 'FD')[0] ?? null,
    ...differences(frame, philips),
  };
}

/** Position, orientation and b-value of each frame; empty for classic images. */
export function readFrames(attributes: Attributes): FrameGroups[] {
  const shared = attributes.items(SHARED)[0];
  return attributes
    .items(PER_FRAME)
    .map((frame) => readFrame(frame, groupsOf(frame, shared), frame.items(PHILIPS_FRAME)[0]));
}

function readTiming(groups: Groups) {
  const timing = groups('x00189112');
  const echo = groups('x00189114');
  const modifier = groups('x00189115');
  const suppression = modifier?.text('x00189025') ?? '';
  return {
    repetitionTime: timing?.number('x00180080') ?? null,
    flipAngle: timing?.number('x00181314') ?? null,
    echoTrainLength: timing?.number('x00180091') ?? timing?.anyNumbers('x00189240', 'US')[0] ?? null,
    echoTime: echo?.anyNumbers('x00189082', 'FD')[0] ?? null,
    inversionTime: modifier?.anyNumbers('x00189079', 'FD')[0] ?? null,
    inversionRecovery: modifier?.text('x00189009') === 'YES',
    fatSuppression: suppression !== '' && suppression !== 'NONE' && suppression !== 'WATER',
    waterExcitation: modifier?.text('x00189026') === 'WATER',
    spoiled: ['RF', 'GRADIENT', 'RF_AND_GRADIENT'].includes(modifier?.text('x00189016') ?? ''),
  };
}

function readDisplay(groups: Groups) {
  const window = groups('x00289132');
  const rescale = groups('x00289145');
  return {
    windowCenter: window?.number('x00281050') ?? null,
    windowWidth: window?.number('x00281051') ?? null,
    rescaleSlope: rescale?.number('x00281053') ?? null,
    rescaleIntercept: rescale?.number('x00281052') ?? null,
  };
}

/** The groups of the first frame, which stand for the object as a whole. */
export function readSharedGroups(attributes: Attributes): SharedGroups {
  const groups = groupsOf(attributes.items(PER_FRAME)[0], attributes.items(SHARED)[0]);
  const measures = groups('x00289110');
  const frameType = groups('x00189226');
  const diffusion = groups('x00189117');
  const anatomy = groups('x00209071');
  return {
    ...readTiming(groups),
    ...readDisplay(groups),
    pixelSpacing: measures?.numbers('x00280030') ?? [],
    sliceThickness: measures?.number('x00180050') ?? null,
    spacingBetweenSlices: measures?.number('x00180088') ?? null,
    frameType: frameType?.texts('x00089007') ?? [],
    acquisitionContrast: frameType?.text('x00089209') ?? '',
    aslContext: groups('x00189251')?.text('x00189257') ?? '',
    laterality: anatomy?.text('x00209072') ?? '',
    anatomicRegion: anatomy?.items('x00082218')[0]?.text('x00080104') ?? '',
    gradientDirection: diffusion?.items('x00189076')[0]?.anyNumbers('x00189089', 'FD') ?? [],
    directionality: diffusion?.text('x00189075') ?? '',
    component: frameType?.text('x00089208') ?? '',
    volumeCalculation: frameType?.text('x00089207') ?? '',
    coil: groups('x00189042')?.text('x00181250') ?? '',
    velocityEncoding: groups('x00189197')?.anyNumbers('x00189217', 'FD')[0] ?? null,
  };
}
