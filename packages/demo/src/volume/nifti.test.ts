import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { theHead } from './base-volume.ts';
import { readNifti } from './nifti.ts';

function nifti(change: (view: DataView) => void = () => undefined): Uint8Array {
  const bytes = new Uint8Array(352 + 8);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, true);
  for (const at of [42, 44, 46]) view.setInt16(at, 2, true);
  view.setInt16(70, 2, true);
  view.setFloat32(108, 352, true);
  for (const axis of [0, 1, 2]) view.setFloat32(280 + 16 * axis + 4 * axis, 1, true);
  view.setFloat32(280 + 12, -90, true);
  bytes.set([1, 2, 3, 4, 5, 6, 7, 8], 352);
  change(view);
  return gzipSync(bytes);
}

describe('readNifti', () => {
  it('reads size, origin and values', () => {
    const volume = readNifti(nifti());
    expect(volume).toEqual({ size: [2, 2, 2], origin: [-90, 0, 0], data: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]) });
  });

  it('says what is wrong with other volumes', () => {
    expect(() => readNifti(nifti((view) => view.setInt32(0, 5, true)))).toThrow('no little-endian NIfTI-1');
    expect(() => readNifti(nifti((view) => view.setInt16(70, 16, true)))).toThrow('data type 16');
    expect(() => readNifti(nifti((view) => view.setFloat32(280, -1, true)))).toThrow('RAS');
    expect(() => readNifti(nifti((view) => view.setInt16(46, 9, true)))).toThrow('cut short');
  });
});

describe('the head', () => {
  it('has a brain within it and fluid around the brain', () => {
    const { t1, inside, fluid, veins } = theHead();
    const share = (map: Uint8Array): number => map.reduce((sum, value) => sum + value, 0) / 255 / 1000;
    expect(t1.size).toEqual([181, 217, 181]);
    // Millilitres: a voxel is one cubic millimetre.
    expect(share(inside)).toBeGreaterThan(1200);
    expect(share(inside)).toBeLessThan(2000);
    expect(share(fluid)).toBeGreaterThan(50);
    expect(share(fluid)).toBeLessThan(500);
    expect(share(veins)).toBeGreaterThan(1);
  });
});
