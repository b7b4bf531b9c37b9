import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../../testing/rules/cast.ts';
import { upTo } from '../../../../testing/rules/journey.ts';
import { documentsFor } from './documents.ts';

describe('documentsFor', () => {
  it('gives nobody a document that is not delivered, and everybody with a part the one that stands', () => {
    const before = upTo('compare').state;
    const { state } = upTo('deliver');
    const { documentSha256 } = state.delivery;
    for (const person of ['patient', 'coordinator', 'reader', 'referrer'] as const) {
      expect([person, [...documentsFor(subjectOf(person), before)]]).toEqual([person, []]);
      expect([person, [...documentsFor(subjectOf(person), state)]]).toEqual([person, [documentSha256]]);
    }
    expect(documentsFor(subjectOf('otherReader'), state).size).toBe(0);
  });
});
