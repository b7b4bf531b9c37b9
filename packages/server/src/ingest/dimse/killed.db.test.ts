import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, expect, it } from 'vitest';
import { AE, startHoldingRooms } from '../../../../../testing/images/dimse-rooms.ts';

const CHILD = fileURLToPath(new URL('../../../../../testing/images/dimse.child.ts', import.meta.url));
const hasDcmtk = spawnSync('storescu', ['--version']).status === 0;
const folder = await mkdtemp(join(tmpdir(), 'overread-killed-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Sends the files and kills the service after so many answers; gives how many were acknowledged in the end. */
async function sendAndKill(files: readonly string[], after: number): Promise<number> {
  const data = join(folder, 'data');
  const child = spawn(process.execPath, [CHILD, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { port } = JSON.parse(line.toString()) as { port: number };
  const args = ['-v', '-aet', 'SCANNER', '-aec', AE, '127.0.0.1', String(port), ...files];
  const sender = spawn('storescu', args);
  let printed = '';
  const acknowledged = () => printed.split('Received Store Response (Success)').length - 1;
  const hear = (chunk: Buffer) => {
    printed += chunk.toString();
    if (acknowledged() >= after) child.kill('SIGKILL');
  };
  sender.stdout.on('data', hear);
  sender.stderr.on('data', hear);
  await once(sender, 'close');
  await gone;
  return acknowledged();
}

it.skipIf(!hasDcmtk)(
  'what was acknowledged before kill -9 is there once after the start, bit for bit (skipped without dcmtk)',
  async () => {
    const { instances } = makeStudy({ seed: 'killed', scale: { slices: 30, matrix: 64 } });
    const files = await Promise.all(
      instances.map(async ({ bytes }, at) => {
        const path = join(folder, `${String(at).padStart(4, '0')}.dcm`);
        await writeFile(path, bytes);
        return path;
      }),
    );
    await mkdir(join(folder, 'data'));
    const acknowledged = await sendAndKill(files, 40);
    expect(acknowledged).toBeGreaterThanOrEqual(40);
    expect(acknowledged).toBeLessThan(files.length);

    const rooms = await startHoldingRooms({ folder: join(folder, 'data') });
    try {
      await expect
        .poll(async () => (await rooms.holding.list()).map(({ state }) => state), { timeout: 30_000 })
        .toEqual(['waiting']);
      const [arrival] = await rooms.holding.list();
      const kept = await rooms.archive.instances(arrival?.arrivalId ?? '');
      expect(new Set(kept.map(({ sopInstanceUid }) => sopInstanceUid)).size).toBe(kept.length);
      for (const path of files.slice(0, acknowledged)) {
        const sent = await readFile(path);
        const back = await rooms.archive.openInstance(arrival?.arrivalId ?? '', parseHeader(sent).sopInstanceUid);
        expect(back?.subarray(144 + back.readUInt32LE(140)).equals(sent.subarray(144 + sent.readUInt32LE(140)))).toBe(
          true,
        );
      }
      // One more may have been written and not been answered; nothing else is there.
      expect(kept.length - acknowledged).toBeLessThanOrEqual(1);
      expect(await readdir(rooms.ingest.files.folder)).toEqual([]);
    } finally {
      await rooms.holding.stop();
      await rooms.stop();
    }
  },
  90_000,
);
