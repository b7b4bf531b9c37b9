import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blobsContract } from '../../../../testing/platform/blobs.contract.ts';
import { createFolderBlobs } from './folder-blobs.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'overread-blobs-'));

blobsContract('a folder', async () => createFolderBlobs(await folder()));

it('leaves nothing in the scratch folder after a write', async () => {
  const blobs = await createFolderBlobs(await folder());
  await blobs.write('a/b', Buffer.from('c'));
  expect(await readdir(await blobs.scratch())).toEqual([]);
});

it('clears the scratch folder of what a killed import left more than a day ago', async () => {
  const at = await folder();
  const scratch = await (await createFolderBlobs(at)).scratch();
  await writeFile(join(scratch, 'old'), 'x');
  await writeFile(join(scratch, 'new'), 'x');
  const longAgo = (Date.now() - 25 * 3_600_000) / 1000;
  await utimes(join(scratch, 'old'), longAgo, longAgo);
  await createFolderBlobs(at);
  expect(await readdir(scratch)).toEqual(['new']);
});
