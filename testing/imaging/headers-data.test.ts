import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import {
  bytesSource,
  DamagedDicom,
  describeSeries,
  HeadTooShort,
  type InstanceHeader,
  localHeaderLength,
  NotDicom,
  parseHeader,
  readZipSync,
  type Weighting,
} from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { type MadeItem, type MadeValue, madeFile } from '../made-dicom.ts';
import { sharedData } from '../shared-data.ts';

// Real files: read where they lie, never copied here. Without that folder this file tests nothing and says so.
const data = sharedData();
const suite = data === null ? describe.skip : describe;

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Every file under a path, those in ZIPs by `zip!entry`, as the inventory names them. */
function* contentsOf(path: string, name: string, bytes: Uint8Array): Generator<[string, Uint8Array]> {
  if (!path.endsWith('.zip')) {
    yield [name, bytes];
    return;
  }
  for (const entry of readZipSync(bytesSource(bytes)).entries) {
    const start = entry.offset + localHeaderLength(bytes, entry.offset);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    const inner = entry.method === 'stored' ? packed : new Uint8Array(inflateRawSync(packed));
    yield* contentsOf(entry.path, `${name}!${entry.path}`, inner);
  }
}

function* realFiles(): Generator<[string, Uint8Array]> {
  for (const folder of ['broken', 'charsets_pydicom', 'discs', 'sr_pdf', 'studies', 'transfer_syntax']) {
    for (const path of filesUnder(join(data ?? '', folder))) {
      yield* contentsOf(path, path.slice((data ?? '').length).replace(/^\//, ''), new Uint8Array(readFileSync(path)));
    }
  }
}

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
    for (const [name, bytes] of realFiles()) {
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
    for (const [name, bytes] of realFiles()) {
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
    for (const [name, bytes] of realFiles()) {
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

/** What each label of the set may be called here. Spin-echo EPI is labelled BOLD_EPI in the set, which it is not. */
const LABELS: Readonly<Record<string, readonly Weighting[]>> = {
  ADC: ['ADC'],
  ASL: ['ASL'],
  ASL_MAP: ['ASL'],
  BOLD_EPI: ['BOLD'],
  CISS_T2: ['T2'],
  DCE: ['DCE'],
  DTI_MAP: ['DTI'],
  DWI: ['DWI', 'DTI'],
  DWI_TRACE: ['DWI', 'DTI'],
  FIELDMAP: ['other'],
  FLAIR: ['T2-FLAIR'],
  LOCALIZER: ['localizer'],
  MPR_DERIVED: ['T1', 'DCE'],
  MRA_OR_MIP: ['TOF', 'PC-MRA', 'CE-MRA', 'other'],
  MRS: ['other'],
  MRS_MAP: ['other'],
  PD: ['PD'],
  STIR: ['STIR'],
  SWI: ['SWI'],
  T1: ['T1'],
  T1_MAP_SOURCE: ['T1', 'other'],
  T2: ['T2'],
  T2_MAP_SOURCE: ['T2', 'PD', 'other'],
};

interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
}
type JsonItem = Readonly<Record<string, JsonAttribute>>;

function madeValue({ vr, Value, InlineBinary }: JsonAttribute): MadeValue {
  if (InlineBinary !== undefined) return new Uint8Array(Buffer.from(InlineBinary, 'base64'));
  if (Value === undefined) return null;
  if (vr === 'SQ') return Value.map((item) => itemOf(item as JsonItem));
  if (vr === 'PN')
    return Value.map((name) =>
      typeof name === 'string' ? name : ((name as { Alphabetic?: string }).Alphabetic ?? ''),
    );
  return Value.map((value) => (typeof value === 'number' ? value : String(value ?? '')));
}

/** An instance of the DICOM JSON model (PS3.18 F) as the made files' attributes. */
const itemOf = (json: JsonItem): MadeItem =>
  Object.fromEntries(
    Object.entries(json)
      .filter(([tag, { vr }]) => !tag.startsWith('0002') && vr !== 'AT')
      .map(([tag, attribute]) => [`${tag.toLowerCase()}:${attribute.vr}`, madeValue(attribute)]),
  );

const REQUIRED: MadeItem = {
  '00080016:UI': '1.2.840.10008.5.1.4.1.1.4',
  '00080018:UI': '2.25.1',
  '0020000d:UI': '2.25.2',
  '0020000e:UI': '2.25.3',
  '00280010:US': 4,
  '00280011:US': 4,
};

suite('naming of labelled headers', () => {
  it('is right, or says that it does not know', () => {
    const lines = gunzipSync(readFileSync(join(data ?? '', 'headers/mr_series_headers.jsonl.gz')))
      .toString()
      .trimEnd()
      .split('\n');
    const labelled = lines
      .map((line) => JSON.parse(line) as { label: string; dicom: JsonItem })
      .filter(({ label }) => label !== '?');
    const tally = { right: 0, unknown: 0, wrong: [] as string[] };
    for (const { label, dicom } of labelled) {
      const series = describeSeries([parseHeader(madeFile({ ...REQUIRED, ...itemOf(dicom) }))]);
      if (LABELS[label]?.includes(series.weighting)) tally.right += 1;
      else if (series.weighting === 'unknown') tally.unknown += 1;
      else tally.wrong.push(`${label} called ${series.weighting} (${series.confidence}): ${series.because.join('; ')}`);
    }
    expect(labelled).toHaveLength(319);
    // One instance of a series is less than the series: diffusion and functional series of which only b = 0 or one time is seen.
    expect(tally.wrong.length, tally.wrong.join('\n')).toBeLessThanOrEqual(6);
    expect(tally.right / (labelled.length - tally.unknown)).toBeGreaterThan(0.97);
    expect(tally.unknown / labelled.length).toBeLessThan(0.1);
  });
});
