import { expect, it } from 'vitest';
import { createDecodePool } from './decode-pool.ts';
import { UnreadableFrame } from './rle.ts';

const layout = { rows: 1, columns: 1, samples: 1, bitsAllocated: 8 };

it('gives up a worker that does not answer, and tells those who wait', async () => {
  // No worker starts within a millisecond.
  const pool = createDecodePool(1, 1);
  const opened = [1, 2].map(() => pool.open('rle', new Uint8Array(70), layout));
  for (const frame of opened) await expect(frame).rejects.toThrow(UnreadableFrame);
  await pool.close();
});

it('goes on with the next frame after a damaged one', async () => {
  const pool = createDecodePool(1);
  await expect(pool.open('jpeg-ls', new Uint8Array(70), layout)).rejects.toThrow(UnreadableFrame);
  const frame = new Uint8Array(66);
  frame.set([1, 0, 0, 0, 64]);
  frame.set([0, 7], 64);
  expect((await pool.open('rle', frame, layout)).bytes[0]).toBe(7);
  await pool.close();
});
