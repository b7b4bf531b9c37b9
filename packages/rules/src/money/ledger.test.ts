import { describe, expect, it } from 'vitest';
import { actorOf, PRICE } from '../../../../testing/rules/cast.ts';
import { type Said, say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import { overWalks } from '../../../../testing/rules/walk.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import { balancesOf, cardEntry, entryFor, entryOf, type LedgerEntry, receivableMinor } from './ledger.ts';
import { minor } from './money.ts';
import { paidMinor } from './price.ts';
import { refundLeft } from './refund.ts';

/** The entries of a record, as the service writes them: event by event. */
function entriesOf(record: readonly CaseEvent[]): readonly LedgerEntry[] {
  let state: CaseState | null = null;
  const entries: LedgerEntry[] = [];
  for (const event of record) {
    const entry: LedgerEntry | null = state === null ? null : entryFor(state, event);
    if (entry !== null) entries.push(entry);
    state = evolve(state, event);
  }
  return entries;
}

const head = { entryId: 'e', caseId: 'c', at: '2026-11-02T14:00:00Z', currency: 'USD' } as const;

describe('an entry', () => {
  it('balances or is not made', () => {
    expect(() => entryOf({ ...head, kind: 'payment' }, [['bank', 100]])).toThrow('out of balance by 100');
    expect(() =>
      entryOf({ ...head, kind: 'payment' }, [
        ['bank', 0.1],
        ['deposits', -0.1],
      ]),
    ).toThrow(RangeError);
    expect(entryOf({ ...head, kind: 'payment' }, [['bank', 0]])).toBeNull();
  });

  it('of a card beside the case undoes itself', () => {
    const came = cardEntry({ ...head, kind: 'surplus' }, minor(700));
    const went = cardEntry({ ...head, kind: 'surplus-back' }, minor(700));
    expect(balancesOf([came, went].filter((entry) => entry !== null))).toMatchObject({ card: 0, 'refunds-due': 0 });
  });
});

describe('the ledger of a case', () => {
  const events = (told: ReturnType<typeof upTo>, ...steps: readonly Said[]) => {
    const after = say(told, ...steps);
    return after.state;
  };

  it('holds what is owed by an insurer from the delivery until it has paid or it was written off', () => {
    const insured = say(
      upTo('acceptReport'),
      [WAY.fund[0], { type: 'chooseFunding', route: 'insurance', serviceLevel: 'standard' }],
      [
        WAY.pay[0],
        {
          type: 'recordCoverage',
          ...{ plan: 'Mutual', memberId: 'M1', groupNumber: '', spokenTo: '', callReference: '', notes: '' },
          ...{ answer: 'partly', authorizationNeeded: false, patientShare: { amountMinor: 6000, currency: 'USD' } },
        },
      ],
      [WAY.pay[0], { ...WAY.pay[1], amount: { amountMinor: 6000, currency: 'USD' } }],
      ...[WAY.offer, WAY.accept, WAY.read, WAY.lock, WAY.reveal, WAY.compare, WAY.sign, WAY.deliver],
    );
    expect(receivableMinor(insured.state)).toBe(PRICE - 6000);
    const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
    const paid: Said = [
      actorOf('coordinator'),
      { type: 'recordRemittance', remittanceId: 'm1', amount: usd(20_000), writtenOff: usd(13_500), reference: 'EOB' },
    ];
    expect(receivableMinor(events(insured, paid))).toBe(0);
  });
});

it('balances after every step of every way through a case, and says what the case says', () => {
  const seen = new Set<string>();
  overWalks(
    ({ record, state }) => {
      const entries = entriesOf(record);
      for (const { lines, kind } of entries) {
        seen.add(kind);
        expect(lines.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0)).toBe(0);
      }
      expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
      if (state === null) return;
      const balances = balancesOf(entries);
      expect(minor(-balances['refunds-due'])).toBe(state.funding.refund == null ? 0 : refundLeft(state));
      expect(balances.insurer + balances.institution).toBe(receivableMinor(state));
      // A deposit is what was paid, until it is earned or the case is cancelled.
      const open = state.delivery.deliveredAt === null && state.cancelled === null;
      const third = state.third?.settled?.how === 'paid' && state.third.delivery.deliveredAt === null;
      const forThird = third ? (state.third?.price?.amountMinor ?? 0) : 0;
      expect(minor(-balances.deposits)).toBe((open ? paidMinor(state) : 0) + forThird);
    },
    { numRuns: 250, seed: 4 },
  );
  expect([...seen].sort()).toEqual([
    'cancelled',
    'delivered',
    'payment',
    'refund',
    'refund-returned',
    'remittance',
    'taken-back',
  ]);
});
