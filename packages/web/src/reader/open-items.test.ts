import type { SeriesSummary } from '@overread/imaging/model.ts';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import { describe, expect, it } from 'vitest';
import { checklistNamed, linesOf } from './checklist.ts';
import { mayLock, openItems } from './open-items.ts';

const question = { id: 'q1', askedBy: 'patient', text: 'Is it narrow?' } as const;
const series = (uid: string, role: SeriesSummary['role']) => ({ seriesInstanceUid: uid, role }) as SeriesSummary;
const lines = linesOf(checklistNamed('knee'), [{ id: 'knee.other.mass', label: 'Mass', answer: 'absent' }]);
const base = {
  report: EMPTY_READER_REPORT,
  lines,
  questions: [question],
  series: [series('a', 'diagnostic'), series('b', 'diagnostic'), series('c', 'localizer')],
  seen: new Map([['a', 3]]),
};

describe('what is open before the lock', () => {
  it('names lines, empty fields, unanswered questions and unseen diagnostic series', () => {
    const open = openItems(base);
    expect(open.lines).toHaveLength(lines.length - 1);
    expect(open.missing).toEqual(['findings', 'impression']);
    expect(open.unanswered).toEqual([question]);
    expect(open.unseen.map(({ seriesInstanceUid }) => seriesInstanceUid)).toEqual(['b']);
    expect(mayLock(open)).toBe(false);
  });

  it('does not take blanks for an answer, and lets open lines be locked', () => {
    const report = { ...EMPTY_READER_REPORT, findings: 'Small bulge.', impression: 'Bulge.' };
    const blank = { ...report, answers: [{ questionId: 'q1', text: '  ' }] };
    expect(mayLock(openItems({ ...base, report: blank }))).toBe(false);
    const full = { ...report, answers: [{ questionId: 'q1', text: 'No.' }] };
    const open = openItems({ ...base, report: full });
    expect(mayLock(open)).toBe(true);
    expect(open.lines.length).toBeGreaterThan(0);
  });
});
