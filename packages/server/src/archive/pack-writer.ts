import { closeSync, fdatasyncSync, openSync, rmSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import { copyRow } from './index-row.ts';
import type { ClosedPack } from './model.ts';
import { cutInstance, type PackSeal, packSeal, sealSegment, TAG_BYTES } from './pack-format.ts';

/** A pack is closed before it grows beyond this; one instance that is larger has a pack of its own. */
export const PACK_BYTES = 64 << 20;
/** Sealed bytes are collected up to this before they are written. */
const WRITE_BYTES = 2 << 20;

export interface PackWriterOptions {
  readonly caseId: string;
  readonly dataKey: Buffer;
  /** Folder of the blob store in which packs are made. */
  readonly scratch: string;
  /** Never the same twice: nonces start from 0 in each pack. */
  readonly newPackId: () => string;
  /** Called with each pack when its file is whole and synced. */
  readonly onClosed: (pack: ClosedPack) => void;
  readonly packBytes?: number;
}

export interface IncomingInstance {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly header: InstanceHeader;
}

/** Writes instances into packs, with synchronous calls: it lives in a worker thread that does nothing else. */
export interface PackWriter {
  add(instance: IncomingInstance): void;
  /** Closes the open pack, if any. */
  close(): void;
  /** Closes nothing and removes what is open: the import failed. */
  abandon(): void;
}

interface OpenPack {
  readonly packId: string;
  readonly file: string;
  readonly handle: number;
  readonly seal: PackSeal;
  waiting: Buffer[];
  waitingBytes: number;
  bytes: number;
  segments: number;
  instances: number;
  rows: string[];
}

function writeAll(handle: number, buffers: Buffer[]): void {
  let rest = buffers;
  while (rest.length > 0) {
    let written = writevSync(handle, rest);
    let done = 0;
    while (done < rest.length && written >= (rest[done] as Buffer).length) written -= (rest[done++] as Buffer).length;
    rest = rest.slice(done);
    if (rest[0] !== undefined && written > 0) rest[0] = rest[0].subarray(written);
  }
}

function flush(pack: OpenPack): void {
  writeAll(pack.handle, pack.waiting);
  pack.waiting = [];
  pack.waitingBytes = 0;
}

export function createPackWriter(options: PackWriterOptions): PackWriter {
  const limit = options.packBytes ?? PACK_BYTES;
  let open: OpenPack | null = null;

  function begin(): OpenPack {
    const packId = options.newPackId();
    const file = join(options.scratch, packId);
    const handle = openSync(file, 'wx', 0o600);
    const counters = { waiting: [], waitingBytes: 0, bytes: 0, segments: 0, instances: 0, rows: [] };
    return { packId, file, handle, seal: packSeal(options.dataKey, packId), ...counters };
  }

  function put(pack: OpenPack, instance: IncomingInstance, segments: readonly number[]): void {
    let at = 0;
    for (const length of segments) {
      const [sealed, tag] = sealSegment(pack.seal, pack.segments, instance.bytes.subarray(at, at + length));
      pack.waiting.push(sealed, tag);
      pack.waitingBytes += length + TAG_BYTES;
      pack.bytes += length + TAG_BYTES;
      pack.segments += 1;
      at += length;
      if (pack.waitingBytes >= WRITE_BYTES) flush(pack);
    }
    pack.instances += 1;
  }

  function close(): void {
    if (open === null) return;
    const { packId, file, handle, bytes, instances, rows } = open;
    flush(open);
    fdatasyncSync(handle);
    closeSync(handle);
    open = null;
    options.onClosed({ packId, file, bytes, instances, rows: rows.join('') });
  }

  return {
    add(instance) {
      const size = instance.bytes.length;
      if (open !== null && open.bytes + size > limit) close();
      open ??= begin();
      const segments = cutInstance(size, instance.header.frameRanges);
      const place = { packId: open.packId, packOffset: open.bytes, firstSegment: open.segments, segments };
      put(open, instance, segments);
      open.rows.push(copyRow({ ...instance, ...place, size, caseId: options.caseId }));
    },
    close,
    abandon() {
      if (open === null) return;
      closeSync(open.handle);
      rmSync(open.file, { force: true });
      open = null;
    },
  };
}
