import { describe, expect, it } from 'vitest';
import type { GreyFrame } from './frame-measures.ts';
import { measureFrame } from './frame-signs.ts';
import { framesToLookAt, qualitySigns } from './series-signs.ts';

const SIZE = 128;
/** Normal deviates from a seed (a linear congruential generator and Box-Muller): the same picture every time. */
function noiseOf(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 4294967297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

type Signal = (x: number, y: number) => number;

/** An oval body with organs in it, as a magnitude picture with the noise of both receivers. */
const organs: Signal = (x, y) => {
  const inside = ((x - 64) / 38) ** 2 + ((y - 64) / 30) ** 2;
  if (inside > 1) return 0;
  return 600 + 250 * Math.sin(x / 6) * Math.cos(y / 9) + (inside > 0.85 ? 400 : 0);
};
function picture(signal: Signal, noise = 12, seed = 7): GreyFrame {
  const next = noiseOf(seed);
  const values = new Int32Array(SIZE * SIZE);
  for (let at = 0; at < values.length; at += 1) {
    const real = signal(at % SIZE, Math.floor(at / SIZE)) + noise * next();
    values[at] = Math.round(Math.hypot(real, noise * next()));
  }
  return { values, rows: SIZE, columns: SIZE };
}

/** Signs of a series of three such pictures. */
function signsOf(make: (seed: number) => GreyFrame): string[] {
  const measured = [1, 2, 3].map((seed) => [seed, measureFrame(make(seed))] as const);
  return qualitySigns(new Map(measured)).map(({ kind }) => kind);
}

const shifted =
  (by: number, share: number): Signal =>
  (x, y) =>
    organs(x, y) + share * (organs(x, y + by) + organs(x, y - by));

/** Twelve bright letters "E" of 7 by 5 at the upper edge. */
function withLetters(frame: GreyFrame): GreyFrame {
  const values = frame.values.slice();
  for (let letter = 0; letter < 12; letter += 1)
    for (let y = 0; y < 7; y += 1)
      for (let x = 0; x < 5; x += 1)
        if (x === 0 || y === 0 || y === 3 || y === 6) values[(5 + y) * SIZE + 6 + letter * 8 + x] = 1500;
  return { ...frame, values };
}

describe('made pictures with one fault', () => {
  it.each<[string, (seed: number) => GreyFrame, string[]]>([
    ['a good picture', (seed) => picture(organs, 12, seed), []],
    ['nothing but one value', () => picture(() => 0, 0), ['empty']],
    ['much noise', (seed) => picture(organs, 260, seed), ['noise']],
    ['ghosts of movement', (seed) => picture(shifted(50, 0.2), 12, seed), ['ghosting']],
    [
      'values cut off at the top',
      (seed) => {
        const frame = picture(organs, 12, seed);
        return { ...frame, values: frame.values.map((value) => Math.min(value, 800)) };
      },
      ['clipped'],
    ],
    [
      'a body that goes on at the opposite edge',
      (seed) => picture((x, y) => organs(x, (y + 64) % SIZE), 12, seed),
      ['wrap'],
    ],
    [
      'the lower half not there',
      (seed) => {
        const frame = picture(organs, 12, seed);
        return { ...frame, values: frame.values.map((value, at) => (at >= 70 * SIZE ? 0 : value)) };
      },
      ['truncated'],
    ],
    ['letters', (seed) => withLetters(picture(organs, 12, seed)), ['text']],
  ])('%s', (_, make, expected) => {
    expect(signsOf(make)).toEqual(expected);
  });

  it('says in which pictures it was seen, and of how many', () => {
    const good = measureFrame(picture(organs));
    const bad = measureFrame(picture(() => 0, 0));
    expect(
      qualitySigns(
        new Map([
          [0, good],
          [4, bad],
          [9, good],
        ]),
      ),
    ).toEqual([{ kind: 'empty', frames: [4], of: 3 }]);
  });

  it('measures what it says: noise, and ghosts as a share of the signal', () => {
    const { signalToNoise, ghosting } = measureFrame(picture(shifted(50, 0.2), 12));
    expect(signalToNoise).toBeGreaterThan(30);
    expect(signalToNoise).toBeLessThan(70);
    expect(ghosting).toBeGreaterThan(0.1);
    expect(ghosting).toBeLessThan(0.35);
    expect(measureFrame(picture(organs)).ghosting).toBeLessThan(0.01);
  });
});

describe('what is looked at', () => {
  it('is spread evenly, with the middle one', () => {
    expect(framesToLookAt(3)).toEqual([0, 1, 2]);
    expect(framesToLookAt(90)).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85]);
    expect(framesToLookAt(90, 1)).toEqual([45]);
    expect(framesToLookAt(0)).toEqual([]);
  });

  it('says nothing of pictures that are too small, and of maps with few values', () => {
    const tiny = { values: new Int32Array(256).map((_, at) => at), rows: 16, columns: 16 };
    expect(qualitySigns(new Map([[0, measureFrame(tiny)]]))).toEqual([]);
    const mask = picture((x, y) => (organs(x, y) > 0 ? 900 : 0), 0);
    expect(qualitySigns(new Map([[0, measureFrame(mask)]]))).toEqual([]);
  });
});
