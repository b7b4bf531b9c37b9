import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

const letters = (line: string) => line.length;

describe('breakLines', () => {
  it('loses no letter and makes no line too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 3, max: 40 }), (text, width) => {
        const lines = breakLines(text, width, letters);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) {
          const parts = line.split(' ');
          // A number and its unit may be cut as one word, so only then does a line hold more than one part of it.
          expect(line.length <= width || parts.length === 1).toBe(true);
        }
      }),
    );
  });

  it('keeps the line breaks of the text, its empty lines too', () => {
    expect(breakLines('one\n\ntwo', 10, letters)).toEqual(['one', '', 'two']);
    expect(breakLines('one\r\ntwo', 10, letters)).toEqual(['one', 'two']);
  });

  it('keeps a number with its unit', () => {
    expect(breakLines('protrusion of 4 mm here', 16, letters)).toEqual(['protrusion of', '4 mm here']);
    expect(breakLines('in 2 minutes', 5, letters)).toEqual(['in 2', 'minut', 'es']);
  });

  it('cuts a word that is wider than a line', () => {
    expect(breakLines('0123456789', 4, letters)).toEqual(['0123', '4567', '89']);
  });

  it('gives no line for nothing', () => {
    expect(breakLines('  \n ', 10, letters)).toEqual([]);
  });
});
