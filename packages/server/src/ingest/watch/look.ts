import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export const DONE = 'done';
export const REFUSED = 'refused';

export interface FoundFile {
  /** Below the drop, with "/". */
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** One thing that somebody put into a watched folder: a file, or a folder with all that is in it. */
export interface Drop {
  /** Below the watched folder. */
  readonly path: string;
  readonly name: string;
  /** The case whose folder it lies in, or null. */
  readonly caseNumber: string | null;
  readonly isFolder: boolean;
  readonly files: readonly FoundFile[];
}

/** Folders of this name belong to the case: "2026-0432", also as "OVR-2026-0432". */
const CASE_FOLDER = /^(?:OVR-)?((?:19|20)\d{2}-\d{4,9})$/i;
/** How programs name what they are still writing. */
const COPYING = /\.(part|partial|filepart|crdownload|download)$/i;

const isHidden = (name: string) => name.startsWith('.');
const isOwn = (name: string) => name === DONE || name === REFUSED;

async function filesIn(folder: string, below: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    // Links are not followed: they lead out of the folder that was opened to others.
    if (entry.isDirectory()) found.push(...(await filesIn(folder, path)));
    else if (entry.isFile()) found.push(await fileAt(folder, path));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function fileAt(folder: string, path: string): Promise<FoundFile> {
  const { size, mtimeMs } = await lstat(join(folder, path));
  return { path, size, modified: mtimeMs };
}

/** What lies in a watched folder now. What is gone again while it is looked at is not there. */
export async function lookInto(folder: string): Promise<Drop[]> {
  const drops: Drop[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (isOwn(entry.name) || isHidden(entry.name)) continue;
    const caseNumber = entry.isDirectory() ? CASE_FOLDER.exec(entry.name)?.[1] : undefined;
    if (caseNumber === undefined) drops.push(...(await dropAt(folder, entry.name, null)));
    else {
      const inside = await readdir(join(folder, entry.name));
      for (const name of inside.filter((each) => !isHidden(each))) {
        drops.push(...(await dropAt(folder, `${entry.name}/${name}`, caseNumber)));
      }
    }
  }
  return drops;
}

async function dropAt(folder: string, path: string, caseNumber: string | null): Promise<Drop[]> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    const stat = await lstat(join(folder, path));
    if (stat.isDirectory()) {
      const files = await filesIn(join(folder, path), '');
      return files.length === 0 ? [] : [{ path, name, caseNumber, isFolder: true, files }];
    }
    const file = { path: name, size: stat.size, modified: stat.mtimeMs };
    return stat.isFile() ? [{ path, name, caseNumber, isFolder: false, files: [file] }] : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Changes when anything of the drop grows, is added or touched; null while a program says that it is still copying. */
export function stateOf({ files }: Drop): string | null {
  if (files.some(({ path }) => COPYING.test(path))) return null;
  return JSON.stringify(files.map(({ path, size, modified }) => [path, size, modified]));
}
