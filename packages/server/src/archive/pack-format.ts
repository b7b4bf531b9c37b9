import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { FrameRange } from '@overread/imaging/model.ts';

/**
 * A pack is a run of sealed segments, nothing else: each is AES-256-GCM ciphertext and its tag. Where an instance's segments
 * lie and how long each was is in the index; a pack without its index, or without its case's data key, tells nothing.
 */

export const TAG_BYTES = 16;
const NONCE_BYTES = 12;
/** An instance of more frames is sealed in one piece: its table would outweigh what range reads save. */
const MAX_FRAMES = 20_000;

/** Who a pack is, for the cipher: its own key, and its name as authenticated data. */
export interface PackSeal {
  /** As a key object: given as bytes it would be looked over again for each of thousands of segments. */
  readonly key: KeyObject;
  readonly name: Buffer;
}

/** The pack's own key: its nonces may start from 0, because no other pack has this key. */
export function packSeal(dataKey: Buffer, packId: string): PackSeal {
  const name = Buffer.from(`overread/pack/${packId}`);
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), name, 32));
  return { key: createSecretKey(key), name };
}

function nonceOf(segment: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(segment, NONCE_BYTES - 4);
  return nonce;
}

function boundTo(seal: PackSeal, segment: number): Buffer {
  const bound = Buffer.allocUnsafe(seal.name.length + 4);
  seal.name.copy(bound);
  bound.writeUInt32BE(segment, seal.name.length);
  return bound;
}

/** Ciphertext and tag of segment number `segment` of a pack. */
export function sealSegment(seal: PackSeal, segment: number, plain: Uint8Array): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(segment));
  cipher.setAAD(boundTo(seal, segment));
  const sealed = cipher.update(plain);
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** The bytes of a segment. Throws `PackDamaged` when a bit was changed, or it belongs to another place. */
export function openSegment(seal: PackSeal, segment: number, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(segment), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(seal, segment));
  try {
    decipher.setAuthTag(sealed.subarray(Math.max(0, end)));
    const plain = decipher.update(sealed.subarray(0, Math.max(0, end)));
    decipher.final();
    return plain;
  } catch (cause) {
    throw new PackDamaged(cause);
  }
}

/** Bytes at rest are not what was written: a fault of the disc, or a hand. */
export class PackDamaged extends Error {
  override readonly name = 'PackDamaged';
  constructor(cause?: unknown) {
    super('A stored image is damaged: its seal does not fit its bytes.', { cause });
  }
}

/**
 * Where a file is cut: lengths of header, frames, trailer, which together are the file. What lies between two frames (the item
 * headers of fragments) goes with the later one. A file whose frames cannot be told apart is one segment.
 */
export function cutInstance(size: number, frames: readonly FrameRange[]): number[] {
  if (frames.length > MAX_FRAMES) return [size];
  const cuts = frames[0] === undefined ? [] : [frames[0].offset];
  for (const { offset, length } of frames) {
    if (offset < (cuts.at(-1) ?? 0) || offset + length > size || length <= 0) return [size];
    cuts.push(offset + length);
  }
  if (cuts.at(-1) !== size) cuts.push(size);
  return cuts.map((end, at) => end - (cuts[at - 1] ?? 0));
}

/** The segments that hold bytes `start` to `end` (exclusive) of a file: first, last (exclusive), and the first one's first byte. */
export function coverOf(segments: readonly number[], start: number, end: number) {
  let first = 0;
  let from = 0;
  while (first < segments.length - 1 && from + (segments[first] as number) <= start) {
    from += segments[first] as number;
    first += 1;
  }
  let last = first;
  let to = from;
  while (last < segments.length && (to < end || last === first)) {
    to += segments[last] as number;
    last += 1;
  }
  return { first, last, from };
}

/** Byte at which each segment begins in the pack, and behind the last one the byte where the instance ends. */
export function sealedOffsets(packOffset: number, segments: readonly number[]): number[] {
  const offsets = [packOffset];
  for (const length of segments) offsets.push((offsets.at(-1) as number) + length + TAG_BYTES);
  return offsets;
}
