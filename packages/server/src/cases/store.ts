import type { CaseEvent } from '@overread/rules/case/events.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Stage } from '@overread/rules/case/vocabulary.ts';
import { and, arrayContains, asc, desc, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import type { KeptEvent } from './chain.ts';
import { events, numbers, rows, states } from './schema.ts';

/** Most rows that a list gives; open cases come first. */
const LONGEST_LIST = 500;

export interface Head {
  readonly version: number;
  readonly hash: string;
  /** When the last event happened. */
  readonly at: Date;
  readonly state: CaseState;
}

const HEAD = { version: states.version, hash: states.hash, at: states.at, state: states.state };

export async function headOf(on: Tx | Database, caseId: string): Promise<Head | null> {
  const [found] = await on.orm.select(HEAD).from(states).where(eq(states.caseId, caseId));
  return found ?? null;
}

/** As `headOf`, and nobody else changes the case until this transaction ends. */
export async function lockedHead(tx: Tx, caseId: string): Promise<Head | null> {
  const [found] = await tx.orm.select(HEAD).from(states).where(eq(states.caseId, caseId)).for('update');
  return found ?? null;
}

/** All events of a case and the head of its chain, as of one moment. */
export async function wholeRecord(tx: Tx, caseId: string) {
  await tx.client.query('set transaction isolation level repeatable read read only');
  return { events: await eventsOf(tx, caseId), head: await headOf(tx, caseId) };
}

async function eventsOf(tx: Tx, caseId: string): Promise<readonly KeptEvent[]> {
  const found = await tx.orm.select().from(events).where(eq(events.caseId, caseId)).orderBy(asc(events.version));
  // The table holds what `append` put in: events of the rules, as JSON.
  return found.map((row) => ({ ...row, at: row.at.toISOString() }) as unknown as KeptEvent);
}

/** Writes events and both projections. A doubled version is refused by the key of the table. */
export async function append(tx: Tx, kept: readonly KeptEvent[], after: CaseState, stage: Stage): Promise<void> {
  const last = kept.at(-1);
  if (last === undefined) return;
  await tx.orm.insert(events).values(kept.map((event) => ({ ...event, at: new Date(event.at) })));
  const head: Head = { version: last.version, hash: last.hash, at: new Date(last.at), state: after };
  await tx.orm
    .insert(states)
    .values({ caseId: after.id, ...head })
    .onConflictDoUpdate({ target: states.caseId, set: head });
  const row = rowFor(after, stage, last);
  await tx.orm.insert(rows).values(row).onConflictDoUpdate({ target: rows.caseId, set: row });
}

function rowFor(state: CaseState, stage: Stage, last: CaseEvent): typeof rows.$inferInsert {
  const { reading, third = null } = state;
  const isOver = stage === 'closed' || stage === 'cancelled';
  return {
    caseId: state.id,
    number: state.number,
    stage,
    isOver,
    patientPersonId: state.patientPersonId,
    referrerPersonId: state.referrer?.personId ?? null,
    readerIds: [...new Set([...state.offers, ...(third?.offers ?? [])].map((offer) => offer.reader.readerId))],
    readingBy: isOver ? null : (unsignedReader(reading) ?? (third === null ? null : unsignedReader(third.reading))),
    updatedAt: new Date(last.at),
  };
}

function unsignedReader({ signed, reader }: CaseState['reading']): string | null {
  return signed === null ? (reader?.readerId ?? null) : null;
}

/** Who looks for cases; null stands for staff, who see them all. */
export interface Seeker {
  readonly personId: string;
  readonly asPatient: boolean;
  readonly asReader: boolean;
  readonly asReferrer: boolean;
}

/** Cases that this person may have a part in, open ones first, then by last change. */
export async function statesFor(db: Database, seeker: Seeker | null): Promise<readonly CaseState[]> {
  const where = seeker === null ? undefined : partOf(seeker);
  if (seeker !== null && where === undefined) return [];
  const found = await db.orm
    .select({ state: states.state })
    .from(rows)
    .innerJoin(states, eq(states.caseId, rows.caseId))
    .where(where)
    .orderBy(asc(rows.isOver), desc(rows.updatedAt), asc(rows.number))
    .limit(LONGEST_LIST);
  return found.map(({ state }) => state);
}

function partOf(seeker: Seeker): SQL | undefined {
  const parts: (SQL | undefined)[] = [];
  if (seeker.asPatient) parts.push(eq(rows.patientPersonId, seeker.personId));
  if (seeker.asReferrer) parts.push(eq(rows.referrerPersonId, seeker.personId));
  if (seeker.asReader) parts.push(arrayContains(rows.readerIds, [seeker.personId]));
  return or(...parts);
}

/** How many readings each reader has under way. */
export async function readingsByReader(db: Database): Promise<ReadonlyMap<string, number>> {
  const found = await db.orm
    .select({ reader: rows.readingBy, count: sql<number>`count(*)::int` })
    .from(rows)
    .where(and(isNotNull(rows.readingBy), eq(rows.isOver, false)))
    .groupBy(rows.readingBy);
  return new Map(found.map(({ reader, count }) => [reader ?? '', count]));
}

/** The next number of the year, without gaps: it is given back when the transaction rolls back. */
export async function takeNumber(tx: Tx, year: number): Promise<string> {
  const [taken] = await tx.orm
    .insert(numbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: numbers.year, set: { last: sql`${numbers.last} + 1` } })
    .returning({ last: numbers.last });
  return `${year}-${String(taken?.last ?? 1).padStart(4, '0')}`;
}

/** A number that somebody else gave (the demo, a restored case) is never given out again. */
export async function keepNumber(tx: Tx, number: string): Promise<void> {
  const match = /^(\d{4})-(\d{1,9})$/.exec(number);
  if (match === null) return;
  const last = Number(match[2]);
  await tx.orm
    .insert(numbers)
    .values({ year: Number(match[1]), last })
    .onConflictDoUpdate({ target: numbers.year, set: { last: sql`greatest(${numbers.last}, ${last})` } });
}

/** The case that people know by this number. */
export async function caseOfNumber(db: Database, number: string): Promise<string | null> {
  const [found] = await db.orm.select({ caseId: rows.caseId }).from(rows).where(eq(rows.number, number));
  return found?.caseId ?? null;
}

/** The numbers that people know the cases by, by case. */
export async function caseNumbers(db: Database): Promise<ReadonlyMap<string, string>> {
  const found = await db.orm.select({ caseId: rows.caseId, number: rows.number }).from(rows);
  return new Map(found.map(({ caseId, number }) => [caseId, number]));
}
