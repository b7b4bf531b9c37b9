import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEMO_SEED, seedScript } from '@overread/demo';
import { bytesSource, readIsoSync } from '@overread/imaging';
import type { StudySummary } from '@overread/imaging/model.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../../../testing/documents/disc.ts';
import { finishImport, openImport, sendUpload } from '../../../testing/images/send-images.ts';
import { hasTool, runTool } from '../../../testing/made-media.ts';
import { startTestService, type TestService } from '../../../testing/service.ts';
import { inspectPaths } from './inspect.ts';
import { formatOf, sizeOf } from './packet.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = testFolder('packet-command');
let service: TestService;
let caseId = '';
let number = '';

beforeAll(async () => {
  service = await startTestService({ dataFolder: folder.path('data') });
  await service.seed([DEMO_SEED[0]?.intake.key ?? '']);
  const { rows } = await service.ground.db.pool.query<{ number: string; case_id: string }>(
    "select number, case_id from cases_rows join delivery_files using (case_id) where kind = 'opinion' limit 1",
  );
  caseId = rows[0]?.case_id ?? '';
  number = rows[0]?.number ?? '';
}, 300_000);
afterAll(async () => {
  await service.stop();
  folder.remove();
});

async function packet(...flags: readonly string[]): Promise<{ code: number | null; said: string }> {
  const { OVERREAD_DATA: _, ...env } = process.env;
  const args = [MAIN, 'packet', '--data', folder.path('data'), ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

/** Without the signed report, which the service put beside the images that came. */
const cameIn = (studies: readonly StudySummary[]) =>
  studies.map((study) => ({
    ...study,
    series: study.series.filter(({ description }) => !description.startsWith('Second opinion')),
  }));

const PAPERS = ['ORIGINAL.PDF', 'RESULT.PDF', 'SECOND.PDF', 'SUMMARY.PDF'];

describe('packet', () => {
  it('writes ISO, ZIP and folder beside a service that runs; inspect says of each what the case holds', async () => {
    const studies = await service.rooms.archive.studies(caseId);
    for (const name of ['case.iso', 'case.zip', 'folder']) {
      const { code, said } = await packet('--case', number, '--out', folder.path(name));
      expect([code, said]).toEqual([0, expect.stringContaining('SHA-256 of its SHA256SUMS: ')]);
      const { inspection } = await inspectPaths([folder.path(name)]);
      expect(cameIn(inspection.studies)).toEqual(studies);
      expect(inspection.studies.flatMap(({ series }) => series).length).toBe(
        studies.flatMap(({ series }) => series).length + 2,
      );
      expect(inspection.refused).toEqual([]);
      expect(inspection.listed).toEqual([expect.objectContaining({ missing: [] })]);
    }
    expect(readdirSync(folder.path('folder', 'IHE_PDI'))).toEqual(PAPERS);
    runTool('sha256sum', ['--strict', '--quiet', '-c', 'SHA256SUMS'], folder.path('folder'));
    expect(readdirSync(folder.path()).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 120_000);

  it('names each packet in the record, with the hash of its checksums', async () => {
    const entries = await service.rooms.audit.list({ limit: 50, caseId });
    const made = entries.filter(({ action }) => action === 'copy:make');
    expect(made).toHaveLength(3);
    expect(made[0]).toMatchObject({ role: 'system', caseNumber: number, outcome: 'allowed' });
    expect(made[0]?.personName).toContain('overread packet');
    expect(made[0]?.detail).toMatch(/^[0-9a-f]{64}$/);
    expect((await service.rooms.audit.check()).intact).toBe(true);
  });

  it('comes back: its ISO imported into a new case gives the same hashes', async () => {
    const plan = DEMO_SEED[0];
    const [open] = plan === undefined ? [] : seedScript(plan, new Date().toISOString()).steps;
    if (open?.kind !== 'command' || open.command.type !== 'openCase') throw new Error('The demo opens no case.');
    await service.rooms.cases.execute(open.actor, 'came-back', {
      ...open.command,
      caseId: 'came-back',
      number: '1999-0001',
    });
    const desk = await service.as('coordinator');
    const sender = { url: service.url, fetch: desk.fetch };
    const { importId } = await openImport(sender, 'came-back');
    const upload = { caseId: 'came-back', importId, kind: 'archive' } as const;
    await sendUpload(sender, upload, readFileSync(folder.path('case.iso')));
    expect((await finishImport(sender, 'came-back', importId)).state).toBe('done');
    const hashes = async (id: string) =>
      (await service.rooms.archive.instances(id)).map(({ sopInstanceUid, sha256 }) => `${sopInstanceUid} ${sha256}`);
    expect(await hashes('came-back')).toEqual(await hashes(caseId));
  }, 120_000);

  it('splits a case over discs, each complete in itself', async () => {
    const whole = statSync(folder.path('case.iso')).size;
    const split = `${Math.ceil(whole / 2 / 1000)}KB`;
    const { code } = await packet('--case', caseId, '--out', folder.path('set.iso'), '--split', split);
    expect(code).toBe(0);
    const discs = readdirSync(folder.path()).filter((name) => name.startsWith('set-'));
    expect(discs.length).toBeGreaterThan(1);
    for (const name of discs) {
      expect(statSync(folder.path(name)).size).toBeLessThanOrEqual(sizeOf(split));
      const { entries } = readIsoSync(bytesSource(readFileSync(folder.path(name))));
      expect(entries.map(({ path }) => path)).toEqual(expect.arrayContaining(['DICOMDIR', 'README.TXT', 'INDEX.HTM']));
      expect((await inspectPaths([folder.path(name)])).inspection.listed[0]?.missing).toEqual([]);
    }
    const together = await inspectPaths(discs.map((name) => folder.path(name)));
    expect(cameIn(together.inspection.studies)).toEqual(await service.rooms.archive.studies(caseId));
    const small = await packet('--case', number, '--out', folder.path('small.iso'), '--split', '10KB');
    expect([small.code, small.said]).toEqual([1, expect.stringContaining('--split')]);
    expect(existsSync(folder.path('small.iso'))).toBe(false);
  }, 120_000);

  it('refuses a name that is taken, and a case that is not there', async () => {
    const said = async (...flags: readonly string[]) => (await packet(...flags)).said;
    expect(await said('--case', number, '--out', folder.path('case.iso'))).toContain('is there already');
    expect(await said('--case', '1998-0001', '--out', folder.path('x.iso'))).toContain('There is no case 1998-0001.');
  }, 60_000);

  it('works when the service is stopped', async () => {
    await service.stop();
    const { code } = await packet('--case', number, '--out', folder.path('later.zip'));
    expect(code).toBe(0);
    if (hasTool('unzip')) {
      mkdirSync(folder.path('later'));
      runTool('unzip', ['-q', folder.path('later.zip')], folder.path('later'));
      runTool('sha256sum', ['--strict', '--quiet', '-c', 'SHA256SUMS'], folder.path('later'));
    }
    service = await startTestService({ dataFolder: folder.path('data') });
  }, 120_000);
});

describe('sizeOf', () => {
  it.each([
    ['700MB', 700_000_000],
    ['4.7GB', 4_700_000_000],
    ['650 MiB', 650 * 2 ** 20],
  ])('reads %s', (text, bytes) => {
    expect(sizeOf(text)).toBe(bytes);
  });

  it('refuses what is none', () => {
    expect(() => sizeOf('a CD')).toThrow('is no size');
  });
});

describe('formatOf', () => {
  it('goes by the ending, and knows two', () => {
    expect(['a.ISO', 'b.zip', 'folder'].map(formatOf)).toEqual(['iso', 'zip', 'folder']);
    expect(() => formatOf('case.rar')).toThrow('.zip, .iso');
  });
});
