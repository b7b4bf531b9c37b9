import type { CaseEvent } from '@overread/rules/case/events.ts';
import type { CaseState, RecordsRequest } from '@overread/rules/case/state.ts';
import { describe, expect, it } from 'vitest';
import { isStillDue, noticesOf, remindersOf, undecidedBy, unreadBy } from './notices.ts';

const AT = '2026-11-20T10:00:00.000Z';
const event = (type: string, data: object = {}, role = 'coordinator'): CaseEvent =>
  ({ type, data, caseId: 'c1', version: 7, at: AT, actor: { personId: 'p', name: 'P', role } }) as CaseEvent;

const REFERRER = { personId: 'r', name: 'Dr. R', email: 'r@x.example' };
const state = (over: object = {}): CaseState =>
  ({
    referrer: REFERRER,
    delivery: { deliveredAt: null, documentSha256: null, seenByPatientAt: null, seenByReferrerAt: null },
    requests: [],
    closedAt: null,
    cancelled: null,
    ...over,
  }) as unknown as CaseState;
const deliveredTo = (over: object = {}) =>
  state({ delivery: { deliveredAt: AT, seenByPatientAt: null, seenByReferrerAt: null, ...over } });

const TIMING = {
  calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [], endOfDayUtcHour: 22 },
  hours: 9,
};

const told = (...args: Parameters<typeof noticesOf>) => noticesOf(...args).map(({ kind, to }) => `${kind} ${to.role}`);

describe('who is told what', () => {
  it.each([
    ['caseOpened', ['case-opened patient']],
    ['redFlagsCleared', ['red-flag-cleared patient']],
    ['patientAsked', ['something-needed patient']],
    ['imagesRejected', ['something-needed patient']],
    ['reportRejected', ['something-needed patient']],
    ['resultDelivered', ['result-patient patient', 'result-referrer referrer']],
    ['decisionRecorded', ['decision-recorded patient']],
    ['caseClosed', ['case-closed patient']],
    ['caseErased', ['case-erased patient']],
    ['findingsLocked', []],
    ['referrerNamed', []],
  ])('%s', (type, expected) => {
    expect(told(event(type), state(), state())).toEqual(expected);
  });

  it('tells the reader of an offer, and nobody of her own decision', () => {
    const [notice] = noticesOf(event('caseOffered', { reader: { readerId: 'doc' } }), state(), state());
    expect(notice).toEqual({
      caseId: 'c1',
      cause: '7',
      kind: 'case-offered',
      to: { role: 'reader', personId: 'doc' },
    });
    expect(told(event('decisionRecorded', {}, 'patient'), state(), state())).toEqual([]);
  });

  it('says of a second delivery that something was added', () => {
    expect(told(event('resultDelivered'), deliveredTo(), deliveredTo())).toEqual([
      'result-amended patient',
      'result-amended referrer',
    ]);
  });

  it('tells a doctor who is named late that there is a result', () => {
    expect(told(event('referrerNamed'), deliveredTo(), deliveredTo())).toEqual(['result-referrer referrer']);
  });
});

describe('what is looked at again', () => {
  it('an unread result after one, two and three working days, for as long as it is unread', () => {
    const steps = remindersOf(event('resultDelivered'), TIMING);
    // A Friday: the weekend does not count.
    expect(steps.map((each) => ['step' in each ? each.step : '', each.startAfter.toISOString()])).toEqual([
      ['reminder', '2026-11-20T22:00:00.000Z'],
      ['coordinator', '2026-11-23T22:00:00.000Z'],
      ['telephone', '2026-11-24T22:00:00.000Z'],
    ]);
    const roles = (one: CaseState) => unreadBy(one, AT, 'reminder').map(({ role }) => role);
    expect(roles(deliveredTo())).toEqual(['patient', 'referrer']);
    expect(unreadBy(deliveredTo(), AT, 'telephone').map(({ role }) => role)).toEqual(['coordinators']);
    expect(roles(deliveredTo({ seenByPatientAt: AT }))).toEqual(['referrer']);
    expect(roles(deliveredTo({ seenByPatientAt: AT, seenByReferrerAt: AT }))).toEqual([]);
    expect(roles({ ...deliveredTo({ seenByPatientAt: AT }), referrer: null })).toEqual([]);
    expect(roles({ ...deliveredTo(), closedAt: AT })).toEqual([]);
    expect(unreadBy(deliveredTo(), '2026-11-21T10:00:00.000Z', 'reminder')).toEqual([]);
  });

  it('a result that was opened and not decided on, until it is', () => {
    const [asking] = remindersOf(event('resultSeen'), TIMING);
    expect(asking).toMatchObject({ queue: 'messages.undecided', startAfter: new Date('2026-11-24T22:00:00.000Z') });
    const open = { ...deliveredTo(), decision: { recorded: null } } as unknown as CaseState;
    expect(undecidedBy(open)).toEqual({ role: 'referrer' });
    expect(undecidedBy({ ...open, referrer: null })).toEqual({ role: 'patient' });
    expect(undecidedBy({ ...open, closedAt: AT })).toBeNull();
    const decided = { ...open, decision: { recorded: { outcome: 'confirmed' } } } as unknown as CaseState;
    expect(undecidedBy(decided)).toBeNull();
    const third = { delivery: { deliveredAt: null } } as unknown as NonNullable<CaseState['third']>;
    expect(undecidedBy({ ...open, third })).toBeNull();
  });

  it('a request for records on the day it is due, while something is missing', () => {
    const data = { requestId: 'r1', dueOn: '2026-12-20' };
    expect(remindersOf(event('recordsRequested', data), TIMING)[0]?.startAfter).toEqual(
      new Date('2026-12-20T07:00:00Z'),
    );
    expect(remindersOf(event('recordsRequestExtended', data), TIMING)).toHaveLength(1);
    const request = { requestId: 'r1', dueOn: '2026-12-20', wants: ['images', 'report'], received: ['images'] };
    const open = state({ requests: [request as unknown as RecordsRequest] });
    expect(isStillDue(open, 'r1', '2026-12-20')).toBe(true);
    expect(isStillDue(open, 'r1', '2026-11-20')).toBe(false);
    expect(isStillDue(open, 'r2', '2026-12-20')).toBe(false);
    const here = state({ requests: [{ ...request, received: ['images', 'report'] }] });
    expect(isStillDue(here, 'r1', '2026-12-20')).toBe(false);
    expect(isStillDue({ ...open, cancelled: { reason: '', at: AT } }, 'r1', '2026-12-20')).toBe(false);
  });
});
