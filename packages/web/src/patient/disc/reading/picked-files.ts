import type { PickedFile } from './disc-model.ts';

const comparePaths = (a: PickedFile, b: PickedFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * Sorted by path (by code unit, so that every browser and every run sorts alike), each path once: a second file of the same
 * path takes " (2)" behind its name.
 */
export function inOrder(files: readonly PickedFile[]): PickedFile[] {
  const seen = new Map<string, number>();
  return files.toSorted(comparePaths).map(({ path, file }) => {
    const before = seen.get(path) ?? 0;
    seen.set(path, before + 1);
    return { path: before === 0 ? path : `${path} (${before + 1})`, file };
  });
}

/** What a file input gives: with `webkitdirectory` each file has its path below the chosen folder. */
export function pickedFromInput(list: FileList | readonly File[]): PickedFile[] {
  return inOrder(Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file })));
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A directory reader gives at most 100 entries a call in Chromium; it is done when a call gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry, into: PickedFile[]): Promise<void> {
  if (entry.isFile) {
    into.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) });
    return;
  }
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(child, into);
}

/**
 * Everything that was dropped, folders included. Call it inside the drop event: the browser empties the transfer when the
 * event is over, which is why the entries are taken before anything is awaited.
 */
export async function pickedFromDrop(transfer: DataTransfer): Promise<PickedFile[]> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = Array.from(transfer.files);
  if (entries.some((entry) => entry === null)) return pickedFromInput(plain);
  const into: PickedFile[] = [];
  for (const entry of entries) if (entry !== null) await walk(entry, into);
  return inOrder(into);
}
