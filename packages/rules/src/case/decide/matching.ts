import { brokenRules } from '../../matching/hard-rules.ts';
import type { CommandOf } from '../commands.ts';
import { type Check, filled, firstOf, oneOf, reasoned, wrong } from '../fields.ts';
import { missingForMatching, missingForPacket, missingForReading, openOffer, readOutside } from '../readiness.ts';
import type { CaseState, DecideContext, Offer } from '../state.ts';
import type { Actor } from '../vocabulary.ts';
import { type Decision, done, type Handlers, happened, notFound, notYet, told } from './handler.ts';

/** Nobody reads it yet: neither accepted here nor answered by a service outside. */
function unread(state: CaseState): Check {
  if (state.reading.reader !== null) return done('reader');
  return readOutside(state) || state.reading.signed !== null ? done('report') : null;
}

const nothingOffered = (state: CaseState): Check => (openOffer(state) === null ? null : done('offer'));

/** An offer that can still be taken back: before an answer, or before the findings are locked. */
function takenBack(state: CaseState, offerId: string): Offer | undefined {
  return state.offers.find((offer) => offer.offerId === offerId && canBeTakenBack(state, offer));
}

function canBeTakenBack({ reading }: CaseState, offer: Offer): boolean {
  if (offer.state === 'offered') return true;
  return offer.state === 'accepted' && reading.reader?.readerId === offer.reader.readerId && reading.locked === null;
}

function ownOffer(state: CaseState, actor: Actor): Check {
  const offer = openOffer(state);
  return offer !== null && offer.reader.readerId === actor.personId ? null : notFound('offer', '');
}

function decideOffer(state: CaseState, command: CommandOf<'offerCase'>, { now, actor }: DecideContext): Decision {
  const { offerId, reader, reasons } = command;
  const broken = brokenRules(state, reader, now);
  // Who works on the case may know the original report: nobody hands a case to himself.
  const own = reader.readerId === actor.personId ? (['conflict-of-interest'] as const) : [];
  const rules = [...new Set([...broken, ...own])];
  return happened(
    firstOf(
      filled('offerId', offerId),
      state.offers.some((offer) => offer.offerId === offerId) ? done('offer') : null,
      filled('reader', reader.readerId),
      rules.length === 0 ? null : { code: 'reader-not-suited', rules },
    ),
    { type: 'caseOffered', data: { offerId, reader, reasons } },
  );
}

export const MATCHING: Handlers<
  'offerCase' | 'withdrawOffer' | 'acceptOffer' | 'declineOffer' | 'sendOutside' | 'receiveOutsideReport'
> = {
  offerCase: {
    gate: (state) => firstOf(unread(state), nothingOffered(state), notYet(...missingForMatching(state))),
    decide: decideOffer,
  },
  withdrawOffer: {
    gate: (state) => (state.offers.some((offer) => canBeTakenBack(state, offer)) ? null : notFound('offer', '')),
    decide: (state, { offerId, reason }) =>
      happened(firstOf(takenBack(state, offerId) === undefined ? notFound('offer', offerId) : null, reasoned(reason)), {
        type: 'offerWithdrawn',
        data: { offerId, reason },
      }),
  },
  acceptOffer: {
    gate: (state, actor) => firstOf(ownOffer(state, actor), notYet(...missingForReading(state))),
    decide: (state, { offerId, noConflict }) =>
      happened(
        firstOf(
          openOffer(state)?.offerId === offerId ? null : notFound('offer', offerId),
          noConflict === true ? null : { code: 'conflict-of-interest' },
        ),
        { type: 'offerAccepted', data: { offerId } },
      ),
  },
  declineOffer: {
    gate: ownOffer,
    decide: (state, { offerId, reason }) =>
      happened(firstOf(openOffer(state)?.offerId === offerId ? null : notFound('offer', offerId), reasoned(reason)), {
        type: 'offerDeclined',
        data: { offerId, reason },
      }),
  },
  sendOutside: {
    gate: (state, { role }) =>
      firstOf(
        unread(state),
        nothingOffered(state),
        state.outside === null ? null : done('service'),
        // A patient takes her own images where she likes; the practice hands out what it has checked.
        notYet(...(role === 'patient' ? missingForPacket(state) : missingForMatching(state))),
      ),
    decide: (_, command) =>
      happened(
        firstOf(
          filled('service', command.service),
          /^[0-9a-f]{64}$/.test(command.packetSha256) ? null : wrong('packetSha256', command.packetSha256),
          command.way === undefined ? null : oneOf('way', command.way, ['mail', 'portal']),
        ),
        { type: 'sentOutside', data: told(command) },
      ),
  },
  receiveOutsideReport: {
    gate: (state) => (state.outside === null ? notFound('service', '') : firstOf(unread(state), nothingOffered(state))),
    decide: (_, { report, sections }) =>
      happened(
        firstOf(
          filled('report', report.reportId),
          /^[0-9a-f]{64}$/.test(report.sha256) ? null : wrong('report', report.sha256),
          filled('findings', `${sections.findings}${sections.impression}`),
        ),
        { type: 'outsideReportReceived', data: { report, sections } },
      ),
  },
};
