import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportView } from '@overread/contract/imports.ts';
import type { ParcelView, PatientParcel } from '@overread/contract/stations.ts';
import { DEMO_PATIENT, type MadeStudy, makeStudy, writeDisc, zipOf } from '@overread/demo';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../testing/service.ts';
import type { Receipt } from './import/receipt.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
let service: TestService;
let desk: Caller;
let token: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-import-'));
  service = await startTestService();
  desk = await service.as('coordinator');
  ({ token } = await service.rooms.accounts.makeMachine({ name: 'Reception', madeBy: 'Ana Lopes' }));
});
afterAll(async () => {
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

const small = (seed: string, more: object = {}): MadeStudy =>
  makeStudy({ seed, scale: { slices: 3, matrix: 32 }, ...more });
const openCase = () =>
  desk.post<{ id: string; number: string }>('/api/cases', {
    patient: { name: { family: 'Okafor', given: 'Mara' }, birthDate: DEMO_PATIENT.birthDate, sex: 'F' },
    contact: { email: 'mara.okafor@example.org', phone: '' },
    place: 'US-MA',
  });
async function disc(name: string, { files }: MadeStudy): Promise<string> {
  const path = join(folder, name);
  await writeDisc(path, files);
  return path;
}

/** The command on a machine of its own: its memory lies in the test's folder. */
function begin(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const all = { ...process.env, XDG_STATE_HOME: join(folder, 'state'), OVERREAD_TOKEN: token, ...env };
  return spawn(process.execPath, [MAIN, 'import', '--server', service.url, ...args], { env: all });
}
async function end(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
const bring = (args: readonly string[], env?: Record<string, string>) => end(begin(args, env));
async function receiptOf(args: readonly string[]): Promise<{ code: number | null; receipt: Receipt }> {
  const { code, out, err } = await bring([...args, '--json']);
  if (!out.startsWith('{')) throw new Error(`No receipt: ${out}${err}`);
  return { code, receipt: JSON.parse(out) as Receipt };
}
async function held(caseId: string): Promise<number> {
  return (await service.rooms.archive.instances(caseId)).length;
}
const remembered = () => readdir(join(folder, 'state', 'overread')).catch(() => []);

describe('a disc in the drive', () => {
  const study = small('drive');

  it('is shown, held against the patient, sent, and told in a receipt', async () => {
    const { id, number } = await openCase();
    const { code, out } = await bring([await disc('drive', study), '--case', number]);
    expect(code).toBe(0);
    const [shown = '', receipt = ''] = out.split('Receipt, case');
    expect(shown).toMatch(/Okafor.+Mara, born 1992-05-14/);
    expect(shown).toMatch(new RegExp(`Held against case ${number}\\n.*is the patient’s`));
    expect(receipt).toContain(`Arrived: ${study.instances.length} images, ${study.instances.length} new.`);
    expect(receipt).toContain('in the case');
    expect(receipt).toContain(`The disc lists ${study.instances.length} images (DICOMDIR); the case has all of them.`);
    expect(await held(id)).toBe(study.instances.length);
    expect(await remembered()).toEqual([]);
  });

  it('adds nothing the second time, and says so', async () => {
    const { id } = await openCase();
    const path = await disc('twice', study);
    await receiptOf([path, '--case', id]);
    const { code, receipt } = await receiptOf([path, '--case', id]);
    expect(code).toBe(0);
    expect(receipt.receipt).toMatchObject({
      state: 'done',
      alreadyHere: study.instances.length,
      bytesReceived: 0,
      refused: [],
    });
    expect(await held(id)).toBe(study.instances.length);
  });

  it('is noted in the register, with the delivery that came out of it', async () => {
    const { id, number } = await openCase();
    const said = { contents: 'A CD', wish: 'returned', returnTo: '' };
    const { parcelId } = await desk.post<PatientParcel>(`/api/cases/${id}/parcels`, said);
    await desk.post(`/api/parcels/${parcelId}/steps`, { type: 'received' });
    const { receipt } = await receiptOf([await disc('parcel', study), '--case', `OVR-${number}`, '--parcel', parcelId]);
    expect(receipt.parcel?.state).toBe('read');
    const { steps } = await desk.get<ParcelView>(`/api/parcels/${parcelId}`);
    expect(steps.at(-1)).toMatchObject({ type: 'read', importId: receipt.receipt?.importId });
    const other = await openCase();
    const wrong = await bring([await disc('parcel-2', study), '--case', other.id, '--parcel', parcelId]);
    expect([wrong.code, await held(other.id)]).toEqual([1, 0]);
    expect(wrong.err).toContain('belongs to another case');
  });

  it('with files that cannot be read brings the rest and names them, and what its own list misses', async () => {
    const { id } = await openCase();
    const path = await disc('scratched', study);
    await symlink(join(path, 'gone'), join(path, 'IM0000'));
    await mkdir(join(path, 'IM9999.dcm'));
    await writeFile(join(path, 'damaged.dcm'), Buffer.concat([Buffer.alloc(128), Buffer.from('DICMgarbage')]));
    const gone = study.files.find(({ bytes }) => bytes === study.instances[0]?.bytes)?.path ?? '';
    await rm(join(path, gone));
    const { code, receipt } = await receiptOf([path, '--case', id]);
    expect(code).toBe(0);
    expect(receipt.receipt?.instances).toBe(study.instances.length - 1);
    expect(receipt.receipt?.listed).toMatchObject([{ images: study.instances.length, missing: [gone] }]);
    expect(receipt.unread.map((left) => left.path).sort()).toEqual(['IM0000', 'damaged.dcm']);
    expect(receipt.receipt?.refused.map((left) => left.path).sort()).toEqual(['IM0000', 'damaged.dcm']);
    expect(receipt.unread.find((left) => left.path === 'IM0000')?.reason).toMatch(/no such file/);
  });
});

describe('another person’s study', () => {
  const both = small('both', { faults: { otherPatient: true } });

  it('stays on the disc', async () => {
    const { id } = await openCase();
    const { code, receipt } = await receiptOf([await disc('both', both), '--case', id]);
    expect(code).toBe(0);
    expect(receipt.receipt?.studies).toMatchObject([{ state: 'attached' }]);
    expect(receipt.leftBehind.some(({ reason }) => reason.includes('another person’s study'))).toBe(true);
    const images = both.truth.other?.series.reduce((sum, { instances }) => sum + instances, 0);
    expect(receipt.receipt?.notSent).toMatchObject([{ why: 'other-person', study: '', images }]);
  });

  it('is sent when that is asked for, and waits for the coordinator', async () => {
    const { id } = await openCase();
    const { receipt } = await receiptOf([await disc('anyway', both), '--case', id, '--anyway']);
    expect(receipt.receipt?.studies.map(({ state }) => state).sort()).toEqual(['attached', 'held']);
  });

  it('in a ZIP is told apart: the patient’s own images go; a ZIP of one person goes as it is', async () => {
    const { id } = await openCase();
    const [mixed, own] = [join(folder, 'mixed.zip'), join(folder, 'own.zip')];
    const one = small('zip');
    await writeFile(mixed, await zipOf(both.files));
    await writeFile(own, await zipOf(one.files));
    const { code, receipt } = await receiptOf([mixed, own, '--case', id]);
    const foreign = both.truth.other?.series.reduce((sum, { instances }) => sum + instances, 0) ?? 0;
    const images = one.instances.length + both.instances.length - foreign;
    expect([code, receipt.receipt?.instances]).toEqual([0, images]);
    expect(receipt.receipt?.studies.map(({ state }) => state)).toEqual(['attached', 'attached']);
    expect(receipt.receipt?.notSent).toMatchObject([{ why: 'other-person', study: '', images: foreign }]);
    expect(receipt.leftBehind).toContainEqual({ path: 'mixed.zip', reason: expect.stringContaining('as well') });
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('overread-own-'))).toEqual([]);
  });
});

describe('what cannot be done', () => {
  it.each([
    ['a wrong token', ['--token', 'ovr_wrong'], /not known here, or it was withdrawn/],
    ['no token', ['--token', ''], /needs a token/],
    ['an unknown case', ['--case', '1999-0001'], /no case with this number/],
    ['a service that is not there', ['--server', 'http://127.0.0.1:1'], /cannot be reached/],
  ])('%s is said at once, with what to do', async (_, flags, said) => {
    const { code, err } = await bring(['--case', (await openCase()).id, ...flags, folder]);
    expect(code).toBe(1);
    expect(err).toMatch(said);
  });

  it('a folder without images ends with 2 and opens no delivery', async () => {
    const { id } = await openCase();
    const path = join(folder, 'empty');
    await mkdir(path);
    await writeFile(join(path, 'readme.txt'), 'No pictures.');
    const { code, receipt } = await receiptOf([path, '--case', id]);
    expect([code, receipt.receipt]).toEqual([2, null]);
    expect(await desk.get<ImportView[]>(`/api/cases/${id}/imports`)).toEqual([]);
  });
});

describe('a command that is killed', () => {
  let line: Server | null = null;
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    line?.close();
  });

  /** A line to the service that holds back what is sent after so many bytes, and counts it. */
  async function slowLine(): Promise<{ url: string; sent: () => number; hold: (bytes: number) => void }> {
    const { port } = new URL(service.url);
    let [sent, limit] = [0, Number.POSITIVE_INFINITY];
    line = createServer((client) => {
      const up = connect(Number(port), '127.0.0.1');
      for (const socket of [client, up]) sockets.add(socket.on('error', () => socket.destroy()));
      client.on('data', (bytes) => {
        sent += bytes.length;
        up.write(bytes);
        if (sent > limit) client.pause();
      });
      client.on('close', () => up.destroy());
      up.pipe(client);
    });
    await new Promise<void>((resolve) => line?.listen(0, '127.0.0.1', resolve));
    const address = line.address() as { port: number };
    const hold = (bytes: number) => {
      [sent, limit] = [0, bytes];
    };
    return { url: `http://127.0.0.1:${address.port}`, sent: () => sent, hold };
  }

  it('in mid-send goes on where it stopped when it is run again, and nothing is doubled', async () => {
    const { id } = await openCase();
    const study = makeStudy({ seed: 'killed', scale: { slices: 6, matrix: 256 } });
    const path = await disc('killed', study);
    const total = study.instances.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const { url, sent, hold } = await slowLine();
    hold(total / 2);
    const child = begin([path, '--case', id, '--server', url]);
    while (sent() < total / 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGKILL');
    await end(child);
    expect(await remembered()).toHaveLength(1);
    hold(Number.POSITIVE_INFINITY);
    const { code, receipt } = await receiptOf([path, '--case', id, '--server', url]);
    expect(code).toBe(0);
    expect(receipt.receipt).toMatchObject({ state: 'done', instances: study.instances.length, alreadyHere: 0 });
    // What had gone before was not sent again.
    expect(sent()).toBeLessThan(total * 0.8);
    expect(await held(id)).toBe(study.instances.length);
    expect(await desk.get<ImportView[]>(`/api/cases/${id}/imports`)).toHaveLength(1);
    expect(await remembered()).toEqual([]);
  });

  it('and whose memory is lost sends again, and nothing is doubled either', async () => {
    const { id } = await openCase();
    const study = makeStudy({ seed: 'lost', scale: { slices: 8, matrix: 128 } });
    const path = await disc('lost', study);
    const { url, sent, hold } = await slowLine();
    hold(300_000);
    const child = begin([path, '--case', id, '--server', url]);
    while (sent() < 300_000) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await end(child);
    await rm(join(folder, 'state'), { recursive: true, force: true });
    const { code } = await receiptOf([path, '--case', id]);
    expect([code, await held(id)]).toEqual([0, study.instances.length]);
  });
});
