import { gunzipSync } from 'node:zlib';

/** A volume of bytes on a 1 mm grid. `data` runs x fastest; `origin` is the world place (mm, RAS) of voxel 0,0,0. */
export interface Volume {
  readonly size: readonly [number, number, number];
  readonly origin: readonly [number, number, number];
  readonly data: Uint8Array;
}

const NIFTI_UINT8 = 2;

/**
 * Reads a gzipped NIfTI-1 volume of unsigned bytes whose axes grow to the right, front and top (RAS), 1 mm apart.
 * Source: NIfTI-1.1 header (nifti1.h), method 3 (sform).
 * @throws Error when the file is not such a volume; the message says what was found.
 */
export function readNifti(gzipped: Uint8Array): Volume {
  const bytes = gunzipSync(gzipped);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 352 || view.getInt32(0, true) !== 348) {
    throw new Error('This is no little-endian NIfTI-1 file. Give the .nii.gz file of the base volume.');
  }
  const size = [view.getInt16(42, true), view.getInt16(44, true), view.getInt16(46, true)] as const;
  const type = view.getInt16(70, true);
  if (type !== NIFTI_UINT8) throw new Error(`The volume holds data type ${type}; unsigned bytes (2) are needed.`);
  const origin = originOf(view);
  const start = view.getFloat32(108, true);
  const count = size[0] * size[1] * size[2];
  if (bytes.length < start + count) throw new Error(`The volume ends after ${bytes.length} bytes; it is cut short.`);
  return { size, origin, data: new Uint8Array(bytes.subarray(start, start + count)) };
}

/** The world place of the first voxel out of the sform, whose other columns have to be those of 1 mm and RAS. */
function originOf(view: DataView): readonly [number, number, number] {
  const cell = (row: number, col: number): number => view.getFloat32(280 + 16 * row + 4 * col, true);
  for (let i = 0; i < 9; i++) {
    const [row, col] = [Math.floor(i / 3), i % 3];
    if (cell(row, col) !== (row === col ? 1 : 0)) throw new Error('The volume has to be 1 mm, RAS, not rotated.');
  }
  return [cell(0, 3), cell(1, 3), cell(2, 3)];
}
