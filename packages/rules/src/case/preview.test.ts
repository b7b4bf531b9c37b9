import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../../testing/rules/cast.ts';
import { upTo } from '../../../../testing/rules/journey.ts';
import { refuse } from '../access/policy.ts';
import { patientPreview } from './preview.ts';
import { sharedView } from './shared-view.ts';

const NOW = '2026-06-01T10:00:00.000Z';
const reader = (state: ReturnType<typeof upTo>['state']) => {
  const by = state.reading.reader;
  if (by === null) throw new Error('Nobody reads this case.');
  return { personId: by.readerId, name: by.name, role: 'reader' } as const;
};

describe('the preview of the result', () => {
  it('is what the patient reads once it is signed and delivered', () => {
    const { state: before } = upTo('compare');
    const { state: after } = upTo('deliver');
    const preview = patientPreview(before, reader(before), null, NOW);
    const { second, comparison, report, question } = sharedView(after, NOW);
    expect(preview).toMatchObject({ second, comparison, report });
    expect(preview.question?.questions).toEqual(question?.questions);
    expect(preview.reading.signedBy).toBe(after.reading.signed?.by.name);
  });

  it('shows what is being checked in the place of what was kept, and leaves out what the patient told', () => {
    const { state } = upTo('compare');
    const { comparison } = state.reading;
    if (comparison === null) throw new Error('Nothing was compared.');
    const preview = patientPreview(state, reader(state), { ...comparison, plainWords: 'In plain words.' }, NOW);
    expect(preview.comparison?.plainWords).toBe('In plain words.');
    expect(preview).toMatchObject({ contact: null, history: null, funding: null, messages: [], mayDo: [], maySee: [] });
    expect(state.reading.signed).toBeNull();
  });

  it('is for the reader alone, and only when the seal is open', () => {
    for (const station of ['read', 'lock'] as const) {
      expect([station, refuse(subjectOf('reader'), 'result:preview', upTo(station).state)]).not.toEqual([
        station,
        null,
      ]);
    }
    const { state } = upTo('compare');
    expect(refuse(subjectOf('reader'), 'result:preview', state)).toBeNull();
    for (const person of ['patient', 'referrer', 'otherReader', 'coordinator'] as const) {
      expect([person, refuse(subjectOf(person), 'result:preview', state)]).not.toEqual([person, null]);
    }
  });
});
