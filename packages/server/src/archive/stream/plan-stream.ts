import type { StreamHeader } from '@overread/contract/images.ts';
import { describeSeries, type OrderedFrame, orderFrames, splitStacks } from '@overread/imaging';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { ArchivedInstance, FrameOf } from '../model.ts';
import { isStored } from '../stored-frames.ts';
import { isColour } from './pixels/draw.ts';
import type { TargetFormat } from './pixels/to-target.ts';

/** What the stream of a series holds, before its window is known. */
export interface StreamPlan {
  readonly header: Omit<StreamHeader, 'window'>;
  readonly target: TargetFormat;
  /** The frames in the order in which they are sent. */
  readonly sent: readonly FrameOf[];
}

const framesIn = (instances: readonly ArchivedInstance[]) =>
  instances.reduce((sum, { header }) => sum + header.frames, 0);
const largestGroup = (groups: Map<unknown, ArchivedInstance[]>) =>
  [...groups.values()].toSorted((a, b) => framesIn(b) - framesIn(a))[0] ?? [];

/** A series that would grow beyond this, and fourfold, for the sake of a few large pictures is shown without them. */
const PADDED_PIXELS = 128 << 20;

/**
 * The instances that one stream can hold: pictures, all grey or all in colour (whichever are more). Smaller pictures are
 * padded to the size of the largest.
 */
function ofOneKind(instances: readonly ArchivedInstance[]): ArchivedInstance[] {
  const pictures = instances.filter(({ header }) => header.rows > 0 && header.columns > 0 && header.frames > 0);
  const shown = largestGroup(Map.groupBy(pictures, ({ header }) => isColour(header)));
  const pixels = shown.reduce((sum, { header }) => sum + header.frames * header.rows * header.columns, 0);
  const { rows, columns } = largestSize(shown);
  const padded = framesIn(shown) * rows * columns;
  if (padded <= PADDED_PIXELS || padded <= 4 * pixels) return shown;
  return largestGroup(Map.groupBy(shown, ({ header }) => `${header.columns}x${header.rows}`));
}

const largestSize = (instances: readonly ArchivedInstance[]) => ({
  rows: Math.max(...instances.map(({ header }) => header.rows)),
  columns: Math.max(...instances.map(({ header }) => header.columns)),
});

/** One rescale for the series: the common one, or the coarsest, to which the others are brought. */
function scaleOf(headers: readonly InstanceHeader[]): { slope: number; intercept: number } {
  const [{ rescaleSlope: slope, rescaleIntercept: intercept }] = headers as [InstanceHeader];
  const same = headers.every((header) => header.rescaleSlope === slope && header.rescaleIntercept === intercept);
  if (same && slope !== 0) return { slope, intercept };
  return { slope: Math.max(...headers.map((header) => Math.abs(header.rescaleSlope))) || 1, intercept: 0 };
}

function targetOf(instances: readonly ArchivedInstance[]): TargetFormat {
  const headers = instances.map(({ header }) => header);
  const [first] = headers as [InstanceHeader];
  const { rows, columns } = largestSize(instances);
  if (isColour(first))
    return { rows, columns, samplesPerPixel: 3, bitsAllocated: 8, signed: false, slope: 1, intercept: 0 };
  const scale = scaleOf(headers);
  const rescaled = headers.some(
    (header) => header.rescaleSlope !== scale.slope || header.rescaleIntercept !== scale.intercept,
  );
  const signed = headers.some(
    (header) => header.pixelRepresentation === 1 || (rescaled && header.rescaleIntercept < 0),
  );
  const narrow = headers.every(({ bitsAllocated }) => bitsAllocated <= 8) && !signed && !rescaled;
  return { rows, columns, samplesPerPixel: 1, bitsAllocated: narrow ? 8 : 16, signed, ...scale };
}

/** The middle frame first, then outwards: what a reader sees first and next. */
export function middleOut(count: number): number[] {
  const middle = Math.floor(count / 2);
  return Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a,
  );
}

function frameHeader(ordered: OrderedFrame, { header }: ArchivedInstance): StreamHeader['frames'][number] {
  return {
    sopInstanceUid: ordered.sopInstanceUid,
    frame: ordered.frame,
    instanceNumber: ordered.instanceNumber,
    position: ordered.position,
    orientation: ordered.orientation,
    pixelSpacing: header.pixelSpacing,
    sliceThickness: header.sliceThickness,
    repetitionTime: header.repetitionTime,
    echoTime: header.echoTime,
    frameOfReferenceUid: header.frameOfReferenceUid,
  };
}

/** The stacks that a viewer shows apart, by index into the frames; none where all are one. */
function stacksOf(headers: readonly InstanceHeader[], ordered: readonly OrderedFrame[]): StreamHeader['stacks'] {
  // What a series is tells how it is split, and takes longer than seeing that it is one volume.
  if (splitStacks(headers, ordered, 'unknown').length < 2) return [];
  const stacks = splitStacks(headers, ordered, describeSeries(headers).weighting);
  const indexOf = new Map(ordered.map((frame, index) => [frame, index]));
  if (stacks.length < 2) return [];
  return stacks.map(({ label, ordered: own }) => ({ label, frames: own.map((frame) => indexOf.get(frame) as number) }));
}

/** Plans the stream of a series; null when it holds no pictures. `onlyMiddle` sends one frame and describes all. */
export function planStream(instances: readonly ArchivedInstance[], onlyMiddle: boolean): StreamPlan | null {
  const shown = ofOneKind(instances);
  const bySop = new Map(shown.map((instance) => [instance.sopInstanceUid, instance]));
  const headers = shown.map(({ header }) => header);
  const ordered = orderFrames(headers).filter(({ sopInstanceUid, frame }) =>
    isStored(bySop.get(sopInstanceUid) as ArchivedInstance, frame),
  );
  const [first] = shown;
  if (first === undefined || ordered.length === 0) return null;
  const target = targetOf(shown);
  const order = middleOut(ordered.length).slice(0, onlyMiddle ? 1 : ordered.length);
  const { rows, columns, bitsAllocated, signed, samplesPerPixel, slope, intercept } = target;
  return {
    target,
    header: {
      seriesInstanceUid: first.seriesInstanceUid,
      description: first.header.seriesDescription,
      ...{ rows, columns, bitsAllocated, signed, samplesPerPixel, slope, intercept },
      photometric:
        samplesPerPixel === 3 ? 'RGB' : first.header.photometric === 'MONOCHROME1' ? 'MONOCHROME1' : 'MONOCHROME2',
      frameBytes: rows * columns * samplesPerPixel * (bitsAllocated / 8),
      frames: ordered.map((frame) => frameHeader(frame, bySop.get(frame.sopInstanceUid) as ArchivedInstance)),
      order,
      stacks: stacksOf(headers, ordered),
    },
    sent: order.map((at) => {
      const { sopInstanceUid, frame } = ordered[at] as OrderedFrame;
      return { instance: bySop.get(sopInstanceUid) as ArchivedInstance, frame };
    }),
  };
}
