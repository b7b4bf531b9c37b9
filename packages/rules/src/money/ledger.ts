import type { CaseEvent } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { type Minor, minor, NOTHING, sum } from './money.ts';
import { paidMinor } from './price.ts';

/**
 * The accounts. What was paid is a deposit until the result is delivered: then it is income. What has to go back lies
 * under `refunds-due` until it has gone.
 */
export const ACCOUNTS = [
  'bank',
  'card',
  'insurer',
  'institution',
  'deposits',
  'refunds-due',
  'income',
  'cancellation',
  'given-free',
  'written-off',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const ENTRY_KINDS = [
  'payment',
  'delivered',
  'taken-back',
  'cancelled',
  'refund',
  'remittance',
  'surplus',
  'surplus-back',
  'refund-returned',
  'given-back',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface LedgerLine {
  readonly account: Account;
  readonly debitMinor: Minor;
  readonly creditMinor: Minor;
}

/** One entry: what happened, and lines whose debits and credits are equal. `entryId` is the same for the same happening. */
export interface LedgerEntry {
  readonly entryId: string;
  readonly caseId: string;
  readonly kind: EntryKind;
  /** ISO instant. */
  readonly at: string;
  readonly currency: string;
  readonly lines: readonly LedgerLine[];
}

type Moves = readonly (readonly [account: Account, amountMinor: number])[];

/** Makes an entry of amounts per account, debits positive, credits negative. Null where nothing moves; throws unbalanced. */
export function entryOf(head: Omit<LedgerEntry, 'lines'>, moves: Moves): LedgerEntry | null {
  const moved = moves.filter(([, amount]) => amount !== 0);
  const off = sum(moved.map(([, amount]) => amount));
  if (off !== 0) throw new RangeError(`The entry ${head.entryId} is out of balance by ${off}.`);
  if (moved.length === 0) return null;
  const lines = moved.map(([account, amount]) => ({
    account,
    debitMinor: minor(Math.max(0, amount)),
    creditMinor: minor(Math.max(0, -amount)),
  }));
  return { ...head, lines };
}

type Told = { readonly kind: EntryKind; readonly moves: Moves };
const CARD = 'card-online';
const purse = (method: string): Account => (method === CARD ? 'card' : 'bank');

function toldBy(before: CaseState, event: CaseEvent): Told | null {
  switch (event.type) {
    case 'paymentRecorded': {
      const { amountMinor } = event.data.amount;
      const moves: Moves = [
        [purse(event.data.method), amountMinor],
        ['deposits', -amountMinor],
      ];
      return { kind: 'payment', moves };
    }
    case 'refundSet': {
      const { refundMinor, keptMinor } = event.data;
      const moves: Moves = [
        ['deposits', refundMinor + keptMinor],
        ['refunds-due', -refundMinor],
        ['cancellation', -keptMinor],
      ];
      return { kind: 'cancelled', moves };
    }
    case 'refundPaid': {
      const { amountMinor } = event.data.amount;
      const moves: Moves = [
        ['refunds-due', amountMinor],
        [purse(event.data.method), -amountMinor],
      ];
      return { kind: 'refund', moves };
    }
    case 'refundReturned': {
      const refund = before.funding.refunds?.find(({ refundId }) => refundId === event.data.refundId);
      const amountMinor = refund?.amount.amountMinor ?? 0;
      const moves: Moves = [
        [purse(refund?.method ?? ''), amountMinor],
        ['refunds-due', -amountMinor],
      ];
      return { kind: 'refund-returned', moves };
    }
    case 'remittanceRecorded': {
      const { amount, writtenOff, payer } = event.data;
      const moves: Moves = [
        ['bank', amount.amountMinor],
        ['written-off', writtenOff.amountMinor],
        [payer, -(amount.amountMinor + writtenOff.amountMinor)],
      ];
      return { kind: 'remittance', moves };
    }
    case 'thirdReadSettled': {
      const { amountMinor } = before.third?.price ?? { amountMinor: 0 };
      const moves: Moves = [
        ['bank', amountMinor],
        ['deposits', -amountMinor],
      ];
      return event.data.how === 'paid' ? { kind: 'payment', moves } : null;
    }
    case 'resultDelivered':
      return delivered(before, event.data);
    case 'reportRetracted':
      return takenBack(before, event.data);
    default:
      return null;
  }
}

/** Delivered once more after an addendum: it was earned the first time. */
function delivered(before: CaseState, { read }: { readonly read?: 'third' }): Told | null {
  if (read === 'third' ? isDelivered(before.third) : isDelivered(before)) return null;
  return { kind: 'delivered', moves: read === 'third' ? earnedByThird(before) : earned(before) };
}

/** A result that was taken back is no longer earned: the next delivery earns it again. */
function takenBack(before: CaseState, { read }: { readonly read?: 'third' }): Told | null {
  if (!(read === 'third' ? isDelivered(before.third) : isDelivered(before))) return null;
  const moves = read === 'third' ? earnedByThird(before) : earned(before);
  return { kind: 'taken-back', moves: moves.map(([account, amount]) => [account, -amount] as const) };
}

const isDelivered = (read: Pick<CaseState, 'delivery'> | null | undefined): boolean =>
  read != null && read.delivery.deliveredAt !== null;

function earnedByThird({ third }: CaseState): Moves {
  const amountMinor = third?.settled?.how === 'paid' ? (third.price?.amountMinor ?? 0) : 0;
  return [
    ['deposits', amountMinor],
    ['income', -amountMinor],
  ];
}

/**
 * The whole price is earned by the delivery; who did not pay it yet owes it, or it was given. What an insurer had paid for a
 * result that was taken back stays earned.
 */
function earned({ funding }: CaseState): Moves {
  const paid = paidMinor({ funding });
  const rest = Math.max(0, (funding.price?.amountMinor ?? paid) - paid - cameMinor(funding));
  return [
    ['deposits', paid],
    [debtorOf(funding), rest],
    ['income', -(paid + rest)],
  ];
}

/** What insurer or institution has paid, or what was written off. */
function cameMinor({ remittances = [] }: CaseState['funding']): Minor {
  return sum(remittances.flatMap(({ amount, writtenOff }) => [amount.amountMinor, writtenOff.amountMinor]));
}

function debtorOf({ waivedBecause, route }: CaseState['funding']): Account {
  if (waivedBecause !== null) return 'given-free';
  if (route === 'insurance') return 'insurer';
  return route === 'institution' ? 'institution' : 'given-free';
}

/** What an event of a case means in the ledger; null for one that moves no money. `before` is the case before the event. */
export function entryFor(before: CaseState, event: CaseEvent): LedgerEntry | null {
  const told = toldBy(before, event);
  if (told === null) return null;
  const { caseId, at, version } = event;
  const currency = before.funding.price?.currency ?? '';
  return entryOf({ entryId: `case:${caseId}:${version}`, caseId, kind: told.kind, at, currency }, told.moves);
}

/** What moved on a card beside the case: more than was owed came in, or went back; more went back than was due. */
export function cardEntry(
  head: Omit<LedgerEntry, 'lines' | 'kind'> & { readonly kind: 'surplus' | 'surplus-back' | 'given-back' },
  amountMinor: Minor,
): LedgerEntry | null {
  const came = head.kind === 'surplus' ? amountMinor : -amountMinor;
  const other: Account = head.kind === 'given-back' ? 'given-free' : 'refunds-due';
  return entryOf(head, [
    ['card', came],
    [other, -came],
  ]);
}

export type Balances = Readonly<Record<Account, Minor>>;

/** Per account, debits less credits. Entries of one currency only. */
export function balancesOf(entries: readonly LedgerEntry[]): Balances {
  const totals = Object.fromEntries(ACCOUNTS.map((account) => [account, NOTHING])) as Record<Account, Minor>;
  for (const { account, debitMinor, creditMinor } of entries.flatMap(({ lines }) => lines))
    totals[account] = minor(totals[account] + debitMinor - creditMinor);
  return totals;
}

/** What insurer or institution still owes for a case that was delivered. */
export function receivableMinor({ funding, delivery }: Pick<CaseState, 'funding' | 'delivery'>): Minor {
  if (delivery.deliveredAt === null || funding.waivedBecause !== null) return NOTHING;
  if (funding.route !== 'insurance' && funding.route !== 'institution') return NOTHING;
  return minor(Math.max(0, (funding.price?.amountMinor ?? 0) - paidMinor({ funding }) - cameMinor(funding)));
}
