import type { AuditEntry } from '@overread/contract';
import type { Witnessed } from '../platform/access-hook.ts';
import type { Ground } from '../platform/ports.ts';
import {
  appendEntries,
  type ChainCheck,
  checkChain,
  type EntryFilter,
  type NewEntry,
  personsWho,
  readEntries,
} from './store.ts';

/** Looking at a case again within this time is the same look: a viewer asks for a hundred frames in a second. */
const SAME_LOOK_MS = 5 * 60_000;

/** What may be asked for again and again without anything new being done. */
const LOOKS: ReadonlySet<string> = new Set([
  'case:list',
  'case:view',
  'case:record',
  'images:upload',
  'images:view',
  'images:receipt',
  'report:view',
  'letter:view',
  'draft:edit',
  'second:view',
  'comparison:view',
  'comparison:edit',
  'result:preview',
  'document:view',
  'third:view',
  'retracted:view',
  'directory:view',
  'matching:suggest',
  'audit:view',
  'people:view',
  'machines:view',
  'case:find',
  'parcel:follow',
  'parcels:view',
  'holding:view',
  'ways:view',
  'mailbox:view',
]);

export interface Audit {
  /** Resolves when the entry is in the chain and durable. Looks are written once in five minutes, deeds always. */
  record(entry: Witnessed): Promise<void>;
  list(filter: EntryFilter): Promise<readonly AuditEntry[]>;
  check(): Promise<ChainCheck>;
  /** The ids of everybody who was let through to one of these actions on this case. */
  whoDid(caseId: string, actions: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Entries that come while others are being written wait and are written together: one chain, few transactions. */
export function createAudit({ db, clock }: Pick<Ground, 'db' | 'clock'>): Audit {
  const looks = new Map<string, { until: number; written: Promise<void> }>();
  let waiting: NewEntry[] = [];
  let next: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(entry: NewEntry): Promise<void> {
    waiting.push(entry);
    next ??= writing
      .catch(() => undefined)
      .then(() => {
        const batch = waiting;
        waiting = [];
        next = null;
        writing = db.transaction((tx) => appendEntries(tx, batch));
        return writing;
      });
    return next;
  }

  async function record(witnessed: Witnessed): Promise<void> {
    const now = clock.now();
    const entry = entryOf(witnessed, now.toISOString());
    if (witnessed.outcome === 'allowed' && !LOOKS.has(witnessed.action)) return await write(entry);
    const key = [entry.personId, entry.role, entry.caseId, entry.action, entry.outcome, entry.detail].join('|');
    const look = looks.get(key);
    if (look && look.until > now.getTime()) return await look.written;
    const written = write(entry);
    if (looks.size > 20_000) forget(now.getTime());
    looks.set(key, { until: now.getTime() + SAME_LOOK_MS, written });
    written.catch(() => looks.delete(key));
    await written;
  }

  function forget(now: number): void {
    for (const [key, { until }] of looks) if (until <= now) looks.delete(key);
  }

  return {
    record,
    async list(filter) {
      const entries = await readEntries(db, filter);
      return entries.map(({ at, personName, role, action, caseNumber, outcome, detail }) => ({
        at,
        personName,
        role,
        action,
        caseNumber,
        outcome: outcome === 'allowed' ? 'allowed' : 'refused',
        detail,
      }));
    },
    check: () => checkChain(db),
    whoDid: (caseId, actions) => personsWho(db, caseId, actions),
  };
}

function entryOf({ actor, action, caseId, caseNumber, outcome, detail }: Witnessed, at: string): NewEntry {
  const { personId, name, role } = actor;
  // A stranger has no role: the word for the patient's would be a lie.
  return {
    at,
    personId,
    personName: name,
    role: personId === '' ? '' : role,
    action,
    caseId,
    caseNumber,
    outcome,
    detail,
  };
}
