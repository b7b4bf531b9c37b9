import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unpackWoff } from './woff.ts';

const WOFF = readFileSync(
  fileURLToPath(import.meta.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff')),
);

/** Sum of the big-endian words of a table, as OpenType defines a table's checksum. */
function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

describe('unpackWoff', () => {
  it('gives back every table whole, as its checksum says', () => {
    const font = unpackWoff(WOFF);
    const count = font.readUInt16BE(4);
    expect(count).toBe(WOFF.readUInt16BE(12));
    expect(font.length).toBe(WOFF.readUInt32BE(16));
    for (let i = 0; i < count; i += 1) {
      const entry = 12 + 16 * i;
      // The checksum of "head" is taken with one of its own fields set to zero.
      if (font.toString('latin1', entry, entry + 4) === 'head') continue;
      const offset = font.readUInt32BE(entry + 8);
      expect(checksum(font.subarray(offset, offset + font.readUInt32BE(entry + 12)))).toBe(
        font.readUInt32BE(entry + 4),
      );
    }
  });

  it('refuses what is no WOFF', () => {
    expect(() => unpackWoff(Buffer.from('wOF2'))).toThrow('not a WOFF');
    expect(() => unpackWoff(Buffer.alloc(100))).toThrow('not a WOFF');
  });
});
