import { bytesSource, readZipSync } from '@overread/imaging';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLayout } from './layout.ts';
import { zipLayout } from './zip-layout.ts';
import { type ReadyFile, zipStream } from './zip-stream.ts';

const AT = '2026-11-20T10:20:30.000Z';
const joined = async (chunks: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};
async function* oneByOne(files: readonly ReadyFile[]) {
  yield* files;
}

it('is the ZIP that a plan of the same files gives, byte for byte', async () => {
  const content = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(content, async (contents) => {
      const files = contents.map((bytes, i) => ({ path: `images/é${i}`, bytes }));
      const { crc32 } = await import('node:zlib');
      const planned = files.map(({ path, bytes }) => ({
        ...{ path, size: bytes.length, crc32: async () => crc32(bytes) },
        async *read(start: number, end: number) {
          yield bytes.subarray(start, end);
        },
      }));
      const streamed = await joined(zipStream(oneByOne(files), AT));
      expect(streamed.equals(await joined(readLayout(zipLayout(planned, AT))))).toBe(true);
      expect(readZipSync(bytesSource(streamed)).entries.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    }),
    { seed: 15, numRuns: 30 },
  );
});
