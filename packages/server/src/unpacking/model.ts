import type { Left } from '@overread/imaging/model.ts';

/** Archives that 7-Zip opens: their files do not lie in one piece, so they are unpacked, file by file, in a process of their own. */
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

export interface UnpackJob {
  readonly kind: PackedKind;
  readonly size: number;
  readonly limits: UnpackLimits;
}

/** What unpacking asks for (the archive's bytes, answered through `next`) and what it brings. */
export type UnpackStep =
  | { readonly type: 'read'; readonly offset: number; readonly length: number }
  | { readonly type: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly left: Left };

/** How unpacking ends. */
export type UnpackEnd = { readonly type: 'failed'; readonly reason: string } | { readonly type: 'done' };

/** What the thread beside 7-Zip's process tells whoever wants the archive. */
export type BridgeMessage = UnpackStep | UnpackEnd;

/** What it is told. */
export type BridgeOrder =
  | { readonly type: 'answer'; readonly bytes: Uint8Array }
  /** A file of so many bytes was taken: there is room for more. */
  | { readonly type: 'taken'; readonly bytes: number }
  /** Nothing more of this archive is wanted. */
  | { readonly type: 'stop' };

/** What 7-Zip's process says; the bytes of a file follow their frame's head. */
export type ChildFrame =
  | Exclude<UnpackStep, { type: 'file' }>
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'progress' }
  /** `rss`: bytes of memory that the process holds afterwards. */
  | (UnpackEnd & { readonly rss: number });

/** What it is told: an archive to unpack, then the bytes that it asks for. */
export type ParentFrame = { readonly type: 'job'; readonly job: UnpackJob } | { readonly type: 'answer' };

/** The fields of the shared memory by which a waiting thread is woken. */
export const SAID = 0;
export const PROGRESS = 1;
export const SIGNALS = 2;

export const WINDOW_BYTES = 1 << 20;
