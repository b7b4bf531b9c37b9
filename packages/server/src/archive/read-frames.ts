import type { FrameRange } from '@overread/imaging/model.ts';
import type { Blobs } from '../platform/ports.ts';
import type { ArchivedInstance, StoredFrame } from './model.ts';
import { coverOf, openSegment, type PackSeal, sealedOffsets } from './pack-format.ts';

/** Adjacent segments are read together up to this many bytes: fewer requests, and little that is not wanted. */
const RUN_BYTES = 2 << 20;
/** Bytes between two wanted stretches that are read along rather than asked for again: headers between frames. */
const GAP_BYTES = 64 << 10;
/** Runs that are held while their frames wait for their turn; beyond it the oldest is dropped, and read again later. */
const HELD_BYTES = 48 << 20;

/** A stretch of sealed segments of one instance, in its pack. */
interface Stretch {
  readonly packId: string;
  readonly start: number;
  readonly end: number;
  /** Number of the first segment in the pack, and the length of each before it was sealed. */
  readonly segment: number;
  readonly lengths: readonly number[];
  /** Byte of the file at which the first segment begins. */
  readonly from: number;
}

export interface PackReader {
  readonly blobs: Pick<Blobs, 'readRange'>;
  readonly sealOf: (packId: string) => PackSeal;
  readonly keyOf: (packId: string) => string;
}

/** The sealed segments that hold a stretch of an instance's file. */
export function stretchOf({ place }: ArchivedInstance, start: number, end: number): Stretch {
  const cover = coverOf(place.segments, start, end);
  const offsets = sealedOffsets(place.packOffset, place.segments);
  return {
    packId: place.packId,
    start: offsets[cover.first] as number,
    end: offsets[cover.last] as number,
    segment: place.firstSegment + cover.first,
    lengths: place.segments.slice(cover.first, cover.last),
    from: cover.from,
  };
}

/** Opens the segments of a stretch; `sealed` are its bytes. */
export function openStretch(seal: PackSeal, stretch: Stretch, sealed: Buffer): Buffer {
  let at = 0;
  const opened = stretch.lengths.map((length, index) => {
    const end = at + length + 16;
    const plain = openSegment(seal, stretch.segment + index, sealed.subarray(at, end));
    at = end;
    return plain;
  });
  return opened.length === 1 ? (opened[0] as Buffer) : Buffer.concat(opened);
}

/** Bytes `start` to `end` (exclusive) of an instance's file. */
export async function readBytes(
  reader: PackReader,
  instance: ArchivedInstance,
  start: number,
  end: number,
): Promise<Buffer> {
  const stretch = stretchOf(instance, start, end);
  const sealed = await reader.blobs.readRange(reader.keyOf(stretch.packId), stretch.start, stretch.end);
  return openStretch(reader.sealOf(stretch.packId), stretch, sealed).subarray(start - stretch.from, end - stretch.from);
}

interface Run {
  readonly packId: string;
  readonly start: number;
  end: number;
  waiting: number;
  bytes: Promise<Buffer> | null;
}

/** Puts the stretches into runs, in the order in which they lie in their packs. */
function planRuns(wanted: readonly Stretch[]): Map<Stretch, Run> {
  const runs = new Map<Stretch, Run>();
  const inPlace = wanted.toSorted((a, b) => a.packId.localeCompare(b.packId) || a.start - b.start);
  let run: Run | null = null;
  for (const stretch of inPlace) {
    const { packId, start, end } = stretch;
    const joins = run !== null && run.packId === packId && start - run.end <= GAP_BYTES && end - run.start <= RUN_BYTES;
    if (run === null || !joins) run = { packId, start, end, waiting: 0, bytes: null };
    run.end = Math.max(run.end, end);
    run.waiting += 1;
    runs.set(stretch, run);
  }
  return runs;
}

/** Reads runs when they are wanted, one ahead, and lets go of those that are done. */
function createRunCache(reader: PackReader) {
  const held = new Set<Run>();
  let bytes = 0;
  const drop = (run: Run) => {
    if (!held.delete(run)) return;
    run.bytes = null;
    bytes -= run.end - run.start;
  };
  return {
    load(run: Run): Promise<Buffer> {
      if (run.bytes !== null) return run.bytes;
      for (const old of held) if (bytes > HELD_BYTES) drop(old);
      held.add(run);
      bytes += run.end - run.start;
      run.bytes = reader.blobs.readRange(reader.keyOf(run.packId), run.start, run.end);
      // Who waits for it hears of a failure; a run read ahead may have nobody waiting.
      run.bytes.catch(() => undefined);
      return run.bytes;
    },
    used(run: Run): void {
      run.waiting -= 1;
      if (run.waiting === 0) drop(run);
    },
  };
}

/** Opens stretches in the order given. */
async function* readStretches(reader: PackReader, wanted: readonly Stretch[]): AsyncGenerator<Buffer> {
  const runs = planRuns(wanted);
  const runOf = (stretch: Stretch | undefined) => runs.get(stretch as Stretch) as Run;
  const cache = createRunCache(reader);
  let ahead = 0;
  for (const [at, stretch] of wanted.entries()) {
    const run = runOf(stretch);
    const loading = cache.load(run);
    while (ahead <= at || (ahead < wanted.length && runOf(wanted[ahead]).bytes !== null)) ahead += 1;
    if (ahead < wanted.length) cache.load(runOf(wanted[ahead]));
    const sealed = (await loading).subarray(stretch.start - run.start, stretch.end - run.start);
    const opened = openStretch(reader.sealOf(stretch.packId), stretch, sealed);
    cache.used(run);
    yield opened;
  }
}

function pixelsOf(range: FrameRange, { from }: Stretch, opened: Buffer): Buffer {
  const piece = ({ offset, length }: FrameRange) => opened.subarray(offset - from, offset - from + length);
  return range.pieces === undefined ? piece(range) : Buffer.concat(range.pieces.map(piece));
}

/** Frames that lie at a place of their own, in the order given. Frames that the file does not have are left out. */
export async function* readFrames(
  reader: PackReader,
  frames: readonly { readonly instance: ArchivedInstance; readonly frame: number }[],
): AsyncGenerator<StoredFrame> {
  const wanted = frames.flatMap(({ instance, frame }) => {
    const range = instance.header.frameRanges[frame];
    if (range === undefined) return [];
    return [{ instance, frame, range, stretch: stretchOf(instance, range.offset, range.offset + range.length) }];
  });
  let at = 0;
  for await (const opened of readStretches(
    reader,
    wanted.map(({ stretch }) => stretch),
  )) {
    const { instance, frame, range, stretch } = wanted[at] as (typeof wanted)[number];
    at += 1;
    yield { sopInstanceUid: instance.sopInstanceUid, frame, bytes: pixelsOf(range, stretch, opened) };
  }
}

/** Whole files, or their headers only, in the order given. */
export function readParts(
  reader: PackReader,
  instances: readonly ArchivedInstance[],
  part: 'file' | 'header',
): AsyncGenerator<Buffer> {
  const endOf = ({ size, place }: ArchivedInstance) => (part === 'file' ? size : (place.segments[0] ?? size));
  return readStretches(
    reader,
    instances.map((each) => stretchOf(each, 0, endOf(each))),
  );
}
