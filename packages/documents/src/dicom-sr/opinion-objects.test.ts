import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHeader } from '@overread/imaging';
import { afterAll, describe, expect, it } from 'vitest';
import { EXPORT, EXPORT_THIRD } from '../../../../testing/documents/sample-export.ts';
import { SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { basicTextSr, encapsulatedPdf, type OpinionObject } from './opinion-objects.ts';

const installed = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const [dciodvfy, dsrdump, dcm2pdf] = [installed('dciodvfy'), installed('dsrdump'), installed('dcm2pdf')];
const missing = (program: string, there: boolean): string => (there ? '' : ` (skipped: ${program} is not installed)`);

const folder = mkdtempSync(join(tmpdir(), 'overread-sr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(object: OpinionObject | null, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, object?.bytes ?? '');
  return path;
}

function run(program: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

const pdf = encapsulatedPdf(SETTING, EXPORT);
const sr = basicTextSr(SETTING, EXPORT);
const thirdPdf = encapsulatedPdf(SETTING, EXPORT_THIRD);
const thirdSr = basicTextSr(SETTING, EXPORT_THIRD);

describe('the opinion as DICOM', () => {
  it('belongs to the study that was read, in series of its own', () => {
    const [a, b] = [pdf, sr].map((object) => parseHeader(object?.bytes ?? new Uint8Array()));
    expect([a?.studyInstanceUid, b?.studyInstanceUid]).toEqual(Array(2).fill('1.2.826.0.1.3680043.8.498.1'));
    expect(a?.seriesInstanceUid).not.toBe(b?.seriesInstanceUid);
    expect([a?.modality, b?.modality]).toEqual(['DOC', 'SR']);
    expect(a?.sopInstanceUid).toMatch(/^2\.25\.\d{30,39}$/);
    expect(pdf).toEqual(encapsulatedPdf(SETTING, EXPORT));
    const none = { ...EXPORT, opinion: { ...EXPORT.opinion, studies: [] } };
    expect([encapsulatedPdf(SETTING, none), basicTextSr(SETTING, none)]).toEqual([null, null]);
  });

  it('is another instance when the document is another one, of the same series', () => {
    const before = encapsulatedPdf(SETTING, { ...EXPORT, pdf: { ...EXPORT.pdf, sha256: 'a'.repeat(64) } });
    const [a, b] = [pdf, before].map((object) => parseHeader(object?.bytes ?? new Uint8Array()));
    expect(a?.sopInstanceUid).not.toBe(b?.sopInstanceUid);
    expect(a?.seriesInstanceUid).toBe(b?.seriesInstanceUid);
  });

  it('of a third read is in series of its own and says so', () => {
    const objects = [pdf, sr, thirdPdf, thirdSr].map((object) => parseHeader(object?.bytes ?? new Uint8Array()));
    expect(new Set(objects.map(({ seriesInstanceUid }) => seriesInstanceUid)).size).toBe(4);
    expect(objects.map(({ seriesDescription }) => seriesDescription)).toEqual([
      'Second opinion (PDF)',
      'Second opinion (report)',
      'Third opinion (PDF)',
      'Third opinion (report)',
    ]);
  });

  it.skipIf(!dciodvfy).each([
    ['pdf', pdf],
    ['sr', sr],
    ['third-pdf', thirdPdf],
    ['third-sr', thirdSr],
  ] as const)(`dciodvfy finds no error: %s${missing('dicom3tools', dciodvfy)}`, (name, object) => {
    const said = run('dciodvfy', saved(object, name));
    expect(said.split('\n').filter((line) => /^Error/.test(line))).toEqual([]);
    expect(said).toMatch(name.endsWith('pdf') ? /EncapsulatedPDF/ : /BasicTextSR/);
  });

  it.skipIf(!dsrdump)(`dsrdump reads the reader’s words${missing('dcmtk', dsrdump)}`, () => {
    const said = run('dsrdump', '+U8', '+Pl', saved(sr, 'report'));
    for (const words of [
      'Solheim',
      'Impressions',
      'No slip of L4 measurable',
      'Addendum',
      'not mentioned',
      'VERIFIED',
    ]) {
      expect(said).toContain(words);
    }
    expect(said).not.toMatch(/\bE: /);
  });

  it.skipIf(!dsrdump)(`dsrdump reads what the third of three said${missing('dcmtk', dsrdump)}`, () => {
    const said = run('dsrdump', '+U8', '+Pl', saved(thirdSr, 'third'));
    expect(said).toContain('The third reader’s own sentence. (In line with the second)');
    expect(said).not.toMatch(/\bE: /);
  });

  it.skipIf(!dcm2pdf)(`dcm2pdf gives the signed PDF back, bit for bit${missing('dcmtk', dcm2pdf)}`, () => {
    const out = join(folder, 'out.pdf');
    run('dcm2pdf', saved(pdf, 'document'), out);
    const back = readFileSync(out).subarray(0, EXPORT.pdf.bytes.length);
    expect(back.equals(Buffer.from(EXPORT.pdf.bytes))).toBe(true);
  });
});
