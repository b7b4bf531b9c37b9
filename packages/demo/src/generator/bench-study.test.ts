import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { parseHeader } from '@overread/imaging';
import { expect, it } from 'vitest';
import { makeBenchStudy } from './bench-study.ts';

it('makes a study of many files that are all different and pack to about half', () => {
  const study = makeBenchStudy({ instances: 260 });
  expect(study.files).toHaveLength(260);
  expect(study.series.map(({ instances }) => instances)).toEqual([210, 50]);
  expect(study.bytes / 260).toBeGreaterThan(256 * 256 * 2);
  const hashes = study.files.map(({ bytes }) =>
    createHash('sha1')
      .update(bytes.subarray(bytes.length - 131_072))
      .digest('hex'),
  );
  expect(new Set(hashes).size).toBe(260);
  const sample = study.files.filter((_, i) => i % 26 === 0);
  const raw = sample.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const packed = sample.reduce((sum, { bytes }) => sum + deflateRawSync(bytes).length, 0);
  expect(raw / packed).toBeGreaterThan(1.6);
  expect(raw / packed).toBeLessThan(2.6);
  const headers = study.files.map(({ bytes }) => parseHeader(bytes));
  expect(new Set(headers.map(({ sopInstanceUid }) => sopInstanceUid)).size).toBe(260);
  expect(new Set(headers.map(({ seriesInstanceUid }) => seriesInstanceUid)).size).toBe(2);
  expect(headers[0]).toMatchObject({
    rows: 256,
    columns: 256,
    bitsAllocated: 16,
    studyInstanceUid: study.studyInstanceUid,
  });
});
