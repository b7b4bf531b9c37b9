import { spawn } from 'node:child_process';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_SEED } from '@overread/demo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../testing/service.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
let service: TestService;
let folder: string;
let number: string;
let caseFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-verify-'));
  service = await startTestService({ dataFolder: folder });
  await service.seed([DEMO_SEED[0]?.intake.key ?? '']);
  const { rows } = await service.ground.db.pool.query<{ number: string; case_id: string }>(
    'select number, case_id from cases_rows join delivery_files using (case_id) order by number limit 1',
  );
  number = rows[0]?.number ?? '';
  caseFolder = join(folder, 'blobs', 'objects', 'cases', rows[0]?.case_id ?? '');
}, 300_000);
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function verify(...flags: readonly string[]): Promise<{ code: number | null; said: string }> {
  const { OVERREAD_DATA: _, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN, 'verify', ...flags], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

async function flip(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] as number) ^ 1]), 0, 1, at);
  await handle.close();
}

const firstOf = async (kind: string): Promise<string> => {
  const [name = ''] = (await readdir(join(caseFolder, kind))).sort();
  return join(caseFolder, kind, name);
};

it('reads everything beside a service that runs, and says that it is as it was stored', async () => {
  const counted = await service.ground.db.pool.query<{ images: number }>(
    'select count(*)::int as images from archive_instances',
  );
  const { code, said } = await verify('--data', folder);
  expect(said).toContain(`Read: ${counted.rows[0]?.images} images`);
  expect(said).toContain('Everything is as it was stored.');
  expect(code).toBe(0);
  const one = await verify('--data', folder, '--case', number);
  expect(one.code).toBe(0);
  expect(one.said).toMatch(/Read: [1-9]\d* images, [1-9]\d* reports, [1-9]\d* documents/);
}, 120_000);

it('names one changed bit of an image, of a report and of a document, and nothing else', async () => {
  for (const kind of ['packs', 'reports', 'documents']) await flip(await firstOf(kind), 100);
  const { code, said } = await verify('--data', folder, '--case', number);
  const lines = said.split('\n').filter((line) => line.startsWith('Case '));
  expect(lines.map((line) => line.split(' ').slice(3, 4)[0])).toEqual(['image', 'report', 'document']);
  for (const line of lines) expect(line).toMatch(new RegExp(`^Case ${number}: the .* is damaged`));
  expect(said).toContain('Damaged or missing: 3.');
  expect(code).toBe(1);
  for (const kind of ['packs', 'reports', 'documents']) await flip(await firstOf(kind), 100);
  expect((await verify('--data', folder, '--case', number)).code).toBe(0);
}, 120_000);

it('names a pack that is gone with every image in it, and a document that is gone', async () => {
  const pack = await firstOf('packs');
  const packId = pack.split('/').at(-1) ?? '';
  const inPack = await service.ground.db.pool.query<{ images: number }>(
    'select count(*)::int as images from archive_instances where pack_id = $1',
    [packId],
  );
  await rm(pack);
  await rm(await firstOf('documents'));
  const { code, said } = await verify('--data', folder, '--case', number);
  expect(said).toContain(`the pack ${packId} is missing`);
  expect(said.match(/the image \S+ is missing/g)).toHaveLength(inPack.rows[0]?.images ?? -1);
  expect(said.match(/the document \S+ is missing/g)).toHaveLength(1);
  expect(code).toBe(1);
}, 120_000);

it('counts what was erased on purpose apart', async () => {
  const { rows } = await service.ground.db.pool.query<{ case_id: string }>(
    'select case_id from cases_rows where number = $1',
    [number],
  );
  await service.rooms.archive.erase(rows[0]?.case_id ?? '');
  const beside = await verify('--data', folder, '--case', number);
  expect(beside.said).toMatch(/[1-9]\d* were erased on purpose/);
  expect(beside.code).toBe(0);
}, 120_000);

it('refuses a folder without data and a case that is not there', async () => {
  const none = await verify('--data', join(folder, 'nothing'));
  expect(none.said).toContain('There is no data of Overread in');
  expect(none.code).toBe(1);
  const unknown = await verify('--data', folder, '--case', '1999-0001');
  expect(unknown.said).toContain('There is no case 1999-0001.');
  expect(unknown.code).toBe(1);
}, 60_000);

it('reads on when the service is stopped, and the service starts again afterwards', async () => {
  await service.stop();
  const { code, said } = await verify('--data', folder);
  expect(said).toContain('Everything is as it was stored.');
  expect(code).toBe(0);
  service = await startTestService({ dataFolder: folder });
}, 120_000);
