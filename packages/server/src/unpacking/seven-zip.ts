import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { Left } from '@overread/imaging/model.ts';
import { sizeText } from '../platform/size-text.ts';
import { createListing, type Listing, PASSWORD } from './listing.ts';
import type { PackedKind, UnpackLimits } from './model.ts';

/** The parts of Emscripten's file system that are used here; 7z-wasm's own types leave some out. */
interface Node {
  stream_ops: Record<string, unknown>;
  usedBytes: number;
  contents: Uint8Array | null;
}
interface Stream {
  readonly path: string;
  readonly flags: number;
  readonly node: Node;
  position: number;
}
interface FileSystem {
  create(path: string, mode: number): Node;
  mkdir(path: string): unknown;
  unlink(path: string): void;
  close(stream: Stream): unknown;
  write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position?: number): number;
  ftruncate(handle: number, length: number): void;
}
interface SevenZip {
  readonly FS: FileSystem;
  callMain(args: readonly string[]): number;
}
type Factory = (options: {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  print(line: string): void;
  printErr(line: string): void;
  stdin(): null;
}) => Promise<SevenZip>;

type ReadArguments = [stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number];

const WRITING = 0o3;
const DAMAGED = 'damaged in its archive. Ask for a new copy';
const ASK = 'Copy it again from its source, or drop the folder it was made from';

/** Ends unpacking; `message` is a reason for people. */
export class UnpackFailed extends Error {}

/** 7-Zip, compiled: once for all archives. */
export const compileProgram = (): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve('7z-wasm/7zz.wasm'))));

/** 7-Zip's own memory, bytes: archives whose dictionary is as large as 512 MiB open. */
const MEMORY_BYTES = 640 << 20;
const PAGE_BYTES = 64 << 10;

export interface ArchiveInput {
  readonly size: number;
  /** Bytes into `into`; fewer only at the end. */
  read(into: Uint8Array, offset: number): number;
}

export interface Unpacked {
  file(path: string, bytes: Uint8Array): void;
  refuse(left: Left): void;
  progress(): void;
}

/** What is opened, with what, within which limits. */
export interface Opening {
  readonly program: WebAssembly.Module;
  readonly kind: PackedKind;
  readonly limits: UnpackLimits;
}

const TOO_DEMANDING =
  'it was packed in a way that takes too much memory to unpack. Open it with 7-Zip and drop the folder';

/** Lets an instance's memory grow to its limit; beyond, the archive is given up. */
function holdMemory({ exports: { memory } }: WebAssembly.Instance, told: (refused: boolean) => void): void {
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('7-Zip has no memory to watch');
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    const refused = memory.buffer.byteLength + pages * PAGE_BYTES > MEMORY_BYTES;
    // Emscripten asks for some more than it needs first, and for less when it may not have that.
    told(refused);
    if (refused) throw new RangeError(TOO_DEMANDING);
    return grow(pages);
  };
}

interface Loaded {
  readonly seven: SevenZip;
  /** Runs one command; its abrupt ends are told like its failures. Throws UnpackFailed. */
  call(args: readonly string[]): number;
}

async function load(program: WebAssembly.Module, input: ArchiveInput, say: (line: string) => void): Promise<Loaded> {
  const { default: factory } = (await import('7z-wasm')) as unknown as { default: Factory };
  let demanding = false;
  const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(program, imports);
    holdMemory(instance, (refused) => {
      demanding = refused;
    });
    receive(instance);
    return {};
  };
  const seven = await factory({ instantiateWasm, print: say, printErr: say, stdin: () => null });
  mountInput(seven.FS, input);
  const call = (args: readonly string[]) => {
    let code = 2;
    try {
      code = seven.callMain(args);
    } catch (error) {
      if (error instanceof UnpackFailed) throw error;
    }
    if (demanding) throw new UnpackFailed(TOO_DEMANDING);
    return code;
  };
  return { seven, call };
}

/** The archive as a file of which only the stretches that are asked for are read. */
function mountInput(fs: FileSystem, input: ArchiveInput): void {
  const node = fs.create('/in', 0o400);
  node.usedBytes = input.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(...[, buffer, offset, length, position]: ReadArguments): number {
      const wanted = Math.max(0, Math.min(length, input.size - position));
      return wanted === 0 ? 0 : input.read(buffer.subarray(offset, offset + wanted), position);
    },
  };
}

const NAMES: Readonly<Record<PackedKind, string>> = { '7z': 'the 7z archive', udf: 'the disc image (UDF)' };

function holdCount(count: number, { files }: UnpackLimits): void {
  if (count > files) throw new UnpackFailed(`it holds more than ${files} files. Send the folder with the images alone`);
}

async function list({ program, kind, limits }: Opening, input: ArchiveInput): Promise<Listing> {
  const listing = createListing();
  let wantsPassword = false;
  const { call } = await load(program, input, (line) => {
    wantsPassword ||= /enter password|wrong password/i.test(line);
    listing.line(line);
    holdCount(listing.count(), limits);
  });
  const code = call(['l', `-t${kind}`, '-slt', '-ba', '-bsp0', '-sccUTF-8', '/in']);
  if (wantsPassword) throw new UnpackFailed(PASSWORD);
  const listed = listing.end();
  holdCount(listed.count, limits);
  if (listed.count === 0 && code !== 0)
    throw new UnpackFailed(`${NAMES[kind]} is damaged: it cannot be opened. ${ASK}`);
  return listed;
}

interface Taking {
  readonly listing: Listing;
  readonly limits: UnpackLimits;
  readonly unpacked: Unpacked;
}

/** Hands a closed file on, or says why not. */
function settle(path: string, bytes: Uint8Array, whole: boolean, { listing, limits, unpacked }: Taking): void {
  const listed = listing.files.get(path)?.shift();
  if (listed === undefined && listing.escapes.length > 0) return;
  if (listed?.refusal) unpacked.refuse({ path, reason: listed.refusal });
  else if (!whole)
    unpacked.refuse({ path, reason: `it is larger than any image: more than ${sizeText(limits.fileBytes)}` });
  else if (listed !== undefined && listed.size !== null && listed.size !== bytes.length) {
    unpacked.refuse({ path, reason: DAMAGED });
  } else if (listed !== undefined && listed.crc32 !== null && listed.crc32 !== crc32(bytes)) {
    unpacked.refuse({ path, reason: DAMAGED });
  } else unpacked.file(path, bytes);
}

const OUT = '/out/';
const harm = ({ totalBytes }: UnpackLimits) =>
  `it unpacks to more than ${sizeText(totalBytes)}, all that this delivery may, as archives made to do harm do; the rest was not opened`;

/** Takes every file away as it is closed, so that nothing piles up. */
function hookOutput(fs: FileSystem, taking: Taking): void {
  const { limits, unpacked } = taking;
  const { close, write, ftruncate } = fs;
  const large = new Set<Node>();
  let total = 0;
  fs.write = (...args) => {
    const [stream, , , length, position] = args;
    unpacked.progress();
    if (!stream.path.startsWith(OUT)) return write(...args);
    total += length;
    if (total > limits.totalBytes) throw new UnpackFailed(harm(limits));
    const end = (position ?? stream.position) + length;
    if (end <= limits.fileBytes) return write(...args);
    large.add(stream.node);
    if (position === undefined) stream.position += length;
    return length;
  };
  // Room is made for a file as its list says; what is written is what counts.
  fs.ftruncate = (handle, length) => {
    if (length <= limits.fileBytes) ftruncate(handle, length);
  };
  fs.close = (stream) => {
    const { path, node } = stream;
    const isOutput = path.startsWith(OUT) && (stream.flags & WRITING) !== 0;
    const bytes = isOutput ? (node.contents ?? new Uint8Array(0)).subarray(0, node.usedBytes) : null;
    const closed = close(stream);
    if (bytes !== null) {
      fs.unlink(path);
      settle(path.slice(OUT.length), bytes, !large.delete(node), taking);
    }
    return closed;
  };
}

/**
 * Unpacks an archive with 7-Zip (7z-wasm). Its list is read first: it says what is encrypted, a link or a device, what leads
 * out of the archive, and which size and checksum each file must have. Throws UnpackFailed.
 */
export async function unpackWithSevenZip(opening: Opening, input: ArchiveInput, unpacked: Unpacked): Promise<void> {
  const { program, kind, limits } = opening;
  const listing = await list(opening, input);
  for (const left of listing.escapes) unpacked.refuse(left);
  const { seven, call } = await load(program, input, () => undefined);
  seven.FS.mkdir('/out');
  hookOutput(seven.FS, { listing, limits, unpacked });
  // Any password: files that have one are not taken, and 7-Zip must not ask.
  const password = listing.encrypted ? ['-pnone'] : [];
  call(['x', `-t${kind}`, '-y', '-snl-', '-bsp0', '-sccUTF-8', ...password, '-o/out', '/in']);
  for (const [path, files] of listing.files) {
    for (const { refusal } of files) unpacked.refuse({ path, reason: refusal ?? DAMAGED });
  }
}
