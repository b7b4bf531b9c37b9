import type { CaseRow } from '@overread/rules/case/view.ts';
import { STAGES } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import { groupOf, inWorkOrder } from './work-list-groups.ts';

const row = (id: string, promisedBy: string | null, urgent = false) =>
  ({ id, promisedBy, waiting: { urgent } }) as unknown as CaseRow;

describe('the work list', () => {
  it('puts an offer first whatever the stage, and each stage of reading in its group', () => {
    expect(STAGES.map((stage) => groupOf({ stage, offerId: 'o' }))).toEqual(STAGES.map(() => 'offered'));
    expect(STAGES.map((stage) => groupOf({ stage, offerId: null }))).toEqual([
      null,
      null,
      null,
      null,
      'toRead',
      'toCompare',
      'signed',
      'signed',
      'signed',
      null,
    ]);
  });

  it('orders by urgency, then by the promised date, undated last', () => {
    const rows = [row('later', '2026-06-01'), row('none', null), row('soon', '2026-05-20'), row('now', null, true)];
    expect(inWorkOrder(rows).map(({ id }) => id)).toEqual(['now', 'soon', 'later', 'none']);
  });
});
