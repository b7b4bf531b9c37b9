import { dateOf } from '../../turnaround/dates.ts';
import { type Check, filled, firstOf, isoDate, oneOf, reasoned, wrong } from '../fields.ts';
import type { CaseState } from '../state.ts';
import { done, type Handlers, happened, notYet, told } from './handler.ts';

const delivered = ({ delivery }: CaseState): Check => (delivery.deliveredAt === null ? notYet('delivery') : null);

/** A decision can follow one that only asked for a third reading. */
function undecided({ decision }: CaseState): Check {
  return decision.recorded === null || decision.recorded.outcome === 'third-read' ? null : done('decision');
}

/** An addendum changes what has to be handed out: then the result is delivered once more. */
function toDeliver({ reading, delivery }: CaseState): Check {
  if (reading.signed === null) return notYet('signature');
  if (delivery.deliveredAt === null) return null;
  const last = reading.addenda.at(-1);
  return last !== undefined && Date.parse(last.at) >= Date.parse(delivery.deliveredAt) ? null : done('delivery');
}

export const DELIVERY: Handlers<
  'deliverResult' | 'markSeen' | 'recordDiscussion' | 'askThirdRead' | 'recordDecision' | 'closeCase'
> = {
  deliverResult: {
    gate: (state) => firstOf(toDeliver(state), state.consent === null ? notYet('consent') : null),
    decide: ({ delivery }, { documentSha256 }) =>
      happened(
        firstOf(
          /^[0-9a-f]{64}$/.test(documentSha256) ? null : wrong('documentSha256', documentSha256),
          delivery.documentSha256 === documentSha256 ? done('delivery') : null,
        ),
        { type: 'resultDelivered', data: { documentSha256 } },
      ),
  },
  markSeen: {
    gate: (state, { role }) => {
      const seenAt = role === 'referrer' ? state.delivery.seenByReferrerAt : state.delivery.seenByPatientAt;
      return delivered(state) ?? (seenAt === null ? null : { code: 'nothing-changed' });
    },
    decide: (_, __, { actor }) =>
      happened(null, { type: 'resultSeen', data: { by: actor.role === 'referrer' ? 'referrer' : 'patient' } }),
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
    gate: (state) => firstOf(delivered(state), state.decision.thirdReadAsked === null ? null : done('third-read')),
    decide: (_, { reason }) => happened(reasoned(reason), { type: 'thirdReadAsked', data: { reason } }),
  },
  recordDecision: {
    gate: (state) => firstOf(delivered(state), undecided(state)),
    decide: (_, command, { now }) => {
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
      );
    },
  },
  closeCase: {
    gate: ({ decision }) => (decision.recorded === null ? notYet('decision') : null),
    decide: () => happened(null, { type: 'caseClosed', data: {} }),
  },
};

/** The last date that can be today somewhere: a day ahead of ours in UTC is still today further east. */
function tomorrow(now: string): string {
  return dateOf(new Date(Date.parse(now) + 86_400_000).toISOString());
}
