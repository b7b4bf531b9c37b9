import { hasLongLength } from '@overread/imaging/headers/file-meta.ts';

/** The longest value of a representation whose length has two bytes; values are of even length. */
const LONGEST_SHORT = 0xfffe;
const PADDED_BY_ZERO = new Set(['OB', 'UI', 'UN', 'OW']);

/**
 * One element in explicit little endian (PS3.5 7.1.2), as header and value. A value that is too long for its representation
 * goes out as UN (PS3.5 6.2.2).
 * @param tag group and element as one number
 * @param value in little endian; padded here to even length
 */
export function element(tag: number, vr: string, value: Uint8Array): readonly Uint8Array[] {
  const length = value.length + (value.length % 2);
  const written = length > LONGEST_SHORT && !hasLongLength(vr) ? 'UN' : vr;
  const isLong = hasLongLength(written);
  const head = Buffer.alloc(isLong ? 12 : 8);
  head.writeUInt16LE(tag >>> 16, 0);
  head.writeUInt16LE(tag & 0xffff, 2);
  head.write(written, 4, 'latin1');
  if (isLong) head.writeUInt32LE(length, 8);
  else head.writeUInt16LE(length, 6);
  return length === value.length ? [head, value] : [head, value, Buffer.from([PADDED_BY_ZERO.has(vr) ? 0 : 0x20])];
}
