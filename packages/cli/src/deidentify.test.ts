import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeInstance } from '../../../testing/made-dicom.ts';
import { sharedData } from '../../../testing/shared-data.ts';
import { deidentifyFolder } from './deidentify.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-deidentify-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS = { label: 'TEACHING-7', dates: 'modified', key: 'a key of the case' } as const;

it('writes a folder with the same series in it and no name, and says what it left out', async () => {
  const source = join(folder, 'Almeida Ruth');
  mkdirSync(join(source, 'T2'), { recursive: true });
  const image = (uid: number, series: number, more = {}) =>
    madeInstance({
      ...{ PatientName: 'Almeida^Ruth', PatientID: 'MRN-4711', InstitutionName: 'Riverside Imaging' },
      ...{ SOPInstanceUID: `1.2.3.4711.${uid}`, SeriesInstanceUID: `1.2.3.4711.10${series}`, ...more },
    });
  writeFileSync(join(source, 'T2', 'ruth1'), image(1, 1));
  writeFileSync(join(source, 'T2', 'ruth2'), image(2, 1));
  writeFileSync(join(source, 'ruth3'), image(3, 2));
  writeFileSync(join(source, 'screen'), image(4, 3, { SOPClassUID: '1.2.840.10008.5.1.4.1.1.7' }));
  writeFileSync(join(source, 'readme.txt'), 'Almeida');
  const { written, left } = await deidentifyFolder(source, join(folder, 'out'), OPTIONS);
  expect(written).toBe(3);
  expect(left.map(({ path }) => path.replace(`${source}/`, ''))).toEqual(['readme.txt', 'screen']);
  const files = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(files.map(({ name }) => name).sort()).toEqual(['IM000001', 'IM000001', 'IM000002']);
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  for (const file of bytes) expect(file.toString('latin1')).not.toMatch(/almeida|ruth|mrn-|3.4711|riverside/i);
  const series = new Set(bytes.map((file) => parseHeader(new Uint8Array(file)).seriesInstanceUid));
  expect(series.size).toBe(2);
  await expect(deidentifyFolder(source, join(folder, 'out'), OPTIONS)).rejects.toThrow('EEXIST');
});

it.skipIf(sharedData('transfer_syntax') === null)(
  'opens compressed pictures to look for letters (skipped where the shared data are not there)',
  async () => {
    const { written, left } = await deidentifyFolder(
      sharedData('transfer_syntax') as string,
      join(folder, 'syntaxes'),
      OPTIONS,
    );
    expect(written).toBeGreaterThan(20);
    expect(left.every(({ reason }) => reason.length > 10)).toBe(true);
  },
);
