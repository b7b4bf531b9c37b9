import { DAY_MS, dateOf } from '../../turnaround/dates.ts';
import { type Check, filled, firstOf, oneOf, wrong } from '../fields.ts';
import { decider } from '../readiness.ts';
import type { CaseState, Share } from '../state.ts';
import type { Actor } from '../vocabulary.ts';
import { done, type Handlers, happened, notFound, notYet, told } from './handler.ts';

const delivered = ({ delivery }: CaseState): Check => (delivery.deliveredAt === null ? notYet('delivery') : null);

/** A link is open for a year at most, and for so many looks. */
const LONGEST_DAYS = 366;
const MOST_VIEWS = 100;

/** The readings of which the deciding person has not opened the result, by when each was delivered. */
export function unopened(state: CaseState): readonly string[] {
  const by = decider(state) === 'referrer' ? 'seenByReferrerAt' : 'seenByPatientAt';
  return [state.delivery, state.third?.delivery].flatMap((each) =>
    each?.deliveredAt != null && each[by] === null ? [each.deliveredAt] : [],
  );
}

/** Why a share link opens nothing any more; null while it does. */
export function shareOver(share: Share, now: string): 'withdrawn' | 'expired' | 'used-up' | null {
  if (share.withdrawnAt !== null) return 'withdrawn';
  if (Date.parse(share.expiresAt) <= Date.parse(now)) return 'expired';
  return share.openedAt.length >= share.views ? 'used-up' : null;
}

const shareOf = ({ shares = [] }: CaseState, shareId: string) => shares.find((share) => share.shareId === shareId);

/** The reader of the reading that a question is about. */
function askedReader({ reading, third }: CaseState, to: 'second' | 'third'): string | null {
  return (to === 'third' ? third?.reading : reading)?.reader?.readerId ?? null;
}

/** Whose report is out and who can be asked here: a service outside is asked by the practice, elsewhere. */
const answering = (state: CaseState): readonly ('second' | 'third')[] => [
  ...(askedReader(state, 'second') === null ? [] : (['second'] as const)),
  ...(askedReader(state, 'third') === null || state.third?.delivery.deliveredAt == null ? [] : (['third'] as const)),
];

const openFor = (state: CaseState, { personId }: Actor) =>
  (state.talk ?? []).filter(({ to, answer }) => answer === null && askedReader(state, to) === personId);

function checkExpiry(expiresAt: string, now: string): Check {
  const left = Date.parse(expiresAt) - Date.parse(now);
  return left > 0 && left <= LONGEST_DAYS * DAY_MS ? null : wrong('expiresAt', dateOr(expiresAt));
}

const dateOr = (text: string): string => (Number.isNaN(Date.parse(text)) ? text : dateOf(text));

/** What goes on round a result that is out: questions to its reader, who has not opened it, and whom the patient shows it. */
export const FOLLOWING: Handlers<
  'askReader' | 'answerReader' | 'recordCall' | 'escalateResult' | 'shareResult' | 'withdrawShare' | 'openShare'
> = {
  askReader: {
    gate: (state) => delivered(state) ?? (answering(state).length > 0 ? null : notYet('reader')),
    decide: (state, command) =>
      happened(
        firstOf(
          filled('questionId', command.questionId),
          filled('text', command.text),
          oneOf('to', command.to, answering(state)),
          (state.talk ?? []).some(({ questionId }) => questionId === command.questionId) ? done('question') : null,
        ),
        { type: 'readerAsked', data: told(command) },
      ),
  },
  answerReader: {
    gate: (state, actor) => (openFor(state, actor).length > 0 ? null : notFound('question', '')),
    decide: (state, { questionId, text }, { actor }) =>
      happened(
        firstOf(
          openFor(state, actor).some((each) => each.questionId === questionId)
            ? null
            : notFound('question', questionId),
          filled('text', text),
        ),
        { type: 'readerAnswered', data: { questionId, text } },
      ),
  },
  recordCall: {
    gate: delivered,
    decide: (_, command) =>
      happened(
        firstOf(
          oneOf('to', command.to, ['patient', 'referrer']),
          filled('number', command.number),
          oneOf('outcome', command.outcome, ['reached', 'message', 'no-answer']),
          command.outcome === 'reached' ? filled('spokenTo', command.spokenTo) : null,
        ),
        { type: 'callRecorded', data: told(command) },
      ),
  },
  escalateResult: {
    gate: (state) => delivered(state) ?? (unopened(state).length > 0 ? null : { code: 'nothing-changed' }),
    decide: (state, { step, deliveredAt }) =>
      happened(
        firstOf(
          oneOf('step', step, ['reminder', 'coordinator', 'telephone']),
          unopened(state).includes(deliveredAt) ? null : { code: 'nothing-changed' },
        ),
        { type: 'resultEscalated', data: { step, deliveredAt } },
      ),
  },
  shareResult: {
    gate: delivered,
    decide: (state, command, { now }) =>
      happened(
        firstOf(
          filled('shareId', command.shareId),
          shareOf(state, command.shareId) === undefined ? null : done('share'),
          filled('label', command.label),
          /^[0-9a-f]{64}$/.test(command.secretSha256) ? null : wrong('secretSha256', command.secretSha256),
          checkExpiry(command.expiresAt, now),
          Number.isInteger(command.views) && command.views >= 1 && command.views <= MOST_VIEWS
            ? null
            : wrong('views', command.views),
        ),
        { type: 'resultShared', data: told(command) },
      ),
  },
  withdrawShare: {
    gate: ({ shares = [] }) => (shares.some(({ withdrawnAt }) => withdrawnAt === null) ? null : notFound('share', '')),
    decide: (state, { shareId }) => {
      const share = shareOf(state, shareId);
      return happened(share === undefined || share.withdrawnAt !== null ? notFound('share', shareId) : null, {
        type: 'shareWithdrawn',
        data: { shareId },
      });
    },
  },
  openShare: {
    gate: ({ shares = [] }) => (shares.length > 0 ? null : notFound('share', '')),
    decide: (state, { shareId }, { now }) => {
      const share = shareOf(state, shareId);
      const over = share === undefined ? null : shareOver(share, now);
      const check: Check =
        share === undefined ? notFound('share', shareId) : over === null ? null : { code: 'share-over', because: over };
      return happened(check, { type: 'shareOpened', data: { shareId } });
    },
  },
};
