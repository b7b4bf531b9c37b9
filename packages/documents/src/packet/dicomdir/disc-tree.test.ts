import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InstanceHeader, parseHeader, readDiscList } from '@overread/imaging';
import { attributesOf } from '@overread/imaging/headers/attributes.ts';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { readElements } from '@overread/imaging/headers/read-elements.ts';
import { EXPLICIT_LITTLE, encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { testFolder } from '../../../../../testing/documents/disc.ts';
import { madeInstance } from '../../../../../testing/made-dicom.ts';
import { hasTool } from '../../../../../testing/made-media.ts';
import { sharedData } from '../../../../../testing/shared-data.ts';
import { createDiscTree } from './disc-tree.ts';

const folder = testFolder('dicomdir');
afterAll(folder.remove);

interface Placed {
  readonly header: InstanceHeader;
  readonly path: string;
  readonly bytes: Buffer;
}

function discOf(files: readonly Uint8Array[]) {
  const tree = createDiscTree();
  const placed = files.map((bytes): Placed => {
    const header = parseHeader(bytes);
    const { path, prefix } = tree.add(bytes, { ...header, size: bytes.length });
    return { header, path, bytes: Buffer.concat([prefix ?? Buffer.alloc(0), bytes]) };
  });
  return { placed, dicomdir: tree.dicomdir('OVR_1') };
}

function write(name: string, { placed, dicomdir }: ReturnType<typeof discOf>): string {
  for (const { path, bytes } of placed) folder.write(join(name, path), bytes);
  folder.write(join(name, 'DICOMDIR'), dicomdir);
  return folder.path(name);
}

const KEY_OF: Readonly<Record<string, string>> = { PATIENT: 'x00100020', STUDY: 'x0020000d', SERIES: 'x0020000e' };

/** The record tree as its offsets give it: one line for each record, with everything above it. */
function recordLines(bytes: Uint8Array): string[] {
  const { dataSetOffset } = readFileMeta(bytes, bytes.length);
  const { attributes } = attributesOf(readElements(bytes, dataSetOffset, encodingOf(EXPLICIT_LITTLE)));
  const source = readElements(bytes, dataSetOffset, encodingOf(EXPLICIT_LITTLE)).byTag.x00041220?.items ?? [];
  const records = new Map(attributes.items('x00041220').map((record, i) => [(source[i]?.dataOffset ?? 0) - 8, record]));
  const lines: string[] = [];
  const walk = (first: number, above: string): void => {
    for (let at = first; at !== 0; ) {
      const record = records.get(at);
      if (record === undefined) throw new Error(`There is no record at byte ${at}.`);
      const type = record.text('x00041430');
      const key = KEY_OF[type];
      const named = ['x00041511', 'x00041510', 'x00041512'].map((tag) => record.text(tag)).join(' ');
      const line = `${above}/${type} ${key === undefined ? `${named} ${record.texts('x00041500').join('/')}` : record.text(key)}`;
      lines.push(line);
      walk(record.uint32('x00041420') ?? 0, line);
      at = record.uint32('x00041400') ?? 0;
    }
  };
  walk(attributes.uint32('x00041200') ?? 0, '');
  return lines.sort();
}

const run = (tool: string, args: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  return { status, said: `${stdout}${stderr}` };
};

const ids = (patient: number, study: number, series: number, image: number) => ({
  PatientID: `P${patient}`,
  PatientName: `Doe^${patient}`,
  StudyInstanceUID: `1.2.3.${study}`,
  SeriesInstanceUID: `1.2.3.${study}.${series}`,
  SOPInstanceUID: `1.2.3.${study}.${series}.${image}`,
  SeriesNumber: series,
  InstanceNumber: image,
});
const KAETHE = { SpecificCharacterSet: 'ISO_IR 192', PatientName: Buffer.from('Müller^Käthe') };
const SR = '1.2.840.10008.5.1.4.1.1.88.11';
const code = (value: string, meaning: string) => ({
  '00080100:SH': value,
  '00080102:SH': 'DCM',
  '00080104:LO': meaning,
});
const MADE: readonly Uint8Array[] = [
  madeInstance({ ...ids(1, 1, 1, 1), ...KAETHE }),
  madeInstance({ ...ids(1, 1, 1, 2), ...KAETHE }),
  madeInstance({ ...ids(1, 1, 2, 1), ...KAETHE }, { transferSyntaxUid: '1.2.840.10008.1.2' }),
  madeInstance({ ...ids(1, 2, 1, 1), ...KAETHE }, { transferSyntaxUid: '1.2.840.10008.1.2.2' }),
  madeInstance(ids(2, 3, 1, 1), { transferSyntaxUid: '1.2.840.10008.1.2.1.99' }),
  madeInstance({
    ...ids(2, 3, 2, 1),
    SOPClassUID: SR,
    Modality: 'SR',
    '00080023:DA': '20260102',
    '00080033:TM': '101112',
    '0040a043:SQ': [code('121071', 'Finding')],
    '0040a073:SQ': [{ '0040a030:DT': '20260103101112' }],
    '0040a491:CS': 'COMPLETE',
    '0040a493:CS': 'VERIFIED',
    '0040a730:SQ': [
      {
        '0040a010:CS': 'HAS CONCEPT MOD',
        '0040a040:CS': 'CODE',
        '0040a043:SQ': [code('121049', 'Language')],
        '0040a168:SQ': [code('en', 'English')],
      },
      { '0040a010:CS': 'CONTAINS', '0040a040:CS': 'TEXT', '0040a160:UT': 'Said of the patient alone.' },
    ],
  }),
  madeInstance({
    ...ids(2, 3, 3, 1),
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1',
    Modality: 'DOC',
    '00420010:ST': 'Report',
    '00420012:LO': 'application/pdf',
  }),
];

describe('a DICOMDIR', () => {
  it('lists patients, studies, series and files, each below the other by its offsets', () => {
    const { dicomdir } = discOf(MADE);
    const lines = recordLines(dicomdir);
    expect(lines).toHaveLength(2 + 3 + 6 + 7);
    expect(lines).toContain(
      '/PATIENT P1/STUDY 1.2.3.1/SERIES 1.2.3.1.2/IMAGE 1.2.3.1.2.1 1.2.840.10008.5.1.4.1.1.4 1.2.840.10008.1.2 DICOM/PAT1/ST1/SE2/IM1',
    );
    expect(lines.some((line) => line.includes('/SR DOCUMENT 1.2.3.3.2.1 '))).toBe(true);
    expect(lines.some((line) => line.includes('/ENCAP DOC 1.2.3.3.3.1 '))).toBe(true);
    expect(dicomdir.includes(Buffer.from('Müller^Käthe'))).toBe(true);
    expect(dicomdir.includes('Language')).toBe(true);
    expect(dicomdir.includes('Said of the patient')).toBe(false);
    expect(discOf(MADE).dicomdir.equals(dicomdir)).toBe(true);
  });

  it('names every file for our own reader, by names that PS3.10 allows', () => {
    const { placed, dicomdir } = discOf(MADE);
    const list = readDiscList('DICOMDIR', dicomdir);
    expect(list?.files).toEqual(placed.map(({ path, header }) => ({ path, sopInstanceUid: header.sopInstanceUid })));
    for (const { path } of placed) expect(path).toMatch(/^(?:[A-Z0-9_]{1,8}\/){0,7}[A-Z0-9_]{1,8}$/);
  });

  it('puts a head in front of a file that came without, and leaves its data set as it is', () => {
    const bare = madeInstance(ids(1, 1, 1, 1), { head: 'none', transferSyntaxUid: '1.2.840.10008.1.2' });
    const [file] = discOf([bare]).placed;
    const whole = file?.bytes ?? Buffer.alloc(0);
    expect(whole.toString('latin1', 128, 132)).toBe('DICM');
    expect(whole.subarray(whole.length - bare.length).equals(bare)).toBe(true);
    expect(parseHeader(whole)).toMatchObject({ sopInstanceUid: '1.2.3.1.1.1', transferSyntaxUid: '1.2.840.10008.1.2' });
    expect(parseHeader(whole).warnings).toEqual([]);
  });

  it('keeps what no record may name out of the tree', () => {
    const { placed, dicomdir } = discOf([
      madeInstance({ ...ids(1, 1, 1, 1), SOPClassUID: '1.3.46.670589.11.0.0.12.2' }),
    ]);
    expect(placed[0]?.path).toBe('OTHER/FILE1');
    expect(recordLines(dicomdir)).toEqual([]);
  });

  it('keeps a damaged file out of the tree, and reads what a damaged one still says', (test) => {
    const [whole = new Uint8Array(0)] = MADE;
    const header = parseHeader(whole);
    const place = createDiscTree().add(Buffer.from('no DICOM at all'), { ...header, size: 15 });
    expect(place).toEqual({ path: 'OTHER/FILE1', listed: false, prefix: null });
    const broken = readFolder('broken');
    if (broken === null) return test.skip('the shared data is not here');
    const { placed, dicomdir } = discOf(broken);
    expect(readDiscList('DICOMDIR', dicomdir)?.files).toHaveLength(
      placed.filter(({ path }) => /^DICOM/.test(path)).length,
    );
    expect(placed.filter(({ path }) => /^DICOM/.test(path)).length).toBeGreaterThan(10);
  });

  it('files a study under one patient, whatever its later files say', () => {
    const { dicomdir } = discOf([
      madeInstance(ids(1, 1, 1, 1)),
      madeInstance({ ...ids(1, 1, 1, 2), PatientName: 'DOE^J' }),
    ]);
    expect(recordLines(dicomdir)).toHaveLength(5);
  });
});

describe('a DICOMDIR for other programs', () => {
  it('has no error for dciodvfy, and dcmdump reads it', (test) => {
    if (!hasTool('dciodvfy')) test.skip('dciodvfy is not installed');
    const at = write('checked', discOf(MADE));
    const { said } = run('dciodvfy', ['DICOMDIR'], at);
    expect(said).toContain('BasicDirectory');
    expect(said.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
    if (hasTool('dcmdump')) expect(run('dcmdump', ['-q', 'DICOMDIR'], at).status).toBe(0);
  });

  it.for([
    { name: 'made files', files: () => MADE },
    { name: 'a real disc of several patients', files: () => readFolder('discs/pydicom_dicomdirtests') },
    { name: 'reports and documents', files: () => readFolder('sr_pdf') },
  ])('has the tree that dcmmkdir makes of $name, and dcmmkdir adds to it', ({ files }, test) => {
    if (!hasTool('dcmmkdir')) test.skip('dcmmkdir is not installed');
    const read = files();
    if (read === null) return test.skip('the shared data is not here');
    const disc = discOf(read.filter(hasPatientId));
    const at = write(`disc-${test.task.id}`, disc);
    const flags = ['-q', '+r', '+I', '+Nrs', '-Nxc', '-Nec', '-Nrc', '-W'];
    const made = run('dcmmkdir', [...flags, '+D', '../THEIRS', 'DICOM'], at);
    expect(made).toEqual({ status: 0, said: '' });
    expect(recordLines(disc.dicomdir)).toEqual(recordLines(readFileSync(folder.path('THEIRS'))));
    expect(run('dcmmkdir', [...flags, '--update', '+D', 'DICOMDIR', 'DICOM'], at)).toEqual({ status: 0, said: '' });
    expect(recordLines(readFileSync(join(at, 'DICOMDIR')))).toEqual(recordLines(disc.dicomdir));
  });
});

/** dcmmkdir refuses an instance that it cannot number, and invents an id of its own for a patient without one. */
function hasPatientId(bytes: Uint8Array): boolean {
  const { patient, instanceNumber } = parseHeader(bytes);
  return patient.id !== '' && instanceNumber !== null;
}

function readFolder(name: string): Uint8Array[] | null {
  const at = sharedData(name);
  if (at === null) return null;
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const seen = new Set<string>();
  return files.flatMap(({ parentPath, name: file }) => {
    const bytes = readFileSync(join(parentPath, file));
    try {
      const { sopInstanceUid } = parseHeader(bytes);
      if (seen.has(sopInstanceUid)) return [];
      seen.add(sopInstanceUid);
      return [bytes];
    } catch {
      return [];
    }
  });
}
