import type { CaseRow } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { deskLines, flatLines, lineAfter, spanSince } from './desk-lines.ts';
import { countViews, isFound, isIn, isLate, viewNamed, WHO_ORDER } from './desk-views.ts';

const NOW = new Date('2026-05-12T09:00:00Z');

function row(
  change: Partial<CaseRow> & { readonly who?: CaseRow['waiting']['who']; readonly since?: string },
): CaseRow {
  const { who = 'coordinator', since = '2026-05-10T09:00:00Z', ...rest } = change;
  return {
    id: '1',
    number: '2026-0417',
    stage: 'preparing',
    patientName: 'Almeida, Ruth',
    birthDate: '1961-03-14',
    sex: 'F',
    region: 'lumbar-spine',
    side: 'none',
    question: 'Is the stenosis severe?',
    waiting: { who, say: 'waiting.report', with: {}, since, urgent: false },
    tracks: [],
    promisedBy: null,
    running: false,
    readerName: null,
    offerId: null,
    updatedAt: since,
    ...rest,
  };
}

describe('the views of the desk', () => {
  it('puts what is over into "closed" and nowhere else', () => {
    const over = row({ stage: 'cancelled' });
    expect(isIn('closed', over, NOW)).toBe(true);
    expect(isIn('everyone', over, NOW)).toBe(false);
    expect(isIn('coordinator', over, NOW)).toBe(false);
    expect(isIn('closed', row({}), NOW)).toBe(false);
  });

  it('counts each open case once by whom it waits on', () => {
    const rows = [
      row({}),
      row({ who: 'patient' }),
      row({ who: 'patient', stage: 'delivered' }),
      row({ stage: 'closed' }),
    ];
    const counts = countViews(rows, NOW);
    expect(counts.everyone).toBe(3);
    expect(counts.patient).toBe(2);
    expect(counts.closed).toBe(1);
    expect(counts.unopened).toBe(1);
    expect(WHO_ORDER.reduce((sum, who) => sum + counts[who], 0)).toBe(counts.everyone);
  });

  it('calls a case late only while its clock runs and nothing was sent', () => {
    const late = { promisedBy: '2026-05-11T17:00:00Z', running: true } as const;
    expect(isLate(row(late), NOW)).toBe(true);
    expect(isLate(row({ ...late, running: false }), NOW)).toBe(false);
    expect(isLate(row({ ...late, tracks: [{ track: 'delivery', mark: 'done' }] }), NOW)).toBe(false);
    expect(isIn('this-week', row({ promisedBy: '2026-05-15T17:00:00Z', running: true }), NOW)).toBe(true);
    expect(isIn('this-week', row({ promisedBy: '2026-06-15T17:00:00Z', running: true }), NOW)).toBe(false);
  });

  it('reads a view from an address, and takes everyone for what it does not know', () => {
    expect(viewNamed('insurer')).toBe('insurer');
    expect(viewNamed('nonsense')).toBe('everyone');
    expect(viewNamed(undefined)).toBe('everyone');
  });

  it('finds by number, name and question, without accents, in any order', () => {
    expect(isFound(row({}), '0417')).toBe(true);
    expect(isFound(row({ patientName: 'Novák, Petra' }), 'petra novak')).toBe(true);
    expect(isFound(row({}), 'ruth knee')).toBe(false);
    expect(isFound(row({}), '  ')).toBe(true);
  });
});

describe('the lines of the desk', () => {
  const rows = [
    row({ id: 'a', who: 'patient', since: '2026-05-11T09:00:00Z' }),
    row({ id: 'b' }),
    row({ id: 'c', who: 'patient', since: '2026-05-01T09:00:00Z' }),
  ];

  it('groups by who, ours first, and tells the oldest of each group', () => {
    const lines = deskLines(rows, new Set());
    expect(lines.map(({ key }) => key)).toEqual(['group-coordinator', 'b', 'group-patient', 'a', 'c']);
    expect(lines[2]).toMatchObject({ count: 2, oldest: '2026-05-01T09:00:00Z', open: true });
    expect(flatLines(rows).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('keeps the head of a folded group', () => {
    const lines = deskLines(rows, new Set(['patient']));
    expect(lines.map(({ key }) => key)).toEqual(['group-coordinator', 'b', 'group-patient']);
  });

  it('moves by key and stays within the list', () => {
    expect(lineAfter('ArrowDown', 0, 5)).toBe(1);
    expect(lineAfter('ArrowUp', 0, 5)).toBe(0);
    expect(lineAfter('PageDown', 1, 5)).toBe(4);
    expect(lineAfter('Home', 3, 5)).toBe(0);
    expect(lineAfter('End', 3, 5)).toBe(4);
    expect(lineAfter('x', 3, 5)).toBeNull();
    expect(lineAfter('ArrowDown', 0, 0)).toBeNull();
  });

  it('tells time in the largest unit that fits', () => {
    expect(spanSince('2026-05-12T08:20:00Z', NOW)).toEqual({ n: 40, unit: 'minute' });
    expect(spanSince('2026-05-12T04:00:00Z', NOW)).toEqual({ n: 5, unit: 'hour' });
    expect(spanSince('2026-05-06T04:00:00Z', NOW)).toEqual({ n: 6, unit: 'day' });
    expect(spanSince('2026-05-12T09:00:30Z', NOW)).toEqual({ n: 1, unit: 'minute' });
  });
});
