import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ByteSource, bytesSource } from '@overread/imaging';
import { afterAll, expect, it } from 'vitest';
import { openRecord, spoolKey } from './seal-spool.ts';
import { createSpoolFile, readSpool } from './spool-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'overread-spool-'));
afterAll(() => rm(folder, { recursive: true }));
const key = spoolKey(Buffer.alloc(32, 5), 'spool-1');
const files = [Buffer.from('the first one'), Buffer.alloc(70_000, 7), Buffer.from('the last one')];

async function written(name: string): Promise<string> {
  const path = join(folder, name);
  const spool = await createSpoolFile(path, key, true);
  for (const file of files) await spool.add([file.subarray(0, 3), file.subarray(3)]);
  await spool.close();
  return path;
}

const source = (bytes: Buffer): ByteSource => {
  const { size, read } = bytesSource(bytes);
  return { size, read: async (offset, length) => read(offset, length) };
};
async function opened(bytes: Buffer): Promise<(Buffer | null)[]> {
  const found = await readSpool(source(bytes));
  return found.map(({ nth, size, offset, storedSize }) =>
    openRecord(key, { nth, size }, bytes.subarray(offset, offset + storedSize)),
  );
}

it('gives the files back, nothing of them plain on the disc', async () => {
  const bytes = await readFile(await written('whole'));
  expect(await opened(bytes)).toEqual(files);
  expect(bytes.includes('the first one')).toBe(false);
});

it('leaves out a last record that was cut short anywhere', async () => {
  const path = await written('cut');
  const whole = await readFile(path);
  const second = (await readSpool(source(whole)))[2]?.offset ?? 0;
  for (const end of [second - 12, second - 5, second, second + 3, whole.length - 1]) {
    await writeFile(path, whole);
    await truncate(path, end);
    expect(await opened(await readFile(path))).toEqual(files.slice(0, 2));
  }
});

it('opens no record that was changed, moved, or is another spool’s', async () => {
  const whole = await readFile(await written('changed'));
  const [first] = await readSpool(source(whole));
  const sealed = whole.subarray(first?.offset, (first?.offset ?? 0) + (first?.storedSize ?? 0));
  const head = { nth: first?.nth ?? 0, size: first?.size ?? 0 };
  expect(openRecord(spoolKey(Buffer.alloc(32, 5), 'spool-2'), head, sealed)).toBeNull();
  expect(openRecord(key, { ...head, nth: 1 }, sealed)).toBeNull();
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(2) ^ 1, 2);
  expect(openRecord(key, head, changed)).toBeNull();
});
