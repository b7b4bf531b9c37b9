import { describe, expect, it } from 'vitest';
import { actorOf, contextOf } from '../../../../testing/rules/cast.ts';
import { overWalks, type Taken } from '../../../../testing/rules/walk.ts';
import { workingMsBetween } from '../turnaround/working-time.ts';
import type { CaseState } from './state.ts';

const { calendar } = contextOf('', actorOf('coordinator'));

function everyStep(check: (step: Taken) => void): void {
  overWalks(({ taken }) => taken.forEach(check), { numRuns: 80, seed: 13 });
}

/** Everything that is needed of the patient, worked out here once more. */
function allThere({ question, redFlags, history, consent, materials, asks }: CaseState): boolean {
  return (
    question !== null &&
    redFlags.answeredAt !== null &&
    (redFlags.yes.length === 0 || redFlags.clearedBy !== null) &&
    history !== null &&
    consent !== null &&
    materials.images === 'accepted' &&
    ['received', 'accepted', 'declared-none'].includes(materials.report) &&
    asks.every(({ answer }) => answer !== null)
  );
}

/** A report that was taken back is promised anew: another clock begins. */
const isRetraction = (events: Taken['events']): boolean => events.some(({ type }) => type === 'reportRetracted');

describe('the clock', { timeout: 60_000 }, () => {
  it('starts once, when everything is there', () => {
    let started = 0;
    everyStep(({ before, after, events }) => {
      if (isRetraction(events)) return;
      if (before?.clock.startedAt != null) expect(after?.clock.startedAt).toBe(before.clock.startedAt);
      if (!events.some(({ type }) => type === 'clockStarted') || after === null) return;
      started += 1;
      expect(allThere(after)).toBe(true);
    });
    expect(started).toBeGreaterThan(20);
  });

  it('never runs backwards: neither the promise nor the time of pauses', () => {
    everyStep(({ before, after, events }) => {
      const [was, is] = [before?.clock, after?.clock];
      if (was?.promisedBy == null || isRetraction(events)) return;
      expect(Date.parse(is?.promisedBy ?? '')).toBeGreaterThanOrEqual(Date.parse(was.promisedBy));
      expect(is?.pausedMs).toBeGreaterThanOrEqual(was.pausedMs);
    });
  });

  it('stands still exactly while the patient or somebody else is waited for', () => {
    let pauses = 0;
    everyStep(({ after }) => {
      if (after === null || after.clock.startedAt === null) return;
      if (after.delivery.deliveredAt !== null || after.cancelled !== null || after.closedAt !== null) return;
      const { asks, consent, materials, redFlags, clock } = after;
      const waits =
        asks.some(({ answer }) => answer === null) ||
        consent === null ||
        (redFlags.yes.length > 0 && redFlags.clearedBy === null) ||
        [materials.images, materials.report].some((is) => ['missing', 'requested', 'rejected'].includes(is));
      if (waits) pauses += 1;
      expect(clock.pausedAt !== null).toBe(waits);
    });
    expect(pauses).toBeGreaterThan(20);
  });

  it('moves the promise by the working time of the pause', () => {
    let resumed = 0;
    everyStep(({ before, after, events, now }) => {
      if (!events.some(({ type }) => type === 'clockResumed')) return;
      const [was, is] = [before?.clock, after?.clock];
      if (was?.promisedBy == null || was.pausedAt == null || is?.promisedBy == null) throw new Error('No clock ran.');
      resumed += 1;
      const paused = workingMsBetween(was.pausedAt, now, calendar);
      expect(workingMsBetween(was.promisedBy, is.promisedBy, calendar)).toBe(paused);
      expect(is.pausedMs - was.pausedMs).toBe(Date.parse(now) - Date.parse(was.pausedAt));
    });
    expect(resumed).toBeGreaterThan(5);
  });

  it('says nothing more once the result is delivered', () => {
    everyStep(({ before, events }) => {
      if (before?.delivery.deliveredAt != null && !isRetraction(events))
        expect(events.filter(({ type }) => type.startsWith('clock'))).toEqual([]);
    });
  });
});
