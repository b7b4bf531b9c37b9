import { and, desc, eq, like, lt } from 'drizzle-orm';
import type { Ground, Tx } from '../platform/ports.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { kept } from './schema.ts';

/** What nobody came back to within this time is not what they want to go on with. */
const KEPT_DAYS = 90;
/** Forms of one person that are open at a time; the oldest gives way. */
const MOST_FORMS = 40;

export interface KeptForms {
  /** What was typed into a form and not sent; null when there is nothing. */
  read(personId: string, form: string): Promise<unknown>;
  /** `values` null: it was sent, or given up. */
  write(personId: string, form: string, values: unknown): Promise<void>;
  /** Forgets every form of a case. Answers how many there were. */
  forgetCase(tx: Tx, caseId: string): Promise<number>;
}

/** What people have typed and not sent, by form, so that it is there on each of their devices. */
export function createKept({ db, keys, clock }: Pick<Ground, 'db' | 'keys' | 'clock'>): KeptForms {
  const key = (personId: string) => keys.dataKey(db, `kept/${personId}`);
  const bound = (personId: string, form: string): string => `kept/${personId}/${form}`;
  return {
    async read(personId, form) {
      const [row] = await db.orm
        .select()
        .from(kept)
        .where(and(eq(kept.personId, personId), eq(kept.form, form)));
      if (row === undefined) return null;
      return JSON.parse(openBytes(await key(personId), bound(personId, form), row.sealed).toString('utf8')) as unknown;
    },
    async write(personId, form, values) {
      const now = clock.now();
      if (values === null) {
        await db.orm.delete(kept).where(and(eq(kept.personId, personId), eq(kept.form, form)));
        return;
      }
      const text = Buffer.from(JSON.stringify(values), 'utf8');
      const sealed = sealBytes(await key(personId), bound(personId, form), text);
      await db.orm
        .insert(kept)
        .values({ personId, form, sealed, savedAt: now })
        .onConflictDoUpdate({ target: [kept.personId, kept.form], set: { sealed, savedAt: now } });
      await db.orm.delete(kept).where(lt(kept.savedAt, new Date(now.getTime() - KEPT_DAYS * 86_400_000)));
      const all = await db.orm
        .select({ form: kept.form })
        .from(kept)
        .where(eq(kept.personId, personId))
        .orderBy(desc(kept.savedAt));
      for (const old of all.slice(MOST_FORMS))
        await db.orm.delete(kept).where(and(eq(kept.personId, personId), eq(kept.form, old.form)));
    },
    async forgetCase(tx, caseId) {
      return (await tx.orm.delete(kept).where(like(kept.form, `%/${caseId}`))).rowCount ?? 0;
    },
  };
}
