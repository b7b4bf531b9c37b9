import type { InstanceHeader, SeriesPlace } from '../model.ts';
import { type OrderedFrame, orderFrames } from './order-frames.ts';
import { axesOf, dot, type Vector } from './vectors.ts';

/** Parallel frames of a series in space. Lengths in mm. */
export interface StackSpace {
  readonly frames: number;
  /** Different places along the normal. */
  readonly slices: number;
  readonly normal: Vector | null;
  /** First and last place along the normal. */
  readonly from: number | null;
  readonly to: number | null;
  readonly spacingMm: number | null;
  /** Steps differ by more than a tenth of the spacing, beside whole slices that are missing. */
  readonly irregular: boolean;
  /** Slices that are missing between others. */
  readonly missing: number;
  /** Places at which more frames lie than at most others. */
  readonly doubled: number;
  /** Angle between the normal and the line through the slices' corners: slices that slide off sideways. */
  readonly tiltDeg: number;
  /** From the first slice's outer face to the last one's. */
  readonly coverageMm: number | null;
}

export interface SeriesSpace {
  readonly stacks: readonly StackSpace[];
  /** Frames of several sizes or pixel spacings in one series. */
  readonly mixedMatrix: boolean;
  /** Every frame of reference that the series names (PS3.3 C.7.4.1); one, as a rule. */
  readonly framesOfReference: readonly string[];
  /** One regular, straight stack of enough slices: it can be cut in any plane. */
  readonly reformattable: boolean;
  /** Why not, '' where it can be. */
  readonly whyNot: string;
}

/** Places closer than this are one: headers round. */
const SAME_PLACE_MM = 0.01;
/** A step of so many spacings has slices missing in it. */
const GAP = 1.5;
const IRREGULAR = 0.1;
/** Fewer slices give no picture in another plane, and a tilt beyond this shows as a sheared one. Settings. */
const VOLUME_SLICES = 8;
const MAX_TILT_DEG = 1;

interface Place {
  readonly mm: number;
  readonly corner: Vector;
  frames: number;
}

function placesOf(frames: readonly OrderedFrame[]): Place[] {
  const placed = frames.flatMap(({ distanceMm, position }) =>
    distanceMm === null || position === null
      ? []
      : [{ mm: distanceMm, corner: position as unknown as Vector, frames: 1 }],
  );
  placed.sort((a, b) => a.mm - b.mm);
  const places: Place[] = [];
  for (const place of placed) {
    const last = places.at(-1);
    if (last !== undefined && place.mm - last.mm <= SAME_PLACE_MM) last.frames += 1;
    else places.push(place);
  }
  return places;
}

const medianOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

function mostCommonCount(places: readonly Place[]): number {
  const counts = new Map<number, number>();
  for (const { frames } of places) counts.set(frames, (counts.get(frames) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The sideways part of the way from the first corner to the last, against the part along the normal. */
function tiltOf(places: readonly Place[], normal: Vector): number {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || first === last) return 0;
  const way: Vector = [
    last.corner[0] - first.corner[0],
    last.corner[1] - first.corner[1],
    last.corner[2] - first.corner[2],
  ];
  const along = Math.abs(dot(way, normal));
  const whole = Math.sqrt(dot(way, way));
  return whole === 0 ? 0 : round((Math.acos(Math.min(1, along / whole)) * 180) / Math.PI);
}

function measureStack(frames: readonly OrderedFrame[], thickness: number | null): StackSpace {
  const places = placesOf(frames);
  const steps = places.slice(1).map(({ mm }, at) => mm - (places[at] as Place).mm);
  const spacing = medianOf(steps);
  const normal = axesOf(frames.find(({ orientation }) => orientation !== null)?.orientation ?? null)?.normal ?? null;
  const usual = mostCommonCount(places);
  const [from, to] = [places[0]?.mm ?? null, places.at(-1)?.mm ?? null];
  const missing =
    spacing === null
      ? 0
      : steps.reduce((sum, step) => sum + (step >= GAP * spacing ? Math.max(1, Math.round(step / spacing) - 1) : 0), 0);
  return {
    ...{ frames: frames.length, slices: places.length, normal, from, to, missing },
    spacingMm: spacing === null ? null : round(spacing),
    irregular:
      spacing !== null && steps.some((step) => step < GAP * spacing && Math.abs(step - spacing) > IRREGULAR * spacing),
    doubled: places.filter((place) => place.frames > usual).length,
    tiltDeg: normal === null ? 0 : tiltOf(places, normal),
    coverageMm: from === null || to === null ? null : round(to - from + (thickness ?? spacing ?? 0)),
  };
}

function whyNoVolume(stacks: readonly StackSpace[], mixedMatrix: boolean): string {
  const [stack, ...more] = stacks;
  if (stack === undefined || stack.normal === null || stack.slices === 0) return 'the images have no place in space';
  if (more.length > 0) return 'the images lie in several planes';
  if (mixedMatrix) return 'the images have several sizes';
  if (stack.slices < VOLUME_SLICES) return `${stack.slices} slices are too few`;
  if (stack.missing > 0) return 'slices are missing';
  if (stack.irregular) return 'the slices are spaced unevenly';
  return stack.tiltDeg > MAX_TILT_DEG ? `the slices slide off sideways by ${stack.tiltDeg} degrees` : '';
}

const shapeOf = ({ rows, columns, pixelSpacing }: InstanceHeader) =>
  `${rows} ${columns} ${pixelSpacing?.map((mm) => mm.toFixed(3)).join(' ') ?? ''}`;

/** How the frames of a series lie in space, stack by stack, and whether it can be cut in other planes. */
export function measureSpace(
  headers: readonly InstanceHeader[],
  ordered: readonly OrderedFrame[] = orderFrames(headers),
): SeriesSpace {
  const thickness = headers[0]?.sliceThickness ?? null;
  const stacks = [...Map.groupBy(ordered, ({ stack }) => stack).values()].map((frames) =>
    measureStack(frames, thickness),
  );
  const mixedMatrix = headers.length > 1 && new Set(headers.map(shapeOf)).size > 1;
  const whyNot = whyNoVolume(stacks, mixedMatrix);
  const framesOfReference = [...new Set(headers.map(({ frameOfReferenceUid }) => frameOfReferenceUid))].filter(Boolean);
  return { stacks, mixedMatrix, framesOfReference, reformattable: whyNot === '', whyNot };
}

/** What two series have in common in space. */
export interface SpaceRelation {
  /** Positions of the one mean the same in the other (PS3.3 C.7.4.1.1.1). */
  readonly sameFrameOfReference: boolean;
  /** Parallel planes, so that scrolling one can scroll the other. */
  readonly parallel: boolean;
  /** Of the shorter of two parallel stacks, how much lies within the other: 0 to 1. */
  readonly overlap: number;
  /** Whether they can be scrolled together: one frame of reference, and parallel slices that overlap. */
  readonly linkable: boolean;
  /** Whether the place of one can be drawn as a line in the other. */
  readonly crossReferenced: boolean;
}

/** Normals that enclose less than about 10 degrees are scrolled together. A setting. */
export const NEARLY_PARALLEL = 0.985;

/** Where a series' largest stack lies: what two of them are compared by. Its own small type, because it goes over the wire. */
export function placeOf({ stacks, framesOfReference }: SeriesSpace): SeriesPlace {
  const largest = stacks.reduce<StackSpace | null>(
    (best, stack) => (best === null || stack.frames > best.frames ? stack : best),
    null,
  );
  const { normal = null, from = null, to = null } = largest ?? {};
  return { framesOfReference, normal, from, to };
}

/** The same of frames by themselves, all in planes parallel to the first. */
export function placeOfFrames(
  frames: readonly {
    readonly position: readonly number[] | null;
    readonly orientation: readonly number[] | null;
    readonly frameOfReferenceUid: string;
  }[],
): SeriesPlace {
  const normal = axesOf(frames.find(({ orientation }) => orientation !== null)?.orientation ?? null)?.normal ?? null;
  const framesOfReference = [...new Set(frames.map(({ frameOfReferenceUid }) => frameOfReferenceUid))].filter(Boolean);
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { position } of frames) {
    if (normal === null || position === null) continue;
    const mm = dot(position as unknown as Vector, normal);
    from = Math.min(from, mm);
    to = Math.max(to, mm);
  }
  return from > to ? { framesOfReference, normal, from: null, to: null } : { framesOfReference, normal, from, to };
}

function overlapOf(a: SeriesPlace, b: SeriesPlace, sign: number): number {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return 0;
  const [from, to] = sign < 0 ? [-b.to, -b.from] : [b.from, b.to];
  const common = Math.min(a.to, to) - Math.max(a.from, from);
  const shorter = Math.min(a.to - a.from, to - from);
  if (shorter <= 0) return common >= 0 ? 1 : 0;
  return Math.max(0, Math.min(1, common / shorter));
}

/** Which of two series can be linked while scrolling, and whether each can be drawn as a line in the other. */
export function relateSpaces(a: SeriesPlace, b: SeriesPlace): SpaceRelation {
  const sameFrameOfReference = a.framesOfReference.some((uid) => b.framesOfReference.includes(uid));
  const cosine = a.normal !== null && b.normal !== null ? dot(a.normal as Vector, b.normal as Vector) : 0;
  const parallel = Math.abs(cosine) >= NEARLY_PARALLEL;
  const overlap = parallel ? overlapOf(a, b, cosine) : 0;
  return {
    sameFrameOfReference,
    parallel,
    overlap: round(overlap),
    linkable: sameFrameOfReference && parallel && overlap > 0,
    crossReferenced: sameFrameOfReference && a.normal !== null && b.normal !== null && !parallel,
  };
}
