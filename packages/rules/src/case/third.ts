import type { CommandType } from './commands.ts';
import type { EventBody, EventOf, EventType } from './events.ts';
import { NOTHING } from './evolve/opened.ts';
import { openOffer } from './readiness.ts';
import type { CaseState, ThirdRead } from './state.ts';
import type { Actor } from './vocabulary.ts';

/**
 * The third, deciding read is a reading like the second: the same commands, the same rules, the same seal. For whom it is
 * about, the case looks as `asThird` makes it: the own reading in the place of the second, and nothing of what came before.
 */
export function newThirdRead(
  { reason, price = undefined, promisedBy = undefined }: EventOf<'thirdReadAsked'>['data'],
  at: string,
): ThirdRead {
  const { reading, delivery } = NOTHING;
  return {
    ...{ reason, askedAt: at, price: price ?? null, settled: null, promisedBy: promisedBy ?? null },
    ...{ offers: [], reading, delivery },
  };
}

/** The readerId of who has accepted the third read, or to whom it is offered now. */
export function thirdReaderAtWork({ reading, offers }: ThirdRead): string | null {
  return reading.reader?.readerId ?? openOffer({ offers })?.reader.readerId ?? null;
}

/** Whether the third read is paid for, or costs nothing. */
export const isSettled = ({ price, settled }: ThirdRead): boolean => price === null || settled !== null;

/** A third read that has not come to its end. */
export function openThird(state: CaseState): ThirdRead | null {
  const third = state.third ?? null;
  return third === null || third.delivery.deliveredAt !== null ? null : third;
}

/** The case as the reader of the third read meets it. What came of the second opinion is not there, nor is its report. */
export function asThird(state: CaseState, third: ThirdRead): CaseState {
  const { funding, report } = state;
  const { reading: before, delivery: _, decision: __, ...touchedAt } = state.touchedAt;
  const isOpen = third.reading.revealedAt !== null || (third.reading.locked !== null && report === null);
  return {
    ...state,
    ...{ offers: third.offers, reading: third.reading, delivery: third.delivery, touchedAt },
    funding: isSettled(third)
      ? funding
      : { ...funding, route: 'self-pay', price: third.price, payments: [], waivedBecause: null },
    decision: NOTHING.decision,
    clock: { ...NOTHING.clock, startedAt: third.askedAt, promisedBy: third.promisedBy },
    outside: null,
    third: null,
    talk: (state.talk ?? []).filter(({ to }) => to === 'third'),
    ...{ calls: [], shares: [] },
    retractions: (state.retractions ?? []).filter(({ read }) => read === 'third'),
    earlier: earlierOf(state, isOpen),
  };
}

function earlierOf({ reading, outside }: CaseState, isOpen: boolean): NonNullable<CaseState['earlier']> {
  return {
    readerId: reading.reader?.readerId ?? null,
    readerName: reading.reader?.name ?? outside?.service ?? reading.signed?.by.name ?? '',
    signedAt: reading.signed?.at ?? '',
    report: isOpen ? (reading.revised?.report ?? reading.locked?.report ?? null) : null,
    comparison: isOpen ? reading.comparison : null,
  };
}

/** The whole case again, after something happened to the third read. */
export function withThird(state: CaseState, { offers, reading, delivery }: CaseState): CaseState {
  return state.third == null ? state : { ...state, third: { ...state.third, offers, reading, delivery } };
}

/** The case as this person meets it: the reader of the third read knows nothing of the second. */
export function metBy(state: CaseState, personId: string | null): CaseState {
  const third = state.third ?? null;
  return third !== null && personId !== null && thirdReaderAtWork(third) === personId ? asThird(state, third) : state;
}

/** The case as a reader is sought for it: the third read, where one was asked for. */
export const forMatching = (state: CaseState): CaseState => (state.third == null ? state : asThird(state, state.third));

const BY_READER: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['acceptOffer', 'declineOffer', 'openRead', 'lockFindings', 'revealOriginal', 'compareReports'] as const),
  ...(['reviseOpinion', 'signReport', 'addAddendum', 'returnCase', 'retractReport', 'askPatient'] as const),
]);
const BY_PRACTICE: ReadonlySet<CommandType> = new Set<CommandType>(['offerCase', 'withdrawOffer']);

/** The case as a command meets it: its own reading in the place of the second where it is about the third. */
export function commanded(
  state: CaseState,
  { type, read }: { readonly type: CommandType; readonly read?: 'third' | undefined },
  { personId }: Pick<Actor, 'personId'>,
): CaseState {
  const third = state.third ?? null;
  if (third === null) return state;
  if (BY_READER.has(type) && read !== 'third') return metBy(state, personId);
  return BY_PRACTICE.has(type) || read === 'third' ? asThird(state, third) : state;
}

/** Signed, or added to since it was delivered. */
export function needsDelivery({ delivery, reading }: Pick<CaseState, 'delivery' | 'reading'>): boolean {
  if (reading.signed === null) return false;
  if (delivery.deliveredAt === null) return true;
  // An addendum, or the comparison with an original report that turned up late.
  const last = [reading.addenda.at(-1)?.at, reading.comparison?.at].filter((at) => at !== undefined);
  const sentAt = Date.parse(delivery.deliveredAt);
  return last.some((at) => Date.parse(at) >= sentAt);
}

/** Events that belong to one reading or the other. */
const OF_A_READING: ReadonlySet<EventType> = new Set<EventType>([
  ...(['caseOffered', 'offerWithdrawn', 'offerAccepted', 'offerDeclined', 'readOpened', 'findingsLocked'] as const),
  ...(['originalRevealed', 'reportsCompared', 'opinionRevised', 'reportSigned', 'addendumAdded'] as const),
  ...(['caseReturned', 'reportRetracted', 'resultDelivered', 'resultSeen'] as const),
]);

/** The event as one of the third read. */
export function ofThird(body: EventBody): EventBody {
  return OF_A_READING.has(body.type) ? ({ ...body, data: { ...body.data, read: 'third' } } as EventBody) : body;
}
