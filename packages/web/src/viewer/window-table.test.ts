import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintFrame, storedEnds, type TableOptions, windowEnds, windowTable } from './window-table.ts';

const plain: TableOptions = { bits: 16, signed: true, slope: 1, intercept: 0, inverted: false };
const grey = (word: number | undefined) => (word ?? -1) & 0xff;
const raw = (value: number) => value & 0xffff;

describe('the window table', () => {
  // PS3.3 C.11.2.1.2.1 gives this very example: c=2048, w=4096 shows 0 black and 4095 white.
  it('follows the formula of the standard', () => {
    expect(windowEnds({ center: 2048, width: 4096 })).toEqual({ lower: 0, upper: 4095 });
    const table = windowTable({ center: 2048, width: 4096 }, plain);
    expect([0, 4095, 4096, -1].map((value) => grey(table[raw(value)]))).toEqual([0, 255, 255, 0]);
    expect(grey(table[2048])).toBe(128);
  });

  it('becomes a threshold at width 1', () => {
    const table = windowTable({ center: 100, width: 1 }, plain);
    expect([99, 100].map((value) => grey(table[value]))).toEqual([0, 255]);
  });

  it('never falls with rising values, and never rises when inverted', () => {
    const window = fc.record({
      center: fc.integer({ min: -2000, max: 4000 }),
      width: fc.integer({ min: 1, max: 8000 }),
    });
    fc.assert(
      fc.property(window, fc.boolean(), (w, inverted) => {
        const table = windowTable(w, { ...plain, inverted });
        let last = grey(table[raw(-32768)]);
        for (let value = -32768; value < 32768; value += 97) {
          const next = grey(table[raw(value)]);
          expect(inverted ? next <= last : next >= last).toBe(true);
          last = next;
        }
      }),
      { numRuns: 25 },
    );
  });

  it('counts the window in units after rescale', () => {
    const options = { ...plain, slope: 2, intercept: -1000 };
    expect(storedEnds({ center: 0.5, width: 1001 }, options)).toEqual({ lower: 250, upper: 750 });
    const table = windowTable({ center: 0.5, width: 1001 }, options);
    expect([250, 500, 750].map((value) => grey(table[value]))).toEqual([0, 128, 255]);
  });

  it('paints signed, unsigned, 8 bit and colour pixels as opaque words', () => {
    const out = new Uint32Array(2);
    paintFrame(new Int16Array([-5, 4095]), 1, windowTable({ center: 2048, width: 4096 }, plain), out);
    expect([...out]).toEqual([0xff000000, 0xffffffff]);
    const bytes = windowTable({ center: 128, width: 256 }, { ...plain, bits: 8, signed: false });
    paintFrame(new Uint8Array([0, 255]), 1, bytes, out);
    expect([...out]).toEqual([0xff000000, 0xffffffff]);
    paintFrame(new Uint8Array([1, 2, 3, 255, 0, 0]), 3, bytes, out);
    expect([...out]).toEqual([0xff030201, 0xff0000ff]);
  });
});
