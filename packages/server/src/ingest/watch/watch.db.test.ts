import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MadeInstance, makeStudy, zipOf } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HoldingRooms, openCase, startHoldingRooms } from '../../../../../testing/images/dimse-rooms.ts';
import { createWatch, type Watch } from './watch.ts';

const scale = { slices: 3, matrix: 64 };
const WAIT = { timeout: 30_000 };

let rooms: HoldingRooms;
let root: string;
let watch: Watch;
beforeAll(async () => {
  rooms = await startHoldingRooms({ caseBytes: 1 << 20 });
  root = await mkdtemp(join(tmpdir(), 'overread-watch-'));
  watch = begin();
  await watch.start();
});
afterAll(async () => {
  await watch.stop();
  await rooms.holding.stop();
  await rooms.stop();
  await rm(root, { recursive: true });
});

function begin(): Watch {
  const caseOfNumber = async (number: string) => rooms.open.find((one) => one.number === number) ?? null;
  return createWatch({ ...rooms, folders: [root], caseOfNumber, everyMs: 100 });
}

const uidOf = (instances: readonly MadeInstance[]) => parseHeader(instances[0]?.bytes as Uint8Array).studyInstanceUid;
const held = async (uid: string) => (await rooms.holding.list()).find(({ study }) => study?.studyInstanceUid === uid);
const zipped = (instances: readonly MadeInstance[]) =>
  zipOf(instances.map(({ bytes }, at) => ({ path: `IM${at}`, bytes })));
/** Names below `done/` or `refused/`, without the time in front. */
const away = async (folder: string) =>
  (await readdir(join(root, folder)).catch(() => [])).map((name) => name.replace(/^\S+ /, '')).sort();
const told = async (folder: string, name: string) => {
  const found = (await readdir(join(root, folder))).find((each) => each.endsWith(`${name}.txt`));
  return readFile(join(root, folder, found ?? ''), 'utf8');
};

/** As a program does that copies: under another name, then in one step. */
async function put(path: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const outside = await mkdtemp(join(tmpdir(), 'overread-put-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(outside, name), bytes);
  await mkdir(join(root, path, '..'), { recursive: true });
  await rename(outside, join(root, path));
}

async function comesBack(ownerId: string, instances: readonly MadeInstance[]): Promise<void> {
  for (const { sopInstanceUid, bytes } of instances) {
    const back = await rooms.archive.openInstance(ownerId, sopInstanceUid);
    expect(back?.equals(Buffer.from(bytes))).toBe(true);
  }
}

describe('a watched folder', () => {
  it('takes a disc into the case after which its folder is named, and says what of it is no image', async () => {
    const { instances } = makeStudy({ seed: 'watch-case', scale });
    rooms.open.push(openCase('2026-0200', {}, instances[0]?.bytes));
    const broken = new Uint8Array(instances[0]?.bytes.subarray(0, 400) ?? []);
    const files = Object.fromEntries(instances.map(({ bytes }, at) => [`IM${at}`, bytes]));
    await put('OVR-2026-0200/disc', { ...files, 'broken.dcm': broken });
    await expect.poll(() => away('done/OVR-2026-0200'), WAIT).toEqual(['disc', 'disc.txt']);
    await comesBack('id-2026-0200', instances);
    expect(await told('done/OVR-2026-0200', 'disc')).toContain('broken.dcm: ');
    expect(await readdir(join(root, 'OVR-2026-0200'))).toEqual([]);
  });

  it('refuses what is for no case, or for one that takes no images, and says so beside it', async () => {
    const image = makeStudy({ seed: 'watch-case', scale }).instances[0]?.bytes as Uint8Array;
    await put('2026-0999/disc', { IM0: image });
    await expect.poll(() => away('refused/2026-0999'), WAIT).toEqual(['disc', 'disc.txt']);
    expect(await told('refused/2026-0999', 'disc')).toContain('There is no case 2026-0999.');
    rooms.open.push({ ...openCase('2026-0201', {}, image), closedAt: '2026-11-01T00:00:00Z' });
    await put('2026-0201/disc', { IM0: image });
    await expect.poll(() => away('refused/2026-0201'), WAIT).toEqual(['disc', 'disc.txt']);
    expect(await told('refused/2026-0201', 'disc')).toContain('takes no images any more');
    rooms.open.push(openCase('2026-0202', {}, image));
    await put('2026-0202/disc', { IM0: image, IM1: new Uint8Array(1 << 20) });
    await expect.poll(() => away('refused/2026-0202'), WAIT).toEqual(['disc', 'disc.txt']);
    expect(await told('refused/2026-0202', 'disc')).toContain('This case may hold 1 MiB of images');
    rooms.open.length = 0;
  });

  it('routes an archive by what is in it, once it has stopped growing', async () => {
    const { instances } = makeStudy({ seed: 'watch-zip', scale });
    const zip = await zipped(instances);
    const path = join(root, 'study.zip');
    await writeFile(path, zip.subarray(0, 5000));
    for (let at = 5000; at < zip.length; at += Math.ceil(zip.length / 12)) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await appendFile(path, zip.subarray(at, at + Math.ceil(zip.length / 12)));
    }
    await expect.poll(() => away('done'), WAIT).toContain('study.zip');
    await expect.poll(async () => (await held(uidOf(instances)))?.state, WAIT).toBe('waiting');
    const arrival = await held(uidOf(instances));
    expect(arrival).toMatchObject({ way: 'watched-folder', sender: root });
    await comesBack(arrival?.arrivalId ?? '', instances);
    expect(await away('refused')).not.toContain('study.zip');
  });

  it('leaves what is hidden, and refuses what holds no image', async () => {
    await writeFile(join(root, '.study.zip.part'), 'x');
    await writeFile(join(root, 'letter.txt'), 'Dear all');
    await expect.poll(() => away('refused'), WAIT).toContain('letter.txt');
    expect(await told('refused', 'letter.txt')).toContain('Nothing was taken.');
    expect(await readdir(root)).toContain('.study.zip.part');
  });

  it('taken again after a crash, before it was put away, adds nothing twice', async () => {
    const { instances } = makeStudy({ seed: 'watch-again', scale });
    await put('again', Object.fromEntries(instances.map(({ bytes }, at) => [`IM${at}`, bytes])));
    await expect.poll(() => away('done'), WAIT).toContain('again');
    const first = await held(uidOf(instances));
    await watch.stop();
    const name = (await readdir(join(root, 'done'))).find((each) => each.endsWith(' again')) ?? '';
    await rename(join(root, 'done', name), join(root, 'again'));
    watch = begin();
    await watch.start();
    await expect.poll(() => away('done'), WAIT).toContain('again');
    await expect.poll(async () => (await held(uidOf(instances)))?.state, WAIT).toBe('waiting');
    const all = (await rooms.holding.list()).filter(({ study }) => study?.studyInstanceUid === uidOf(instances));
    expect(all.map(({ arrivalId, study }) => [arrivalId, study?.instances])).toEqual([
      [first?.arrivalId, instances.length],
    ]);
  });
});
