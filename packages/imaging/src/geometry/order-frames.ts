import type { InstanceHeader } from '../model.ts';
import { axesOf, dot, type Vector } from './vectors.ts';

/** One frame in the order in which a reader scrolls. */
export interface OrderedFrame {
  readonly sopInstanceUid: string;
  /** Index of the frame in its instance, from 0. */
  readonly frame: number;
  readonly instanceNumber: number | null;
  readonly position: readonly number[] | null;
  readonly orientation: readonly number[] | null;
  /** Place along the normal of its stack in mm, null where the header does not say. */
  readonly distanceMm: number | null;
  /** Which stack of parallel pictures the frame belongs to, from 0. */
  readonly stack: number;
}

/** Normals that enclose less than about 3 degrees belong to one stack. */
const PARALLEL = 0.9985;
/** Places closer than this, in mm, are one place: headers round. */
const SAME_PLACE_MM = 0.01;

interface Placed extends OrderedFrame {
  readonly normal: Vector | null;
}

function framesOf(header: InstanceHeader): Omit<Placed, 'stack' | 'distanceMm'>[] {
  return Array.from({ length: Math.max(header.frames, 1) }, (_, frame) => {
    const own = header.perFrame[frame];
    const orientation = own?.orientation ?? header.orientation;
    // Only the first frame of a multi-frame object may take the object's own place.
    const position = own?.position ?? (frame === 0 || header.perFrame.length === 0 ? header.position : null);
    return {
      sopInstanceUid: header.sopInstanceUid,
      frame,
      instanceNumber: header.instanceNumber,
      position: header.frames > 1 && own === undefined ? null : position,
      orientation,
      normal: axesOf(orientation)?.normal ?? null,
    };
  });
}

const byNumber = (a: number | null, b: number | null) =>
  (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);

function placeFrames(headers: readonly InstanceHeader[]): Placed[] {
  const normals: (Vector | null)[] = [];
  const stackOf = (normal: Vector | null) => {
    const same = (other: Vector | null) =>
      normal === null || other === null ? normal === other : dot(normal, other) >= PARALLEL;
    const known = normals.findIndex(same);
    return known >= 0 ? known : normals.push(normal) - 1;
  };
  const seen = new Set<string>();
  const unique = headers.filter(({ sopInstanceUid }) => !seen.has(sopInstanceUid) && seen.add(sopInstanceUid));
  const sorted = unique.sort((a, b) => byNumber(a.instanceNumber, b.instanceNumber));
  return sorted.flatMap(framesOf).map((frame) => {
    const stack = stackOf(frame.normal);
    const axis = normals[stack] ?? null;
    const place = frame.position as unknown as Vector | null;
    return { ...frame, stack, distanceMm: axis === null || place === null ? null : dot(axis, place) };
  });
}

function compare(a: Placed, b: Placed): number {
  if (a.stack !== b.stack) return a.stack - b.stack;
  if (a.distanceMm !== null && b.distanceMm !== null && Math.abs(a.distanceMm - b.distanceMm) > SAME_PLACE_MM) {
    return a.distanceMm - b.distanceMm;
  }
  return byNumber(a.instanceNumber, b.instanceNumber) || a.frame - b.frame;
}

/**
 * The frames of one series in display order: stack by stack, along the normal (PS3.3 C.7.6.2.1.1), then by instance number.
 * An instance given twice counts once.
 */
export function orderFrames(headers: readonly InstanceHeader[]): OrderedFrame[] {
  const placed = placeFrames(headers);
  const everywhere = placed.every(({ distanceMm }) => distanceMm !== null);
  // A series that is only partly placed keeps the numbers that the scanner gave.
  const sorted = placed.sort(
    everywhere ? compare : (a, b) => byNumber(a.instanceNumber, b.instanceNumber) || a.frame - b.frame,
  );
  return sorted.map(({ normal: _, ...frame }) => frame);
}

/** How the frames of a series lie in space. */
export interface SeriesGeometry {
  readonly stacks: number;
  /** Places of the largest stack, ascending, in mm along its normal. */
  readonly places: readonly number[];
  /** Distance of neighbouring places in mm (the median), null with fewer than two. */
  readonly spacingMm: number | null;
  /** Frames at most places: 1 for one volume, more for echoes, b-values, phases. */
  readonly framesPerPlace: number;
  /** What is missing or doubled, a sentence each. */
  readonly gaps: readonly string[];
}

interface Place {
  readonly mm: number;
  count: number;
  readonly instanceNumber: number | null;
}

function placesOf(frames: readonly OrderedFrame[]): Place[] {
  const places: Place[] = [];
  for (const { distanceMm, instanceNumber } of frames) {
    if (distanceMm === null) continue;
    const last = places.at(-1);
    if (last !== undefined && distanceMm - last.mm <= SAME_PLACE_MM) last.count += 1;
    else places.push({ mm: distanceMm, count: 1, instanceNumber });
  }
  return places;
}

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
};

const mostCommon = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
};

const round = (value: number) => Math.round(value * 100) / 100;
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Numbers that run on across a gap say that the scanner left it: blocks of slices, one for each disc of a spine. */
const numberedOn = (from: Place, to: Place) =>
  from.instanceNumber !== null && to.instanceNumber !== null && Math.abs(to.instanceNumber - from.instanceNumber) === 1;

interface Gap {
  readonly missing: number;
  readonly sentence: string;
}

/** A step of this many spacings is a gap. A setting. */
const GAP = 1.5;

function findGaps(places: readonly Place[], spacing: number): Gap[] {
  const gaps: Gap[] = [];
  for (let at = 1; at < places.length; at += 1) {
    const [from, to] = [places[at - 1] as Place, places[at] as Place];
    const step = to.mm - from.mm;
    if (step < GAP * spacing) continue;
    const where = `between ${from.mm.toFixed(1)} and ${to.mm.toFixed(1)} mm`;
    const missing = Math.max(1, Math.round(step / spacing) - 1);
    if (from.count === 1 && numberedOn(from, to)) {
      gaps.push({
        missing: 0,
        sentence: `the images leave out ${step.toFixed(1)} mm ${where}, numbered without a break`,
      });
    } else gaps.push({ missing, sentence: `${plural(missing, 'slice')} missing ${where}` });
  }
  return gaps;
}

/** More gaps than this are told in one sentence. */
const MAX_SENTENCES = 6;

function gapSentences(places: readonly Place[], spacing: number): string[] {
  const gaps = findGaps(places, spacing);
  if (gaps.length <= MAX_SENTENCES) return gaps.map(({ sentence }) => sentence);
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  if (missing === 0) return [`the images lie in ${gaps.length + 1} blocks`];
  return [
    `${plural(missing, 'slice')} missing in ${gaps.length} places between ${places[0]?.mm.toFixed(1)} and ${places.at(-1)?.mm.toFixed(1)} mm`,
  ];
}

function unevenSentences(places: readonly Place[], perPlace: number): string[] {
  const sentences: string[] = [];
  for (const { mm, count } of places) {
    if (count > perPlace) sentences.push(`${plural(count - perPlace, 'image')} too many at ${mm.toFixed(1)} mm`);
    if (count < perPlace) sentences.push(`${plural(perPlace - count, 'image')} missing at ${mm.toFixed(1)} mm`);
  }
  return sentences.length <= MAX_SENTENCES ? sentences : ['not every place has the same number of images'];
}

/** With fewer places the spacing is no measure of what is missing. */
const ENOUGH_PLACES = 4;

/** Spacing, missing and doubled slices of a series, from its largest stack of parallel frames. */
export function measureGeometry(ordered: readonly OrderedFrame[]): SeriesGeometry {
  const stacks = Map.groupBy(ordered, ({ stack }) => stack);
  const largest = [...stacks.values()].reduce(
    (best, stack) => (stack.length > best.length ? stack : best),
    [] as OrderedFrame[],
  );
  const places = placesOf(largest);
  const spacing = median(places.slice(1).map(({ mm }, at) => mm - (places[at] as Place).mm));
  const perPlace = mostCommon(places.map(({ count }) => count));
  const tell = spacing !== null && places.length >= ENOUGH_PLACES;
  return {
    stacks: stacks.size,
    places: places.map(({ mm }) => mm),
    spacingMm: spacing === null ? null : round(spacing),
    framesPerPlace: perPlace,
    gaps: tell ? [...gapSentences(places, spacing), ...unevenSentences(places, perPlace)] : [],
  };
}
