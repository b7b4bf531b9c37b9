import { DEMO_PRACTICE } from '@overread/demo';
import { CASE_VIEW_ACTIONS } from '@overread/rules/access/conditions.ts';
import { refuse } from '@overread/rules/access/policy.ts';
import { mustNotWait, worthAsking } from '@overread/rules/asking/worth-asking.ts';
import type { EventType } from '@overread/rules/case/events.ts';
import { TRACKS_OF } from '@overread/rules/case/evolve/tracks-of-events.data.ts';
import { recordSay } from '@overread/rules/case/record.ts';
import type { Refusal } from '@overread/rules/case/refusals.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { tracksOf } from '@overread/rules/case/tracks.ts';
import { REASONS, RED_FLAGS, type Role, STAGES, TRACKS } from '@overread/rules/case/vocabulary.ts';
import { waitingOf } from '@overread/rules/case/waiting.ts';
import { IDENTITY_REASONS } from '@overread/rules/identity/check-identity.ts';
import { suggestReaders } from '@overread/rules/matching/suggest-readers.ts';
import { CATALOGUES, createSay, refusalWords } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { PEOPLE, subjectOf } from './cast.ts';
import { blanksOf, isWorded } from './catalogue.ts';
import { overWalks } from './walk.ts';

const say = createSay('en', { unknown: 'throw' });
const VIEWERS: readonly (Role | null)[] = [null, 'patient', 'coordinator', 'reader', 'referrer', 'administrator'];
const WALKS = { numRuns: 160, seed: 18 };
type Values = Readonly<Record<string, string | number>>;

/** Fails when a sentence is missing or has a blank that nothing fills. */
function expectWorded(id: string, values: Values): void {
  const unfilled = [...blanksOf(id)].filter((blank) => !Object.hasOwn(values, blank));
  expect([id, isWorded(id), unfilled]).toEqual([id, true, []]);
}

/** The ids of a kind that the catalogue of cases has. */
const idsOf = (kind: string): readonly string[] =>
  Object.keys(CATALOGUES.en.case ?? {}).filter((id) => id.startsWith(`${kind}.`));

describe('every sentence that the rules name is in the catalogue, with no blank too many', { timeout: 60_000 }, () => {
  const met = new Set<string>();

  it('tracks and waiting, as everybody sees them', () => {
    const look = (after: CaseState, now: string) => {
      const told = VIEWERS.flatMap((as) => [...tracksOf(after, now, as), waitingOf(after, now, as)]);
      for (const { say: id, with: values } of told) {
        if (!met.has(id)) expectWorded(id, values);
        met.add(id);
      }
    };
    overWalks(({ taken }) => {
      for (const { before, after, now } of taken) if (after !== null && after !== before) look(after, now);
    }, WALKS);
  });

  it('and the walks meet nearly all that the catalogue has, so that none stands there for nothing', () => {
    // A due date that passed, to which walks of a few weeks do not come; an insurer's no, which has tests of its own.
    const rare = [
      ...['track.images.overdue', 'track.report.overdue', 'track.funding.denied', 'track.funding.appealed'],
      ...['waiting.denied', 'waiting.denied.patient', 'waiting.appeal', 'waiting.appeal.patient'],
      ...['waiting.call-patient', 'waiting.call-patient.patient'],
    ];
    const never = [...idsOf('track'), ...idsOf('waiting')].filter((id) => !met.has(id) && !rare.includes(id));
    expect(never).toEqual([]);
  });

  it('the record', () => {
    const told = new Set<EventType>();
    overWalks(({ record }) => {
      for (const event of record) {
        if (told.has(event.type)) continue;
        told.add(event.type);
        const { id, with: values } = recordSay(event);
        expectWorded(id, values);
        expect(say(id, values)).not.toMatch(/undefined|[{}]/);
      }
    }, WALKS);
    expect([...told].sort()).toEqual(Object.keys(TRACKS_OF).sort());
    expect(idsOf('record').length).toBe(told.size);
  });

  it('refusals of commands and of looks, in whole sentences', () => {
    const refusals = new Map<string, Refusal>();
    const fields = new Set<string>();
    const keep = (refusal: Refusal | null) => {
      if (refusal === null) return;
      refusals.set(refusal.code, refusal);
      if ('field' in refusal) fields.add(refusal.field);
      if ('what' in refusal) fields.add(refusal.what);
    };
    overWalks(
      ({ taken, state }) => {
        for (const { decision } of taken) keep('refused' in decision ? decision.refused : null);
        for (const action of CASE_VIEW_ACTIONS)
          for (const person of PEOPLE) keep(refuse(subjectOf(person), action, state));
      },
      { ...WALKS, numRuns: 60 },
    );
    for (const refusal of refusals.values()) expect(refusalWords(say, refusal)).toMatch(/^[A-Z0-9].*\.$/s);
    expect(refusals.size).toBeGreaterThan(18);
    expect(
      [...fields].filter((field) => !isWorded(`field.${field}`) && !isWorded(`field.${field.split('.').at(-1)}`)),
    ).toEqual([]);
  });

  it('why a reader is suggested', () => {
    overWalks(
      ({ state }) => {
        if (state === null) return;
        for (const { reasons } of suggestReaders(state, DEMO_PRACTICE.readers, '2026-11-25T15:00:00Z')) {
          for (const { id, with: values } of reasons) {
            expectWorded(id, values);
            expect(say(id, values)).not.toMatch(/undefined|[{}_]/);
          }
        }
      },
      { ...WALKS, numRuns: 20 },
    );
  });

  it('stages, tracks, identity', () => {
    for (const stage of STAGES) expectWorded(`stage.${stage}`, {});
    for (const track of TRACKS) expectWorded(`track.${track}.not-yet`, {});
    for (const reason of IDENTITY_REASONS) expectWorded(`identity.${reason}`, {});
  });

  it('whether to ask at all, and how fast to act instead', () => {
    const asked = { readBySubspecialist: false, aboutImages: true };
    const told = [
      ...REASONS.map((reason) => worthAsking({ ...asked, reasons: [reason] })),
      worthAsking({ ...asked, reasons: [] }),
      worthAsking({ ...asked, reasons: REASONS, readBySubspecialist: true }),
      worthAsking({ ...asked, reasons: REASONS, aboutImages: false }),
    ];
    expect(new Set(told.map(({ worth }) => worth))).toEqual(new Set(['usually', 'perhaps', 'rather-not']));
    for (const { because } of told) expectWorded(because, {});
    for (const flag of RED_FLAGS) expectWorded(`asking.haste.${mustNotWait([flag])}`, {});
  });
});

it('finds the blanks of a sentence, those inside of choices too', () => {
  expect([...blanksOf('record.recordsRequested')].sort()).toEqual(['dueOn', 'facility', 'name', 'wants']);
  expect(isWorded('waiting.nothing')).toBe(false);
});
