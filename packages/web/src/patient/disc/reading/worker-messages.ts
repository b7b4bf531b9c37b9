import type { DiscContents, PickedFile, ReadingProgress, ReadyImage } from './disc-model.ts';

/** What the page asks its worker; the answer carries the same `id`. Files and Blobs go across as handles, not as copies. */
export type ReaderRequest =
  | { readonly id: number; readonly type: 'read'; readonly picked: readonly PickedFile[] }
  | { readonly id: number; readonly type: 'prepare'; readonly ids: readonly number[] };

export type ReaderAnswer =
  | { readonly id: number; readonly type: 'progress'; readonly progress: ReadingProgress }
  | { readonly id: number; readonly type: 'contents'; readonly contents: DiscContents }
  | { readonly id: number; readonly type: 'ready'; readonly images: readonly ReadyImage[] }
  | { readonly id: number; readonly type: 'error'; readonly path: string | null; readonly message: string };
