import { retracted } from '../retract.ts';
import type { CaseState, Offer } from '../state.ts';
import { newThirdRead } from '../third.ts';
import type { Appliers } from './applier.ts';

function answerOffer(state: CaseState, offerId: string, change: Partial<Offer>): Pick<CaseState, 'offers'> {
  return { offers: state.offers.map((offer) => (offer.offerId === offerId ? { ...offer, ...change } : offer)) };
}

function offerOf(state: CaseState, offerId: string): Offer | undefined {
  return state.offers.find((offer) => offer.offerId === offerId);
}

function reading(state: CaseState, change: Partial<CaseState['reading']>): Pick<CaseState, 'reading'> {
  return { reading: { ...state.reading, ...change } };
}

/** What is told of a promise that moved: a pause that moved nothing is not told. */
function moved(
  { promisedBy: from, pausedFor: waitedFor, moves = [] }: CaseState['clock'],
  { promisedBy: to, pausedMs }: { readonly promisedBy: string; readonly pausedMs: number },
  at: string,
): NonNullable<CaseState['clock']['moves']> {
  return from === null || waitedFor === null || from === to ? moves : [...moves, { at, from, to, waitedFor, pausedMs }];
}

/** Nobody reads: the case is as it was before it was accepted. */
const NOBODY = { reader: null, acceptedAt: null, openedAt: null } as const;

export const FUNDED_AND_MATCHED: Appliers<
  | 'fundingChosen'
  | 'coverageRecorded'
  | 'authorizationRequested'
  | 'authorizationRecorded'
  | 'authorizationDenied'
  | 'denialAppealed'
  | 'paymentRecorded'
  | 'refundSet'
  | 'refundPaid'
  | 'refundReturned'
  | 'remittanceRecorded'
  | 'institutionRecorded'
  | 'fundingWaived'
  | 'clockStarted'
  | 'clockPaused'
  | 'clockResumed'
  | 'caseOffered'
  | 'offerWithdrawn'
  | 'offerAccepted'
  | 'offerDeclined'
  | 'sentOutside'
  | 'outsideReportReceived'
> = {
  // Another route starts anew: an insurer's answer says nothing about an institution.
  fundingChosen: ({ funding }, { data }) => ({
    funding: {
      ...{ ...funding, ...data, lines: data.lines ?? [] },
      ...{ coverage: null, asked: null, authorization: null, denials: [], institution: null },
    },
  }),
  coverageRecorded: ({ funding }, { data }) => ({ funding: { ...funding, coverage: data } }),
  authorizationRequested: ({ funding }, { data, at }) => ({ funding: { ...funding, asked: { ...data, at } } }),
  authorizationRecorded: ({ funding }, { data }) => ({ funding: { ...funding, authorization: data } }),
  authorizationDenied: ({ funding }, { data, at }) => ({
    funding: { ...funding, denials: [...(funding.denials ?? []), { ...data, at, appeal: null }] },
  }),
  denialAppealed: ({ funding }, { data, at }) => ({
    funding: {
      ...funding,
      denials: (funding.denials ?? []).map((denial) =>
        denial.denialId === data.denialId ? { ...denial, appeal: { ...data, at } } : denial,
      ),
    },
  }),
  paymentRecorded: ({ funding }, { data }) => ({ funding: { ...funding, payments: [...funding.payments, data] } }),
  // A case may have two: a third read that fell, and the case cancelled after it.
  refundSet: ({ funding }, { data }) => ({
    funding: {
      ...funding,
      refund: {
        ...data,
        refundMinor: data.refundMinor + (funding.refund?.refundMinor ?? 0),
        keptMinor: data.keptMinor + (funding.refund?.keptMinor ?? 0),
      },
    },
  }),
  refundPaid: ({ funding }, { data }) => ({ funding: { ...funding, refunds: [...(funding.refunds ?? []), data] } }),
  refundReturned: ({ funding }, { data }) => ({
    funding: { ...funding, refunds: (funding.refunds ?? []).filter(({ refundId }) => refundId !== data.refundId) },
  }),
  remittanceRecorded: ({ funding }, { data }) => ({
    funding: { ...funding, remittances: [...(funding.remittances ?? []), data] },
  }),
  institutionRecorded: ({ funding }, { data }) => ({ funding: { ...funding, institution: data } }),
  fundingWaived: ({ funding }, { data }) => ({ funding: { ...funding, waivedBecause: data.reason } }),
  clockStarted: ({ clock }, { data, at }) => ({ clock: { ...clock, startedAt: at, promisedBy: data.promisedBy } }),
  clockPaused: ({ clock }, { data, at }) => ({ clock: { ...clock, pausedAt: at, pausedFor: data.waitingFor } }),
  clockResumed: ({ clock }, { data, at }) => ({
    clock: {
      ...clock,
      promisedBy: data.promisedBy,
      moves: moved(clock, data, at),
      pausedAt: null,
      pausedFor: null,
      pausedMs: clock.pausedMs + data.pausedMs,
    },
  }),
  caseOffered: ({ offers }, { data, at }) => ({
    offers: [...offers, { ...data, at, state: 'offered', declinedBecause: '' }],
  }),
  offerWithdrawn: (state, { data }) => ({
    ...answerOffer(state, data.offerId, { state: 'withdrawn' }),
    ...(offerOf(state, data.offerId)?.state === 'accepted' ? reading(state, NOBODY) : {}),
  }),
  // A reader of our own takes the place of a service outside that has not answered.
  offerAccepted: (state, { data, at }) => ({
    ...answerOffer(state, data.offerId, { state: 'accepted' }),
    ...reading(state, { reader: offerOf(state, data.offerId)?.reader ?? null, acceptedAt: at }),
    outside: null,
  }),
  offerDeclined: (state, { data }) =>
    answerOffer(state, data.offerId, { state: 'declined', declinedBecause: data.reason }),
  sentOutside: (_, { data, at }) => ({ outside: { ...data, at, report: null } }),
  // The file's own hash locks a report that came from outside: it is what can be checked later.
  outsideReportReceived: (state, { data, at, actor }) => ({
    outside: state.outside === null ? null : { ...state.outside, report: data.report, broughtBy: actor.role },
    ...reading(state, { locked: { report: data.sections, hash: data.report.sha256, at } }),
  }),
};

export const READ_AND_DECIDED: Appliers<
  | 'readOpened'
  | 'findingsLocked'
  | 'originalRevealed'
  | 'reportsCompared'
  | 'opinionRevised'
  | 'reportSigned'
  | 'addendumAdded'
  | 'caseReturned'
  | 'reportRetracted'
  | 'resultDelivered'
  | 'resultSeen'
  | 'discussionRecorded'
  | 'thirdReadAsked'
  | 'thirdReadSettled'
  | 'decisionRecorded'
  | 'caseClosed'
  | 'caseCancelled'
  | 'caseErased'
> = {
  readOpened: (state, { at }) => reading(state, { openedAt: at }),
  findingsLocked: (state, { data, at }) => reading(state, { locked: { ...data, at } }),
  originalRevealed: (state, { at }) => reading(state, { revealedAt: at }),
  reportsCompared: (state, { data, at }) => reading(state, { comparison: { ...data.comparison, at } }),
  opinionRevised: (state, { data, at }) => reading(state, { revised: { ...data, at } }),
  // Where a service outside has read, its name stands under the opinion; the record names who took it over.
  reportSigned: (state, { data, at, actor }) => {
    const by =
      state.reading.reader === null && state.outside !== null ? { ...actor, name: state.outside.service } : actor;
    return reading(state, { signed: { ...data, by, at } });
  },
  addendumAdded: (state, { data, at, actor }) =>
    reading(state, { addenda: [...state.reading.addenda, { ...data, by: actor, at }] }),
  caseReturned: (state, { data }) => ({
    offers: state.offers.map((offer) =>
      offer.state === 'accepted' ? { ...offer, state: 'declined', declinedBecause: data.reason } : offer,
    ),
    ...reading(state, NOBODY),
  }),
  reportRetracted: (state, { data, at, actor }) => retracted(state, data, { at, by: actor }),
  // Delivered once more after an addendum: whoever had seen the result has not seen this one.
  resultDelivered: ({ clock }, { data, at }) => ({
    delivery: { deliveredAt: at, documentSha256: data.documentSha256, seenByPatientAt: null, seenByReferrerAt: null },
    clock: { ...clock, stoppedAt: clock.stoppedAt ?? at },
  }),
  resultSeen: ({ delivery }, { data, at }) => ({
    delivery: { ...delivery, [data.by === 'patient' ? 'seenByPatientAt' : 'seenByReferrerAt']: at },
  }),
  discussionRecorded: ({ decision }, { data, actor }) => ({
    decision: { ...decision, discussions: [...decision.discussions, { ...data, by: actor }] },
  }),
  thirdReadAsked: ({ decision }, { data, at }) => ({
    decision: { ...decision, thirdReadAsked: { reason: data.reason, at } },
    third: newThirdRead(data, at),
  }),
  thirdReadSettled: ({ third }, { data, at }) => ({
    third: third == null ? null : { ...third, settled: { ...data, at }, promisedBy: data.promisedBy },
  }),
  decisionRecorded: ({ decision }, { data, at, actor }) => ({
    decision: { ...decision, recorded: { ...data, by: actor, at } },
  }),
  caseClosed: (_, { at }) => ({ closedAt: at }),
  caseCancelled: (_, { data, at }) => ({ cancelled: { ...data, at } }),
  caseErased: (_, { data, at, actor }) => ({ erased: { ...data, by: actor, at } }),
};
