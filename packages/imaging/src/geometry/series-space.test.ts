import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { measureSpace, placeOf, placeOfFrames, relateSpaces } from './series-space.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];

let uid = 0;
const image = (position: readonly number[], more: MadeItem = {}) => {
  uid += 1;
  return parseHeader(
    madeInstance({
      ...{ SOPInstanceUID: `2.25.${uid}`, InstanceNumber: uid, SliceThickness: 4, FrameOfReferenceUID: '2.25.9' },
      ...{ ImagePositionPatient: position, ...more },
    }),
  );
};
const stack = (places: readonly number[], more: MadeItem = {}) => places.map((z) => image([0, 0, z], more));
const regular = (count: number, step = 4, more: MadeItem = {}) =>
  stack(
    Array.from({ length: count }, (_, at) => at * step),
    more,
  );

describe('the space of a series', () => {
  it('is a volume where slices are regular', () => {
    const space = measureSpace(regular(10));
    expect(space).toMatchObject({ reformattable: true, whyNot: '', mixedMatrix: false, framesOfReference: ['2.25.9'] });
    expect(space.stacks).toHaveLength(1);
    expect(space.stacks[0]).toMatchObject({
      ...{
        frames: 10,
        slices: 10,
        from: 0,
        to: 36,
        spacingMm: 4,
        irregular: false,
        missing: 0,
        doubled: 0,
        tiltDeg: 0,
      },
      coverageMm: 40,
    });
  });

  it.each([
    ['slices are missing', [0, 4, 8, 12, 24, 28, 32, 36, 40, 44]],
    ['the slices are spaced unevenly', [0, 4, 8, 12, 16.9, 20, 24, 28, 32, 36]],
    ['3 slices are too few', [0, 4, 8]],
  ])('is none where %s', (whyNot, places) => {
    expect(measureSpace(stack(places))).toMatchObject({ reformattable: false, whyNot });
  });

  it('is none of several planes, sizes, or without a place', () => {
    const planes = [...regular(9), ...regular(9, 4, { ImageOrientationPatient: SAGITTAL })];
    expect(measureSpace(planes).whyNot).toBe('the images lie in several planes');
    const sizes = [
      ...regular(9),
      image([0, 0, 36], { '00280010:US': 2, '00280011:US': 2, PixelData: new Uint8Array(8) }),
    ];
    expect(measureSpace(sizes)).toMatchObject({ mixedMatrix: true, whyNot: 'the images have several sizes' });
    expect(measureSpace(regular(9, 4, { ImageOrientationPatient: undefined })).whyNot).toBe(
      'the images have no place in space',
    );
  });

  it('tells a stack whose slices slide off sideways', () => {
    const tilted = Array.from({ length: 10 }, (_, at) => image([0, at * 2, at * 4]));
    const space = measureSpace(tilted);
    expect(space.stacks[0]?.tiltDeg).toBeCloseTo(26.57, 1);
    expect(space.whyNot).toContain('slide off sideways');
  });

  it('counts doubled and missing slices', () => {
    expect(measureSpace(stack([0, 4, 8, 8, 12, 16])).stacks[0]).toMatchObject({ doubled: 1, slices: 5 });
    expect(measureSpace(stack([0, 4, 8, 20, 24])).stacks[0]).toMatchObject({ missing: 2 });
  });
});

describe('two series', () => {
  const relate = (a: Parameters<typeof measureSpace>[0], b: Parameters<typeof measureSpace>[0]) =>
    relateSpaces(placeOf(measureSpace(a)), placeOf(measureSpace(b)));

  it('are scrolled together in one frame of reference, parallel and overlapping', () => {
    expect(relate(regular(10), regular(5, 3))).toEqual({
      ...{ sameFrameOfReference: true, parallel: true, overlap: 1, linkable: true, crossReferenced: false },
    });
  });

  it('also where one is numbered the other way round', () => {
    const upside = regular(10, 4, { ImageOrientationPatient: [1, 0, 0, 0, -1, 0] });
    expect(relate(regular(10), upside)).toMatchObject({ parallel: true, overlap: 1, linkable: true });
  });

  it('are not, in another frame of reference, far apart, or crossing', () => {
    expect(relate(regular(10), regular(10, 4, { FrameOfReferenceUID: '2.25.8' }))).toMatchObject({ linkable: false });
    expect(relate(regular(10), stack([100, 104, 108]))).toMatchObject({ overlap: 0, linkable: false });
    const sagittal = regular(10, 4, { ImageOrientationPatient: SAGITTAL });
    expect(relate(regular(10, 4, { ImageOrientationPatient: AXIAL }), sagittal)).toMatchObject({
      ...{ parallel: false, linkable: false, crossReferenced: true },
    });
  });

  it('lie where their frames by themselves lie', () => {
    const frames = regular(10, 4, { ImageOrientationPatient: [1, 0, 0, 0, -1, 0] });
    expect(placeOfFrames(frames)).toEqual(placeOf(measureSpace(frames)));
    expect(placeOfFrames(stack([4], { ImageOrientationPatient: undefined }))).toEqual({
      ...{ framesOfReference: ['2.25.9'], normal: null, from: null, to: null },
    });
    expect(placeOfFrames([])).toEqual(placeOf(measureSpace([])));
  });
});
