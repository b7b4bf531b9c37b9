import { createWriteStream } from 'node:fs';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Blobs } from '../platform/ports.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';

/** Plain bytes of a segment; sealed it is longer by nonce and tag. */
const SEGMENT = 1024 * 1024;
const SEALED_SEGMENT = SEGMENT + 28;

/** Where a file's segments belong: a segment moved, left out or put elsewhere does not open. */
interface Place {
  readonly key: Buffer;
  readonly bound: string;
}

const placeOf = (bound: string, segment: number, isLast: boolean): string =>
  `${bound}/${segment}${isLast ? '/last' : ''}`;

/** A stream that takes plain bytes of any length and gives sealed segments; the last one says that it is the last. */
export function sealing({ key, bound }: Place): Transform {
  let waiting: Buffer[] = [];
  let length = 0;
  let segment = 0;
  const take = (isLast: boolean, size: number): Buffer => {
    const all = Buffer.concat(waiting);
    waiting = all.length > size ? [all.subarray(size)] : [];
    length = all.length - size;
    const sealed = sealBytes(key, placeOf(bound, segment, isLast), all.subarray(0, size));
    segment += 1;
    return sealed;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      waiting.push(chunk);
      length += chunk.length;
      // One byte more than a segment: only then it is certain that this segment is not the last.
      while (length > SEGMENT) this.push(take(false, SEGMENT));
      done();
    },
    flush(done) {
      this.push(take(true, length));
      done();
    },
  });
}

/** Writes a sealed file to `path`, from what `fill` writes into the stream that it gets. */
export async function writeSealed<T>(path: string, place: Place, fill: (into: Transform) => Promise<T>): Promise<T> {
  const into = sealing(place);
  const [made] = await Promise.all([
    fill(into).catch((error: Error) => {
      into.destroy(error);
      throw error;
    }),
    pipeline(into, createWriteStream(path, { flags: 'wx', mode: 0o600 })),
  ]);
  return made;
}

/** The plain bytes of a sealed blob, or those from `start` to `end` (exclusive); one segment in memory at a time. Fails when
 * a segment was changed or is missing. */
export function readSealed(
  blobs: Blobs,
  blobKey: string,
  { key, bound }: Place,
  { start = 0, end = Number.POSITIVE_INFINITY } = {},
): Readable {
  async function* segments() {
    const size = await blobs.size(blobKey);
    for (let segment = Math.floor(start / SEGMENT); segment * SEGMENT < end; segment += 1) {
      const at = segment * SEALED_SEGMENT;
      if (at >= size) return;
      const until = Math.min(size, at + SEALED_SEGMENT);
      const sealed = await blobs.readRange(blobKey, at, until);
      const plain = openBytes(key, placeOf(bound, segment, until === size), sealed);
      yield plain.subarray(Math.max(0, start - segment * SEGMENT), end - segment * SEGMENT);
    }
  }
  return Readable.from(segments(), { objectMode: false });
}
