import type { DeliveryStatement } from '@overread/contract/imports.ts';
import { z } from 'zod';
import type { Archive, HeldFile } from '../archive/index.ts';
import type { Ground } from '../platform/ports.ts';
import * as known from './known-store.ts';
import * as store from './store.ts';

export interface KnownDeps extends Pick<Ground, 'db'> {
  readonly archive: Pick<Archive, 'held'>;
}

/** Hashes of one question, and of one look at the index. */
const LOT = 4096;
/** Lists beyond these help nobody, and the sender cuts them before. */
const MOST = { refused: 2001, left: 200, notSent: 2000, lists: 20, listed: 200_000 } as const;

const storable = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed());
const count = z.int().min(0).max(1_000_000_000);

export const KNOWN_REQUEST = z.object({ sha256s: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(LOT) });

/** What a sender may say of a delivery when it ends. */
export const STATEMENT = z.object({
  notSent: z
    .array(
      z.object({
        why: z.enum(['choice', 'other-person']),
        study: storable(200),
        series: storable(200),
        date: storable(10),
        images: count,
      }),
    )
    .max(MOST.notSent)
    .default([]),
  refused: z
    .array(z.object({ path: storable(4096), reason: storable(1000) }))
    .max(MOST.refused)
    .default([]),
  leftOnDisc: z
    .array(z.object({ reason: storable(1000), files: count }))
    .max(MOST.left)
    .default([]),
  lists: z
    .array(
      z.object({
        path: storable(4096),
        files: z.array(z.object({ path: storable(4096), sopInstanceUid: storable(64) })).max(MOST.listed),
      }),
    )
    .max(MOST.lists)
    .default([]),
}) satisfies z.ZodType<DeliveryStatement>;

const isOwn = (file: HeldFile, uploads: readonly store.UploadRow[]) =>
  uploads.some(({ uploadId }) => file.packId.startsWith(`${uploadId}.`));

/**
 * Of these hashes, those whose files this case holds whole: they are not sent, and the delivery counts on them from now on,
 * but for those that it brought itself.
 */
export async function askKnown(
  { db, archive }: KnownDeps,
  { importId, caseId }: Pick<store.ImportRow, 'importId' | 'caseId'>,
  sha256s: readonly string[],
): Promise<string[]> {
  const held = await archive.held(caseId, sha256s);
  const uploads = await store.uploadsOf(db, [importId]);
  const before = held.filter((file) => !isOwn(file, uploads));
  if (before.length > 0) await known.insertKnown(db, importId, before);
  return [...new Set(held.map(({ sha256 }) => sha256))];
}

/** Files that a delivery counts on and that the case does not hold any more; it counts on them no longer. */
export async function forgetGone(
  { db, archive }: KnownDeps,
  { importId, caseId }: Pick<store.ImportRow, 'importId' | 'caseId'>,
): Promise<number> {
  const all = await known.knownOf(db, importId);
  let gone = 0;
  for (let at = 0; at < all.length; at += LOT) {
    const lot = all.slice(at, at + LOT);
    const there = new Set((await archive.held(caseId, lot)).map(({ sha256 }) => sha256));
    const lost = lot.filter((sha256) => !there.has(sha256));
    if (lost.length > 0) await known.removeKnown(db, importId, lost);
    gone += lost.length;
  }
  return gone;
}
