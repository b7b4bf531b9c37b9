import type { StreamHeader } from '@overread/contract/images.ts';
import { describe, expect, it } from 'vitest';
import { edgeLetters, linkedIndex, referenceLine, sliceLocation } from './position.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];

interface Made {
  readonly positions: readonly (readonly number[] | null)[];
  readonly orientation?: readonly number[];
  readonly frameOfReferenceUid?: string;
}

function series({ positions, orientation = AXIAL, frameOfReferenceUid = '1.2' }: Made): StreamHeader {
  return {
    seriesInstanceUid: '1',
    description: '',
    rows: 100,
    columns: 100,
    bitsAllocated: 16,
    signed: false,
    samplesPerPixel: 1,
    photometric: 'MONOCHROME2',
    frameBytes: 20_000,
    window: { center: 1, width: 1 },
    slope: 1,
    intercept: 0,
    order: [0],
    stacks: [],
    frames: positions.map((position, i) => ({
      sopInstanceUid: `1.${i}`,
      frame: 0,
      instanceNumber: i,
      position,
      orientation,
      pixelSpacing: [1, 1] as const,
      sliceThickness: 4,
      repetitionTime: null,
      echoTime: null,
      frameOfReferenceUid,
    })),
  };
}
const axial = (...z: number[]) => series({ positions: z.map((at) => [-50, -50, at]) });

describe('linked scrolling', () => {
  it('finds the nearest slice by position, not by number', () => {
    const thick = axial(0, 4, 8, 12);
    const thin = axial(...Array.from({ length: 16 }, (_, i) => 14 - i));
    expect(linkedIndex(thick, 1, thin)).toBe(10);
    expect(linkedIndex(thin, 10, thick)).toBe(1);
  });

  it('follows slices whose order or normal is turned round', () => {
    const turned = series({ positions: [8, 4, 0].map((z) => [50, -50, z]), orientation: [-1, 0, 0, 0, 1, 0] });
    expect(linkedIndex(axial(0, 4, 8), 2, turned)).toBe(0);
  });

  it('does not link other planes, other frames of reference, or slices without a position', () => {
    const here = axial(0, 4);
    expect(linkedIndex(here, 0, series({ positions: [[0, -50, 50]], orientation: SAGITTAL }))).toBeNull();
    expect(linkedIndex(here, 0, series({ positions: [[0, 0, 0]], frameOfReferenceUid: '9.9' }))).toBeNull();
    expect(linkedIndex(here, 0, series({ positions: [null] }))).toBeNull();
    const nameless = series({ positions: [[0, 0, 0]], frameOfReferenceUid: '' });
    expect(linkedIndex(nameless, 0, nameless)).toBeNull();
  });
});

describe('the reference line', () => {
  it('shows where an axial slice cuts a sagittal one', () => {
    const sagittal = series({ positions: [[0, -50, 50]], orientation: SAGITTAL });
    const line = referenceLine({ header: sagittal, index: 0 }, { header: axial(20), index: 0 });
    // 30 mm below the top row, from edge to edge.
    expect(line?.map(([, y]) => y)).toEqual([expect.closeTo(30.5), expect.closeTo(30.5)]);
    expect(line?.map(([x]) => x).sort((a, b) => a - b)).toEqual([expect.closeTo(0), expect.closeTo(100)]);
  });

  it('is not there for parallel slices and for cuts outside of the image', () => {
    expect(referenceLine({ header: axial(0), index: 0 }, { header: axial(4), index: 0 })).toBeNull();
    const sagittal = series({ positions: [[0, -50, 50]], orientation: SAGITTAL });
    expect(referenceLine({ header: sagittal, index: 0 }, { header: axial(90), index: 0 })).toBeNull();
  });
});

describe('the letters at the edges', () => {
  it('puts the right of the patient on the left of an axial image', () => {
    expect(edgeLetters(AXIAL)).toEqual({ left: 'R', right: 'L', top: 'A', bottom: 'P' });
  });
  it('names sagittal and oblique planes', () => {
    expect(edgeLetters(SAGITTAL)).toEqual({ left: 'A', right: 'P', top: 'H', bottom: 'F' });
    expect(edgeLetters([1, 0, 0, 0, 0.8, -0.6])).toEqual({ left: 'R', right: 'L', top: 'AH', bottom: 'PF' });
    expect(edgeLetters(null)).toBeNull();
  });
  it('says where a slice lies along its normal', () => {
    const sagittal = series({ positions: [[-16.1, -50, 50]], orientation: SAGITTAL });
    expect(sliceLocation(sagittal, 0)).toEqual({ letter: 'R', mm: expect.closeTo(16.1) });
    expect(sliceLocation(axial(-12), 0)).toEqual({ letter: 'F', mm: expect.closeTo(12) });
  });
});
