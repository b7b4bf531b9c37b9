import type { Suggestion } from '@overread/contract/reading.ts';
import type { ReaderStanding } from '@overread/rules/case/commands.ts';
import type { HardRule } from '@overread/rules/case/refusals.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { forMatching } from '@overread/rules/case/third.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { suggestReaders } from '@overread/rules/matching/suggest-readers.ts';
import { asc } from 'drizzle-orm';
import type { Cases } from '../cases/index.ts';
import type { Ground } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import { readers } from './schema.ts';

export interface Offering {
  readonly caseId: string;
  readonly readerId: string;
  readonly expectedVersion?: number;
  /** When it happened, for the demo's past. */
  readonly at?: Date;
}

export interface Matching {
  /** Puts a reader into the directory, or replaces what it says of her. */
  saveReader(standing: ReaderStanding): Promise<void>;
  /** The directory by name; `openCases` counts the readings under way here and what the directory says she has elsewhere. */
  readers(): Promise<readonly ReaderStanding[]>;
  /** All readers for a case, the most suited first, each with whole sentences: which rules were kept, which wishes met. */
  suggestion(state: CaseState): Promise<Suggestion>;
  /** Offers the case with what the directory says of the reader at this moment; the rules have the last word. */
  offer(actor: Actor, offering: Offering): Promise<CaseState>;
}

export interface MatchingDeps extends Pick<Ground, 'db' | 'clock' | 'newId' | 'say'> {
  readonly cases: Cases;
  /** The ids of everybody who was shown the original report of this case, by the audit. */
  readonly whoSawOriginal: (caseId: string) => Promise<ReadonlySet<string>>;
  /** As many as were shown the second opinion: a third read is not theirs. */
  readonly whoSawSecond: (caseId: string) => Promise<ReadonlySet<string>>;
}

export function createMatching({ db, clock, newId, say, cases, ...whoSaw }: MatchingDeps): Matching {
  async function all(): Promise<readonly ReaderStanding[]> {
    const here = await cases.readingsByReader();
    const rows = await db.orm.select().from(readers).orderBy(asc(readers.readerId));
    return rows
      .map(({ standing }) => ({ ...standing, openCases: standing.openCases + (here.get(standing.readerId) ?? 0) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  async function candidatesFor(state: CaseState): Promise<Suggestion['candidates']> {
    const [directory, original, second] = await Promise.all([
      all(),
      whoSaw.whoSawOriginal(state.id),
      whoSaw.whoSawSecond(state.id),
    ]);
    const standings = directory.map((reader) => ({
      ...reader,
      sawOriginal: original.has(reader.readerId),
      sawSecond: second.has(reader.readerId),
    }));
    return suggestReaders(forMatching(state), standings, clock.now().toISOString()).map(
      ({ reader, suited, score, ...found }) => ({
        reader,
        suited,
        score,
        reasons: found.reasons.map((reason) => say(reason.id, reason.with)),
        broken: found.broken.map((rule) => sentence(say(ruleId(rule)))),
      }),
    );
  }

  return {
    readers: all,
    async saveReader(standing) {
      const row = { readerId: standing.readerId, standing, updatedAt: clock.now() };
      await db.orm.insert(readers).values(row).onConflictDoUpdate({ target: readers.readerId, set: row });
    },
    async suggestion(state) {
      return { candidates: await candidatesFor(state) };
    },
    async offer(actor, { caseId, readerId, expectedVersion, at }) {
      const state = await cases.load(caseId);
      if (state === null) throw refusalProblem({ code: 'no-such-case' });
      const candidate = (await candidatesFor(state)).find(({ reader }) => reader.readerId === readerId);
      if (candidate === undefined) throw refusalProblem({ code: 'not-found', what: 'reader', id: readerId });
      const { reader, reasons } = candidate;
      return cases.execute(
        actor,
        caseId,
        { type: 'offerCase', offerId: newId(), reader, reasons },
        { expectedVersion, at },
      );
    },
  };
}

const ruleId = (rule: HardRule): string => `rule.${rule}`;

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
