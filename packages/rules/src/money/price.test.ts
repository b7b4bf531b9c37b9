import { describe, expect, it } from 'vitest';
import { actorOf, PRICE } from '../../../../testing/rules/cast.ts';
import { refusalOf, say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import type { Command, CommandOf } from '../case/commands.ts';
import { isFunded } from '../case/readiness.ts';
import { moneyText, owed } from './price.ts';

const coordinator = actorOf('coordinator');
const choose = (route: CommandOf<'chooseFunding'>['route']) =>
  [actorOf('patient'), { type: 'chooseFunding', route, serviceLevel: 'standard' }] as const;
const pay = (amountMinor: number, paymentId = `p${amountMinor}`, currency = 'USD') =>
  [coordinator, { ...WAY.pay[1], paymentId, amount: { amountMinor, currency } }] as const;
const coverage = (change: Partial<CommandOf<'recordCoverage'>>) => {
  const command: Command = {
    type: 'recordCoverage',
    plan: 'Commonwealth Mutual',
    memberId: 'M1',
    groupNumber: '',
    spokenTo: '',
    callReference: '',
    answer: 'partly',
    authorizationNeeded: true,
    patientShare: { amountMinor: 6000, currency: 'USD' },
    notes: '',
    ...change,
  };
  return [coordinator, command] as const;
};
const authorization = [
  coordinator,
  { type: 'recordAuthorization', number: 'A1', validFrom: '2026-11-01', validTo: '2026-12-31' },
] as const;
const before = upTo('acceptReport');

describe('self-pay', () => {
  it('is settled by the whole price, in parts or at once', () => {
    const half = say(upTo('fund'), pay(20_000));
    expect(isFunded(half.state)).toBe(false);
    expect(owed(half.state)).toEqual({ amountMinor: PRICE - 20_000, currency: 'USD' });
    expect(isFunded(say(half, pay(PRICE - 20_000)).state)).toBe(true);
  });

  it.each([
    [pay(PRICE + 1), 'amount-wrong'],
    [pay(0), 'field-wrong'],
    [pay(-5), 'field-wrong'],
    [pay(0.5), 'field-wrong'],
    [pay(100, 'p1', 'EUR'), 'field-wrong'],
  ])('refuses what is not owed: %o', (payment, code) => {
    expect(refusalOf(upTo('fund'), payment)).toBe(code);
  });

  it('takes a payment once', () => {
    expect(refusalOf(say(upTo('fund'), pay(100, 'p1')), pay(100, 'p1'))).toBe('already-done');
    expect(refusalOf(upTo('pay'), pay(100, 'p2'))).toBe('already-done');
  });
});

describe('insurance', () => {
  it('is settled by the authorization and the patient’s share', () => {
    const covered = say(before, choose('insurance'), coverage({}));
    expect(owed(covered.state).amountMinor).toBe(6000);
    const paid = say(covered, pay(6000));
    expect(isFunded(paid.state)).toBe(false);
    expect(isFunded(say(paid, authorization).state)).toBe(true);
  });

  it('owes nothing while the insurer has not answered, and the price when it says no', () => {
    const asked = say(before, choose('insurance'));
    expect([owed(asked.state).amountMinor, isFunded(asked.state)]).toEqual([0, false]);
    expect(refusalOf(asked, pay(6000))).toBe('not-yet');
    const unclear = say(asked, coverage({ answer: 'unclear' }));
    expect([owed(unclear.state).amountMinor, isFunded(unclear.state)]).toEqual([0, false]);
    expect(owed(say(asked, coverage({ answer: 'not-covered' })).state).amountMinor).toBe(PRICE);
  });

  it('is settled by the answer alone where nothing else is needed', () => {
    const free = coverage({
      answer: 'covered',
      authorizationNeeded: false,
      patientShare: { amountMinor: 0, currency: 'USD' },
    });
    expect(isFunded(say(before, choose('insurance'), free).state)).toBe(true);
  });
});

describe('the other ways', () => {
  it('an institution that is named pays', () => {
    const chosen = say(before, choose('institution'));
    expect(isFunded(chosen.state)).toBe(false);
    const named = [coordinator, { type: 'recordInstitution', institution: 'Northmoor Fund', reference: '' }] as const;
    expect(isFunded(say(chosen, named).state)).toBe(true);
  });

  it('a waiver has a reason', () => {
    const waive = (reason: string) => [coordinator, { type: 'waiveFunding', reason }] as const;
    expect(refusalOf(before, waive(' '))).toBe('reason-needed');
    expect(isFunded(say(before, waive('Hardship.')).state)).toBe(true);
  });

  it('nothing is chosen before the warning signs are answered', () => {
    expect(refusalOf(upTo('ask'), choose('self-pay'))).toBe('not-yet');
  });
});

it('writes amounts in the currency’s own decimals', () => {
  expect(moneyText({ amountMinor: 39_500, currency: 'USD' })).toBe('$395.00');
  expect(moneyText({ amountMinor: 39_500, currency: 'JPY' })).toBe('¥39,500');
});
