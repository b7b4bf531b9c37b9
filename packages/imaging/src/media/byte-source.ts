/** Where the bytes of a container lie: a file, a Blob, a part of either. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `offset`, fewer only at the end of the source. */
  read(offset: number, length: number): Uint8Array | Promise<Uint8Array>;
}

export interface SyncByteSource extends ByteSource {
  read(offset: number, length: number): Uint8Array;
}

/** A read that a container's reader asks for: it is written once, as a generator, and driven with or without promises. */
export interface WantedBytes {
  readonly offset: number;
  readonly length: number;
}
export type Reading<T> = Generator<WantedBytes, T, Uint8Array>;

export function runSync<T>(reading: Reading<T>, source: SyncByteSource): T {
  let step = reading.next();
  while (!step.done) step = reading.next(source.read(step.value.offset, step.value.length));
  return step.value;
}

export async function runAsync<T>(reading: Reading<T>, source: ByteSource): Promise<T> {
  let step = reading.next();
  while (!step.done) step = reading.next(await source.read(step.value.offset, step.value.length));
  return step.value;
}

/** Bytes in memory as a source. */
export const bytesSource = (bytes: Uint8Array): SyncByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
});

/** A stretch of another source as a source of its own: a stored archive inside an archive. */
export const sliceSource = (source: ByteSource, offset: number, size: number): ByteSource => ({
  size,
  read: (at, length) => source.read(offset + at, Math.max(0, Math.min(length, size - at))),
});

/** The container cannot be read; `message` is a reason for people with what to do about it. */
export class UnreadableContainer extends Error {
  override readonly name = 'UnreadableContainer';
}
