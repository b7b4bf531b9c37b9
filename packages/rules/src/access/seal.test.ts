import { describe, expect, it } from 'vitest';
import {
  CAST,
  ORIGINAL,
  PEOPLE,
  type Person,
  ROLES,
  SECOND,
  subjectOf,
  THIRD,
} from '../../../../testing/rules/cast.ts';
import { overWalks, type Walk } from '../../../../testing/rules/walk.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import { recordSay } from '../case/record.ts';
import { rowOf } from '../case/row.ts';
import type { CaseState, ThirdRead } from '../case/state.ts';
import { metBy } from '../case/third.ts';
import { viewCase } from '../case/view-case.ts';
import type { Role } from '../case/vocabulary.ts';
import type { Action, Subject } from './actions.ts';
import { refuse } from './policy.ts';

/** What has to be known to say for whom the original is sealed, told from the record alone and not from the rules. */
interface Read {
  reader: string | null;
  locked: boolean;
  revealed: boolean;
}
interface Told extends Read {
  report: boolean;
  readonly third: Read;
}

function tell(told: Told, event: CaseEvent): void {
  const read = event.data.read === 'third' ? told.third : told;
  switch (event.type) {
    case 'caseOffered':
      read.reader = event.data.reader.readerId;
      break;
    case 'offerDeclined':
    case 'offerWithdrawn':
    case 'caseReturned':
      read.reader = null;
      break;
    case 'reportRetracted':
      Object.assign(read, event.data.cause === 'other-report' && read === told ? { revealed: false } : nobody());
      if (read === told) Object.assign(told.third, nobody());
      break;
    case 'findingsLocked':
      read.locked = true;
      break;
    case 'originalRevealed':
      read.revealed = true;
      break;
    case 'reportReceived':
      told.report = true;
      break;
    case 'noReportDeclared':
      told.report = false;
      break;
  }
}

const blindIn = (read: Read, { report }: Told): string | null =>
  read.revealed || (read.locked && !report) ? null : read.reader;
const blind = (told: Told): string | null => blindIn(told, told);
const blindThird = (told: Told): string | null => blindIn(told.third, told);

const nobody = (): Read => ({ reader: null, locked: false, revealed: false });

type Look = (state: CaseState, told: Told, now: string) => void;

function afterEveryEvent({ record }: Walk, look: Look): void {
  let state: CaseState | null = null;
  const told: Told = { reader: null, locked: false, revealed: false, report: false, third: nobody() };
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
        const third = person === blindThird(told);
        expect(sealed).toBe((person === reader && told.report) || third);
        if (person === reader || third) expect(report).toBeNull();
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

function mayKnowSecond(state: CaseState, told: Told, person: Person): boolean {
  const { reading, delivery, outside } = state;
  // The reason for which a report was taken back is told to whoever had it.
  if ((state.retractions ?? []).length > 0) return true;
  if (person === told.third.reader) return told.third.revealed || (told.third.locked && !told.report);
  if (person === told.reader) return reading.locked !== null;
  const staff = (CAST[person] as readonly Role[]).some((role) => role === 'coordinator' || role === 'administrator');
  if (staff) return reading.signed !== null || outside?.report != null;
  return delivery.deliveredAt !== null;
}

describe('the third read', { timeout: 120_000 }, () => {
  it('is blind to both reports: whatever other role its reader holds, no word of either is in what is shown', () => {
    const kinds: readonly Role[] = ['reader', 'coordinator', 'administrator', 'patient', 'referrer'];
    let sealed = 0;
    everyMoment((state, told, now) => {
      const reader = blindThird(told);
      if (reader === null) return;
      sealed += 1;
      for (const subject of holdings(reader as Person)) {
        for (const action of [...TELLING, 'third:view', 'document:view'] as const)
          expect([action, refuse(subject, action, state)]).not.toEqual([action, null]);
        for (const as of kinds) {
          const shown = JSON.stringify([viewCase(state, subject, as, now), rowOf(state, subject, as, now)]);
          expect(shown).not.toContain(ORIGINAL);
          expect(shown).not.toContain(SECOND);
        }
      }
    });
    expect(sealed).toBeGreaterThan(10);
  });

  it('is given by somebody else than the second, and opens both reports after the lock', () => {
    let opened = 0;
    everyMoment((state, told, now) => {
      if (told.third.reader === null) return;
      expect(told.third.reader).not.toBe(state.reading.reader?.readerId);
      if (blindThird(told) !== null) return;
      opened += 1;
      const view = viewCase(state, subjectOf(told.third.reader as Person), 'reader', now);
      expect(JSON.stringify(view.earlier)).toContain(SECOND);
    });
    expect(opened).toBeGreaterThan(10);
  });

  it('reaches the staff with its signature, patient and referrer with its delivery', () => {
    everyMoment((state, told, now) => {
      // The reason for which one was taken back, and what was answered before, are still told.
      if ((state.retractions ?? []).length > 0) return;
      for (const person of PEOPLE) {
        if (person === told.third.reader) continue;
        // Why a report was taken back is told to whoever had it, and its delivery is undone then.
        const { retractions: _, ...view } = viewCase(state, subjectOf(person), CAST[person][0], now);
        if (!JSON.stringify(view).includes(THIRD)) continue;
        const staff = (CAST[person] as readonly Role[]).some(
          (role) => role === 'coordinator' || role === 'administrator',
        );
        const { reading, delivery } = state.third as ThirdRead;
        expect(staff ? reading.signed : delivery.deliveredAt).not.toBeNull();
      }
    });
  });
});

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
        const { reading } = metBy(state, person);
        expect(reading.reader?.readerId).toBe(person);
        expect(reading.locked).toBeNull();
      }
    });
  });

  it('is compared by the reader who has accepted, or by the coordinator where a service outside has read', () => {
    let compared = 0;
    everyMoment((state, told) => {
      for (const person of PEOPLE) {
        if (refuse(subjectOf(person), 'comparison:edit', state) !== null) continue;
        compared += 1;
        if (person === told.third.reader) {
          expect(blindThird(told)).toBeNull();
          continue;
        }
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
          expect(said).not.toContain(THIRD);
        }
      },
      { numRuns: 60, seed: 11 },
    );
  });
});

it('knows every role that a person of the tests may hold', () => {
  expect(new Set(PEOPLE.flatMap((person) => CAST[person] as readonly Role[])).size).toBe(ROLES.length);
});
