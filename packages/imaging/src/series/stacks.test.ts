import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { orderFrames } from '../geometry/order-frames.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { describeSeries } from './describe-series.ts';
import { slicesIn, splitStacks } from './stacks.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];
const CORONAL = [1, 0, 0, 0, 0, -1];

let uid = 0;
const image = (more: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, InstanceNumber: uid, ...more }));
};
const at = (z: number, more: MadeItem = {}) => image({ ImagePositionPatient: [0, 0, z], ...more });
const places = (more: MadeItem = {}) => [0, 4, 8].map((z) => at(z, more));
const stacksOf = (headers: Parameters<typeof describeSeries>[0]) => describeSeries(headers).details?.stacks ?? [];
const labels = (headers: Parameters<typeof describeSeries>[0]) =>
  stacksOf(headers).map(({ label, frames }) => [label, frames]);

describe('stacks for display', () => {
  it('is one, without a label, of a plain volume', () => {
    expect(labels(places())).toEqual([['', 3]]);
  });

  it('are not the slabs through single discs, which lean differently', () => {
    const leaning = [0, 12, 28].flatMap((degrees, slab) => {
      const [y, z] = [Math.cos((degrees * Math.PI) / 180), -Math.sin((degrees * Math.PI) / 180)];
      return [0, 4, 8].map((mm) => at(slab * 30 + mm, { ImageOrientationPatient: [1, 0, 0, 0, y, z] }));
    });
    expect(labels(leaning)).toEqual([['', 9]]);
    const { details } = describeSeries(leaning);
    expect(details === undefined ? 0 : slicesIn(details)).toBe(9);
  });

  it('are the planes of a localizer', () => {
    const headers = [AXIAL, SAGITTAL, CORONAL].flatMap((ImageOrientationPatient) =>
      [0, 10].map((mm) =>
        image({ ImageOrientationPatient, ImagePositionPatient: [mm, mm, mm], SeriesDescription: 'loc' }),
      ),
    );
    expect(labels(headers)).toEqual([
      ['axial', 2],
      ['sagittal', 2],
      ['coronal', 2],
    ]);
  });

  it('are the echoes, each with its own weighting', () => {
    const dual = { SeriesDescription: 'PD T2 TSE', ScanningSequence: 'SE', RepetitionTime: 3000 };
    const headers = [12, 96].flatMap((EchoTime) => places({ ...dual, EchoTime }));
    expect(stacksOf(headers).map(({ label, weighting }) => [label, weighting])).toEqual([
      ['TE 12 ms', 'PD'],
      ['TE 96 ms', 'T2'],
    ]);
  });

  it('are the b-values; directions of one stay together', () => {
    const headers = [0, 1000, 1000].flatMap((DiffusionBValue) => places({ DiffusionBValue }));
    expect(labels(headers)).toEqual([
      ['b 0', 3],
      ['b 1000', 6],
    ]);
  });

  it('are the times of a dynamic series, also where the header does not number them', () => {
    const vibe = { SeriesDescription: 't1_vibe_dyn' };
    const numbered = [1, 2, 3].flatMap((time) => places({ ...vibe, '00200100:IS': time }));
    const bare = [1, 2, 3].flatMap(() => places(vibe));
    const expected = [1, 2, 3].map((time) => [`time ${time} of 3`, 3]);
    expect(labels(numbered)).toEqual(expected);
    expect(labels(bare)).toEqual(expected);
  });

  it('are the parts of a Dixon and of the complex signal', () => {
    const part = (token: string) => places({ ImageType: ['ORIGINAL', 'PRIMARY', token], SeriesDescription: 'mDIXON' });
    expect(labels([...part('W'), ...part('F'), ...part('IP'), ...part('OP')]).map(([label]) => label)).toEqual([
      ...['water', 'fat', 'in phase', 'opposed phase'],
    ]);
    expect(labels([...part('M'), ...part('P')]).map(([label]) => label)).toEqual(['magnitude', 'phase']);
  });

  it('name the ADC frames that a scanner appended', () => {
    const raw = places({ DiffusionBValue: 1000 });
    const map = places({ DiffusionBValue: 0, ImageType: ['DERIVED', 'PRIMARY', 'ADC'], SeriesDescription: 'DWI' });
    const headers = [...raw, ...map];
    const stacks = splitStacks(headers, orderFrames(headers), 'DWI');
    expect(stacks.map(({ weighting, label }) => [weighting, label])).toContainEqual(['ADC', 'b 0, ADC']);
  });

  it('hold every frame once', () => {
    const headers = [0, 500, 1000].flatMap((DiffusionBValue) => places({ DiffusionBValue }));
    const ordered = orderFrames(headers);
    const stacks = splitStacks(headers, ordered, 'DWI');
    expect(new Set(stacks.flatMap((stack) => stack.ordered)).size).toBe(ordered.length);
    expect(stacks.reduce((sum, { frames }) => sum + frames, 0)).toBe(ordered.length);
  });
});
