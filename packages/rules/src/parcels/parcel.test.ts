import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeStep,
  nextSteps,
  PARCEL_STATES,
  type ParcelStanding,
  type ParcelStep,
  type ParcelStepType,
  standingAfter,
  stepsToRead,
} from './parcel.ts';
import { makeParcelNumber, readParcelNumber } from './parcel-number.ts';

const TYPES: readonly ParcelStepType[] = [
  ...PARCEL_STATES.filter((state) => state !== 'expected'),
  'announced',
  'assigned',
];
const aStep: fc.Arbitrary<ParcelStep> = fc.record({
  type: fc.constantFrom(...TYPES),
  note: fc.constantFrom('', 'Scratched.'),
  caseId: fc.constantFrom(null, 'case-1', 'case-2'),
  importId: fc.constantFrom(null, 'import-1'),
});

/** Takes those of the steps that the rules let happen. */
function take(steps: readonly ParcelStep[]): ParcelStep[] {
  const taken: ParcelStep[] = [];
  for (const step of steps) if (judgeStep(standingAfter(taken), step) === null) taken.push(step);
  return taken;
}
const lives = fc.array(aStep, { minLength: 40, maxLength: 80, size: 'max' }).map(take);
const indexOf = (steps: readonly ParcelStep[], type: ParcelStepType) => steps.findIndex((step) => step.type === type);

describe('a parcel', () => {
  it('is read only after it came, was opened, and is known to belong to a case', () => {
    let read = 0;
    fc.assert(
      fc.property(lives, (steps) => {
        const at = indexOf(steps, 'read');
        if (at < 0) return;
        read += 1;
        expect(indexOf(steps, 'received')).toBeGreaterThanOrEqual(0);
        expect(indexOf(steps, 'received')).toBeLessThan(indexOf(steps, 'opened'));
        expect(indexOf(steps, 'opened')).toBeLessThan(at);
        expect(standingAfter(steps.slice(0, at + 1))?.caseId).not.toBeNull();
        expect(steps[at]?.importId).not.toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it('that was sent back or destroyed has no further story', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const end = steps.findIndex(({ type }) => type === 'returned' || type === 'destroyed');
        if (end >= 0) expect(end).toBe(steps.length - 1);
      }),
    );
  });

  it('never changes its case once a disc of it was read', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const at = indexOf(steps, 'read');
        if (at < 0) return;
        const caseId = standingAfter(steps.slice(0, at + 1))?.caseId;
        expect(standingAfter(steps)?.caseId).toBe(caseId);
        for (const step of steps.filter(({ type }) => type === 'read')) expect([null, caseId]).toContain(step.caseId);
      }),
    );
  });

  it('is lost or unreadable only with a word on it', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { type, note } of steps) if (type === 'lost' || type === 'unreadable') expect(note).not.toBe('');
      }),
    );
  });

  it('offers just the steps that the rules then let happen', () => {
    const standings = PARCEL_STATES.flatMap((state): ParcelStanding[] => [
      { state, caseId: null },
      { state, caseId: 'case-1' },
    ]);
    for (const standing of standings) {
      const offered = new Set(nextSteps(standing, 'destroyed'));
      for (const type of TYPES) {
        const step = { type, note: 'A word.', caseId: 'case-1', importId: 'import-1' };
        const moved = type === 'assigned' && standing.caseId !== null;
        if (!moved)
          expect([standing, type, offered.has(type)]).toEqual([standing, type, judgeStep(standing, step) === null]);
      }
    }
  });

  it('puts the step first that comes next, and what the sender wished for the disc', () => {
    expect(nextSteps({ state: 'expected', caseId: 'c' }, 'returned')[0]).toBe('received');
    expect(nextSteps({ state: 'opened', caseId: 'c' }, 'returned')[0]).toBe('read');
    expect(nextSteps({ state: 'opened', caseId: null }, 'returned')[0]).toBe('assigned');
    expect(nextSteps({ state: 'read', caseId: 'c' }, 'returned')[0]).toBe('returned');
    expect(nextSteps({ state: 'read', caseId: 'c' }, 'destroyed')[0]).toBe('destroyed');
  });

  it('is read by a station in steps that the rules let happen, wherever it stands before its end', () => {
    for (const state of PARCEL_STATES.filter((one) => one !== 'returned' && one !== 'destroyed')) {
      let standing: ParcelStanding = { state, caseId: 'case-1' };
      for (const type of stepsToRead(standing)) {
        expect([state, judgeStep(standing, { type, note: '', caseId: 'case-1', importId: 'i' })]).toEqual([
          state,
          null,
        ]);
        standing = { state: type as ParcelStanding['state'], caseId: 'case-1' };
      }
    }
    const other = { type: 'read', note: '', caseId: 'case-2', importId: 'i' } as const;
    expect(judgeStep({ state: 'opened', caseId: 'case-1' }, other)).toBe('other-case');
    expect(judgeStep({ state: 'returned', caseId: 'case-1' }, other)).toBe('not-now');
  });
});

describe('the number of a parcel', () => {
  const numbers = fc.uuid().map(makeParcelNumber);
  const signs = fc.constantFrom(...'123456789ABCDEFGHJKMNPQRSTVWXYZ');

  it('is read as it is, in small letters, with spaces and without its dash', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^P[1-9A-HJKMNP-TV-Z]{4}-[1-9A-HJKMNP-TV-Z]{5}$/);
        expect(readParcelNumber(number)).toBe(number);
        expect(readParcelNumber(` ${number.toLowerCase().replace('-', ' ')}\n`)).toBe(number);
        expect(readParcelNumber(number.replace('1', 'l'))).toBe(number);
      }),
    );
  });

  it('tells every single slip and every pair changed over', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 8 }), signs, (number, at, sign) => {
        const plain = number.replace('-', '');
        const wrong = `${plain.slice(0, at)}${sign}${plain.slice(at + 1)}`;
        if (wrong !== plain) expect(readParcelNumber(wrong)).toBeNull();
        const over = `${plain.slice(0, at)}${plain[at + 1] ?? ''}${plain[at] ?? ''}${plain.slice(at + 2)}`;
        if (at < 8 && over !== plain) expect(readParcelNumber(over)).toBeNull();
      }),
    );
  });

  it('is nothing that a carrier prints on a parcel', () => {
    for (const code of ['', 'P', '1Z999AA10123456784', '9400110200881234567890', 'RR123456785DE'])
      expect(readParcelNumber(code)).toBeNull();
  });
});
