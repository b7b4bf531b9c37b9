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
}

function placesOf(frames: readonly OrderedFrame[]): Place[] {
  const places: Place[] = [];
  for (const { distanceMm } of frames) {
    if (distanceMm === null) continue;
    const last = places.at(-1);
    if (last !== undefined && distanceMm - last.mm <= SAME_PLACE_MM) last.count += 1;
    else places.push({ mm: distanceMm, count: 1 });
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

function gapSentences(places: readonly Place[], spacing: number | null, perPlace: number): string[] {
  const sentences: string[] = [];
  if (spacing === null || places.length < 4) return sentences;
  for (let at = 1; at < places.length; at += 1) {
    const [from, to] = [(places[at - 1] as Place).mm, (places[at] as Place).mm];
    const missing = Math.round((to - from) / spacing) - 1;
    if (missing < 1 || to - from < 1.5 * spacing) continue;
    sentences.push(`${plural(missing, 'slice')} missing between ${from.toFixed(1)} and ${to.toFixed(1)} mm`);
  }
  for (const { mm, count } of places) {
    if (count > perPlace) sentences.push(`${plural(count - perPlace, 'image')} too many at ${mm.toFixed(1)} mm`);
    if (count < perPlace) sentences.push(`${plural(perPlace - count, 'image')} missing at ${mm.toFixed(1)} mm`);
  }
  return sentences;
}

/** More sentences than this say that the series is not one regular stack, which is said once. */
const MAX_SENTENCES = 6;

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
  const sentences = gapSentences(places, spacing, perPlace);
  const uneven = sentences.length > MAX_SENTENCES || sentences.length > places.length / 2;
  return {
    stacks: stacks.size,
    places: places.map(({ mm }) => mm),
    spacingMm: spacing === null ? null : round(spacing),
    framesPerPlace: perPlace,
    gaps: uneven ? ['the images do not make up one regular stack'] : sentences,
  };
}
