import { readdirSync, readFileSync } from 'node:fs';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageService } from '../../../../testing/images/image-service.ts';
import {
  batchOf,
  finishImport,
  openImport,
  plainSender,
  type Sender,
  sendUpload,
} from '../../../../testing/images/send-images.ts';
import { sharedData } from '../../../../testing/shared-data.ts';

const service = imageService();

const namesIn = (folder: string) => {
  const path = sharedData(folder);
  return path === null ? [] : readdirSync(path).filter((name) => /\.zip$|\.dcm$|\.gz$|^MR/.test(name));
};
const read = (folder: string, name: string) => readFileSync(`${sharedData(folder)}/${name}`);

const zips = ['studies', 'discs'].flatMap((folder) => namesIn(folder).map((name) => [folder, name] as const));

describe.skipIf(sharedData() === null)('discs of others (needs shared/data)', () => {
  it.each(zips.filter(([, name]) => name.endsWith('.zip')))(
    '%s/%s: every file comes in or has a reason',
    async (folder, name) => {
      const caseId = service.rooms.newId();
      const view = await service.deliver(caseId, 'archive', read(folder, name));
      expect(view.state).toBe('done');
      expect(view.instances).toBeGreaterThan(0);
      expect(view.instances + view.refused.length + view.ignored.length).toBe(view.files);
      for (const { reason } of [...view.refused, ...view.ignored]) expect(reason).toMatch(/\w{3}/);
      const indexed = await service.rooms.archive.instances(caseId);
      expect(indexed).toHaveLength(view.instances - view.alreadyHere);
      const told = service.rooms.cases.told.find((each) => each.caseId === caseId);
      expect(told?.studies.reduce((sum, study) => sum + study.instances, 0)).toBe(indexed.length);
    },
  );

  it.each(['broken', 'charsets_pydicom', 'sr_pdf', 'transfer_syntax'])(
    'files of %s: each comes in bit for bit or is named',
    async (folder) => {
      const caseId = folder.replaceAll('_', '-');
      const files = namesIn(folder).map((name) => ({ path: name, bytes: read(folder, name) as Uint8Array }));
      const view = await service.deliver(caseId, 'batch', batchOf(files));
      expect(view.state).toBe('done');
      const named = new Set([...view.refused, ...view.ignored].map(({ path }) => path));
      for (const { path, bytes } of files) {
        if (named.has(path) || named.has(path.replace('.gz', ''))) continue;
        if (path.endsWith('.gz')) continue;
        const kept = await service.rooms.archive.openInstance(caseId, parseHeader(bytes).sopInstanceUid);
        // Two files of one identity: the first is kept, and the second would have been named.
        if (view.alreadyHere === 0) expect(kept?.equals(Buffer.from(bytes)), path).toBe(true);
      }
    },
  );
});
