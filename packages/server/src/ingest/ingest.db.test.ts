import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { makeStudy, zipOf } from '@overread/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageService } from '../../../../testing/images/image-service.ts';
import {
  batchOf,
  createUpload,
  finishImport,
  type MadeFile,
  openImport,
  patchUpload,
  plainSender,
  type Sender,
  sendUpload,
  sha256,
  uploadOffset,
  viewImport,
} from '../../../../testing/images/send-images.ts';

import { hasTool, runTool, udfOnly } from '../../../../testing/made-media.ts';

const service = imageService();

const scale = { slices: 4, matrix: 64 };
const FAULTS = { notDicomFiles: true, damagedFile: true, truncatedFile: true, otherPatient: true };

const packsOf = async (caseId: string) => {
  const keys: string[] = [];
  for await (const key of service.rooms.blobs.list(`cases/${caseId}/packs/`)) keys.push(key);
  return keys;
};

/** What is the same however a disc was sent. */
const told = (view: Awaited<ReturnType<typeof service.deliver>>) => {
  const { importId: _, startedAt: _s, finishedAt: _f, bytesReceived: _b, bytesImported: _i, ...rest } = view;
  return rest;
};

describe('a disc', () => {
  const study = makeStudy({ seed: 'disc', scale, faults: FAULTS });

  it('comes in as a ZIP, with what was left named', async () => {
    const view = await service.deliver('disc-zip', 'archive', await zipOf(study.files));
    const { truth } = study;
    expect(view.state).toBe('done');
    expect(view.files).toBe(study.files.length);
    expect(view.instances).toBe(study.instances.length - 2);
    expect(view.refused.map(({ path }) => path).sort()).toEqual([...truth.damaged, ...truth.truncated].sort());
    for (const { path } of view.ignored) expect([...truth.notDicom, 'DICOMDIR']).toContain(path);
    expect(view.ignored).toHaveLength(truth.notDicom.length + 1);
    for (const { reason } of [...view.refused, ...view.ignored]) expect(reason.length).toBeGreaterThan(5);
    expect(await service.rooms.archive.instances('disc-zip')).toHaveLength(study.instances.length - 2);
  });

  it('comes in as 7z and UDF with the same result, and says what the disc lists', async (test) => {
    if (!hasTool('7z') || !hasTool('genisoimage')) test.skip('7z or genisoimage is not installed');
    const folder = await mkdtemp(join(tmpdir(), 'overread-ingest-media-'));
    try {
      for (const { path, bytes } of study.files) {
        await mkdir(dirname(join(folder, 'disc', path)), { recursive: true });
        await writeFile(join(folder, 'disc', path), bytes);
      }
      const zip = await service.deliver('disc-zip-3', 'archive', await zipOf(study.files));
      expect(zip.listed).toHaveLength(1);
      const { images, missing } = zip.listed?.[0] ?? { images: 0, missing: [] as readonly string[] };
      expect(images).toBeGreaterThan(missing.length);
      const unread: readonly string[] = [...study.truth.damaged, ...study.truth.truncated];
      expect(missing).toEqual(unread.toSorted());
      const [seven, udf] = [join(folder, 'disc.7z'), join(folder, 'disc.udf')];
      runTool('7z', ['a', '-t7z', '-bso0', seven, '.'], join(folder, 'disc'));
      runTool('genisoimage', ['-quiet', '-udf', '-o', udf, '.'], join(folder, 'disc'));
      udfOnly(udf);
      expect(told(await service.deliver('disc-7z', 'archive', await readFile(seven)))).toEqual(told(zip));
      expect(told(await service.deliver('disc-udf', 'archive', await readFile(udf)))).toEqual(told(zip));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('comes in as batches with the same result', async () => {
    const zip = await service.deliver('disc-zip-2', 'archive', await zipOf(study.files));
    const batch = await service.deliver('disc-batch', 'batch', batchOf(study.files));
    expect(told(batch)).toEqual(told(zip));
    const stored = await service.deliver('disc-stored', 'archive', await zipOf(study.files, { compress: false }));
    expect(told(stored)).toEqual(told(zip));
  });

  it('in several uploads is one delivery, told once', async () => {
    const caseId = 'disc-parts';
    const { importId } = await openImport(service.sender, caseId);
    const half = Math.floor(study.files.length / 2);
    const parts = [study.files.slice(0, half), study.files.slice(half)];
    await Promise.all(
      parts.map((files) => sendUpload(service.sender, { caseId, importId, kind: 'batch' }, batchOf(files))),
    );
    const view = await finishImport(service.sender, caseId, importId);
    await finishImport(service.sender, caseId, importId);
    expect(view.instances).toBe(study.instances.length - 2);
    const calls = service.rooms.cases.told.filter((each) => each.caseId === caseId);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.studies.reduce((sum, { instances }) => sum + instances, 0)).toBe(view.instances);
  });

  it('with a second patient is told as two studies', async () => {
    await service.deliver('disc-two', 'archive', await zipOf(study.files));
    const { studies } = service.rooms.cases.told.find(({ caseId }) => caseId === 'disc-two') ?? { studies: [] };
    expect(studies.map(({ patient }) => patient.name).sort()).toEqual(['Okafor^Mara', 'Petrov^Ilya']);
  });

  it('leaves nothing behind in the folder for uploads', async () => {
    await expect.poll(() => readdir(service.rooms.ingest.files.folder)).toEqual([]);
    expect(await readdir(await service.rooms.blobs.scratch())).toEqual([]);
  });
});

describe('archives inside a delivery', () => {
  const { files, instances } = makeStudy({ seed: 'nested', scale, faults: { dicomdir: false } });
  const nested = async (): Promise<readonly MadeFile[]> => [
    { path: 'export/images.zip', bytes: await zipOf(files.slice(0, 10)) },
    { path: 'export/more.tar.gz', bytes: gzipSync(tarOf(files.slice(10, 20))) },
    { path: 'export/plain.tar', bytes: tarOf(files.slice(20, 30)) },
    ...files.slice(30),
  ];

  it.each(['batch', 'archive'] as const)('are opened in a %s', async (kind) => {
    const all = await nested();
    const view = await service.deliver(`nested-${kind}`, kind, kind === 'batch' ? batchOf(all) : await zipOf(all));
    expect(view).toMatchObject({ state: 'done', instances: instances.length, refused: [], ignored: [] });
  });

  it('that are broken are refused by name, and the rest goes on', async () => {
    const zip = await zipOf(files.slice(0, 5));
    const all = [{ path: 'broken.zip', bytes: zip.subarray(0, zip.length - 200) }, ...files.slice(5)];
    const view = await service.deliver('nested-broken', 'batch', batchOf(all));
    expect(view.refused).toEqual([{ path: 'broken.zip', reason: expect.stringContaining('cut short') }]);
    expect(view.instances).toBe(instances.length - 5);
  });

  it('a delivery that is one broken ZIP is told as such', async () => {
    const zip = await zipOf(files);
    const view = await service.deliver('broken', 'archive', zip.subarray(0, zip.length - 500));
    expect(view).toMatchObject({ state: 'done', instances: 0 });
    expect(view.refused).toEqual([{ path: 'disc.zip', reason: expect.stringContaining('cut short') }]);
  });

  it('an entry that was damaged in its archive is named, and the others come in', async () => {
    const zip = Buffer.from(await zipOf(files, { compress: false }));
    const at = zip.indexOf(files[3]?.bytes.subarray(400, 500) as Uint8Array);
    zip[at] = (zip[at] as number) ^ 0xff;
    const view = await service.deliver('damaged-entry', 'archive', zip);
    expect(view.refused).toEqual([{ path: files[3]?.path, reason: expect.stringContaining('checksum') }]);
    expect(view.instances).toBe(instances.length - 1);
  });

  it('that are made to do harm end early', async () => {
    const bomb = bombOf(1200, 1 << 20);
    const view = await service.deliver('bomb', 'archive', bomb);
    expect(view.state).toBe('done');
    expect(view.instances).toBe(0);
    expect(view.refused.some(({ reason }) => reason.includes('made to do harm'))).toBe(true);
  });
});

describe('an upload', () => {
  const { files, instances } = makeStudy({ seed: 'upload', scale });

  it('goes on where it broke off', async () => {
    const [caseId, bytes] = ['resume', batchOf(files)];
    const { importId } = await openImport(service.sender, caseId);
    const created = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: bytes.length });
    const location = created.headers.get('location') ?? '';
    expect((await patchUpload(service.sender, location, 0, bytes.subarray(0, 100_000) as BodyInit)).status).toBe(204);
    expect(await uploadOffset(service.sender, location)).toBe(100_000);
    expect((await viewImport(service.sender, caseId, importId)).bytesReceived).toBe(100_000);
    expect((await patchUpload(service.sender, location, 50_000, bytes.subarray(50_000) as BodyInit)).status).toBe(409);
    expect((await patchUpload(service.sender, location, 100_000, bytes.subarray(100_000) as BodyInit)).status).toBe(
      204,
    );
    const view = await finishImport(service.sender, caseId, importId);
    expect(view.instances).toBe(instances.length);
    // A sender that missed the last answer asks how far it came, and hears that all is here.
    expect(await uploadOffset(service.sender, location)).toBe(bytes.length);
  });

  it('whose last word was lost counts as here when somebody asks', async () => {
    const [caseId, bytes] = ['lost-word', batchOf(files)];
    const { importId } = await openImport(service.sender, caseId);
    const created = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: bytes.length });
    const location = created.headers.get('location') ?? '';
    await writeFile(service.rooms.ingest.files.pathOf(location.split('/').at(-1) ?? ''), bytes);
    expect(await uploadOffset(service.sender, location)).toBe(bytes.length);
    const view = await finishImport(service.sender, caseId, importId);
    expect(view.instances).toBe(instances.length);
  });

  it('that was begun and never ended is dropped at the end of the delivery', async () => {
    const caseId = 'dropped';
    const { importId } = await openImport(service.sender, caseId);
    const created = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: 5000 });
    await sendUpload(service.sender, { caseId, importId, kind: 'batch' }, batchOf(files));
    const view = await finishImport(service.sender, caseId, importId);
    expect(view).toMatchObject({ state: 'done', instances: instances.length });
    const answer = await service.sender.fetch(created.headers.get('location') ?? '', {
      method: 'HEAD',
      headers: { 'tus-resumable': '1.0.0' },
    });
    expect(answer.status).toBe(404);
    await expect.poll(() => readdir(service.rooms.ingest.files.folder)).toEqual([]);
  });

  it('belongs to its case: from another it is not there', async () => {
    const [caseId, bytes] = ['bound', batchOf(files)];
    const { importId } = await openImport(service.sender, caseId);
    const created = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: bytes.length });
    const elsewhere = (created.headers.get('location') ?? '').replace('/bound/', '/unbound/');
    expect((await patchUpload(service.sender, elsewhere, 0, bytes as BodyInit)).status).toBe(404);
    await expect(uploadOffset(service.sender, elsewhere)).rejects.toThrow('404');
    const stolen = await createUpload(service.sender, { caseId: 'unbound', importId, kind: 'batch', size: 10 });
    expect(stolen.status).toBe(404);
    expect(await stolen.json()).toMatchObject({ code: 'images.no-such-import' });
    expect((await service.sender.fetch(`/api/cases/unbound/imports/${importId}`)).status).toBe(404);
  });

  it('is not taken away by another method in a header', async () => {
    const { importId } = await openImport(service.sender, 'override');
    const created = await createUpload(service.sender, { caseId: 'override', importId, kind: 'batch', size: 100 });
    const location = created.headers.get('location') ?? '';
    const headers = {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'x-http-method-override': 'DELETE',
    };
    const answer = await service.sender.fetch(location, { method: 'PATCH', headers, body: Buffer.alloc(10) });
    expect(answer.status).toBe(204);
    expect(await uploadOffset(service.sender, location)).toBe(10);
    const larger = { ...headers, 'upload-offset': '10' };
    await service.sender
      .fetch(location, { method: 'PATCH', headers: larger, body: Buffer.alloc(200) })
      .catch(() => undefined);
    expect(await uploadOffset(service.sender, location)).toBeLessThanOrEqual(100);
  });

  it('belongs to whoever opened the delivery; the coordinator may go on with it', async () => {
    const [caseId, bytes] = ['person', batchOf(files)];
    const coordinator = { ...service.app.visit };
    const asPatient = (personId: string) =>
      Object.assign(service.app.visit, { actor: { personId, name: '', role: 'patient' } });
    asPatient('patient-1');
    const { importId } = await openImport(service.sender, caseId);
    const created = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: bytes.length });
    const location = created.headers.get('location') ?? '';
    asPatient('patient-2');
    expect((await createUpload(service.sender, { caseId, importId, kind: 'batch', size: 10 })).status).toBe(404);
    expect((await patchUpload(service.sender, location, 0, bytes as BodyInit)).status).toBe(404);
    await expect(uploadOffset(service.sender, location)).rejects.toThrow('404');
    Object.assign(service.app.visit, coordinator);
    expect((await patchUpload(service.sender, location, 0, bytes as BodyInit)).status).toBe(204);
    expect((await finishImport(service.sender, caseId, importId)).instances).toBe(instances.length);
  });

  it('of a delivery that is finished, or that says nothing of itself, is refused with a sentence', async () => {
    const caseId = 'refused';
    const { importId } = await openImport(service.sender, caseId);
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10' };
    const unclear = await service.sender.fetch(`/api/cases/${caseId}/uploads`, { method: 'POST', headers });
    expect(unclear.status).toBe(400);
    expect((await unclear.json()).message).toContain('choose the files again');
    await finishImport(service.sender, caseId, importId);
    const late = await createUpload(service.sender, { caseId, importId, kind: 'batch', size: 10 });
    expect(late.status).toBe(410);
    expect((await late.json()).message).toContain('is finished');
  });

  it('with a file that changed on its way has that file refused', async () => {
    const lying = new Set([files[2]?.bytes, files[5]?.bytes]);
    const bytes = batchOf(files, (content) => sha256(lying.has(content) ? Buffer.from('else') : content));
    const view = await service.deliver('changed', 'batch', bytes);
    expect(view.refused.map(({ path }) => path)).toEqual([files[2]?.path, files[5]?.path].sort());
    expect(view.refused[0]?.reason).toContain('changed on its way');
  });

  it('whose framing is broken is refused as a whole', async () => {
    const view = await service.deliver('framing', 'batch', Buffer.from('this is no batch of files'));
    expect(view).toMatchObject({ state: 'done', instances: 0, files: 1 });
    expect(view.refused[0]?.reason).toContain('Send the files again');
    expect(await packsOf('framing')).toEqual([]);
  });
});

/** A plain ustar archive. */
function tarOf(files: readonly MadeFile[]): Buffer {
  const blocks = files.flatMap(({ path, bytes }) => {
    const head = Buffer.alloc(512);
    head.write(path, 0, 'latin1');
    head.write('0000644\0', 100);
    head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('        0', 148);
    head.write('ustar\x0000', 257);
    head[156] = 0x30;
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A ZIP whose entries unpack a thousandfold. */
function bombOf(entries: number, size: number): Buffer {
  const plain = Buffer.alloc(size);
  const packed = deflateRawSync(plain);
  const crc = crc32(plain);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (let at = 0; at < entries; at += 1) {
    const name = Buffer.from(`IM${at}`);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc, 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(size, 18);
    fixed.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fixed, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
