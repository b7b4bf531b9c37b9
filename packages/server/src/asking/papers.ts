import { createHash } from 'node:crypto';
import type { PaperView } from '@overread/contract/asking.ts';
import type { Actor, PaperKind } from '@overread/rules/case/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Cases } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { papers } from './schema.ts';

/** A paper as it came. The bytes decide what it is, not what the sender calls it. */
export interface PaperUpload {
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Papers {
  add(caseId: string, actor: Actor, upload: PaperUpload): Promise<PaperView>;
  remove(caseId: string, actor: Actor, paperId: string): Promise<void>;
  list(caseId: string): Promise<readonly PaperView[]>;
  file(caseId: string, paperId: string): Promise<PaperView & { readonly bytes: Buffer }>;
  letGo(tx: Tx, caseId: string): Promise<number>;
}

export interface PapersDeps extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'clock' | 'newId'> {
  readonly cases: Pick<Cases, 'execute'>;
}

const MOST_PAPERS = 60;
const blobKey = (caseId: string, paperId: string): string => `cases/${caseId}/papers/${paperId}`;

/** Where a paper of a case lies; what nothing else names in there is left over. */
export async function keysOfPapers({ db }: Pick<Ground, 'db'>, caseId: string): Promise<readonly string[]> {
  const rows = await db.orm.select({ paperId: papers.paperId }).from(papers).where(eq(papers.caseId, caseId));
  return rows.map(({ paperId }) => blobKey(caseId, paperId));
}

/** What browsers show and people have: PDF (32000-1, Annex H), JPEG, PNG, WebP, HEIC as phones make it, plain text. */
function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'application/pdf';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.slice(4, 8) === 'ftyp' && /^(?:heic|heix|mif1)/.test(head.slice(8, 12))) return 'image/heic';
  return head.includes('\u0000') ? null : 'text/plain';
}

/** The last part of a path, without what a header or a disk cannot hold. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.toWellFormed().slice(0, 120) || 'paper';
}

/** Papers beside the report: of the history, of the insurance, and proofs of who may act for the patient. */
export function createPapers({ db, blobs, keys, clock, newId, cases }: PapersDeps): Papers {
  const key = (caseId: string) => keys.dataKey(db, `case/${caseId}`);
  const bound = (caseId: string, paperId: string, part: 'file' | 'name'): string =>
    `paper/${caseId}/${paperId}/${part}`;

  async function rowsOf(caseId: string) {
    return db.orm.select().from(papers).where(eq(papers.caseId, caseId)).orderBy(asc(papers.at));
  }

  async function viewOf(row: typeof papers.$inferSelect): Promise<PaperView> {
    const { paperId, kind, mediaType, size, at } = row;
    const name = openBytes(await key(row.caseId), bound(row.caseId, paperId, 'name'), row.sealedName);
    return { paperId, kind, mediaType, size, at: at.toISOString(), fileName: name.toString('utf8') };
  }

  return {
    async add(caseId, actor, { kind, fileName, bytes }) {
      const mediaType = mediaTypeOf(bytes);
      if (mediaType === null) throw wordedProblem(422, 'asking.paper-kind');
      if ((await rowsOf(caseId)).length >= MOST_PAPERS) throw wordedProblem(422, 'asking.too-many-papers');
      const paperId = newId();
      const dataKey = await key(caseId);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      // First the file, then the row that names it.
      await blobs.write(blobKey(caseId, paperId), sealBytes(dataKey, bound(caseId, paperId, 'file'), bytes));
      const name = Buffer.from(plainName(fileName), 'utf8');
      const row = {
        ...{ paperId, caseId, kind, mediaType, sha256, size: bytes.byteLength, at: clock.now() },
        sealedName: sealBytes(dataKey, bound(caseId, paperId, 'name'), name),
      };
      const command = { type: 'notePaper', paperId, step: 'added', kind, sha256, mediaType } as const;
      const within = async (tx: Tx) => void (await tx.orm.insert(papers).values(row));
      await cases.execute(actor, caseId, command, { within }).catch(async (error: unknown) => {
        await blobs.remove(blobKey(caseId, paperId));
        throw error;
      });
      return viewOf(row);
    },
    async remove(caseId, actor, paperId) {
      const row = (await rowsOf(caseId)).find((each) => each.paperId === paperId);
      if (row === undefined) throw wordedProblem(404, 'not-found');
      const { kind, sha256, mediaType } = row;
      const command = { type: 'notePaper', paperId, step: 'removed', kind, sha256, mediaType } as const;
      const within = async (tx: Tx) => void (await tx.orm.delete(papers).where(eq(papers.paperId, paperId)));
      await cases.execute(actor, caseId, command, { within });
      await blobs.remove(blobKey(caseId, paperId));
    },
    list: async (caseId) => Promise.all((await rowsOf(caseId)).map(viewOf)),
    async file(caseId, paperId) {
      const [row] = await db.orm
        .select()
        .from(papers)
        .where(and(eq(papers.caseId, caseId), eq(papers.paperId, paperId)));
      if (row === undefined) throw wordedProblem(404, 'not-found');
      const sealed = await blobs.read(blobKey(caseId, paperId));
      return { ...(await viewOf(row)), bytes: openBytes(await key(caseId), bound(caseId, paperId, 'file'), sealed) };
    },
    async letGo(tx, caseId) {
      return (await tx.orm.delete(papers).where(eq(papers.caseId, caseId))).rowCount ?? 0;
    },
  };
}
