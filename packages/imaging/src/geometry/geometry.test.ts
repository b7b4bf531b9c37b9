import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { measureGeometry, orderFrames } from './order-frames.ts';
import { orientationLabels } from './orientation-labels.ts';
import { planeOf, planeOfAll } from './plane.ts';
import { windowFromHeader, windowFromPixels } from './window.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];
const CORONAL = [1, 0, 0, 0, 0, -1];

let uid = 0;
const header = (overrides: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, ...overrides }));
};
const stack = (places: readonly number[], more: MadeItem = {}) =>
  places.map((z, index) => header({ InstanceNumber: index + 1, ImagePositionPatient: [0, 0, z], ...more }));
const placesOf = (headers: Parameters<typeof orderFrames>[0]) =>
  orderFrames(headers).map(({ distanceMm }) => distanceMm);
const gapsOf = (headers: Parameters<typeof orderFrames>[0]) => measureGeometry(orderFrames(headers)).gaps;

describe('orderFrames', () => {
  it('goes along the normal, whatever the numbers say', () => {
    expect(placesOf(stack([10, 0, 5]))).toEqual([0, 5, 10]);
  });

  it('keeps images of one place in the order of their numbers', () => {
    const ordered = orderFrames([
      ...stack([0, 5]),
      ...stack([0, 5]).map((copy, at) => ({ ...copy, instanceNumber: at + 3 })),
    ]);
    expect(ordered.map(({ distanceMm, instanceNumber }) => [distanceMm, instanceNumber])).toEqual([
      [0, 1],
      [0, 3],
      [5, 2],
      [5, 4],
    ]);
  });

  it('shows one stack after the other', () => {
    const localizer = [AXIAL, SAGITTAL, CORONAL].flatMap((ImageOrientationPatient, plane) =>
      [0, 1].map((at) =>
        header({ ImageOrientationPatient, InstanceNumber: plane * 2 + at + 1, ImagePositionPatient: [at, at, at] }),
      ),
    );
    expect(orderFrames(localizer).map((frame) => frame.stack)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('counts an instance once that is given twice', () => {
    const [one] = stack([0]);
    expect(orderFrames([one, one].filter((item) => item !== undefined))).toHaveLength(1);
  });

  it('falls back to the numbers where some images have no place', () => {
    const headers = [...stack([5]), header({ InstanceNumber: 0, ImagePositionPatient: undefined })];
    expect(orderFrames(headers).map(({ instanceNumber }) => instanceNumber)).toEqual([0, 1]);
  });

  it('orders the frames of a multi-frame object by their own places', () => {
    const place = (z: number) => ({ '00209113:SQ': [{ ImagePositionPatient: [0, 0, z] }] });
    const multi = header({
      NumberOfFrames: 3,
      PixelData: new Uint8Array(96),
      '52009230:SQ': [place(4), place(0), place(2)],
    });
    expect(orderFrames([multi]).map(({ frame }) => frame)).toEqual([1, 2, 0]);
  });
});

describe('measureGeometry', () => {
  it('finds spacing and no gap in a regular stack', () => {
    expect(measureGeometry(orderFrames(stack([0, 4.4, 8.8, 13.2])))).toMatchObject({
      spacingMm: 4.4,
      gaps: [],
      framesPerPlace: 1,
      stacks: 1,
    });
  });

  it('tells missing slices', () => {
    const missing = stack([0, 4, 8, 20, 24]).map((one, at) => ({ ...one, instanceNumber: at < 3 ? at : at + 2 }));
    expect(gapsOf(missing)).toEqual(['2 slices missing between 8.0 and 20.0 mm']);
  });

  it('does not call blocks missing that the scanner numbered through', () => {
    expect(gapsOf(stack([0, 4, 8, 30, 34, 38]))).toEqual([
      'the images leave out 22.0 mm between 8.0 and 30.0 mm, numbered without a break',
    ]);
  });

  it('tells doubled and missing images of a place', () => {
    expect(gapsOf(stack([0, 4, 8, 8, 12]))).toEqual(['1 image too many at 8.0 mm']);
    const twice = [...stack([0, 4, 8, 12]), ...stack([0, 8, 12])];
    expect(gapsOf(twice)).toEqual(['1 image missing at 4.0 mm']);
  });

  it('does not measure what two slices cannot tell', () => {
    expect(measureGeometry(orderFrames(stack([0, 4, 100]))).gaps).toEqual([]);
    expect(measureGeometry([]).spacingMm).toBeNull();
  });
});

describe('plane', () => {
  it.each([
    [AXIAL, 'axial'],
    [SAGITTAL, 'sagittal'],
    [CORONAL, 'coronal'],
    [[0.98, 0, 0.2, 0, 1, 0], 'axial'],
    [[0.7, 0.7, 0, 0, 0, -1], 'oblique'],
  ])('%j is %s', (orientation, plane) => {
    expect(planeOfAll([orientation])).toBe(plane);
  });

  it('knows several planes, and none', () => {
    expect(planeOfAll([AXIAL, CORONAL])).toBe('multiple');
    expect(planeOfAll([null])).toBe('unknown');
    expect(planeOf([0, 0, 0, 0, 0, 0]).nearest).toBe('unknown');
  });
});

describe('orientationLabels', () => {
  it.each([
    [AXIAL, { left: 'R', right: 'L', top: 'A', bottom: 'P' }],
    [SAGITTAL, { left: 'A', right: 'P', top: 'H', bottom: 'F' }],
    [CORONAL, { left: 'R', right: 'L', top: 'H', bottom: 'F' }],
    [[0.87, 0.5, 0, 0, 0, -1], { left: 'RA', right: 'LP', top: 'H', bottom: 'F' }],
  ])('%j', (orientation, labels) => {
    expect(orientationLabels(orientation)).toEqual(labels);
  });

  it('says nothing where nothing is known', () => {
    expect(orientationLabels(null)).toEqual({ left: '', right: '', top: '', bottom: '' });
  });
});

describe('window', () => {
  it('takes that of the header only when it is usable', () => {
    expect(windowFromHeader({ windowCenter: 40, windowWidth: 80 })).toEqual({ center: 40, width: 80 });
    expect(windowFromHeader({ windowCenter: 40, windowWidth: 0 })).toBeNull();
    expect(windowFromHeader({ windowCenter: null, windowWidth: 80 })).toBeNull();
  });

  it('leaves out air and the brightest hundredth', () => {
    const pixels = new Uint16Array(10_000);
    for (let at = 5000; at < 10_000; at += 1) pixels[at] = 100 + (at % 100);
    pixels[9999] = 60_000;
    const { center, width } = windowFromPixels(pixels, { slope: 1, intercept: 0 });
    expect(center - width / 2).toBeGreaterThan(80);
    expect(center + width / 2).toBeLessThan(230);
  });

  it('is in rescaled units', () => {
    const pixels = Int16Array.from({ length: 1000 }, (_, at) => at);
    const plain = windowFromPixels(pixels, { slope: 1, intercept: 0 });
    const scaled = windowFromPixels(pixels, { slope: 2, intercept: -10 });
    expect(scaled.center).toBeCloseTo(plain.center * 2 - 10);
    expect(scaled.width).toBeCloseTo(plain.width * 2);
  });

  it('has a width for a picture of one grey, and for none', () => {
    expect(windowFromPixels(new Uint8Array(10).fill(7), { slope: 1, intercept: 0 })).toEqual({ center: 7, width: 1 });
    expect(windowFromPixels([], { slope: 1, intercept: 0 }).width).toBe(1);
  });
});
