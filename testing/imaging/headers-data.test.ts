import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedDicom, HeadTooShort, type InstanceHeader, NotDicom, parseHeader } from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../shared-data.ts';
import { realFiles } from './real-files.ts';

// Real files: read where they lie, never copied here. Without that folder this file tests nothing and says so.
const data = sharedData();
const folder = data ?? '';
const suite = data === null ? describe.skip : describe;

function read(bytes: Uint8Array, fileSize?: number): InstanceHeader | string {
  try {
    return parseHeader(bytes, { fileSize });
  } catch (error) {
    if (error instanceof NotDicom || error instanceof DamagedDicom || error instanceof HeadTooShort)
      return error.message;
    throw error;
  }
}

interface Row {
  readonly [column: string]: string;
}

function inventory(): Map<string, Row> {
  const [head = '', ...lines] = readFileSync(join(data ?? '', 'INVENTORY.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split('\t');
  return new Map(
    lines.map((line) => {
      const values = line.split('\t');
      return [values[0] ?? '', Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']))];
    }),
  );
}

/** What the inventory (made with pydicom) and our header say differently; columns that it leaves empty say nothing. */
function difference(row: Row, header: InstanceHeader): string[] {
  const size = (value: number) => (value === 0 ? '' : String(value));
  const ours: Row = {
    sop_class: header.sopClassUid,
    modality: header.modality,
    manufacturer: header.manufacturer,
    model: header.manufacturerModel,
    rows: size(header.rows),
    cols: size(header.columns),
    study_uid: header.studyInstanceUid,
    series_uid: header.seriesInstanceUid,
    transfer_syntax: header.transferSyntaxUid,
  };
  return Object.entries(ours)
    .map(([column, value]) => [column, row[column]?.trim() ?? '', value] as const)
    .filter(([, theirs, value]) => theirs !== '' && theirs !== value)
    .map(([column, theirs, value]) => `${column}: ${theirs} / ${value}`);
}

suite(data === null ? 'real files (skipped: no real test data beside the project)' : 'real files', () => {
  it('reads what another program found in them', () => {
    const rows = inventory();
    const differences: string[] = [];
    let compared = 0;
    for (const [name, bytes] of realFiles(folder)) {
      const row = rows.get(name);
      const header = read(bytes);
      if (row === undefined || typeof header === 'string') continue;
      compared += 1;
      differences.push(...difference(row, header).map((said) => `${name} ${said}`));
    }
    expect(compared).toBeGreaterThan(400);
    expect(differences).toEqual([]);
  });

  it('never fails in another way than with a reason, whole or in its first kilobytes', () => {
    for (const [name, bytes] of realFiles(folder)) {
      for (const length of [bytes.length, 65_536, 4096, 700]) {
        const result = read(bytes.subarray(0, length), bytes.length);
        if (typeof result === 'string') expect(result, name).toMatch(/\w/);
        else
          for (const { offset, length: size } of result.frameRanges)
            expect(offset + size, name).toBeLessThanOrEqual(bytes.length);
      }
    }
  });

  it('reads the same from a head as from the whole file', () => {
    let compared = 0;
    for (const [name, bytes] of realFiles(folder)) {
      if (bytes.length < 40_000) continue;
      const whole = read(bytes);
      const head = read(bytes.subarray(0, 32_768), bytes.length);
      if (typeof whole === 'string' || typeof head === 'string' || head.frameRanges.length === 0) continue;
      compared += 1;
      expect(head, name).toEqual(whole);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it.each([
    ['chrArab', 'قباني^لنزار'],
    ['chrFren', 'Buc^Jérôme'],
    ['chrFrenMulti', 'Buc^Jérôme'],
    ['chrGerm', 'Äneas^Rüdiger'],
    ['chrGreek', 'Διονυσιος'],
    ['chrH31', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    ['chrH32', 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう'],
    ['chrHbrw', 'שרון^דבורה'],
    ['chrI2', 'Hong^Gildong=洪^吉洞=홍^길동'],
    ['chrJapMulti', 'やまだ^たろう'],
    ['chrJapMultiExplicitIR6', 'やまだ^たろう'],
    ['chrKoreanMulti', '김희중'],
    ['chrRuss', 'Люкceмбypг'],
    ['chrX1', 'Wang^XiaoDong=王^小東='],
    ['chrX2', 'Wang^XiaoDong=王^小东='],
  ])('decodes the name in %s', (file, name) => {
    const header = read(new Uint8Array(readFileSync(join(data ?? '', 'charsets_pydicom', `${file}.dcm`))));
    expect(typeof header === 'string' ? header : header.patient.name).toBe(name);
  });
});
