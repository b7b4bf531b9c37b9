import type { OrderedFrame } from '../geometry/order-frames.ts';
import { planeOf, planeOfAll } from '../geometry/plane.ts';
import type { InstanceHeader, SeriesDetails, SeriesStack, Weighting } from '../model.ts';

/** A stack with its frames in display order. */
export interface DisplayStack extends SeriesStack {
  readonly ordered: readonly OrderedFrame[];
}

/** What tells one frame from others of its series. */
interface FrameSigns {
  readonly frame: OrderedFrame;
  /** The nearest plane of the body: the slabs through single discs of a spine lean differently, and are one stack. */
  readonly plane: string;
  readonly echoTime: number | null;
  readonly bValue: number | null;
  readonly time: number | null;
  /** Part of the signal or of a Dixon, map: "phase", "water", "ADC", … or ''. */
  readonly part: string;
}

const PARTS: readonly (readonly [string, readonly string[]])[] = [
  ['ADC', ['ADC', 'ADC_UNSPECIFIED']],
  ['water', ['W', 'WATER']],
  ['fat', ['F', 'FAT']],
  ['in phase', ['IP', 'IN_PHASE']],
  ['opposed phase', ['OP', 'OUT_PHASE', 'OPP_PHASE', 'OPPOSED_PHASE']],
  ['phase', ['P', 'PHASE', 'PHASE MAP', 'VELOCITY']],
  ['real', ['R', 'REAL']],
  ['imaginary', ['I', 'IMAGINARY']],
  ['trace', ['TRACEW']],
];

const partOf = (tokens: readonly string[], hint: string | undefined): string => {
  const upper = tokens.map((token) => token.toUpperCase());
  const found = PARTS.find(([, list]) => list.some((token) => upper.includes(token)))?.[0];
  return found ?? (hint === undefined || hint === 'magnitude' ? '' : hint);
};

/** Isotropic frames beside those with a direction are the trace that a scanner appended (DOMAIN 3.5). */
const traceOf = (directionality: string | undefined, part: string) =>
  part === '' && directionality === 'ISOTROPIC' ? 'trace' : part;

function signsOf(frame: OrderedFrame, header: InstanceHeader): FrameSigns {
  const own = header.perFrame[frame.frame];
  const tokens = own?.frameType === undefined ? header.imageType.slice(2) : own.frameType.split('\\');
  const part = partOf(tokens, header.hints?.component);
  return {
    frame,
    plane: planeOf(frame.orientation).nearest,
    echoTime: own?.echoTime ?? header.echoTime,
    bValue: own?.bValue ?? header.diffusionBValue,
    time: own?.temporalPosition ?? header.temporalPosition ?? null,
    part: traceOf(own?.directionality ?? header.hints?.directionality, part),
  };
}

const differ = <T>(frames: readonly FrameSigns[], read: (frame: FrameSigns) => T) => {
  const first = frames[0];
  return first !== undefined && frames.some((frame) => read(frame) !== read(first));
};

/** Numbers the times at one place by their order, where nothing else tells frames of one place apart. */
function numberTimes(frames: readonly FrameSigns[], keyOf: (frame: FrameSigns) => string): FrameSigns[] {
  const seen = new Map<string, number>();
  return frames.map((one) => {
    const { stack, distanceMm } = one.frame;
    const key = `${stack} ${distanceMm?.toFixed(2)} ${keyOf(one)}`;
    const time = (seen.get(key) ?? 0) + 1;
    seen.set(key, time);
    return { ...one, time };
  });
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

function labelOf(one: FrameSigns, plane: string, splits: Splits, times: number): string {
  return [
    splits.plane ? plane : '',
    splits.echo && one.echoTime !== null ? `TE ${rounded(one.echoTime)} ms` : '',
    splits.bValue && one.bValue !== null ? `b ${Math.round(one.bValue)}` : '',
    splits.part ? one.part || 'magnitude' : '',
    splits.time && one.time !== null ? `time ${one.time} of ${times}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

interface Splits {
  readonly plane: boolean;
  readonly echo: boolean;
  readonly bValue: boolean;
  readonly part: boolean;
  readonly time: boolean;
}

/** TE below it is proton density in a dual echo (DOMAIN 3.5). */
const DUAL_ECHO_TE = 40;

function weightingOf(series: Weighting, { part, echoTime }: FrameSigns, splits: Splits): Weighting {
  if (part === 'ADC') return 'ADC';
  const dual = splits.echo && (series === 'PD' || series === 'T2') && echoTime !== null;
  return dual ? (echoTime < DUAL_ECHO_TE ? 'PD' : 'T2') : series;
}

/** How many slices a reader counts: all of a series that is one stack, also where it lies in several slabs. */
export function slicesIn({ stacks, slices }: Pick<SeriesDetails, 'stacks' | 'slices'>): number {
  const [first, ...more] = stacks;
  return first !== undefined && more.length === 0 ? first.frames : slices;
}

/** More times than this are one long series, not stacks to be laid side by side. */
const MAX_TIMES = 400;

/** Frames at so many times their places: something else than place tells them apart. */
function repeats(frames: readonly FrameSigns[]): boolean {
  const places = new Set(frames.map(({ frame }) => `${frame.stack} ${frame.distanceMm?.toFixed(2)}`));
  return places.size > 1 && frames.length >= 2 * places.size;
}

function keyWithoutTime(one: FrameSigns): string {
  return `${rounded(one.echoTime)} ${rounded(one.bValue)} ${one.part}`;
}

/**
 * The stacks of a series: frames of one plane, echo, b-value, part of the signal and time. A series that is one volume gives
 * one stack without a label.
 */
export function splitStacks(
  headers: readonly InstanceHeader[],
  ordered: readonly OrderedFrame[],
  weighting: Weighting,
): DisplayStack[] {
  const byUid = new Map(headers.map((header) => [header.sopInstanceUid, header]));
  let frames = ordered.flatMap((frame) => {
    const header = byUid.get(frame.sopInstanceUid);
    return header === undefined ? [] : [signsOf(frame, header)];
  });
  const echo = differ(frames, ({ echoTime }) => rounded(echoTime));
  const bValue = differ(frames, (one) => rounded(one.bValue));
  const part = differ(frames, (one) => one.part);
  let time = differ(frames, (one) => one.time);
  const diffusion = weighting === 'DWI' || weighting === 'DTI';
  // Directions of one b-value stay together; other repetitions are times, numbered where the header does not.
  if (!time && !diffusion && !echo && repeats(frames)) {
    frames = numberTimes(frames, keyWithoutTime);
    time = differ(frames, (one) => one.time);
  }
  const times = Math.max(1, new Set(frames.map((one) => one.time)).size);
  const splits: Splits = {
    ...{ echo, bValue, part },
    plane: differ(frames, ({ plane }) => plane),
    time: time && !diffusion && times <= MAX_TIMES,
  };
  const groups = Map.groupBy(frames, (one) =>
    [splits.plane ? one.plane : '', keyWithoutTime(one), splits.time ? one.time : ''].join('|'),
  );
  return [...groups.values()].map((group) => {
    const one = group[0] as FrameSigns;
    const plane = planeOfAll(group.map(({ frame }) => frame.orientation));
    return {
      label: labelOf(one, plane, splits, times),
      frames: group.length,
      weighting: weightingOf(weighting, one, splits),
      plane,
      echoTime: rounded(one.echoTime),
      bValue: one.bValue,
      timePoint: splits.time ? one.time : null,
      ordered: group.map(({ frame }) => frame),
    };
  });
}
