import type { Left } from '@overread/imaging/model.ts';

/** Archives that 7-Zip opens: their files do not lie in one piece, so they are unpacked, file by file, in a thread of their own. */
export type PackedKind = '7z' | 'udf';

const PACKED: ReadonlySet<string> = new Set<PackedKind>(['7z', 'udf']);
export const isPacked = (kind: string): kind is PackedKind => PACKED.has(kind);

export interface UnpackLimits {
  readonly files: number;
  /** One file, unpacked: it is held in memory. */
  readonly fileBytes: number;
  /** All files, unpacked. */
  readonly totalBytes: number;
  /** Without any progress for so long (milliseconds), the archive is given up. */
  readonly stallMs: number;
}

export const UNPACK_STALL_MS = 30_000;

/** What unpacking asks for (the archive's bytes, answered through `next`) and what it brings. */
export type UnpackStep =
  | { readonly type: 'read'; readonly offset: number; readonly length: number }
  | { readonly type: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly left: Left };

export type WorkerMessage =
  | UnpackStep
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'done' };

export interface UnpackJob {
  readonly kind: PackedKind;
  readonly size: number;
  readonly limits: UnpackLimits;
  /** 7-Zip, compiled once and kept: V8 fails now and then when compiled code goes with the thread that used it. */
  readonly program: WebAssembly.Module;
  readonly signals: SharedArrayBuffer;
  readonly window: SharedArrayBuffer;
}

/** The fields of `signals`. */
export const SAID = 0;
export const ANSWERED = 1;
export const ANSWER_BYTES = 2;
export const PROGRESS = 3;
/** KiB of files that were told and not yet taken. */
export const WAITING = 4;
/** The other thread wants nothing more of this archive. */
export const STOPPED = 5;
export const SIGNALS = 6;

export const WINDOW_BYTES = 1 << 20;
export const MAX_WAITING = 32 << 10;
