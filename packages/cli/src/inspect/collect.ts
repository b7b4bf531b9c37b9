import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ByteSource,
  bytesSource,
  DETECT_BYTES,
  type DiscList,
  detectKind,
  type FileKind,
  type InstanceHeader,
  ignoredAs,
  isContainer,
  isDiscList,
  knownName,
  type Left,
  type LeftFile,
  LOCAL_HEADER_BYTES,
  leaveFile,
  leaveNotDicom,
  localHeaderLength,
  MAX_LIST_BYTES,
  readDiscList,
  readIso,
  readTar,
  readZip,
  refusalOfKind,
  type StoredDirectory,
  sliceSource,
  UnreadableContainer,
  type ZipEntry,
} from '@overread/imaging';
import { DEFAULT_LIMITS, type ImportLimits } from '@overread/server/platform/import-limits.ts';
import { sizeText } from '@overread/server/platform/size-text.ts';
import { isPacked, type PackedKind, UNPACK_STALL_MS, unpackAsync } from '@overread/server/unpacking/index.ts';
import { createPixelLook, type PixelLook } from './look-at-pixels.ts';
import { HEAD_BYTES, readImage } from './read-images.ts';
import { type Budget, DamagedEntry, gunzip, inflateEntry, openFile, TooMuch } from './sources.ts';

export interface Collected {
  readonly headers: InstanceHeader[];
  readonly refused: Left[];
  readonly ignored: Left[];
  readonly lists: DiscList[];
  readonly look: PixelLook;
}

/** The service's own limits, by the same settings, each for one input. */
export interface Limits extends ImportLimits {
  /** Without progress for so long (milliseconds), a 7z archive or UDF image is given up. */
  readonly stallMs: number;
}

/** Pictures deflate two- to tenfold; an archive made to do harm unpacks a thousandfold. */
export const LIMITS: Limits = { ...DEFAULT_LIMITS, stallMs: UNPACK_STALL_MS };

const harm = ({ ratio, totalBytes }: Limits) =>
  `it unpacks to more than ${ratio} times its size and ${sizeText(totalBytes)}, as archives made to do harm do; the rest was not opened`;

function createBudget(inputSize: number, limits: Limits): Budget & { file(): void; left(): number } {
  const limit = Math.max(limits.totalBytes, inputSize * limits.ratio);
  let spent = 0;
  let files = 0;
  return {
    left: () => Math.max(0, limit - spent),
    spend(bytes) {
      spent += bytes;
      if (spent > limit) throw new TooMuch(harm(limits));
    },
    file() {
      files += 1;
      if (files > limits.files) throw new TooMuch(`it holds more than ${limits.files} files; the rest was not opened`);
    },
  };
}

/** How deep in archives a file lies and what its input may still unpack to. */
interface Place {
  readonly path: string;
  readonly depth: number;
  readonly budget: ReturnType<typeof createBudget>;
}

/** Is given each new image while its bytes are at hand. */
export type OnImage = (source: ByteSource, header: InstanceHeader, path: string) => Promise<void>;

/** Where an image was first seen, so that a copy is told as one. */
interface Collecting extends Collected {
  readonly firstPath: Map<string, string>;
  readonly limits: Limits;
  readonly onImage: OnImage;
}

const inside = (place: Place, path: string): Place => ({ ...place, path: `${place.path}/${path}` });

/** Whether the image is new. */
function take(header: InstanceHeader, path: string, incomplete: string | null, into: Collecting): boolean {
  const first = into.firstPath.get(header.sopInstanceUid);
  if (first !== undefined) {
    into.ignored.push({ path, reason: `the same image as ${first}` });
    return false;
  }
  into.firstPath.set(header.sopInstanceUid, path);
  into.headers.push(header);
  if (incomplete !== null) into.refused.push({ path, reason: incomplete });
  return true;
}

async function collectImage(source: ByteSource, head: Uint8Array, path: string, into: Collecting): Promise<void> {
  if (isDiscList(head) && source.size <= MAX_LIST_BYTES) {
    const list = readDiscList(path, await source.read(0, source.size));
    if (list !== null) into.lists.push(list);
  }
  const read = await readImage(source, head);
  if (read.kind === 'read') {
    if (take(read.header, path, read.incomplete, into)) await into.onImage(source, read.header, path);
    return;
  }
  if (read.kind === 'refused') into.refused.push({ path, reason: read.reason });
  else leave(path, leaveNotDicom(path, head, read.reason), into);
}

function leave(path: string, { as, reason }: LeftFile, into: Collecting): void {
  into[as].push({ path, reason });
}

async function collectStored(
  source: ByteSource,
  place: Place,
  directory: StoredDirectory,
  into: Collecting,
): Promise<void> {
  for (const { path, reason } of directory.refused) into.refused.push({ path: `${place.path}/${path}`, reason });
  for (const entry of directory.entries) {
    await collectSource(sliceSource(source, entry.offset, entry.size), inside(place, entry.path), into);
  }
}

async function collectZipEntry(source: ByteSource, entry: ZipEntry, place: Place, into: Collecting): Promise<void> {
  const local = await source.read(entry.offset, LOCAL_HEADER_BYTES);
  const offset = entry.offset + localHeaderLength(local);
  if (entry.method === 'stored') {
    await collectSource(sliceSource(source, offset, entry.size), place, into);
    return;
  }
  const unpacked = await inflateEntry(source, { offset, length: entry.compressedSize }, entry, place.budget);
  try {
    await collectSource(unpacked, place, into);
  } finally {
    await unpacked.close();
  }
}

async function collectZip(source: ByteSource, place: Place, into: Collecting): Promise<void> {
  const directory = await readZip(source);
  for (const { path, reason } of directory.refused) into.refused.push({ path: `${place.path}/${path}`, reason });
  for (const entry of directory.entries) {
    const at = inside(place, entry.path);
    await guarded(at.path, into, () => collectZipEntry(source, entry, at, into));
  }
}

async function collectGzip(source: ByteSource, place: Place, into: Collecting): Promise<void> {
  const unpacked = await gunzip(source, place.budget);
  try {
    // The one file in a .gz takes the archive's name; a .tar.gz shows itself as a tar.
    await collectSource(unpacked, { ...place, path: place.path.replace(/\.gz$/i, '') }, into);
  } finally {
    await unpacked.close();
  }
}

/** Files that are unpacked by 7-Zip, one after the other. */
async function collectPacked(source: ByteSource, kind: PackedKind, place: Place, into: Collecting): Promise<void> {
  const { files, fileBytes, stallMs } = into.limits;
  const limits = { files, fileBytes, totalBytes: place.budget.left(), stallMs };
  for await (const item of unpackAsync(kind, source, limits)) {
    if (item.type === 'refused') {
      into.refused.push({ path: `${place.path}/${item.left.path}`, reason: item.left.reason });
    } else {
      place.budget.spend(item.bytes.length);
      await collectSource(bytesSource(item.bytes), inside(place, item.path), into);
    }
  }
}

async function collectContainer(source: ByteSource, kind: FileKind, place: Place, into: Collecting): Promise<void> {
  const deeper = { ...place, depth: place.depth + 1 };
  if (deeper.depth > into.limits.depth) {
    into.refused.push({
      path: place.path,
      reason: `an archive inside archives, too deep (more than ${into.limits.depth}); open it and drop the folder`,
    });
  } else if (isPacked(kind)) await collectPacked(source, kind, deeper, into);
  else if (kind === 'zip') await collectZip(source, deeper, into);
  else if (kind === 'gzip') await collectGzip(source, deeper, into);
  else if (kind === 'tar') await collectStored(source, deeper, await readTar(source), into);
  else await collectStored(source, deeper, await readIso(source), into);
}

/** Looks at one file by its content, wherever it lies. */
async function collectSource(source: ByteSource, place: Place, into: Collecting): Promise<void> {
  place.budget.file();
  await guarded(place.path, into, async () => {
    const head = await source.read(0, Math.max(HEAD_BYTES, DETECT_BYTES));
    const kind = detectKind(head);
    if (kind === 'dicom' || kind === 'maybe-dicom') return collectImage(source, head, place.path, into);
    const refusal = refusalOfKind(kind);
    const opens = isContainer(kind) || isPacked(kind);
    if (knownName(place.path) === null && opens) return collectContainer(source, kind, place, into);
    if (knownName(place.path) === null && refusal !== null) into.refused.push({ path: place.path, reason: refusal });
    else leave(place.path, leaveFile(place.path, kind, ignoredAs(kind) ?? 'not a medical image'), into);
  });
}

/** Turns what can go wrong with one file into a refusal of that file; only a spent budget ends the whole input. */
async function guarded(path: string, into: Collecting, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UnreadableContainer) into.refused.push({ path, reason: error.message });
    else if (error instanceof DamagedEntry)
      into.refused.push({ path, reason: `damaged in its archive: ${error.message}` });
    else throw error;
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read: ask for the right to read it',
  EPERM: 'it may not be read: ask for the right to read it',
  EIO: 'the disc or drive cannot read it; clean the disc or ask for a new one',
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Why the file system did not give a file or folder, in words; null for an error of another kind. */
export function fileReason(error: unknown): string | null {
  const code = codeOf(error);
  if (!code.startsWith('E')) return null;
  return FILE_ERRORS[code] ?? `it cannot be opened (${code})`;
}

/** Problems of the file system, told per path. */
async function onDisc(path: string, into: Collecting, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof TooMuch ? error.message : fileReason(error);
    if (reason === null) throw error;
    into.refused.push({ path, reason });
  }
}

async function collectFile(path: string, into: Collecting): Promise<void> {
  const source = await openFile(path);
  try {
    await collectSource(source, { path, depth: 0, budget: createBudget(source.size, into.limits) }, into);
  } finally {
    await source.close();
  }
}

async function collectFolder(folder: string, into: Collecting): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await onDisc(path, into, () => collectFolder(path, into));
    else await onDisc(path, into, () => collectEntry(path, entry.isSymbolicLink(), into));
  }
}

async function collectEntry(path: string, isLink: boolean, into: Collecting): Promise<void> {
  const found = await stat(path);
  if (found.isFile()) await collectFile(path, into);
  else into.ignored.push({ path, reason: isLink ? 'a link to a folder' : 'not a file' });
}

/** Everything that lies under the given paths: folders, files, archives, disc images. */
export async function collect(
  paths: readonly string[],
  limits: Limits = LIMITS,
  onImage?: OnImage,
): Promise<Collected> {
  const look = createPixelLook();
  const into: Collecting = {
    headers: [],
    refused: [],
    ignored: [],
    lists: [],
    look,
    onImage: onImage ?? look.at,
    firstPath: new Map(),
    limits,
  };
  for (const path of paths) {
    await onDisc(path, into, async () => {
      const found = await stat(path);
      await (found.isDirectory() ? collectFolder(path, into) : collectEntry(path, false, into));
    });
  }
  return into;
}
