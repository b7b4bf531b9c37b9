import { createHash } from 'node:crypto';
import {
  bytesSource,
  DamagedDicom,
  DETECT_BYTES,
  detectKind,
  HeadTooShort,
  type InstanceHeader,
  ignoredAs,
  isContainer,
  isDiscList,
  knownName,
  leaveFile,
  leaveNotDicom,
  MAX_LIST_BYTES,
  NotDicom,
  parseHeader,
  pixelProblem,
  readDiscList,
  readIsoSync,
  readTarSync,
  readZipSync,
  refusalOfKind,
  type SyncByteSource,
  UnreadableContainer,
  type ZipEntry,
} from '@overread/imaging';
import type { PackWriter } from '../archive/index.ts';
import type { ImportLimits } from '../platform/import-limits.ts';
import { sizeText } from '../platform/size-text.ts';
import { isPacked, type PackedKind, UNPACK_STALL_MS, unpackSync } from '../unpacking/index.ts';
import type { Findings } from './findings.ts';
import { BudgetSpent, type JobControl } from './job-control.ts';
import { CHANGED } from './manifest.ts';
import { DamagedFile, gunzip, unzipEntry } from './unpack.ts';

/** What a worker has at hand while it takes one file after the other. */
export interface Taking {
  readonly limits: ImportLimits;
  readonly control: JobControl;
  readonly known: ReadonlySet<string>;
  readonly writer: PackWriter;
  readonly findings: Findings;
}

/** One file, wherever it lies. */
export interface FileAt {
  readonly path: string;
  /** Finds its bytes, unpacked. Throws DamagedFile, BudgetSpent. */
  readonly open: () => SyncByteSource;
  /** How many archives it lies in. */
  readonly depth: number;
  readonly isUpload?: boolean;
  readonly sha256?: string;
}

interface OpenedFile extends FileAt {
  readonly source: SyncByteSource;
}

const harm = ({ ratio, totalBytes }: ImportLimits) =>
  `it unpacks to more than ${ratio} times its size and ${sizeText(totalBytes)}, as archives made to do harm do; the rest was not opened`;
const tooMany = (files: number) => `the delivery holds more than ${files} files; the rest was not opened`;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Looks at one file by its content. What cannot be taken is named with its reason; nothing of it stops the others. */
export function takeFile(file: FileAt, taking: Taking): void {
  const { findings, control } = taking;
  if (control.countFile() > taking.limits.files) {
    findings.refuseOnce(file.path, tooMany(taking.limits.files));
    return;
  }
  try {
    take({ ...file, source: file.open() }, taking);
  } catch (error) {
    if (error instanceof BudgetSpent) findings.refuseOnce(file.path, harm(taking.limits));
    else if (error instanceof UnreadableContainer || error instanceof DamagedFile) {
      findings.refuse(file.path, error.message);
    } else throw error;
  }
}

function take(file: OpenedFile, taking: Taking): void {
  const { findings } = taking;
  const head = file.source.read(0, DETECT_BYTES);
  const kind = detectKind(head);
  const known = knownName(file.path);
  const refusal = refusalOfKind(kind);
  if (kind === 'dicom' || kind === 'maybe-dicom') takeImage(file, taking);
  else if (known === null && (isContainer(kind) || isPacked(kind))) takeContainer(file, kind, taking);
  else if (known === null && refusal !== null) findings.refuse(file.path, refusal);
  else findings.leave(file.path, leaveFile(file.path, kind, ignoredAs(kind) ?? 'not a medical image'));
}

const tooLarge = (bytes: number) => `it is larger than any image: more than ${sizeText(bytes)}`;

function takeImage({ path, source, sha256 }: OpenedFile, taking: Taking): void {
  const { findings, limits, control, known, writer } = taking;
  if (source.size > limits.fileBytes) throw new DamagedFile(tooLarge(limits.fileBytes));
  const bytes = source.read(0, source.size);
  const hash = hashOf(bytes);
  if (sha256 !== undefined && sha256 !== hash) throw new DamagedFile(CHANGED);
  const list = isDiscList(bytes) && bytes.length <= MAX_LIST_BYTES ? readDiscList(path, bytes) : null;
  if (list !== null) findings.list(list);
  const header = readHeader(path, bytes, taking);
  if (header === null) return;
  control.countInstance();
  findings.instance(header);
  if (known.has(hash)) findings.alreadyHere();
  else writer.add({ path, bytes, sha256: hash, header });
}

/** The header of an image that can be kept, or null when the file was refused or left. */
function readHeader(path: string, bytes: Uint8Array, { findings }: Taking): InstanceHeader | null {
  try {
    const header = parseHeader(bytes);
    const problem = headerProblem(header);
    if (problem !== null) {
      findings.refuse(path, problem.reason);
      if (!problem.kept) return null;
    }
    return header;
  } catch (error) {
    if (error instanceof NotDicom) findings.leave(path, leaveNotDicom(path, bytes, error.message));
    else if (error instanceof DamagedDicom || error instanceof HeadTooShort) findings.refuse(path, error.message);
    else throw error;
    return null;
  }
}

/** What has to be said of an image; one of which some frames are there is kept all the same. */
function headerProblem(header: InstanceHeader): { reason: string; kept: boolean } | null {
  const reason = pixelProblem(header);
  return reason === null ? null : { reason, kept: header.frameRanges.length > 0 };
}

type Container = 'zip' | 'gzip' | 'tar' | 'iso' | PackedKind;

function takeContainer(file: OpenedFile, kind: Container, taking: Taking): void {
  const { depth } = file;
  if (depth >= taking.limits.depth) {
    throw new DamagedFile(
      `an archive inside archives, too deep (more than ${taking.limits.depth}); open it and send the folder`,
    );
  }
  if (kind === 'zip') takeZip(file, taking);
  else if (kind === 'gzip') takeGzip(file, taking);
  else if (isPacked(kind)) takePacked(file, kind, taking);
  else takeStored(file, kind, taking);
}

/** The one file in a .gz takes the archive's name; a .tar.gz shows itself as a tar. */
function takeGzip({ path, source, depth }: OpenedFile, taking: Taking): void {
  const plain = gunzip(source.read(0, source.size), taking.limits.fileBytes, taking.control);
  taking.control.uncountArchive();
  takeFile({ path: path.replace(/\.gz$/i, ''), open: () => bytesSource(plain), depth: depth + 1 }, taking);
}

function takeStored({ path, source, depth }: OpenedFile, kind: 'tar' | 'iso', taking: Taking): void {
  const { entries, refused } = kind === 'tar' ? readTarSync(source) : readIsoSync(source);
  taking.control.uncountArchive();
  for (const left of refused) taking.findings.refuse(`${path}/${left.path}`, left.reason);
  for (const entry of entries) {
    const open = () => syncSlice(source, entry.offset, entry.size);
    takeFile({ path: `${path}/${entry.path}`, open, depth: depth + 1 }, taking);
  }
}

/** Unpacked by 7-Zip, one file after the other; each is looked at before the next is held. */
function takePacked({ path, source, depth, isUpload = false }: OpenedFile, kind: PackedKind, taking: Taking): void {
  const { limits, control, findings } = taking;
  const { files, fileBytes } = limits;
  const named = (inside: string) => (isUpload ? inside : `${path}/${inside}`);
  control.uncountArchive();
  const limited = { files, fileBytes, totalBytes: control.left(), stallMs: UNPACK_STALL_MS };
  for (const item of unpackSync(kind, source, limited)) {
    if (item.type === 'refused') findings.refuse(named(item.left.path), item.left.reason);
    else {
      control.spend(item.bytes.length);
      takeFile({ path: named(item.path), open: () => bytesSource(item.bytes), depth: depth + 1 }, taking);
    }
  }
}

function takeZip({ path, source, depth }: OpenedFile, taking: Taking): void {
  const { entries, refused } = readZipSync(source);
  taking.control.uncountArchive();
  for (const left of refused) taking.findings.refuse(`${path}/${left.path}`, left.reason);
  for (const entry of entries) {
    const open = () => bytesSource(entryBytes(source, entry, taking));
    takeFile({ path: `${path}/${entry.path}`, open, depth: depth + 1 }, taking);
  }
}

/** A local header's name and extra field may have so many bytes together. */
const MAX_LOCAL_HEADER = 30 + 2 * 0xffff;

function entryBytes(source: SyncByteSource, entry: ZipEntry, { limits, control }: Taking): Uint8Array {
  if (entry.size > limits.fileBytes) throw new DamagedFile(tooLarge(limits.fileBytes));
  const bytes = source.read(entry.offset, MAX_LOCAL_HEADER + entry.compressedSize);
  const { size, crc32, compressedSize, method } = entry;
  return unzipEntry(bytes, 0, { size, crc32, storedSize: compressedSize, deflated: method === 'deflated' }, control);
}

const syncSlice = (source: SyncByteSource, offset: number, size: number): SyncByteSource => ({
  size,
  read: (at, length) => source.read(offset + at, Math.max(0, Math.min(length, size - at))),
});
