import type { Subject } from '@overread/rules/access/actions.ts';
import { maySeeCase, roleFor } from '@overread/rules/access/policy.ts';
import { canonicalJson } from '@overread/rules/case/canonical-json.ts';
import type { Command } from '@overread/rules/case/commands.ts';
import { decide } from '@overread/rules/case/decide.ts';
import type { CaseEvent, EventBody } from '@overread/rules/case/events.ts';
import { evolve } from '@overread/rules/case/evolve.ts';
import { rowOf } from '@overread/rules/case/row.ts';
import { stageOf } from '@overread/rules/case/stage.ts';
import type { CaseState, PriceList } from '@overread/rules/case/state.ts';
import type { CaseRow } from '@overread/rules/case/view.ts';
import type { Actor, Role } from '@overread/rules/case/vocabulary.ts';
import type { RoutedStudy } from '@overread/rules/routing/route-study.ts';
import { CONSENT_VERSION } from '@overread/words';
import type { Ground, Tx } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import { CHAIN_START, chained, isIntact, type KeptEvent, sha256 } from './chain.ts';
import { candidatesFor } from './find.ts';
import * as store from './store.ts';

/** What one append changed. `before` is null when the case was opened. */
export interface Change {
  readonly before: CaseState | null;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
  /** Told with a time of its own (the demo's past): what follows from it is told by who tells it, with its own time. */
  readonly isPast: boolean;
}
export type CaseListener = (tx: Tx, change: Change) => Promise<void>;

export interface ExecuteOptions {
  /** The version that the caller saw; another one is refused as stale. Left out by the service itself. */
  readonly expectedVersion?: number;
  /** When it happened, for the demo's past. */
  readonly at?: Date;
  /** What has to be written together with the events; runs after they are appended. */
  readonly within?: (tx: Tx) => Promise<void>;
  /** A transaction that the caller has begun and will end; without it `execute` has one of its own. */
  readonly tx?: Tx;
}

/** The service itself, when it acts: imports, clocks, delivery. */
export const SYSTEM_ACTOR: Actor = { personId: 'system', name: 'Overread', role: 'system' };

export interface Cases {
  /** Decide, append, projections, listeners: one transaction. Throws a refusal as a problem. */
  execute(actor: Actor, caseId: string, command: Command, options?: ExecuteOptions): Promise<CaseState>;
  load(caseId: string): Promise<CaseState | null>;
  /** The id of the case that people know by this number, or null. */
  numbered(number: string): Promise<string | null>;
  /** The rows of a person's work list: open cases first, then by last change. */
  list(subject: Subject): Promise<readonly CaseRow[]>;
  /** Open cases that images may belong to which came unasked. */
  candidatesFor(study: RoutedStudy): Promise<readonly CaseState[]>;
  /** The events of a case, and whether the chain of hashes holds to its end. */
  record(caseId: string): Promise<{ readonly events: readonly KeptEvent[]; readonly intact: boolean }>;
  /** "2026-0432"; given back when the transaction rolls back. */
  nextNumber(tx: Tx): Promise<string>;
  /** Readings under way, by reader. */
  readingsByReader(): Promise<ReadonlyMap<string, number>>;
  /** Called inside the transaction of every append, in order of registration: rooms enqueue jobs (outbox) here. */
  onEvents(listener: CaseListener): void;
}

export interface CasesGround extends Pick<Ground, 'db' | 'clock' | 'practice'> {
  /** The price list that holds now; the practice's own where it is left out. */
  readonly prices?: (tx: Tx) => Promise<PriceList>;
}

/** The record of cases. Who looked at or did what through a route is the audit's; what happened to a case is here. */
export function createCases(ground: CasesGround): Cases {
  const { db, clock } = ground;
  const listeners: CaseListener[] = [];

  async function append(tx: Tx, { actor, caseId, command, options }: Ordered) {
    const head = await store.lockedHead(tx, caseId);
    const before = head?.state ?? null;
    refuseStale(options.expectedVersion, head?.version ?? 0);
    const now = momentOf(options.at ?? clock.now(), head);
    const prices = (await ground.prices?.(tx)) ?? ground.practice.prices;
    const events = eventsFrom(ground, { actor, before, command, now, caseId, prices });
    const after = events.reduce<CaseState | null>((state, event) => evolve(state, event), before);
    if (after === null) throw refusalProblem({ code: 'no-such-case' });
    await store.append(tx, chained(head?.hash ?? CHAIN_START, events), after, stageOf(after));
    if (before === null) await store.keepNumber(tx, after.number);
    await options.within?.(tx);
    if (events.length > 0) {
      for (const listener of listeners) await listener(tx, { before, after, events, isPast: options.at !== undefined });
    }
    return after;
  }

  return {
    execute(actor, caseId, command, options = {}) {
      const ordered = { actor, caseId, command, options };
      const done = options.tx ? append(options.tx, ordered) : db.transaction((tx) => append(tx, ordered));
      return done.catch(rethrowDoubled);
    },
    load: async (caseId) => (await store.headOf(db, caseId))?.state ?? null,
    numbered: (number) => store.caseOfNumber(db, number),
    async list(subject) {
      const now = clock.now().toISOString();
      const found = await store.statesFor(db, seekerOf(subject));
      return found
        .filter((state) => maySeeCase(subject, state))
        .map((state) => rowOf(state, subject, roleInList(subject, state), now));
    },
    candidatesFor: (study) => candidatesFor(db, study),
    async record(caseId) {
      const { events, head } = await db.transaction((tx) => store.wholeRecord(tx, caseId));
      return { events, intact: isIntact(events, head) };
    },
    nextNumber: (tx) => store.takeNumber(tx, clock.now().getUTCFullYear()),
    readingsByReader: () => store.readingsByReader(db),
    onEvents: (listener) => void listeners.push(listener),
  };
}

function refuseStale(expectedVersion: number | undefined, version: number): void {
  if (expectedVersion === undefined || expectedVersion === version || version === 0) return;
  throw refusalProblem({ code: 'stale', expectedVersion, version });
}

/** A clock that was set back must not make an event earlier than the one before it. */
function momentOf(now: Date, head: store.Head | null): string {
  return new Date(Math.max(now.getTime(), head?.at.getTime() ?? 0)).toISOString();
}

interface Ordered {
  readonly actor: Actor;
  readonly caseId: string;
  readonly command: Command;
  readonly options: ExecuteOptions;
}

interface Asked {
  readonly caseId: string;
  readonly actor: Actor;
  readonly before: CaseState | null;
  readonly command: Command;
  readonly now: string;
  readonly prices: PriceList;
}

function eventsFrom({ practice: { calendar } }: CasesGround, asked: Asked): readonly CaseEvent[] {
  const { caseId, actor, before, command, now, prices } = asked;
  const context = { now, actor, sha256, prices, calendar, consentVersion: CONSENT_VERSION };
  const decision = decide(before, command, context);
  if ('refused' in decision) throw refusalProblem(decision.refused);
  return decision.events.map((body, i) =>
    asKept({ caseId, version: (before?.version ?? 0) + i + 1, at: now, actor, body }),
  );
}

/** The event exactly as it will be read again: a fold now and a fold after a restart give the same state. */
function asKept({ body, ...rest }: Omit<CaseEvent, 'type' | 'data'> & { readonly body: EventBody }): CaseEvent {
  return JSON.parse(canonicalJson({ ...rest, ...body })) as CaseEvent;
}

const STAFF: readonly Role[] = ['coordinator', 'administrator'];

function seekerOf({ personId, roles }: Subject): store.Seeker | null {
  if (roles.some((role) => STAFF.includes(role))) return null;
  return {
    personId: personId ?? '',
    asPatient: roles.includes('patient'),
    asReader: roles.includes('reader'),
    asReferrer: roles.includes('referrer'),
  };
}

function roleInList(subject: Subject, state: CaseState): Role {
  return roleFor(subject, 'case:view', state) ?? subject.roles[0] ?? 'patient';
}

/** Two openings of one case at the same moment: the key of the table lets one through. */
function rethrowDoubled(error: unknown): never {
  throw isDoubled(error) ? refusalProblem({ code: 'case-exists' }) : error;
}

function isDoubled(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause !== 'object' || cause === null) return false;
  const { code, table } = cause as { code?: unknown; table?: unknown };
  return code === '23505' && typeof table === 'string' && table.startsWith('cases_');
}
