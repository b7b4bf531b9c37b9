import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { StartAnswers } from '@overread/contract/asking.ts';
import { type Haste, mustNotWait } from '@overread/rules/asking/worth-asking.ts';
import type { RedFlag } from '@overread/rules/case/vocabulary.ts';
import { eq, lt } from 'drizzle-orm';
import type { Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { starts, stops } from './schema.ts';

/** Somebody who is frightened on a Friday may come back after the weekend, and after a talk with the family. */
const START_DAYS = 14;
const KEY = 'asking/starts';

export interface Starts {
  /** Keeps the answers of a guided start; answers the token that opens them once somebody has signed in. */
  keep(answers: StartAnswers): Promise<string>;
  /** Throws in words when the token is unknown or too old. */
  open(token: string): Promise<StartAnswers>;
  /** A warning sign was there: put on record, and how fast to act. */
  stop(flags: readonly RedFlag[]): Promise<Haste | null>;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Guided starts before there is an account: sealed, nameless, and gone after two weeks. */
export function createStarts({ db, keys, clock }: Pick<Ground, 'db' | 'keys' | 'clock'>): Starts {
  const key = () => keys.dataKey(db, KEY);
  return {
    async keep(answers) {
      const token = randomBytes(24).toString('base64url');
      const tokenHash = hashOf(token);
      const sealed = sealBytes(await key(), `start/${tokenHash}`, Buffer.from(JSON.stringify(answers), 'utf8'));
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + START_DAYS * 86_400_000);
      await db.orm.delete(starts).where(lt(starts.expiresAt, now));
      await db.orm.insert(starts).values({ tokenHash, sealed, expiresAt });
      return token;
    },
    async open(token) {
      const tokenHash = hashOf(token);
      const [row] = await db.orm.select().from(starts).where(eq(starts.tokenHash, tokenHash));
      if (row === undefined || row.expiresAt < clock.now()) throw wordedProblem(404, 'asking.start-gone');
      return JSON.parse(openBytes(await key(), `start/${tokenHash}`, row.sealed).toString('utf8')) as StartAnswers;
    },
    async stop(flags) {
      const haste = mustNotWait(flags);
      if (haste !== null) await db.orm.insert(stops).values({ id: randomUUID(), at: clock.now(), flags: [...flags] });
      return haste;
    },
  };
}
