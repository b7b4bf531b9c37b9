import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder in which uploads wait for their import, each in a file of its own. The names are made by the service. */
export interface UploadFiles {
  readonly folder: string;
  pathOf(uploadId: string): string;
  /** Bytes that are here; null when the file is gone. */
  received(uploadId: string): Promise<number | null>;
  /** After this a power cut takes nothing of the file away, nor its name. */
  sync(uploadId: string): Promise<void>;
  remove(uploadId: string): Promise<void>;
  /** Where a file is written of which the database knows nothing yet; `keep` gives it its place. */
  pathOfDraft(uploadId: string): string;
  keep(uploadId: string): Promise<void>;
  /** Removes the drafts of a process that was killed; to be called before there are new ones. */
  removeDrafts(): Promise<void>;
  /** The uploads of which something lies here. */
  list(): Promise<string[]>;
}

const DRAFT = '.draft';

const SAFE_ID = /^[0-9a-f-]{36}$/;

export async function openUploadFiles(folder: string): Promise<UploadFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (uploadId: string) => {
    if (!SAFE_ID.test(uploadId)) throw new Error('This is no id of an upload.');
    return join(folder, uploadId);
  };
  const pathOfDraft = (uploadId: string) => `${pathOf(uploadId)}${DRAFT}`;
  return {
    folder,
    pathOf,
    pathOfDraft,
    keep: (uploadId) => rename(pathOfDraft(uploadId), pathOf(uploadId)),
    async removeDrafts() {
      for (const name of await readdir(folder)) if (name.endsWith(DRAFT)) await rm(join(folder, name), { force: true });
    },
    async list() {
      // A process that was killed may have taken the file away, and not yet what lies beside it.
      const ids = (await readdir(folder)).map((name) => name.replace(/\.json$/, ''));
      return [...new Set(ids)].filter((id) => SAFE_ID.test(id));
    },
    async received(uploadId) {
      try {
        return (await stat(pathOf(uploadId))).size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async sync(uploadId) {
      for (const path of [pathOf(uploadId), folder]) {
        const handle = await open(path, 'r');
        try {
          await handle.datasync();
        } finally {
          await handle.close();
        }
      }
    },
    async remove(uploadId) {
      await rm(pathOf(uploadId), { force: true });
      await rm(pathOfDraft(uploadId), { force: true });
      // What the tus store notes of an upload lies beside it.
      await rm(`${pathOf(uploadId)}.json`, { force: true });
    },
  };
}
