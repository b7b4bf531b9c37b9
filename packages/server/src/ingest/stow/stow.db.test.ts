import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MadeInstance, makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOrthanc, startOrthanc } from '../../../../../bench/orthanc.ts';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, startImageRooms } from '../../../../../testing/images/image-rooms.ts';

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';
const hasPlugin = existsSync(PLUGIN) && existsSync('/usr/sbin/Orthanc');
const hasDcmtk = spawnSync('dcmconv', ['--version']).status === 0;
const scale = { slices: 3, matrix: 64 };

interface Item {
  readonly [tag: string]: { readonly vr: string; readonly Value: readonly unknown[] };
}
type Answer = Readonly<Record<'00081198' | '00081199' | '0008119A', { readonly Value: readonly Item[] } | undefined>>;

let rooms: ImageRooms;
let app: ImageApp;

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

const bodyOf = (files: readonly Uint8Array[], end = '\r\n--edge--\r\n') =>
  Buffer.concat([
    ...files.flatMap((bytes) => [Buffer.from('\r\n--edge\r\nContent-Type: application/dicom\r\n\r\n'), bytes]),
    Buffer.from(end),
  ]);
const TYPE = 'multipart/related; type="application/dicom"; boundary=edge';

async function send(caseId: string, body: Buffer, { study = '', type = TYPE } = {}) {
  const answer = await fetch(`${app.url}/api/cases/${caseId}/dicomweb/studies${study}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': type, accept: 'application/dicom+json', origin: app.url },
  });
  return { status: answer.status, json: (await answer.json()) as Answer };
}
const reasons = (items: readonly Item[] | undefined) => items?.map((item) => item['00081197']?.Value[0]);
const uids = (items: readonly Item[] | undefined) => items?.map((item) => item['00081155']?.Value[0]).sort();
const bytesOf = (instances: readonly MadeInstance[]) => instances.map(({ bytes }) => bytes);

async function comesBack(caseId: string, instances: readonly MadeInstance[]): Promise<void> {
  for (const { sopInstanceUid, bytes } of instances) {
    const back = await rooms.archive.openInstance(caseId, sopInstanceUid);
    expect(back?.equals(Buffer.from(bytes))).toBe(true);
  }
}

describe('a study by STOW-RS', () => {
  const { instances } = makeStudy({ seed: 'stow', scale });

  it('is stored bit for bit, told once, and answered instance by instance', async () => {
    const { status, json } = await send('stow', bodyOf(bytesOf(instances)));
    expect(status).toBe(200);
    expect(json['00081198']).toBeUndefined();
    expect(uids(json['00081199']?.Value)).toEqual(instances.map(({ sopInstanceUid }) => sopInstanceUid).sort());
    await comesBack('stow', instances);
    expect(rooms.cases.told.filter(({ caseId }) => caseId === 'stow')).toHaveLength(1);
    const [view] = await rooms.ingest.list('stow');
    expect(view).toMatchObject({ state: 'done', instances: instances.length, refused: [] });
    const url = json['00081199']?.Value[0]?.['00081190']?.Value[0] as string;
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(() => readdir(rooms.ingest.files.folder)).toEqual([]);
  });

  it('twice adds nothing and is answered alike', async () => {
    const { status, json } = await send('stow', bodyOf(bytesOf(instances)));
    expect(status).toBe(200);
    expect(json['00081199']?.Value).toHaveLength(instances.length);
    expect(await rooms.archive.instances('stow')).toHaveLength(instances.length);
    expect((await rooms.ingest.list('stow')).at(-1)).toMatchObject({ alreadyHere: instances.length });
  });

  it('under the address of its study takes that study only', async () => {
    const [first, second] = [makeStudy({ seed: 'stow-a', scale }), makeStudy({ seed: 'stow-b', scale })];
    const study = parseHeader(first.instances[0]?.bytes as Uint8Array).studyInstanceUid;
    const body = bodyOf(bytesOf([...first.instances, ...second.instances]));
    const { status, json } = await send('stow-one', body, { study: `/${study}` });
    expect(status).toBe(202);
    expect(json['00081199']?.Value).toHaveLength(first.instances.length);
    expect(new Set(reasons(json['00081198']?.Value))).toEqual(new Set([0xa900]));
    expect(json['00081198']?.Value).toHaveLength(second.instances.length);
    expect(await rooms.archive.instances('stow-one')).toHaveLength(first.instances.length);
  });

  it('names what cannot be read, and what has the identity of another image', async () => {
    const [one] = instances as [MadeInstance];
    const changed = one.bytes.slice();
    changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
    const { status, json } = await send('stow', bodyOf([changed, Buffer.from('no image')]));
    expect(status).toBe(409);
    expect(reasons(json['00081198']?.Value)).toEqual([0x0111]);
    expect(uids(json['00081198']?.Value)).toEqual([one.sopInstanceUid]);
    expect(reasons(json['0008119A']?.Value)).toEqual([0xc000]);
    await comesBack('stow', instances);
  });

  it('that breaks off, or is something else, leaves nothing', async () => {
    expect((await send('stow-broken', bodyOf(bytesOf(instances), ''))).status).toBe(400);
    expect((await send('stow-broken', Buffer.from('{}'), { type: 'application/json' })).status).toBe(415);
    expect(await rooms.archive.instances('stow-broken')).toEqual([]);
    expect(await rooms.ingest.list('stow-broken')).toEqual([]);
    await expect.poll(() => readdir(rooms.ingest.files.folder)).toEqual([]);
  });
});

it.skipIf(!hasDcmtk)("takes instances as dcmtk writes them (skipped without Debian's dcmtk)", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'overread-stow-'));
  const [made] = makeStudy({ seed: 'stow-dcmtk', scale }).instances as [MadeInstance];
  await writeFile(join(folder, 'in.dcm'), made.bytes);
  const written = ['+te', '+ti', '+tb'].map((syntax) => {
    const out = join(folder, `${syntax}.dcm`);
    expect(spawnSync('dcmconv', [syntax, join(folder, 'in.dcm'), out]).status).toBe(0);
    return out;
  });
  for (const [nth, file] of written.entries()) {
    const bytes = await readFile(file);
    expect((await send(`stow-dcmtk-${nth}`, bodyOf([bytes]))).status).toBe(200);
    await comesBack(`stow-dcmtk-${nth}`, [{ ...made, bytes }]);
  }
  await rm(folder, { recursive: true });
});

describe.skipIf(!hasPlugin)("Orthanc's DICOMweb plug-in (skipped without Debian's orthanc-dicomweb)", () => {
  let orthanc: RunningOrthanc;

  beforeAll(async () => {
    const headers = { Origin: app.url };
    const server = { Url: `${app.url}/api/cases/stow-orthanc/dicomweb/`, HttpHeaders: headers };
    orthanc = await startOrthanc({ Plugins: [PLUGIN], DicomWeb: { Enable: true, Servers: { overread: server } } });
  }, 60_000);
  afterAll(() => orthanc?.stop());

  it('pushes a study into a case', async () => {
    const { instances } = makeStudy({ seed: 'stow-orthanc', scale });
    for (const { bytes } of instances) {
      const { ok } = await fetch(`${orthanc.url}/instances`, { method: 'POST', body: new Uint8Array(bytes) });
      expect(ok).toBe(true);
    }
    const [study] = (await (await fetch(`${orthanc.url}/studies`)).json()) as string[];
    const pushed = await fetch(`${orthanc.url}/dicom-web/servers/overread/stow`, {
      method: 'POST',
      body: JSON.stringify({ Resources: [study], Synchronous: true }),
    });
    expect(await pushed.text()).not.toContain('Error');
    expect(pushed.status).toBe(200);
    expect(await rooms.archive.instances('stow-orthanc')).toHaveLength(instances.length);
    await comesBack('stow-orthanc', instances);
  }, 60_000);
});
