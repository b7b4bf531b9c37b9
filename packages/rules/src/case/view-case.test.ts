import { describe, expect, it } from 'vitest';
import { actorOf, CAST, contextOf, PEOPLE, type Person, subjectOf } from '../../../../testing/rules/cast.ts';
import { makeCommand } from '../../../../testing/rules/make-command.ts';
import { overWalks } from '../../../../testing/rules/walk.ts';
import { CASE_VIEW_ACTIONS } from '../access/conditions.ts';
import { refuse, roleFor } from '../access/policy.ts';
import { COMMAND_TYPES } from '../access/roles.data.ts';
import type { CommandType } from './commands.ts';
import { decide } from './decide.ts';
import type { RefusalCode } from './refusals.ts';
import { rowOf } from './row.ts';
import type { CaseState } from './state.ts';
import { viewCase } from './view-case.ts';
import { TRACKS } from './vocabulary.ts';

/** Refusals that hang on what a command says, and not on whose it is or where the case stands. */
const ABOUT_WORDS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'field-empty',
  'field-wrong',
  'reason-needed',
  'not-found',
  'already-done',
  'nothing-changed',
  'amount-wrong',
  'conflict-of-interest',
  'share-over',
  'reader-not-suited',
  'questions-unanswered',
  'pairs-unchecked',
  'not-your-case',
]);

function everyMoment(look: (state: CaseState, now: string, n: number) => void, numRuns = 40): void {
  overWalks(
    ({ taken }) => {
      taken.forEach(({ before, after, now }, n) => {
        if (after !== null && after !== before) look(after, now, n);
      });
    },
    { numRuns, seed: 5 },
  );
}

/** What comes of the best command of this type that this person could send now. */
function tried(
  state: CaseState,
  person: Person,
  { type, now, n }: { type: CommandType; now: string; n: number },
): RefusalCode | null {
  const actor = actorOf(person, roleFor(subjectOf(person), `command:${type}`, state) ?? CAST[person][0]);
  const decision = decide(state, makeCommand(type, state, { n, hostile: false, now }), contextOf(now, actor));
  return 'refused' in decision ? decision.refused.code : null;
}

describe('mayDo', { timeout: 120_000 }, () => {
  it('is what decide would not refuse for role, seal or the place where the case stands', () => {
    everyMoment((state, now, n) => {
      for (const person of PEOPLE) {
        const subject = subjectOf(person);
        const mayDo = new Set(viewCase(state, subject, CAST[person][0], now).mayDo);
        for (const type of COMMAND_TYPES) {
          const refused = tried(state, person, { type, now, n });
          const allowed = mayDo.has(type) ? refused === null || ABOUT_WORDS.has(refused) : refused !== null;
          expect([person, type, refused, allowed]).toEqual([person, type, refused, true]);
        }
      }
    }, 15);
  });

  it('is empty for who has no part in the case', () => {
    everyMoment((state, now) => {
      for (const person of ['otherPatient', 'otherReferrer'] as const)
        expect(viewCase(state, subjectOf(person), CAST[person][0], now)).toMatchObject({ mayDo: [], maySee: [] });
    });
  });

  it('offers a reader under the seal nothing of the other roles', () => {
    everyMoment((state, now) => {
      const view = viewCase(state, subjectOf('chief'), 'coordinator', now);
      if (view.as === 'reader' && state.reading.revealedAt === null)
        expect(view.mayDo.filter((type) => ['acceptReport', 'receiveReport', 'sendOutside'].includes(type))).toEqual(
          [],
        );
    });
  });
});

describe('maySee', { timeout: 60_000 }, () => {
  it('is what the policy lets through', () => {
    everyMoment((state, now) => {
      for (const person of PEOPLE) {
        const subject = subjectOf(person);
        const { maySee } = viewCase(state, subject, CAST[person][0], now);
        expect(maySee).toEqual(CASE_VIEW_ACTIONS.filter((action) => refuse(subject, action, state) === null));
      }
    });
  });
});

describe('parts of the view', { timeout: 60_000 }, () => {
  it('show money and how to reach the patient to patient and staff alone', () => {
    everyMoment((state, now) => {
      for (const person of ['reader', 'referrer'] as const) {
        const view = viewCase(state, subjectOf(person), CAST[person][0], now);
        expect(view).toMatchObject({ funding: null, contact: null });
        expect(JSON.stringify([view.tracks, view.waiting])).not.toContain('$');
      }
    });
  });

  it('show images that are not attached to the staff alone', () => {
    everyMoment((state, now) => {
      for (const person of ['patient', 'reader', 'referrer'] as const) {
        const { studies } = viewCase(state, subjectOf(person), CAST[person][0], now);
        expect(studies.filter((study) => study.state !== 'attached')).toEqual([]);
      }
    });
  });

  it('never add the two clocks up to more than the time that has passed', () => {
    everyMoment((state, now) => {
      const { clock, openedAt } = viewCase(state, subjectOf('coordinator'), 'coordinator', now);
      expect(clock.oursMs).toBeGreaterThanOrEqual(0);
      expect(clock.othersMs).toBeGreaterThanOrEqual(0);
      expect(clock.oursMs + clock.othersMs).toBeLessThanOrEqual(Date.parse(now) - Date.parse(openedAt));
    });
  });

  it('agree with the row of the work list', () => {
    everyMoment((state, now) => {
      for (const person of ['patient', 'reader', 'coordinator'] as const) {
        const subject = subjectOf(person);
        const view = viewCase(state, subject, CAST[person][0], now);
        const row = rowOf(state, subject, CAST[person][0], now);
        expect(row).toMatchObject({ stage: view.stage, waiting: view.waiting, promisedBy: view.clock.promisedBy });
        expect(row.running).toBe(view.clock.running);
        expect(row.tracks.map(({ track }) => track)).toEqual(TRACKS);
      }
    });
  });
});
