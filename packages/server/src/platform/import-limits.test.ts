import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { DEFAULT_LIMITS, readImportLimits } from './import-limits.ts';
import { sizeText } from './size-text.ts';

it('reads sizes in bytes or with a unit, by the same names for the service and for a command', () => {
  const given = {
    OVERREAD_IMPORT_FILES: '12',
    OVERREAD_IMPORT_FILE_BYTES: '500MiB',
    OVERREAD_IMPORT_RATIO: '20',
    OVERREAD_IMPORT_TOTAL_BYTES: '2147483648',
    OVERREAD_IMPORT_DEPTH: '1',
  };
  const limits = { files: 12, fileBytes: 500 << 20, ratio: 20, totalBytes: 2 ** 31, depth: 1 };
  expect(readImportLimits(given)).toEqual(limits);
  expect(readConfig({ ...given, OVERREAD_CASE_BYTES: '2 TiB' })).toMatchObject({
    importLimits: limits,
    caseBytes: 2 ** 41,
  });
  expect(readConfig({})).toMatchObject({ importLimits: DEFAULT_LIMITS, caseBytes: 50 * 2 ** 30 });
  // What else stands in the environment is no matter of the limits.
  expect(readImportLimits({ OVERREAD_IMPORT_DEPTH: '', PATH: '/bin', OVERREAD_NONSENSE: '1' })).toEqual(DEFAULT_LIMITS);
});

it.each([
  ['OVERREAD_IMPORT_FILE_BYTES', '3GiB', 'from 1 MiB to 2 GiB'],
  ['OVERREAD_IMPORT_FILE_BYTES', 'much', 'as 500MiB or 2GiB'],
  ['OVERREAD_IMPORT_TOTAL_BYTES', '-1', 'from 1 MiB'],
  ['OVERREAD_CASE_BYTES', '1KiB', 'from 1 MiB'],
  ['OVERREAD_IMPORT_FILES', '0', ''],
  ['OVERREAD_IMPORT_DEPTH', '99', ''],
])('refuses %s=%s with its name and what would do', (name, value, why) => {
  expect(() => readConfig({ [name]: value })).toThrow(name);
  expect(() => readConfig({ [name]: value })).toThrow(why);
});

it('says sizes as people do', () => {
  expect([1, 1024, 1536, 2 ** 30, 50 * 2 ** 30, 2 ** 41].map(sizeText)).toEqual([
    ...['1 bytes', '1 KiB', '1.5 KiB', '1 GiB', '50 GiB', '2 TiB'],
  ]);
});
