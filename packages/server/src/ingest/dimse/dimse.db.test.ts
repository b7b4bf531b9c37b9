import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MadeInstance, makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AE,
  type HoldingRooms,
  openCase,
  runPeer,
  startDimse,
  startHoldingRooms,
} from '../../../../../testing/images/dimse-rooms.ts';

const hasDcmtk = spawnSync('echoscu', ['--version']).status === 0;
const WAIT = { timeout: 30_000 };
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
    expect((await runPeer('storescu', [...address(), ...paths])).code).toBe(0);
    await expect.poll(async () => (await waiting(study))?.state, WAIT).toBe('waiting');
    const arrival = await waiting(study);
    expect(arrival?.study?.instances).toBe(instances.length);
    expect(arrival).toMatchObject({ way: 'c-store', sender: 'SCANNER', address: '127.0.0.1' });
    await comesBack(arrival?.arrivalId ?? '', instances);
    expect(await readdir(rooms.ingest.files.folder)).toEqual([]);
    expect(dimse.records.at(-1)).toMatchObject({ stored: instances.length, failed: 0, trouble: null });
  });

  it('adds the same study again to what waits, and nothing of it twice', async () => {
    const { instances, paths, study } = await made('dimse-plain');
    expect((await runPeer('dcmsend', ['-v', ...address(), ...paths])).code).toBe(0);
    await expect.poll(async () => (await waiting(study))?.state, WAIT).toBe('waiting');
    const held = (await rooms.holding.list()).filter((one) => one.study?.studyInstanceUid === study);
    expect(held).toHaveLength(1);
    expect(held[0]?.study?.instances).toBe(instances.length);
  });

  it('goes straight into the case that it surely belongs to, and that is on record', async () => {
    const { instances, paths, study } = await made('dimse-case');
    rooms.open.push(openCase('2026-0042', { studies: [{ studyInstanceUid: study }] }, instances[0]?.bytes));
    expect((await runPeer('dcmsend', [...address(), ...paths])).code).toBe(0);
    await expect.poll(() => rooms.cases.told.find(({ caseId }) => caseId === 'id-2026-0042'), WAIT).toBeDefined();
    await comesBack('id-2026-0042', instances);
    expect(await waiting(study)).toBeUndefined();
    expect(rooms.witnessed.at(-1)).toMatchObject({
      ...{ action: 'arrival:c-store', caseNumber: '2026-0042', outcome: 'allowed' },
      detail: 'same-study, name-and-birth-date',
    });
    rooms.open.length = 0;
  });

  it.each([
    ['+ti', '-xi', 'implicit little endian'],
    ['+te', '-xe', 'explicit little endian'],
    ['+tb', '-xb', 'big endian'],
    ['+td', '-xd', 'deflated'],
    ['rle', '-xr', 'RLE'],
    ['jpeg', '-xs', 'JPEG lossless'],
  ])('keeps what comes as %s', async (written, proposed) => {
    const { paths } = await made(`dimse-${written}`);
    const [plain = ''] = paths;
    const file = join(folder, `sent-${written}.dcm`);
    const convert = { rle: ['dcmcrle'], jpeg: ['dcmcjpeg', '+e1'] }[written] ?? ['dcmconv', written];
    expect((await runPeer(convert[0] ?? '', [...convert.slice(1), plain, file])).code).toBe(0);
    const sent = await readFile(file);
    const { studyInstanceUid, transferSyntaxUid, sopInstanceUid } = parseHeader(sent);
    expect((await runPeer('storescu', [proposed, ...address(), file])).code).toBe(0);
    await expect.poll(async () => (await waiting(studyInstanceUid))?.state, WAIT).toBe('waiting');
    const { arrivalId = '' } = (await waiting(studyInstanceUid)) ?? {};
    const back = (await rooms.archive.openInstance(arrivalId, sopInstanceUid)) as Buffer;
    expect(parseHeader(back).transferSyntaxUid).toBe(transferSyntaxUid);
    expect(dataSetOf(back).equals(dataSetOf(sent))).toBe(true);
  });

  it('says so when an object is not what the command says, or cannot be read, and keeps the others', async () => {
    const { instances, paths } = await made('dimse-wrong');
    const [first = '', second = ''] = paths;
    const other = Buffer.from(instances[0]?.bytes ?? []);
    // Another UID in the data set than in the meta header, from which dcmtk takes what the command says.
    const at = other.lastIndexOf(instances[0]?.sopInstanceUid ?? '');
    other.writeUInt8(other.readUInt8(at + 6) === 0x31 ? 0x32 : 0x31, at + 6);
    const before = dimse.records.length;
    await writeFile(first, other);
    await runPeer('storescu', ['-nh', ...address(), first, second]);
    await expect.poll(() => dimse.records.length, WAIT).toBe(before + 1);
    expect(dimse.records.at(-1)?.stored).toBeGreaterThan(0);
    expect((dimse.records.at(-1)?.stored ?? 0) + (dimse.records.at(-1)?.failed ?? 0)).toBe(2);
  });

  it('is full at so many associations, and says that it may be tried again', async () => {
    const small = await startDimse(rooms, { associations: 1 });
    const at = ['-aet', 'SCANNER', '-aec', AE, '127.0.0.1', String(small.port)];
    const busy = await holdOpen(small.port);
    const refused = await runPeer('echoscu', at);
    expect(refused.printed).toContain('Local Limit Exceeded');
    busy.destroy();
    await expect.poll(async () => (await runPeer('echoscu', at)).code, WAIT).toBe(0);
    await small.stop();
  });

  it('speaks TLS, and asks the peer for a certificate where a CA is set', async () => {
    const { instances, paths, study } = await made('dimse-tls');
    const own = await certificate('own');
    const peer = await certificate('peer');
    const safe = await startDimse(rooms, { tls: { key: own.key, cert: own.cert, ca: peer.cert } });
    const at = ['-aet', 'SCANNER', '-aec', AE, '127.0.0.1', String(safe.port)];
    const trust = ['+cf', own.cert];
    expect((await runPeer('echoscu', at)).code).not.toBe(0);
    expect((await runPeer('echoscu', ['+tla', '-ic', ...at])).code).not.toBe(0);
    const sent = await runPeer('storescu', ['+tls', peer.key, peer.cert, ...trust, ...at, ...paths]);
    expect(sent.printed).toBe('');
    expect(sent.code).toBe(0);
    await expect.poll(async () => (await waiting(study))?.state, WAIT).toBe('waiting');
    await comesBack((await waiting(study))?.arrivalId ?? '', instances);
    expect(safe.records.at(-1)).toMatchObject({ isTls: true, trouble: null, stored: instances.length });
    await safe.stop();
  });

  /** A key and a certificate that it signs itself, in PEM files. */
  async function certificate(name: string): Promise<{ key: string; cert: string }> {
    const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const subject = ['-subj', `/CN=${name}`, '-days', '2', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject];
    expect((await runPeer('openssl', args)).code).toBe(0);
    return { key, cert };
  }

  async function comesBack(ownerId: string, instances: readonly MadeInstance[]): Promise<void> {
    for (const { sopInstanceUid, bytes } of instances) {
      const back = await rooms.archive.openInstance(ownerId, sopInstanceUid);
      expect(dataSetOf(back as Buffer).equals(dataSetOf(Buffer.from(bytes)))).toBe(true);
    }
  }
});

/** What follows preamble and meta header; (0002,0000) says how long the latter is. */
function dataSetOf(file: Buffer): Buffer {
  return file.subarray(144 + file.readUInt32LE(140));
}

/** A connection that asks for nothing. */
async function holdOpen(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}
