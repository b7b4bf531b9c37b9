import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  DETECT_BYTES,
  type DiscList,
  detectKind,
  type InstanceHeader,
  isContainer,
  knownName,
  type Left,
} from '@overread/imaging';
import { isPacked } from '@overread/server/unpacking/index.ts';
import { collect, fileReason } from '../inspect/collect.ts';
import { openFile } from '../inspect/sources.ts';

/** A file with something on it that belongs into a case. */
export interface FoundFile {
  /** Where it lies on this machine. */
  readonly file: string;
  /** Its path below what was given, as the receipt names it. */
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** A container goes as it is, for the service to open. */
  readonly isContainer: boolean;
  /** The images in it: one, or several in a container. */
  readonly headers: readonly InstanceHeader[];
}

export interface FoundOnDisc {
  readonly files: readonly FoundFile[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  /** The discs' own lists that lie beside the images, and those inside of containers, which the service finds itself. */
  readonly lists: readonly DiscList[];
  readonly listsInside: readonly DiscList[];
}

interface Finding {
  readonly files: FoundFile[];
  readonly refused: Left[];
  readonly ignored: Left[];
  readonly lists: DiscList[];
  readonly listsInside: DiscList[];
  readonly onFile: (files: number) => void;
  looked: number;
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en', { numeric: true });

async function opensAsContainer(file: string): Promise<boolean> {
  if (knownName(file) !== null) return false;
  const source = await openFile(file);
  try {
    const kind = detectKind(await source.read(0, DETECT_BYTES));
    return isContainer(kind) || isPacked(kind);
  } finally {
    await source.close();
  }
}

/** What lies in one file. Whatever is wrong with it is told of it alone: a scratch must not end the reading of a disc. */
async function lookAt(file: string, path: string, into: Finding): Promise<void> {
  const named = (left: readonly Left[]) =>
    left.map(({ path: at, reason }) => ({
      path: at.startsWith(file) ? `${path}${at.slice(file.length)}` : at,
      reason,
    }));
  try {
    const { size, mtimeMs } = await stat(file);
    const container = await opensAsContainer(file);
    const { headers, refused, ignored, lists } = await collect([file]);
    into.refused.push(...named(refused));
    into.ignored.push(...named(ignored));
    (container ? into.listsInside : into.lists).push(
      ...lists.map((list) => ({ ...list, path: named([{ path: list.path, reason: '' }])[0]?.path ?? path })),
    );
    if (headers.length > 0) {
      into.files.push({ file, path, size, modifiedMs: mtimeMs, isContainer: container, headers });
    }
  } catch (error) {
    refuse(error, path, into);
  }
  into.looked += 1;
  into.onFile(into.looked);
}

function refuse(error: unknown, path: string, into: Finding): void {
  const reason = fileReason(error);
  if (reason === null) throw error;
  into.refused.push({ path, reason });
}

async function lookThrough(folder: string, prefix: string, into: Finding): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    refuse(error, prefix === '' ? folder : prefix, into);
    return [];
  });
  for (const entry of entries.sort(byName)) {
    const [file, path] = [join(folder, entry.name), prefix === '' ? entry.name : `${prefix}/${entry.name}`];
    if (entry.isDirectory()) await lookThrough(file, path, into);
    else if (await isFileOr(file, entry.isSymbolicLink(), path, into)) await lookAt(file, path, into);
  }
}

async function isFileOr(file: string, isLink: boolean, path: string, into: Finding): Promise<boolean> {
  try {
    if ((await stat(file)).isFile()) return true;
    into.ignored.push({ path, reason: isLink ? 'a link to a folder' : 'not a file' });
  } catch (error) {
    refuse(error, path, into);
  }
  return false;
}

/** Everything under the given paths that holds images, in the order of the disc, and why the rest stays behind. */
export async function findFiles(paths: readonly string[], onFile: (files: number) => void): Promise<FoundOnDisc> {
  const into: Finding = { files: [], refused: [], ignored: [], lists: [], listsInside: [], onFile, looked: 0 };
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => refuse(error, path, into));
    if (found === undefined) continue;
    // Two folders may hold files of one name: with several, each path begins with what was given.
    if (found.isDirectory()) await lookThrough(path, paths.length > 1 ? basename(path) : '', into);
    else if (await isFileOr(path, false, path, into)) await lookAt(path, basename(path), into);
  }
  return into;
}
