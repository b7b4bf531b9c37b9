import type { CaseView, TrackView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { isStopped, nextStep, OTHER_TRACKS, OWN_TRACKS, trackPage } from './case-model.ts';

const TRACKS = [...OWN_TRACKS, ...OTHER_TRACKS].map(
  (track): TrackView => ({ track, mark: 'not-yet', say: '', with: {}, since: null }),
);
const view = (part: object): CaseView =>
  ({
    stage: 'preparing',
    second: null,
    question: null,
    history: null,
    consent: null,
    redFlags: { answeredAt: null, yes: [], clearedBy: null },
    materials: { images: 'missing', report: 'missing' },
    funding: { route: null },
    tracks: TRACKS,
    waiting: { say: 'waiting.match.patient' },
    ...part,
  }) as unknown as CaseView;

const ASKED = { question: {}, redFlags: { answeredAt: 'x', yes: [], clearedBy: null } };

describe("the patient's next step", () => {
  it('is what the sentence at the top speaks of', () => {
    expect(nextStep(view({ ...ASKED, waiting: { say: 'waiting.consent.patient' } }))).toEqual({
      track: 'consent',
      to: '/case/$caseId/consent',
    });
  });

  it('is else the first that is open', () => {
    expect(nextStep(view({}))?.track).toBe('question');
    expect(nextStep(view(ASKED))?.track).toBe('history');
    const rest = { ...ASKED, history: {}, consent: {}, materials: { images: 'received', report: 'declared-none' } };
    expect(nextStep(view(rest))?.track).toBe('funding');
    expect(nextStep(view({ ...rest, funding: { route: 'self-pay' } }))).toBeNull();
  });

  it('is none once the result is there or the case is over', () => {
    expect(nextStep(view({ second: {} }))).toBeNull();
    expect(nextStep(view({ stage: 'cancelled' }))).toBeNull();
  });
});

it('leads to the result only once it is there', () => {
  expect(trackPage(view({}), 'delivery')).toBeNull();
  expect(trackPage(view({ second: {} }), 'decision')).toBe('/case/$caseId/result');
  expect(trackPage(view({}), 'reading')).toBeNull();
});

it('stops while a sign is open, and goes on when a person has cleared it', () => {
  expect(isStopped(view({ redFlags: { answeredAt: 'x', yes: ['stroke'], clearedBy: null } }))).toBe(true);
  expect(isStopped(view({ redFlags: { answeredAt: 'x', yes: ['stroke'], clearedBy: {} } }))).toBe(false);
});
