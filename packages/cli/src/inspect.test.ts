import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Inspection } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance, madeTar, madeZip } from '../../../testing/made-dicom.ts';
import { madeIso } from '../../../testing/made-iso.ts';
import { sharedData } from '../../../testing/shared-data.ts';
import { LIMITS } from './inspect/collect.ts';
import { inspectPaths } from './inspect.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-inspect-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (content: string) => new TextEncoder().encode(content);
const image = (number: number, overrides: MadeItem = {}) =>
  madeInstance({ SOPInstanceUID: `2.25.${number}`, InstanceNumber: number, SeriesDescription: 'AX T2', ...overrides });

function put(path: string, bytes: Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  return full;
}

const instances = ({ studies }: Inspection) =>
  studies.flatMap(({ series }) => series).reduce((sum, one) => sum + one.instances, 0);
const relative = (left: Inspection['refused']) =>
  left.map(({ path, reason }) => [path.replace(`${folder}/`, ''), reason]);
const bytesOf = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('a disc in a folder', () => {
  it('reads the images, and has a reason for everything else', async () => {
    put('disc/DICOM/IM1', image(1));
    put('disc/DICOM/IM2', image(2));
    put('disc/DICOM/copy of IM1', image(1));
    put('disc/DICOM/cut.dcm', image(3).subarray(0, 660));
    put('disc/DICOM/wrong.dcm', text('no image at all'));
    put('disc/AUTORUN.INF', text('[autorun]'));
    put('disc/viewer/view.exe', text('MZ'));
    put('disc/report.pdf', text('%PDF-1.4'));
    put('disc/more.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c));
    const { inspection, images } = await inspectPaths([join(folder, 'disc')]);
    expect(images).toBe(2);
    expect(instances(inspection)).toBe(2);
    const refused = Object.fromEntries(relative(inspection.refused));
    expect(Object.keys(refused).sort()).toEqual(['disc/DICOM/cut.dcm', 'disc/DICOM/wrong.dcm', 'disc/more.7z']);
    expect(refused['disc/DICOM/wrong.dcm']).toContain('named like an image');
    expect(refused['disc/more.7z']).toContain('7z archive is damaged');
    const ignored = Object.fromEntries(relative(inspection.ignored));
    expect(ignored['disc/DICOM/IM1']).toContain('the same image as');
    expect(Object.keys(ignored)).toContain('disc/AUTORUN.INF');
    expect(Object.keys(ignored)).toContain('disc/report.pdf');
  });

  it('tells of a path that is not there, and of links that lead round in circles', async () => {
    put('loop/IM1', image(1));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop', 'again'));
    const { inspection, images } = await inspectPaths([join(folder, 'loop'), join(folder, 'nowhere')]);
    expect(images).toBe(1);
    expect(relative(inspection.refused)).toEqual([['nowhere', 'there is no such file or folder']]);
    expect(relative(inspection.ignored)).toEqual([['loop/again', 'a link to a folder']]);
  });
});

describe('containers', () => {
  const zip = madeZip([
    { path: 'A/IM1', bytes: image(1), deflate: true },
    { path: 'A/IM2', bytes: image(2) },
  ]);
  const tar = madeTar([
    { path: 'A/IM1', bytes: image(1) },
    { path: 'A/IM2', bytes: image(2) },
  ]);

  it.each([
    ['a.zip', zip],
    ['named like nothing', zip],
    ['a.tar', tar],
    ['a.tar.gz', bytesOf(gzipSync(tar))],
    ['a.tgz', bytesOf(gzipSync(tar))],
    [
      'a.iso',
      madeIso(
        [
          { path: 'A/IM1', bytes: image(1) },
          { path: 'A/IM2', bytes: image(2) },
        ],
        { names: 'joliet' },
      ),
    ],
    ['nested.zip', madeZip([{ path: 'inner.zip', bytes: zip, deflate: true }])],
    ['nested.iso', madeIso([{ path: 'INNER.ZIP', bytes: zip }], { names: 'plain' })],
  ])('reads %s', async (name, bytes) => {
    const { inspection } = await inspectPaths([put(`containers/${name}`, bytes)]);
    expect(inspection.refused).toEqual([]);
    expect(instances(inspection)).toBe(2);
  });

  it('reads one image in a .gz', async () => {
    expect((await inspectPaths([put('containers/one.dcm.gz', bytesOf(gzipSync(image(1))))])).images).toBe(1);
  });

  it('goes three archives deep and not further', async () => {
    const wrap = (bytes: Uint8Array) => madeZip([{ path: 'inner.zip', bytes }]);
    expect((await inspectPaths([put('containers/three.zip', wrap(wrap(zip)))])).images).toBe(2);
    const { inspection, images } = await inspectPaths([put('containers/four.zip', wrap(wrap(wrap(zip))))]);
    expect(images).toBe(0);
    expect(inspection.refused[0]?.reason).toContain('too deep');
  });

  it('refuses the entry that is damaged and reads the others', async () => {
    const damaged = zip.slice();
    const local = 30 + 'A/IM1'.length;
    damaged.set(text('damaged!'), local + 40);
    const { inspection, images } = await inspectPaths([put('containers/damaged.zip', damaged)]);
    expect(images).toBe(1);
    expect(relative(inspection.refused)[0]?.[0]).toBe('containers/damaged.zip/A/IM1');
    expect(inspection.refused[0]?.reason).toContain('damaged in its archive');
  });

  it('stops at an archive that unpacks without end, and keeps what it had read', async () => {
    const zeros = new Uint8Array(3 << 20);
    const layer = madeZip(['1', '2', '3', '4'].map((path) => ({ path, bytes: zeros, deflate: true })));
    const bomb = madeZip([
      { path: 'IM1', bytes: image(1) },
      { path: 'layer.zip', bytes: layer, deflate: true },
    ]);
    const { inspection, images } = await inspectPaths([put('containers/bomb.zip', bomb)], {
      ...LIMITS,
      totalBytes: 10 << 20,
    });
    expect(images).toBe(1);
    expect(inspection.refused.map(({ reason }) => reason).join()).toContain('made to do harm');
  });
});

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [main, 'inspect', ...args], { encoding: 'utf8' });

  it('prints JSON as the contract says, and ends with 0', () => {
    const path = put('command/IM1', image(1, { StudyDescription: 'MRI KNEE LEFT', PatientName: 'Doe^Jane' }));
    const { status, stdout, stderr } = run(path, '--json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const printed = JSON.parse(stdout) as Inspection;
    expect(Object.keys(printed)).toEqual(['studies', 'refused', 'ignored', 'listed']);
    const study = printed.studies[0];
    expect(Object.keys(study ?? {})).toEqual([
      ...[
        'studyInstanceUid',
        'date',
        'description',
        'accessionNumber',
        'institution',
        'patient',
        'region',
        'side',
        'sides',
        'series',
      ],
      'completeness',
    ]);
    expect(study).toMatchObject({ region: 'knee', side: 'left', patient: { name: 'Doe^Jane' } });
    expect(Object.keys(study?.series[0] ?? {})).toEqual([
      ...['seriesInstanceUid', 'number', 'description', 'modality', 'manufacturer', 'instances', 'frames', 'weighting'],
      ...[
        'plane',
        'dimension',
        'fatSuppressed',
        'contrastEnhanced',
        'role',
        'derived',
        'sliceThicknessMm',
        'spacingMm',
      ],
      ...['gaps', 'confidence', 'because', 'nearestPlane', 'details', 'quality'],
    ]);
    const contract = ['protocol', 'expected', 'missing', 'limits', 'verdict'];
    expect(Object.keys(study?.completeness ?? {})).toEqual(contract);
  });

  it('prints for people, without control characters of a header', () => {
    const { stdout } = run(put('command/IM2', image(2, { StudyDescription: 'MRI \u001b[31mKNEE' })));
    expect(stdout).toContain('Doe, Jane, born 1980-02-14 (P1)');
    expect(stdout).toContain('AX T2');
    expect(stdout).not.toContain('\u001b');
  });

  it('says what is no MR picture, and what becomes of it', () => {
    const uids = (number: number) => ({ SeriesInstanceUID: `2.25.90${number}`, SeriesNumber: number });
    put('kinds/CT', image(11, { ...uids(1), Modality: 'CT', SOPClassUID: '1.2.840.10008.5.1.4.1.1.2' }));
    put('kinds/SC', image(12, { ...uids(2), SOPClassUID: '1.2.840.10008.5.1.4.1.1.7' }));
    const without = (number: number, SOPClassUID: string, Modality: string) =>
      put(`kinds/${number}`, image(number, { ...uids(number), SOPClassUID, Modality, Rows: 0, Columns: 0 }));
    without(13, '1.2.840.10008.5.1.4.1.1.88.11', 'SR');
    without(14, '1.2.840.10008.5.1.4.1.1.104.1', 'DOC');
    without(15, '1.2.840.10008.5.1.4.1.1.88.59', 'KO');
    without(16, '1.2.840.10008.5.1.4.1.1.11.1', 'PR');
    const { stdout } = run(join(folder, 'kinds'));
    const lines = stdout.split('\n');
    const notes = ['CT, kept as prior imaging', 'screenshot', 'report', 'report', 'a list of key images'];
    for (const [at, note] of [...notes, 'a presentation state'].entries()) {
      const number = at < 2 ? at + 1 : at + 11;
      const row = lines.findIndex((line) => line.startsWith(`${number}  `.padStart(6)));
      expect(lines[row + 1], note).toMatch(new RegExp(`${note}$`));
    }
    expect(stdout).not.toContain('Refused');
    expect(stdout).not.toContain('0 frames');
  });

  it('ends with 2 where there is no image', () => {
    const { status, stdout } = run(put('command/text.txt', text('hello')));
    expect(status).toBe(2);
    expect(stdout).toContain('No images were found.');
  });

  it('says how it is called when a path is missing', () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain("missing required argument 'path'");
  });
});

const data = sharedData();
if (data === null) console.warn('no real test data beside the project: inspect is tested on made files only');

describe.skipIf(data === null)('real discs and studies', () => {
  it.each([
    ['discs', 10],
    ['studies', 18],
    ['broken', 5],
    ['charsets_pydicom', 8],
    ['transfer_syntax', 5],
    ['sr_pdf', 5],
  ])('%s: every file is read or has a reason', async (name, studies) => {
    const { inspection } = await inspectPaths([join(data ?? '', name)]);
    expect(inspection.studies.length).toBeGreaterThanOrEqual(studies);
    for (const { path, reason } of [...inspection.refused, ...inspection.ignored]) {
      expect(path).toContain(name);
      expect(reason, path).toMatch(/\w{3}/);
    }
  });

  it.each(['headers', 'reports', 'lexicons', 'pairs', 'demo'])(
    '%s: holds no image, and everything has a reason',
    async (name) => {
      const { inspection, images } = await inspectPaths([join(data ?? '', name)]);
      expect(images).toBe(0);
      expect(inspection.refused).toEqual([]);
      expect(inspection.ignored.every(({ reason }) => /\w{3}/.test(reason))).toBe(true);
    },
  );

  it('names the series of a spine disc with Japanese names', async () => {
    const { inspection } = await inspectPaths([join(data ?? '', 'discs/lspine_hitachi_ihe_pdi_jp.zip')]);
    const study = inspection.studies[0];
    expect(study).toMatchObject({ region: 'lumbar-spine', completeness: { verdict: 'complete' } });
    expect(study?.patient.name).toBe('ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎');
    expect(study?.series.map(({ weighting, plane }) => `${weighting} ${plane}`)).toEqual([
      ...['T2 sagittal', 'T1 sagittal', 'T2 axial', 'T1 axial', 'STIR sagittal'],
    ]);
  });
});
