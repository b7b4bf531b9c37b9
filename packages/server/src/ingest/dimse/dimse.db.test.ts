import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AE,
  type HoldingRooms,
  runPeer,
  startDimse,
  startHoldingRooms,
} from '../../../../../testing/images/dimse-rooms.ts';

const hasDcmtk = spawnSync('echoscu', ['--version']).status === 0;
const scale = { slices: 3, matrix: 64 };

describe.skipIf(!hasDcmtk)("C-STORE and C-ECHO from Debian's dcmtk (skipped where it is missing)", () => {
  let rooms: HoldingRooms;
  let dimse: Awaited<ReturnType<typeof startDimse>>;
  let folder: string;

  beforeAll(async () => {
    rooms = await startHoldingRooms();
    dimse = await startDimse(rooms);
    folder = await mkdtemp(join(tmpdir(), 'overread-dimse-'));
  });
  afterAll(async () => {
    await dimse.stop();
    await rooms.holding.stop();
    await rooms.stop();
    await rm(folder, { recursive: true });
  });

  const address = () => ['-aet', 'SCANNER', '-aec', AE, '127.0.0.1', String(dimse.port)];
  const waiting = async (uid: string) =>
    (await rooms.holding.list()).find(({ study }) => study?.studyInstanceUid === uid);

  async function made(seed: string) {
    const { instances } = makeStudy({ seed, scale });
    const paths = await Promise.all(
      instances.map(async ({ bytes }, at) => {
        const path = join(folder, `${seed}-${at}.dcm`);
        await writeFile(path, bytes);
        return path;
      }),
    );
    return { instances, paths, study: parseHeader(instances[0]?.bytes as Uint8Array).studyInstanceUid };
  }

  it('answers an echo, and refuses who is not on the list or calls somebody else', async () => {
    expect((await runPeer('echoscu', address())).code).toBe(0);
    const stranger = await runPeer('echoscu', ['-aet', 'STRANGER', '-aec', AE, '127.0.0.1', String(dimse.port)]);
    expect(stranger.printed).toContain('Calling AE Title Not Recognized');
    const other = await runPeer('echoscu', ['-aet', 'SCANNER', '-aec', 'PACS', '127.0.0.1', String(dimse.port)]);
    expect(other.printed).toContain('Called AE Title Not Recognized');
    expect(dimse.records.map(({ callingAe, trouble }) => [callingAe, trouble])).toEqual([
      ['SCANNER', null],
      ['STRANGER', 'calling-ae'],
      ['SCANNER', 'called-ae'],
    ]);
  });

  it('keeps a study bit for bit, in the holding area', async () => {
    const { instances, paths, study } = await made('dimse-plain');
    const sent = await runPeer('storescu', [...address(), ...paths]);
    expect(sent.code).toBe(0);
    await expect.poll(async () => (await waiting(study))?.state, { timeout: 30_000 }).toBe('waiting');
    const arrival = await waiting(study);
    expect(arrival?.study?.instances).toBe(instances.length);
    for (const { sopInstanceUid, bytes } of instances) {
      const back = await rooms.archive.openInstance(arrival?.arrivalId ?? '', sopInstanceUid);
      expect(dataSetOf(back as Buffer).equals(dataSetOf(Buffer.from(bytes)))).toBe(true);
    }
    expect(await readdir(rooms.ingest.files.folder)).toEqual([]);
  });
});

/** What follows preamble and meta header; (0002,0000) says how long the latter is. */
function dataSetOf(file: Buffer): Buffer {
  return file.subarray(144 + file.readUInt32LE(140));
}
