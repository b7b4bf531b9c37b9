import { describe, expect, it } from 'vitest';
import { actorOf, subjectOf } from '../../../../testing/rules/cast.ts';
import { sha256 } from '../../../../testing/rules/hash.ts';
import { refusalOf, type Said, SECOND_REPORT, say, upTo } from '../../../../testing/rules/journey.ts';
import type { Action } from '../access/actions.ts';
import { refuse } from '../access/policy.ts';
import { escalationOf } from '../turnaround/escalation.ts';
import { sharedView } from './shared-view.ts';
import { viewCase } from './view-case.ts';
import { waitingOf } from './waiting.ts';

const [patient, coordinator, reader, referrer, system] = (
  ['patient', 'coordinator', 'reader', 'referrer', 'system'] as const
).map((person) => actorOf(person)) as [Said[0], Said[0], Said[0], Said[0], Said[0]];

const share = (change = {}): Said => [
  patient,
  {
    type: 'shareResult',
    shareId: 's1',
    label: 'My sister',
    secretSha256: sha256('secret'),
    expiresAt: '2026-12-01T00:00:00.000Z',
    views: 2,
    ...change,
  },
];
const open: Said = [system, { type: 'openShare', shareId: 's1' }];
const withdraw: Said = [patient, { type: 'withdrawShare', shareId: 's1' }];

describe('a link by which the patient shows the result', () => {
  it('opens so often, so long, and not after it was withdrawn; each look is on record', () => {
    const shared = say(upTo('close'), share());
    const twice = say(shared, open, open);
    expect(twice.state.shares?.[0]?.openedAt).toHaveLength(2);
    expect(refusalOf(twice, open)).toBe('share-over');
    expect(refusalOf(say(shared, withdraw), open)).toBe('share-over');
    expect(refusalOf({ ...shared, at: '2026-12-02T00:00:00.000Z' }, open)).toBe('share-over');
    expect(refusalOf(say(shared, withdraw), withdraw)).toBe('not-found');
  });

  it.each([
    ['without end', { expiresAt: '2030-01-01T00:00:00.000Z' }],
    ['that is over', { expiresAt: '2026-01-01T00:00:00.000Z' }],
    ['without a look', { views: 0 }],
    ['for too many looks', { views: 101 }],
    ['with half a look', { views: 1.5 }],
    ['without a secret', { secretSha256: 'secret' }],
  ])('is not made %s', (_, change) => {
    expect(refusalOf(upTo('deliver'), share(change))).toBe('field-wrong');
  });

  it('shows the result, and nothing else that the patient told', () => {
    const { state, at } = say(upTo('close'), share());
    const view = sharedView(state, at);
    expect(view.second?.final).toEqual(SECOND_REPORT);
    expect(view).toMatchObject({ contact: null, history: null, consent: null, funding: null, mayDo: [], maySee: [] });
    expect(JSON.stringify(view)).not.toMatch(/ruth@mail|A numb hand|Weeks\.|secret/);
  });

  it('is made by the patient alone, once there is a result; its secret is in no view', () => {
    expect(refusalOf(upTo('sign'), share())).toBe('not-yet');
    expect(refusalOf(upTo('deliver'), [referrer, share()[1]])).toBe('not-your-role');
    const { state, at } = say(upTo('deliver'), share());
    expect(viewCase(state, subjectOf('referrer'), 'referrer', at).shares).toEqual([]);
    expect(JSON.stringify(viewCase(state, subjectOf('patient'), 'patient', at))).not.toContain(sha256('secret'));
  });
});

describe('a question to the reader about the result', () => {
  const ask: Said = [referrer, { type: 'askReader', questionId: 'a1', to: 'second', text: 'How sure is that?' }];
  const answer: Said = [reader, { type: 'answerReader', questionId: 'a1', text: 'Quite sure.' }];

  it('is answered by who read, and both stand in the case', () => {
    expect(refusalOf(upTo('sign'), ask)).toBe('not-yet');
    const told = say(upTo('deliver'), ask, answer);
    for (const person of ['referrer', 'reader', 'patient', 'coordinator'] as const)
      expect(viewCase(told.state, subjectOf(person), person, told.at).talk).toMatchObject([
        { text: 'How sure is that?', answer: { text: 'Quite sure.' } },
      ]);
    expect(refusalOf(told, answer)).toBe('not-found');
    expect(refusalOf(told, ask)).toBe('already-done');
    expect(refusalOf(upTo('deliver'), answer)).toBe('not-found');
  });
});

describe('a guest, who came by a link and a code', () => {
  const guest = { ...subjectOf('referrer'), strongSession: false, guest: { caseId: 'case-1' } };
  const { state, at } = upTo('deliver');

  it('looks at everything of this one case, and has it opened', () => {
    for (const action of ['case:view', 'images:view', 'report:view', 'second:view', 'document:view'] as const)
      expect([action, refuse(guest, action, state)]).toEqual([action, null]);
    expect(viewCase(state, guest, 'referrer', at)).toMatchObject({ asGuest: true, mayDo: ['markSeen'] });
  });

  it('acts in nothing, lists nothing, and sees no other case', () => {
    const acts: readonly Action[] = ['command:recordDecision', 'command:askReader', 'copy:make', 'case:list'];
    for (const action of acts) expect(refuse(guest, action, state)?.code).toBe('account-needed');
    expect(refuse({ ...guest, guest: { caseId: 'case-2' } }, 'case:view', state)?.code).toBe('not-your-case');
  });
});

describe('a result that nobody opens', () => {
  const deliveredAt = upTo('deliver').state.delivery.deliveredAt ?? '';
  const step = (name: 'reminder' | 'coordinator' | 'telephone'): Said => [
    system,
    { type: 'escalateResult', step: name, deliveredAt },
  ];

  it('is asked after, then told to the coordinator, then on the list of calls until somebody has read it', () => {
    const waits = (told: ReturnType<typeof upTo>) => {
      const { say: id, urgent, who } = waitingOf(told.state, told.at);
      return [id, who, urgent];
    };
    const reminded = say(upTo('deliver'), step('reminder'));
    expect(waits(reminded)).toEqual(['waiting.referrer-opens', 'referrer', false]);
    expect(waits(say(reminded, step('coordinator')))).toEqual(['waiting.referrer-opens', 'referrer', true]);
    const toCall = say(reminded, step('coordinator'), step('telephone'));
    expect(waits(toCall)).toEqual(['waiting.call-referrer', 'coordinator', true]);
    const call: Said = [
      coordinator,
      { type: 'recordCall', to: 'referrer', number: '+1 555 0100', spokenTo: '', outcome: 'no-answer', note: '' },
    ];
    const called = say(toCall, call);
    expect(waits(called)).toEqual(['waiting.call-referrer', 'coordinator', true]);
    expect(viewCase(called.state, subjectOf('coordinator'), 'coordinator', called.at).calls).toHaveLength(1);
    expect(viewCase(called.state, subjectOf('patient'), 'patient', called.at).calls).toEqual([]);
    const seen = say(called, [referrer, { type: 'markSeen' }]);
    expect(waits(seen)[0]).toBe('waiting.referrer-decides');
    expect(refusalOf(seen, step('telephone'))).toBe('nothing-changed');
  });

  it('is followed by working hours', () => {
    const calendar = { workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26'], endOfDayUtcHour: 22 };
    expect(escalationOf('2026-11-25T16:00:00.000Z', 9, calendar).map(({ at }) => at)).toEqual([
      '2026-11-27T16:00:00.000Z',
      '2026-11-30T16:00:00.000Z',
      '2026-12-01T16:00:00.000Z',
    ]);
  });
});
