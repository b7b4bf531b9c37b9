import { dateOf } from '../../turnaround/dates.ts';
import { promisedBy } from '../../turnaround/promise.ts';
import type { EventBody } from '../events.ts';
import { type Check, filled, firstOf, isoDate, oneOf, reasoned, wrong } from '../fields.ts';
import type { CaseState, DecideContext } from '../state.ts';
import { isSettled, needsDelivery, ofThird, openThird } from '../third.ts';
import type { Role } from '../vocabulary.ts';
import { done, type Handlers, happened, notYet, told } from './handler.ts';

const delivered = ({ delivery }: CaseState): Check => (delivery.deliveredAt === null ? notYet('delivery') : null);

/** A decision can follow one that only asked for a third reading. */
function undecided({ decision }: CaseState): Check {
  return decision.recorded === null || decision.recorded.outcome === 'third-read' ? null : done('decision');
}

/** An addendum changes what has to be handed out: then the result is delivered once more. */
function toDeliver(state: CaseState): Check {
  if (state.reading.signed === null) return notYet('signature');
  return needsDelivery(state) ? null : done('delivery');
}

/** What this role has not opened yet: the second opinion, the third, or both. One opening shows all that is there. */
function unseen({ delivery, third }: CaseState, role: Role): readonly ('second' | 'third')[] {
  const by = role === 'referrer' ? 'seenByReferrerAt' : 'seenByPatientAt';
  const isNew = (of: CaseState['delivery']) => of.deliveredAt !== null && of[by] === null;
  return [
    ...(isNew(delivery) ? (['second'] as const) : []),
    ...(third != null && isNew(third.delivery) ? (['third'] as const) : []),
  ];
}

/** Who decides waits for a third reader who is at work. */
function thirdIsDone(state: CaseState): Check {
  const third = openThird(state);
  return third === null || third.reading.reader === null ? null : notYet('third-read');
}

function askedOf(state: CaseState, reason: string, { now, prices, calendar }: DecideContext): EventBody {
  const { thirdRead } = prices;
  const days = prices.levels[state.funding.serviceLevel].workingDays;
  const priced =
    thirdRead === undefined
      ? { promisedBy: promisedBy(now, days, calendar) }
      : { price: { amountMinor: thirdRead.amountMinor, currency: prices.currency } };
  return { type: 'thirdReadAsked', data: { reason, ...priced } };
}

export const DELIVERY: Handlers<
  | 'deliverResult'
  | 'markSeen'
  | 'recordDiscussion'
  | 'askThirdRead'
  | 'settleThirdRead'
  | 'recordDecision'
  | 'closeCase'
> = {
  deliverResult: {
    // Which of the two readings is delivered, the command says; one of them waits for it.
    gate: (state) =>
      firstOf(
        state.third != null && needsDelivery(state.third) ? null : toDeliver(state),
        state.consent === null ? notYet('consent') : null,
      ),
    decide: (state, { documentSha256 }) =>
      happened(
        firstOf(
          toDeliver(state),
          /^[0-9a-f]{64}$/.test(documentSha256) ? null : wrong('documentSha256', documentSha256),
          state.delivery.documentSha256 === documentSha256 ? done('delivery') : null,
        ),
        { type: 'resultDelivered', data: { documentSha256 } },
      ),
  },
  markSeen: {
    gate: (state, { role }) =>
      delivered(state) ?? (unseen(state, role).length > 0 ? null : { code: 'nothing-changed' }),
    decide: (state, _, { actor }) => {
      const by = actor.role === 'referrer' ? 'referrer' : 'patient';
      const seen: EventBody = { type: 'resultSeen', data: { by } };
      return happened(null, ...unseen(state, actor.role).map((read) => (read === 'third' ? ofThird(seen) : seen)));
    },
  },
  recordDiscussion: {
    gate: delivered,
    decide: (_, { on, note }, { now }) =>
      happened(firstOf(isoDate('on', on), on > tomorrow(now) ? wrong('on', on) : null, filled('note', note)), {
        type: 'discussionRecorded',
        data: { on, note },
      }),
  },
  askThirdRead: {
    gate: (state) =>
      firstOf(delivered(state), undecided(state), state.decision.thirdReadAsked === null ? null : done('third-read')),
    decide: (state, { reason }, context) => happened(reasoned(reason), askedOf(state, reason, context)),
  },
  settleThirdRead: {
    gate: ({ third }) => {
      if (third == null) return notYet('third-read');
      return isSettled(third) ? done('third-read') : null;
    },
    decide: (_, command, { now, prices, calendar }) => {
      const { how, reference } = command;
      return happened(firstOf(oneOf('how', how, ['paid', 'waived']), how === 'waived' ? reasoned(reference) : null), {
        type: 'thirdReadSettled',
        data: { how, reference, promisedBy: promisedBy(now, prices.thirdRead?.workingDays ?? 1, calendar) },
      });
    },
  },
  recordDecision: {
    gate: (state) => firstOf(delivered(state), undecided(state), thirdIsDone(state)),
    decide: (state, command, context) => {
      const { now } = context;
      const asks = command.outcome === 'third-read' && state.decision.thirdReadAsked === null;
      const { outcome, courseOfAction, discussedOn } = command;
      const needsWords = outcome === 'treatment-changed' || outcome === 'further-tests';
      return happened(
        firstOf(
          oneOf('outcome', outcome, ['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change']),
          needsWords ? filled('courseOfAction', courseOfAction) : null,
          isoDate('discussedOn', discussedOn, true),
          discussedOn > tomorrow(now) ? wrong('discussedOn', discussedOn) : null,
        ),
        { type: 'decisionRecorded', data: told(command) },
        ...(asks ? [askedOf(state, courseOfAction, context)] : []),
      );
    },
  },
  closeCase: {
    gate: (state) => (undecided(state) === null ? notYet('decision') : null),
    decide: () => happened(null, { type: 'caseClosed', data: {} }),
  },
};

/** The last date that can be today somewhere: a day ahead of ours in UTC is still today further east. */
function tomorrow(now: string): string {
  return dateOf(new Date(Date.parse(now) + 86_400_000).toISOString());
}
