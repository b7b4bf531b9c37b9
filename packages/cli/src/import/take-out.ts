import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstanceHeader } from '@overread/imaging';
import { collect, LIMITS } from '../inspect/collect.ts';
import type { FoundFile } from './find-files.ts';

/** Images that were taken out of containers, in a folder that is gone with `remove`. */
export interface TakenOut {
  readonly files: readonly FoundFile[];
  remove(): Promise<void>;
}

/**
 * Takes the wanted images out of containers that hold others as well, so that these need not leave the machine: a container can
 * only be sent whole.
 */
export async function takeOut(
  containers: readonly FoundFile[],
  isWanted: (header: InstanceHeader) => boolean,
): Promise<TakenOut> {
  const files: FoundFile[] = [];
  if (containers.length === 0) return { files, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'overread-own-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o700);
    for (const { file: container, path, modifiedMs } of containers) {
      await collect([container], LIMITS, async (source, header, at) => {
        if (!isWanted(header)) return;
        const file = join(folder, `${files.length}`);
        await writeFile(file, await source.read(0, source.size), { mode: 0o600 });
        const inside = at.startsWith(container) ? `${path}${at.slice(container.length)}` : `${path}/${at}`;
        files.push({ file, path: inside, size: source.size, modifiedMs, isContainer: false, headers: [header] });
      });
    }
    return { files, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
