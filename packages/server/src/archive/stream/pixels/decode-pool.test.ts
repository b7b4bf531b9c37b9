import { readFileSync } from 'node:fs';
import { parseHeader } from '@overread/imaging';
import { expect, it } from 'vitest';
import { mutate } from '../../../../../../testing/imaging/mutate.ts';
import { sharedData } from '../../../../../../testing/shared-data.ts';
import { createDecodePool } from './decode-pool.ts';
import type { Drawing, PictureHeader } from './draw.ts';
import { UnreadableFrame } from './rle.ts';

/** One pixel of 7 in RLE. */
const ONE_PIXEL = new Uint8Array(66);
ONE_PIXEL.set([1, 0, 0, 0, 64]);
ONE_PIXEL.set([0, 7], 64);
const layout = { rows: 1, columns: 1, samples: 1, bitsAllocated: 8 };

it('waits for a worker that is slow to start, and for the frames that it then opens', async () => {
  // No worker is up within so few milliseconds; its answer to a frame takes less.
  const pool = createDecodePool(1, { silentMs: 20 });
  const opened = await Promise.all([1, 2].map(() => pool.open('rle', ONE_PIXEL, layout)));
  expect(opened.map(({ bytes }) => bytes[0])).toEqual([7, 7]);
  await pool.close();
});

it('takes an answer that lies there when it was held up itself', async () => {
  const pool = createDecodePool(1, { silentMs: 100 });
  await pool.open('rle', ONE_PIXEL, layout);
  const opened = pool.open('rle', ONE_PIXEL, layout);
  const until = performance.now() + 400;
  while (performance.now() < until);
  expect((await opened).bytes[0]).toBe(7);
  await pool.close();
});

it('gives up a worker that does not come up, and tells those who wait', async () => {
  // No worker starts within a millisecond.
  const pool = createDecodePool(1, { startMs: 1 });
  const opened = [1, 2].map(() => pool.open('rle', new Uint8Array(70), layout));
  for (const frame of opened) await expect(frame).rejects.toThrow(UnreadableFrame);
  await pool.close();
});

it('goes on with the next frame after a damaged one', async () => {
  const pool = createDecodePool(1);
  await expect(pool.open('jpeg-ls', new Uint8Array(70), layout)).rejects.toThrow(UnreadableFrame);
  expect((await pool.open('rle', ONE_PIXEL, layout)).bytes[0]).toBe(7);
  await pool.close();
});

/** A damaged frame of the real file in which CharLS goes round for seconds. */
function endlessFrame(): { frame: Uint8Array; rows: number; columns: number } | null {
  const path = sharedData('transfer_syntax/pydicom_emri_small_jpeg_ls_lossless.dcm');
  if (path === null) return null;
  const { bytes } = mutate(new Uint8Array(readFileSync(path)), 28_875);
  const { frameRanges, rows, columns } = parseHeader(bytes);
  const { offset, length } = frameRanges.at(-1) ?? { offset: 0, length: 0 };
  return { frame: bytes.subarray(offset, offset + length), rows, columns };
}
const endless = endlessFrame();

it.skipIf(endless === null)('opens what waits behind a frame in which the decoder goes round', async () => {
  const { frame, rows, columns } = endless as NonNullable<typeof endless>;
  const pool = createDecodePool(1, { silentMs: 1500 });
  const stuck = pool.open('jpeg-ls', frame, { rows, columns, samples: 1, bitsAllocated: 16 });
  const behind = pool.open('rle', ONE_PIXEL, layout);
  await expect(stuck).rejects.toThrow('the decoder broke off');
  expect((await behind).bytes[0]).toBe(7);
  await pool.close();
});

it('sends pictures of a few bytes, of which some lie at the beginning of Node’s pool of buffers', async () => {
  const pool = createDecodePool(1);
  const header: PictureHeader = {
    ...{ rows: 1, columns: 1, samplesPerPixel: 1, photometric: 'MONOCHROME2', pixelRepresentation: 0 },
    ...{ bitsAllocated: 8, bitsStored: 8, rescaleSlope: 1, rescaleIntercept: 0 },
    ...{ windowCenter: 128, windowWidth: 256, pixelSpacing: null },
  };
  const drawing: Drawing = {
    ...{ header, stored: { bitsAllocated: 8, littleEndian: true }, colour: null, table: null },
    ...{ window: null, viewport: null, media: 'image/jpeg', quality: 90 },
  };
  // A picture takes some hundred bytes of the pool's eight thousand.
  for (let at = 0; at < 60; at += 1) {
    const drawn = await pool.draw(null, new Uint8Array([200]), layout, drawing);
    expect([...drawn.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  }
  await pool.close();
});
