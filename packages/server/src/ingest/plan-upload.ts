import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import {
  type ByteSource,
  DETECT_BYTES,
  detectKind,
  type FileKind,
  isContainer,
  knownName,
  type Left,
  LOCAL_HEADER_BYTES,
  localHeaderLength,
  readIso,
  readTar,
  readZip,
  refusalOfKind,
  safePath,
  sliceSource,
  UnreadableContainer,
} from '@overread/imaging';
import type { ImportLimits } from '../platform/import-limits.ts';
import { sizeText } from '../platform/size-text.ts';
import { isPacked } from '../unpacking/index.ts';
import { CHANGED, readManifest } from './manifest.ts';
import type { PlannedFile, Run, UploadKind, UploadPlan } from './model.ts';
import { readSpool } from './spool-file.ts';
import { readPartList } from './stow/part-list.ts';

/** What one worker reads with one call. */
const RUN_BYTES = 2 << 20;
/** A local header's name and extra field may have so many bytes each. */
const MAX_LOCAL_HEADER = LOCAL_HEADER_BYTES + 2 * 0xffff;
/** Stored files from this size on are looked at for archives here, so that all workers share what is in them. */
const LOOK_INSIDE_BYTES = 8 << 20;
const HASH_BYTES = 4 << 20;

interface Planning {
  readonly files: PlannedFile[];
  readonly refused: Left[];
  readonly limits: ImportLimits;
}

/** A stretch of the upload: where it begins, what it is called, how many archives it lies in. */
interface Stretch {
  readonly source: ByteSource;
  readonly offset: number;
  readonly path: string;
  readonly depth: number;
}

const under = (path: string, name: string) => (path === '' ? name : `${path}/${name}`);

function add(file: PlannedFile, into: Planning): void {
  if (into.files.length >= into.limits.files) {
    throw new UnreadableContainer(
      `it holds more than ${into.limits.files} files. Send the folder with the images alone`,
    );
  }
  if (file.size > into.limits.fileBytes)
    into.refused.push({
      path: file.path,
      reason: `it is larger than any image: more than ${sizeText(into.limits.fileBytes)}`,
    });
  else into.files.push(file);
}

async function planZip({ source, offset, path, depth }: Stretch, into: Planning): Promise<void> {
  const { entries, refused } = await readZip(source);
  into.refused.push(...refused.map((left) => ({ ...left, path: under(path, left.path) })));
  for (const entry of entries) {
    const file: PlannedFile = {
      path: under(path, entry.path),
      offset: offset + entry.offset,
      storedSize: entry.compressedSize,
      size: entry.size,
      packing: entry.method === 'stored' ? 'zip-stored' : 'zip-deflated',
      crc32: entry.crc32,
      depth: depth + 1,
    };
    const isLarge = entry.method === 'stored' && entry.size >= LOOK_INSIDE_BYTES;
    const stretch = isLarge ? await storedInZip(source, offset, file) : null;
    if (stretch === null || !(await planContainer(stretch, into))) add(file, into);
  }
}

/** A large stored entry of a ZIP as a stretch of its own; null when its local header is broken: the worker will say so. */
async function storedInZip(source: ByteSource, base: number, file: PlannedFile): Promise<Stretch | null> {
  const at = file.offset - base;
  const local = await source.read(at, LOCAL_HEADER_BYTES);
  if (local.length < LOCAL_HEADER_BYTES || local[0] !== 0x50) return null;
  const start = at + localHeaderLength(local);
  return {
    source: sliceSource(source, start, file.size),
    offset: base + start,
    path: file.path,
    depth: file.depth,
  };
}

async function planStored({ source, offset, path, depth }: Stretch, kind: FileKind, into: Planning): Promise<void> {
  const { entries, refused } = kind === 'tar' ? await readTar(source) : await readIso(source);
  into.refused.push(...refused.map((left) => ({ ...left, path: under(path, left.path) })));
  for (const entry of entries) {
    const inside = { path: under(path, entry.path), offset: offset + entry.offset, depth: depth + 1 };
    await planFile({ ...inside, source: sliceSource(source, entry.offset, entry.size) }, into);
  }
}

/** Plans what is in an archive; false when the stretch is none (or too deep), and a file like others. */
async function planContainer(stretch: Stretch, into: Planning): Promise<boolean> {
  if (stretch.depth >= into.limits.depth || knownName(stretch.path) !== null) return false;
  const kind = detectKind(await stretch.source.read(0, DETECT_BYTES));
  if (!isContainer(kind) || kind === 'gzip') return false;
  const before = into.files.length;
  try {
    if (kind === 'zip') await planZip(stretch, into);
    else await planStored(stretch, kind, into);
  } catch (error) {
    if (!(error instanceof UnreadableContainer) || stretch.path === '') throw error;
    into.files.length = before;
    into.refused.push({ path: stretch.path, reason: error.message });
  }
  return true;
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += HASH_BYTES) hash.update(await source.read(at, HASH_BYTES));
  return hash.digest('hex');
}

async function planFile(stretch: Stretch, into: Planning, sha256?: string): Promise<void> {
  const { source, offset, path, depth } = stretch;
  const before = into.files.length;
  if (source.size >= LOOK_INSIDE_BYTES && (await planContainer(stretch, into))) {
    if (sha256 === undefined || (await hashOf(source)) === sha256) return;
    into.files.length = before;
    into.refused.push({ path, reason: CHANGED });
    return;
  }
  const hash = sha256 === undefined ? {} : { sha256 };
  add({ path, offset, storedSize: source.size, size: source.size, packing: 'stored', ...hash, depth }, into);
}

async function planBatch(source: ByteSource, into: Planning): Promise<void> {
  const { manifest, dataOffset } = await readManifest(source);
  let offset = dataOffset;
  for (const { path, size, sha256 } of manifest.files) {
    const safe = safePath(path);
    if (safe === null) into.refused.push({ path, reason: 'its name leads out of the disc' });
    else {
      const stretch = { source: sliceSource(source, offset, size), offset, path: safe, depth: 0 };
      await planFile(stretch, into, sha256);
    }
    offset += size;
  }
}

/** What was acknowledged and what was cut short was told apart when it was received; archives among it are opened. */
async function planSpool(source: ByteSource, into: Planning): Promise<void> {
  for (const record of await readSpool(source)) {
    add({ ...record, path: `file ${record.nth + 1}`, packing: 'sealed', depth: 0 }, into);
  }
}

/** Parts are instances and nothing else: none is looked into for archives. */
async function planParts(source: ByteSource, into: Planning): Promise<void> {
  for (const { path, offset, size, sha256 } of await readPartList(source)) {
    add({ path, offset, storedSize: size, size, packing: 'stored', sha256, depth: into.limits.depth }, into);
  }
}

async function planArchive(source: ByteSource, name: string, into: Planning): Promise<void> {
  if (await planContainer({ source, offset: 0, path: '', depth: 0 }, into)) return;
  const kind = detectKind(await source.read(0, DETECT_BYTES));
  const refusal = isPacked(kind) ? null : refusalOfKind(kind);
  if (refusal !== null) throw new UnreadableContainer(refusal);
  const file = { path: name, offset: 0, storedSize: source.size, size: source.size, depth: 0 };
  // What 7-Zip unpacks is read where it lies, a file at a time: as large as it likes.
  if (isPacked(kind)) into.files.push({ ...file, packing: 'stored', isUpload: true });
  else add({ ...file, packing: 'stored' }, into);
}

/** Where a file ends in the upload; a ZIP's local header is as long as it may be, and never reaches into the next file. */
function endOf(files: readonly PlannedFile[], at: number, uploadSize: number): number {
  const { packing, offset, storedSize } = files[at] as PlannedFile;
  if (packing === 'stored' || packing === 'sealed') return Math.min(uploadSize, offset + storedSize);
  const next = files[at + 1]?.offset ?? uploadSize;
  return Math.min(uploadSize, offset + MAX_LOCAL_HEADER + storedSize, next > offset ? next : uploadSize);
}

/** Cuts the files, sorted by their place, into runs of about 2 MiB; a larger file is a run of its own. */
export function cutRuns(files: readonly PlannedFile[], uploadSize: number): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < files.length; ) {
    const start = (files[first] as PlannedFile).offset;
    let end = endOf(files, first, uploadSize);
    let last = first + 1;
    while (last < files.length && endOf(files, last, uploadSize) - start <= RUN_BYTES) {
      end = Math.max(end, endOf(files, last, uploadSize));
      last += 1;
    }
    runs.push({ first, last, start, end });
    first = last;
  }
  return runs;
}

function fileSource(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(offset, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
  };
}

/** Finds the files of an upload, reading directories only. Throws UnreadableContainer when there is nothing to be read. */
export async function planUpload(
  upload: { readonly file: string; readonly kind: UploadKind; readonly name: string },
  limits: ImportLimits,
): Promise<UploadPlan> {
  const handle = await open(upload.file, 'r');
  try {
    const { size } = await handle.stat();
    const source = fileSource(handle, size);
    const into: Planning = { files: [], refused: [], limits };
    if (upload.kind === 'parts') await planParts(source, into);
    else if (upload.kind === 'spool') await planSpool(source, into);
    else await (upload.kind === 'batch' ? planBatch(source, into) : planArchive(source, upload.name, into));
    const files = into.files.sort((a, b) => a.offset - b.offset);
    return { files, runs: cutRuns(files, size), refused: into.refused };
  } finally {
    await handle.close();
  }
}
