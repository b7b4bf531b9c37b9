import { describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import type { InstanceHeader } from '../model.ts';
import { facesIn, isOfTheHead } from './faces.ts';

const first = parseHeader(madeInstance({}));
const AXIAL = [1, 0, 0, 0, 1, 0] as const;
const slice = (height: number, change: Partial<InstanceHeader> = {}): InstanceHeader => ({
  ...first,
  sopInstanceUid: `1.2.3.${1000 + Math.round(height)}`,
  ...{ rows: 240, columns: 240, frames: 1, pixelSpacing: [1, 1], sliceThickness: 5, mrAcquisitionType: '2D' },
  orientation: AXIAL,
  position: [-120, -120, height],
  ...change,
});
/** 5 mm slices from the roof of the skull down to the neck. */
const stack = (change: Partial<InstanceHeader> = {}, lowest = 0) =>
  Array.from({ length: (150 - lowest) / 5 + 1 }, (_, i) => slice(150 - 5 * i, change));
const kept = (headers: readonly InstanceHeader[]) => {
  const out = facesIn(headers);
  return headers.filter(({ sopInstanceUid }) => !out.has(sopInstanceUid)).map(({ position }) => position?.[2]);
};

describe('the face of a head', () => {
  it('is left out with the slices on which it lies; the upper head stays', () => {
    const heights = kept(stack());
    expect(heights.length).toBe(16);
    expect(Math.min(...heights.map((height) => height ?? 0))).toBe(75);
  });

  it('counts by the lowest corner of a tilted slice', () => {
    const tilted = [1, 0, 0, 0, Math.cos(0.3), Math.sin(0.3)];
    const heights = kept(stack({ orientation: tilted }));
    expect(heights.length).toBeGreaterThan(0);
    expect(heights.length).toBeLessThan(16);
  });

  it.each([
    ['from the side', { orientation: [0, 1, 0, 0, 0, -1] }],
    ['from the front', { orientation: [1, 0, 0, 0, 0, -1] }],
    ['in no known plane', { orientation: null }],
    ['as a volume', { mrAcquisitionType: '3D' }],
    ['in thin slices', { sliceThickness: 1 }],
    ['in slices of unknown thickness', { sliceThickness: null }],
    ['with many frames in a file', { frames: 30 }],
    ['without a place', { position: null }],
    ['without a scale', { pixelSpacing: null }],
  ] as const)('is left out whole where a head is shown %s', (_, change) => {
    expect(kept(stack(change))).toEqual([]);
  });

  it('is left out whole where one image of the series is of that kind, or the stack is too short to tell', () => {
    expect(kept([...stack(), slice(3, { orientation: [0, 1, 0, 0, 0, -1] })])).toEqual([]);
    expect(kept(stack({}, 60))).toEqual([]);
  });
});

it.each([
  ['brain', 'unknown', true],
  ['lumbar-spine', 'brain', true],
  ['other', 'unknown', true],
  ['vessels', 'other', true],
  ['other', 'knee', false],
  ['lumbar-spine', 'unknown', false],
])('a case of %s with images of %s: the head %s', (ofCase, ofImages, isHead) => {
  expect(isOfTheHead(ofCase, ofImages)).toBe(isHead);
});
