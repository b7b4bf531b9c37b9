import { describe, expect, it } from 'vitest';
import { actorOf } from '../../../../testing/rules/cast.ts';
import { refusalOf, type Said, say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import type { CommandOf } from '../case/commands.ts';
import { isFunded } from '../case/readiness.ts';
import { tracksOf } from '../case/tracks.ts';
import { REGIONS } from '../case/vocabulary.ts';
import { waitingOf } from '../case/waiting.ts';
import { authorizationOn, codesToAsk, EXAMINATION_CODES } from './coverage.ts';
import { estimateDuty } from './good-faith.ts';

const coordinator = actorOf('coordinator');
const insured = () =>
  say(
    upTo('acceptReport'),
    [WAY.fund[0], { type: 'chooseFunding', route: 'insurance', serviceLevel: 'standard' }],
    [
      coordinator,
      {
        type: 'recordCoverage',
        ...{ plan: 'Mutual', memberId: 'M1', groupNumber: '', spokenTo: '', callReference: '', notes: '' },
        ...{ answer: 'covered', authorizationNeeded: true, patientShare: { amountMinor: 0, currency: 'USD' } },
      },
    ],
  );
const ask: Said = [
  coordinator,
  {
    type: 'requestAuthorization',
    ...{ requestId: 'a1', code: '76140', modifier: '', way: 'phone', sentOn: '2026-11-03', reference: '' },
  },
];
const deny = (denialId = 'd1'): Said => [
  coordinator,
  { type: 'recordDenial', denialId, on: '2026-11-04', reason: 'No need seen.', reference: 'D-77', appealUntil: '' },
];
const appeal = (denialId = 'd1'): Said => [
  coordinator,
  {
    type: 'appealDenial',
    appealId: `appeal-${denialId}`,
    denialId,
    argument: 'Surgery hangs on it.',
    sentOn: '2026-11-05',
  },
];
const grant = (change: Partial<CommandOf<'recordAuthorization'>> = {}): Said => [
  coordinator,
  { type: 'recordAuthorization', number: 'A-1', validFrom: '2026-11-10', validTo: '2026-12-31', ...change },
];
const waits = ({ state, at }: ReturnType<typeof upTo>) => waitingOf(state, at).say;
const track = ({ state, at }: ReturnType<typeof upTo>) =>
  tracksOf(state, at).find((each) => each.track === 'funding')?.say;

describe('the insurer’s leave', () => {
  it('is asked for, denied, appealed and granted, and the case says each time who has the next word', () => {
    const asked = say(insured(), ask);
    expect([waits(asked), track(asked)]).toEqual(['waiting.authorization', 'track.funding.authorization']);
    const denied = say(asked, deny());
    expect([waits(denied), track(denied)]).toEqual(['waiting.denied', 'track.funding.denied']);
    const appealed = say(denied, appeal());
    expect([waits(appealed), track(appealed)]).toEqual(['waiting.appeal', 'track.funding.appealed']);
    const granted = say(appealed, grant());
    expect(isFunded(granted.state)).toBe(true);
    expect(granted.state.funding.denials?.[0]?.appeal?.argument).toBe('Surgery hangs on it.');
  });

  it('is denied once more, asked for anew, or paid by the patient instead', () => {
    const twice = say(insured(), deny(), appeal(), deny('d2'));
    expect(waits(twice)).toBe('waiting.denied');
    expect(waits(say(twice, ask))).toBe('waiting.authorization');
    const self = say(twice, [WAY.fund[0], { type: 'chooseFunding', route: 'self-pay', serviceLevel: 'standard' }]);
    expect(self.state.funding).toMatchObject({ denials: [], asked: null, coverage: null });
  });

  it('refuses what is out of order', () => {
    expect(refusalOf(insured(), appeal())).toBe('not-found');
    expect(refusalOf(say(insured(), deny()), deny('d2'))).toBe('already-done');
    expect(refusalOf(say(insured(), deny()), appeal('other'))).toBe('not-found');
    expect(refusalOf(say(insured(), ask), ask)).toBe('already-done');
    expect(refusalOf(upTo('pay'), deny())).toBe('not-yet');
    expect(refusalOf(insured(), grant({ visits: 0 }))).toBe('field-wrong');
    expect(refusalOf(say(insured(), grant()), deny())).toBe('already-done');
  });

  it('holds between its days and for as many readings as it names', () => {
    const granted = say(insured(), grant({ visits: 1 }));
    const on = (date: string, told = granted) => authorizationOn(told.state, date);
    expect(on('2026-11-09').standing).toBe('not-yet');
    expect(on('2026-11-10')).toEqual({ standing: 'valid', used: 0, left: 1 });
    expect(on('2027-01-01').standing).toBe('expired');
    const read = say(granted, WAY.offer, WAY.accept, WAY.read, WAY.lock, WAY.reveal, WAY.compare, WAY.sign);
    expect(on('2026-11-11', read)).toEqual({ standing: 'used-up', used: 1, left: 0 });
    expect(on('2026-11-11', insured()).standing).toBe('none');
  });
});

it('names for every region the consultation, then the examination as 26 and as 77', () => {
  for (const region of REGIONS) {
    const codes = codesToAsk(region, false);
    expect(codes[0]).toEqual({ code: '76140', modifier: '' });
    expect(codes.slice(1).map(({ modifier }) => modifier)).toEqual(['26', '77']);
    expect(EXAMINATION_CODES[region].every((code) => /^7\d{4}$/.test(code))).toBe(true);
  }
});

describe('a good faith estimate', () => {
  // 26 November 2026 is a holiday, a Thursday.
  const calendar = { workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26'], endOfDayUtcHour: 22 };
  const scheduled = (on: string, serviceOn: string) => estimateDuty({ kind: 'scheduled', on, serviceOn }, calendar);

  it.each([
    ['2026-11-23', '2026-11-25', null, null],
    ['2026-11-23', '2026-11-27', '2026-11-24', '(b)(1)(vi)(A)'],
    ['2026-11-20', '2026-12-04', '2026-11-23', '(b)(1)(vi)(A)'],
    ['2026-11-20', '2026-12-07', '2026-11-25', '(b)(1)(vi)(B)'],
  ])('scheduled on %s for %s is owed until %s', (on, serviceOn, dueOn, clause) => {
    expect(scheduled(on, serviceOn)).toEqual({ dueOn, clause });
  });

  it('that was asked for is owed within three business days', () => {
    expect(estimateDuty({ kind: 'requested', on: '2026-11-24' }, calendar).dueOn).toBe('2026-11-30');
  });
});
