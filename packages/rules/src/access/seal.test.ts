import { describe, expect, it } from 'vitest';
import { CAST, ORIGINAL, PEOPLE, type Person, ROLES, SECOND, subjectOf } from '../../../../testing/rules/cast.ts';
import { overWalks, type Walk } from '../../../../testing/rules/walk.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import { recordSay } from '../case/record.ts';
import { rowOf } from '../case/row.ts';
import type { CaseState } from '../case/state.ts';
import { viewCase } from '../case/view-case.ts';
import type { Role } from '../case/vocabulary.ts';
import type { Action, Subject } from './actions.ts';
import { refuse } from './policy.ts';

/** What has to be known to say for whom the original is sealed, told from the record alone and not from the rules. */
interface Told {
  reader: string | null;
  locked: boolean;
  revealed: boolean;
  report: boolean;
}

function tell(told: Told, event: CaseEvent): void {
  switch (event.type) {
    case 'caseOffered':
      told.reader = event.data.reader.readerId;
      break;
    case 'offerDeclined':
    case 'offerWithdrawn':
    case 'caseReturned':
      told.reader = null;
      break;
    case 'findingsLocked':
      told.locked = true;
      break;
    case 'originalRevealed':
      told.revealed = true;
      break;
    case 'reportReceived':
      told.report = true;
      break;
    case 'noReportDeclared':
      told.report = false;
      break;
  }
}

const blind = (told: Told): string | null => (told.revealed || (told.locked && !told.report) ? null : told.reader);

type Look = (state: CaseState, told: Told, now: string) => void;

function afterEveryEvent({ record }: Walk, look: Look): void {
  let state: CaseState | null = null;
  const told: Told = { reader: null, locked: false, revealed: false, report: false };
  for (const event of record) {
    state = evolve(state, event);
    tell(told, event);
    look(state, told, event.at);
  }
}

/** However many roles a person holds in the practice. */
const holdings = (person: Person): readonly Subject[] => [
  subjectOf(person),
  subjectOf(person, ['reader']),
  subjectOf(person, ['reader', 'coordinator']),
  subjectOf(person, ['administrator', 'coordinator', 'reader', 'referrer', 'patient']),
  subjectOf(person, ['coordinator']),
];

const TELLING: readonly Action[] = [
  'report:view',
  'report:submit',
  'comparison:view',
  'comparison:edit',
  'packet:make',
  'copy:make',
  'outside:submit',
  'letter:view',
  'case:record',
];

function everyMoment(look: Look): void {
  overWalks((walked) => afterEveryEvent(walked, look), { numRuns: 60, seed: 7 });
}

describe('the seal', { timeout: 120_000 }, () => {
  it('refuses the reader everything that tells of the original report, whatever other role he holds', () => {
    let sealed = 0;
    everyMoment((state, told) => {
      const reader = blind(told);
      if (reader === null) return;
      sealed += 1;
      for (const subject of holdings(reader as Person)) {
        for (const action of TELLING)
          expect([action, refuse(subject, action, state)?.code]).toEqual([action, 'original-sealed']);
      }
    });
    expect(sealed).toBeGreaterThan(100);
  });

  it('keeps the document from the reader until he has signed it', () => {
    everyMoment((state, told) => {
      if (told.reader === null || state.reading.signed !== null) return;
      for (const subject of holdings(told.reader as Person))
        expect(refuse(subject, 'document:view', state)).not.toBeNull();
    });
  });

  it('leaves no word of the original report in what the reader is shown', () => {
    const kinds: readonly Role[] = ['reader', 'coordinator', 'administrator', 'patient', 'referrer'];
    everyMoment((state, told, now) => {
      const reader = blind(told);
      if (reader === null) return;
      for (const subject of holdings(reader as Person).slice(0, 3)) {
        for (const as of kinds) {
          expect(JSON.stringify(viewCase(state, subject, as, now))).not.toContain(ORIGINAL);
          expect(JSON.stringify(rowOf(state, subject, as, now))).not.toContain(ORIGINAL);
        }
      }
    });
  });

  it('tells the reader that there is a sealed report, and of nobody else that he is blind', () => {
    everyMoment((state, told, now) => {
      const reader = blind(told);
      for (const person of PEOPLE) {
        const { sealed, report } = viewCase(state, subjectOf(person), CAST[person][0], now);
        expect(sealed).toBe(person === reader && told.report);
        if (person === reader) expect(report).toBeNull();
      }
    });
  });

  it('opens for the reader with the reveal', () => {
    let opened = 0;
    everyMoment((state, told) => {
      if (!told.revealed || told.reader === null || state.erased != null) return;
      opened += 1;
      for (const action of ['report:view', 'comparison:view'] as const)
        expect(refuse(subjectOf(told.reader as Person, ['reader']), action, state)).toBeNull();
    });
    expect(opened).toBeGreaterThan(50);
  });

  it('does not open without a locked report of the same reader', () => {
    everyMoment((state) => {
      if (state.reading.revealedAt === null) return;
      expect(state.reading.locked).not.toBeNull();
      expect(state.reading.openedAt).not.toBeNull();
    });
  });
});

function mayKnowSecond({ reading, delivery, outside }: CaseState, told: Told, person: Person): boolean {
  if (person === told.reader) return reading.locked !== null;
  const staff = (CAST[person] as readonly Role[]).some((role) => role === 'coordinator' || role === 'administrator');
  if (staff) return reading.signed !== null || outside?.report != null;
  return delivery.deliveredAt !== null;
}

describe('the second opinion', { timeout: 120_000 }, () => {
  it('is seen by the reader from the lock, by the staff from the signature, by patient and referrer from delivery', () => {
    everyMoment((state, told, now) => {
      for (const person of PEOPLE) {
        const view = JSON.stringify(viewCase(state, subjectOf(person), CAST[person][0], now));
        if (view.includes(SECOND)) expect([person, mayKnowSecond(state, told, person)]).toEqual([person, true]);
      }
    });
  });

  it('is in nobody’s hands as a draft but the reader’s who has accepted', () => {
    everyMoment((state) => {
      for (const person of PEOPLE) {
        if (refuse(subjectOf(person), 'draft:edit', state) !== null) continue;
        expect(state.reading.reader?.readerId).toBe(person);
        expect(state.reading.locked).toBeNull();
      }
    });
  });

  it('is compared by the reader who has accepted, or by the coordinator where a service outside has read', () => {
    let compared = 0;
    everyMoment((state, told) => {
      for (const person of PEOPLE) {
        if (refuse(subjectOf(person), 'comparison:edit', state) !== null) continue;
        compared += 1;
        expect(state.report).not.toBeNull();
        if (state.reading.reader === null) {
          expect(CAST[person]).toContain('coordinator');
          expect(state.outside?.report).toBeTruthy();
        } else expect([state.reading.reader.readerId, told.revealed]).toEqual([person, true]);
        expect(state.reading.signed !== null && state.reading.comparison !== null).toBe(false);
      }
    });
    expect(compared).toBeGreaterThan(0);
  });

  it('reaches the patient and the referrer of this case alone', () => {
    everyMoment((state) => {
      for (const person of ['otherPatient', 'otherReferrer'] as const) {
        for (const action of ['case:view', 'second:view', 'document:view', 'images:view', 'report:view'] as const)
          expect(refuse(subjectOf(person), action, state)?.code).toBe('not-your-case');
      }
    });
  });
});

describe('the record', { timeout: 60_000 }, () => {
  it('is told in sentences that quote no report', () => {
    overWalks(
      ({ record }) => {
        for (const event of record) {
          const said = JSON.stringify(recordSay(event));
          expect(said).not.toContain(ORIGINAL);
          expect(said).not.toContain(SECOND);
        }
      },
      { numRuns: 60, seed: 11 },
    );
  });
});

it('knows every role that a person of the tests may hold', () => {
  expect(new Set(PEOPLE.flatMap((person) => CAST[person] as readonly Role[])).size).toBe(ROLES.length);
});
