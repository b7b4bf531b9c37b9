import type { Account, LedgerEntry } from '@overread/rules/money/ledger.ts';
import { minor } from '@overread/rules/money/money.ts';
import { asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import { entries, lines } from './schema.ts';

/** Writes an entry; false where it stands there already. */
export async function enter(tx: Tx, entry: LedgerEntry): Promise<boolean> {
  const { lines: moved, at, ...head } = entry;
  const written = await tx.orm
    .insert(entries)
    .values({ ...head, at: new Date(at) })
    .onConflictDoNothing()
    .returning({ entryId: entries.entryId });
  if (written.length === 0) return false;
  await tx.orm.insert(lines).values(moved.map((line, n) => ({ entryId: entry.entryId, n, ...line })));
  return true;
}

export interface KeptEntry extends LedgerEntry {
  readonly seq: number;
}

type Which = { readonly caseId: string } | { readonly before: number; readonly limit: number };

/** The entries of a case in order, or the last ones before a place in the ledger, the newest first. */
export async function readEntries(db: Database, which: Which): Promise<readonly KeptEntry[]> {
  const of = db.orm.select().from(entries);
  const rows =
    'caseId' in which
      ? await of.where(eq(entries.caseId, which.caseId)).orderBy(asc(entries.seq))
      : await of.where(lt(entries.seq, which.before)).orderBy(desc(entries.seq)).limit(which.limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ entryId }) => entryId);
  const found = await db.orm.select().from(lines).where(inArray(lines.entryId, ids)).orderBy(asc(lines.n));
  const byEntry = Map.groupBy(found, ({ entryId }) => entryId);
  return rows.map(({ at, ...head }) => ({
    ...head,
    at: at.toISOString(),
    lines: (byEntry.get(head.entryId) ?? []).map(({ account, debitMinor, creditMinor }) => ({
      account,
      debitMinor: minor(debitMinor),
      creditMinor: minor(creditMinor),
    })),
  }));
}

export interface AccountTotal {
  readonly account: Account;
  readonly currency: string;
  readonly debitMinor: number;
  readonly creditMinor: number;
}

/** The trial balance: what stands on both sides of each account. */
export async function readTotals(db: Database): Promise<readonly AccountTotal[]> {
  const total = (side: typeof lines.debitMinor) => sql<string>`sum(${side})`.mapWith(Number);
  return await db.orm
    .select({
      account: lines.account,
      currency: entries.currency,
      debitMinor: total(lines.debitMinor),
      creditMinor: total(lines.creditMinor),
    })
    .from(lines)
    .innerJoin(entries, eq(entries.entryId, lines.entryId))
    .groupBy(lines.account, entries.currency);
}
