import { openDenial } from '../money/coverage.ts';
import { moneyText, owed } from '../money/price.ts';
import { dateOf } from '../turnaround/dates.ts';
import { choice } from './choice.ts';
import {
  authorized,
  decider,
  heldStudies,
  isFunded,
  openOffer,
  openRequest,
  readOutside,
  redFlagOpen,
} from './readiness.ts';
import type { CaseState } from './state.ts';
import type { TrackMark, TrackView } from './view.ts';
import { type Role, TRACKS, type TrackName } from './vocabulary.ts';
import { seesMoney } from './waiting.ts';

interface Told {
  readonly mark: TrackMark;
  /** What follows `track.<track>.` in the id of the sentence. */
  readonly say: string;
  readonly with?: TrackView['with'];
}

const NOT_YET: Told = { mark: 'not-yet', say: 'not-yet' };

/**
 * The tracks of a case, each with its mark and one sentence (`track.images.accepted` …). `as` is who looks: the reader is
 * told of the original report no more than that it is there. `now` tells what is overdue.
 */
export function tracksOf(state: CaseState, now: string, as: Role | null = null): TrackView[] {
  return TRACKS.map((track) => {
    const told = tell(track, state, { now, as });
    return {
      track,
      mark: told.mark,
      say: `track.${track}.${told.say}`,
      with: told.with ?? {},
      since: state.touchedAt[track] ?? null,
    };
  });
}

function tell(track: TrackName, state: CaseState, look: { readonly now: string; readonly as: Role | null }): Told {
  if (state.erased != null && hasGone(track, state))
    return { mark: 'not-yet', say: 'erased', with: { on: dateOf(state.erased.at) } };
  if (track === 'report' && look.as === 'reader') return reportForReader(state);
  const told = TELL[track](state, look.now);
  if (track !== 'funding' || seesMoney(look.as)) return told;
  return { mark: told.mark, say: isFunded(state) ? 'settled' : 'open' };
}

/** What was there, and was erased. */
function hasGone(track: TrackName, { studies, report }: CaseState): boolean {
  return (track === 'images' && studies.length > 0) || (track === 'report' && report !== null);
}

const TELL: Readonly<Record<TrackName, (state: CaseState, now: string) => Told>> = {
  question,
  images,
  report,
  history: ({ history }) => (history === null ? NOT_YET : { mark: 'done', say: 'given' }),
  consent: ({ consent, clock }) => {
    if (consent !== null) return { mark: 'done', say: 'given', with: { name: consent.signerName } };
    return clock.startedAt === null ? NOT_YET : { mark: 'asked', say: 'withdrawn' };
  },
  funding,
  reading,
  delivery,
  decision,
};

function question(state: CaseState): Told {
  if (redFlagOpen(state)) return { mark: 'decide', say: 'stopped', with: { count: state.redFlags.yes.length } };
  if (state.question === null) return NOT_YET;
  return state.redFlags.answeredAt === null ? { mark: 'under-way', say: 'flags' } : { mark: 'done', say: 'asked' };
}

function images(state: CaseState, now: string): Told {
  const held = heldStudies(state).length;
  if (held > 0) return { mark: 'decide', say: 'held', with: { count: held } };
  const attached = state.studies.filter((study) => study.state === 'attached');
  const count = attached.reduce((sum, { instances }) => sum + instances, 0);
  switch (state.materials.images) {
    case 'accepted':
      return { mark: 'done', say: 'accepted', with: { count } };
    case 'received':
      return { mark: 'under-way', say: 'received', with: { count } };
    case 'rejected':
      return { mark: 'asked', say: 'rejected' };
    case 'requested':
      return asked(state, 'images', now);
    default:
      return NOT_YET;
  }
}

function asked(state: CaseState, kind: 'images' | 'report', now: string): Told {
  const request = openRequest(state, kind);
  const overdue = request !== null && request.dueOn < now.slice(0, 10);
  return {
    mark: 'asked',
    say: overdue ? 'overdue' : 'requested',
    with: { name: request?.facility.name ?? '', dueOn: request?.dueOn ?? '' },
  };
}

function report(state: CaseState, now: string): Told {
  switch (state.materials.report) {
    case 'accepted':
      return isOpen(state) ? { mark: 'done', say: 'opened' } : { mark: 'sealed', say: 'sealed' };
    case 'received':
      return { mark: 'under-way', say: 'received' };
    case 'rejected':
      return { mark: 'asked', say: 'rejected' };
    case 'requested':
      return asked(state, 'report', now);
    case 'declared-none':
      return { mark: 'done', say: 'none' };
    default:
      return NOT_YET;
  }
}

/** Whether the seal of the original report has done its work. */
function isOpen(state: CaseState): boolean {
  return state.reading.revealedAt !== null || readOutside(state) || state.reading.signed !== null;
}

/** No place, no author, no reason: only whether there is one. */
function reportForReader(state: CaseState): Told {
  if (state.report === null) return { mark: 'done', say: 'none' };
  return isOpen(state) ? { mark: 'done', say: 'opened' } : { mark: 'sealed', say: 'sealed' };
}

function funding(state: CaseState): Told {
  const { route, coverage, institution, waivedBecause, payments } = state.funding;
  if (waivedBecause !== null) return { mark: 'done', say: 'waived' };
  if (route === null) return NOT_YET;
  if (isFunded(state)) {
    if (route === 'institution')
      return { mark: 'done', say: 'institution', with: { name: institution?.institution ?? '' } };
    return { mark: 'done', say: route === 'insurance' && payments.length === 0 ? 'covered' : 'paid' };
  }
  if (route === 'institution') return { mark: 'under-way', say: 'institution-open' };
  if (route === 'insurance') {
    if (coverage === null) return { mark: 'under-way', say: 'coverage' };
    if (!authorized(state)) return leave(state, coverage.plan);
  }
  return { mark: 'asked', say: 'owed', with: { amount: moneyText(owed(state)) } };
}

function leave(state: CaseState, name: string): Told {
  const denial = openDenial(state);
  if (denial === null) return { mark: 'asked', say: 'authorization', with: { name } };
  return denial.appeal === null
    ? { mark: 'decide', say: 'denied', with: { name } }
    : { mark: 'asked', say: 'appealed', with: { name } };
}

function reading(state: CaseState): Told {
  const { reading: read, outside } = state;
  const name = read.reader?.name ?? outside?.service ?? '';
  if (read.signed !== null) return { mark: 'done', say: 'signed', with: { name: read.signed.by.name } };
  if (readOutside(state)) return { mark: 'under-way', say: 'outside-back', with: { name } };
  const offer = openOffer(state);
  if (offer !== null) return { mark: 'asked', say: 'offered', with: { name: offer.reader.name } };
  if (read.reader === null) return outside === null ? NOT_YET : { mark: 'asked', say: 'outside', with: { name } };
  if (read.locked !== null)
    return { mark: 'under-way', say: read.comparison === null ? 'locked' : 'compared', with: { name } };
  return { mark: 'under-way', say: read.openedAt === null ? 'accepted' : 'open', with: { name } };
}

function delivery({ delivery: sent, referrer }: CaseState): Told {
  if (sent.deliveredAt === null) return NOT_YET;
  const [seen, name] =
    decider({ referrer }) === 'referrer' ? [sent.seenByReferrerAt, referrer?.name ?? ''] : [sent.seenByPatientAt, ''];
  if (referrer === null)
    return seen === null ? { mark: 'asked', say: 'sent-patient' } : { mark: 'done', say: 'seen-patient' };
  return seen === null ? { mark: 'asked', say: 'sent', with: { name } } : { mark: 'done', say: 'seen', with: { name } };
}

function decision({ decision: made, delivery: sent, third }: CaseState): Told {
  if (made.recorded !== null && made.recorded.outcome !== 'third-read')
    return {
      mark: 'done',
      say: 'recorded',
      with: { outcome: choice(made.recorded.outcome), name: made.recorded.by.name },
    };
  if (third != null && third.delivery.deliveredAt !== null) return { mark: 'asked', say: 'third-here' };
  const reader = third?.reading.reader?.name ?? null;
  if (reader !== null) return { mark: 'under-way', say: 'third-reading', with: { name: reader } };
  if (made.recorded !== null || made.thirdReadAsked !== null) return { mark: 'under-way', say: 'third-read' };
  if (made.discussions.length > 0) return { mark: 'under-way', say: 'discussed' };
  return sent.deliveredAt === null ? NOT_YET : { mark: 'asked', say: 'open' };
}
