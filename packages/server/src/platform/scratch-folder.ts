import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What an import that was killed left behind is garbage after a day: no writer works on one pack for so long. */
const KEPT_MS = 24 * 3_600_000;

/** Makes the folder in which files wait until the store adopts them, and clears it of what nobody will come back for. */
export async function openScratch(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const oldest = Date.now() - KEPT_MS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (found && found.mtimeMs < oldest) await rm(path, { recursive: true, force: true });
  }
  return folder;
}
