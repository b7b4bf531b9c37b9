import { createHash } from 'node:crypto';
import type { SignRequest } from '@overread/contract/records.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { Cases } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { signatures } from './schema.ts';

export interface Signatures {
  /** Keeps what was drawn, sealed; the record gets its hash and the name. A later signature takes the place of an earlier one. */
  sign(caseId: string, actor: Actor, requestId: string, signed: SignRequest): Promise<CaseState>;
  /** What was drawn; undefined when nothing was. */
  strokes(caseId: string, requestId: string): Promise<SignRequest['strokes'] | undefined>;
  letGo(tx: Tx, caseId: string): Promise<void>;
}

export interface SignaturesDeps extends Pick<Ground, 'db' | 'keys'> {
  readonly cases: Pick<Cases, 'execute'>;
}

const bound = (caseId: string, requestId: string): string => `signature/${caseId}/${requestId}`;

/** Signatures on letters, drawn with a finger. They go when the case is erased; that it was signed stays in the record. */
export function createSignatures({ db, keys, cases }: SignaturesDeps): Signatures {
  const caseKey = (caseId: string) => keys.dataKey(db, `case/${caseId}`);
  return {
    async sign(caseId, actor, requestId, { signerName, strokes }) {
      const text = Buffer.from(JSON.stringify(strokes), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const sealed = sealBytes(await caseKey(caseId), bound(caseId, requestId), text);
      const within = async (tx: Tx): Promise<void> => {
        await tx.orm
          .insert(signatures)
          .values({ caseId, requestId, sealed })
          .onConflictDoUpdate({ target: [signatures.caseId, signatures.requestId], set: { sealed } });
      };
      return cases.execute(actor, caseId, { type: 'signRecordsRequest', requestId, signerName, sha256 }, { within });
    },
    async strokes(caseId, requestId) {
      const [row] = await db.orm
        .select()
        .from(signatures)
        .where(and(eq(signatures.caseId, caseId), eq(signatures.requestId, requestId)));
      if (row === undefined) return undefined;
      const text = openBytes(await caseKey(caseId), bound(caseId, requestId), row.sealed).toString('utf8');
      return JSON.parse(text) as SignRequest['strokes'];
    },
    async letGo(tx, caseId) {
      await tx.orm.delete(signatures).where(eq(signatures.caseId, caseId));
    },
  };
}
