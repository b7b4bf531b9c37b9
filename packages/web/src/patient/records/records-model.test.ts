import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  lawOf,
  localDay,
  requestCommand,
  requestCommands,
  standingsOf,
  startOf,
} from './records-model.ts';

it.each([
  ['US-CA', 'us-hipaa'],
  ['US', 'us-hipaa'],
  ['DE', 'eu-gdpr'],
  ['NO', 'eu-gdpr'],
  ['CH', 'general'],
  ['', 'general'],
])('the law where the patient is: %s → %s', (place, law) => {
  expect(lawOf(place)).toBe(law);
});

it('days are calendar days, also over a change of clocks and a leap day', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-05-02', '2026-05-01')).toBe(-1);
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

const request = (more: Partial<RecordsRequest>): RecordsRequest => ({
  requestId: 'r',
  facility: { name: 'Harbour Imaging', address: '', phone: '', fax: '' },
  wants: ['images', 'report'],
  studyDate: '2026-04-21',
  studyDescription: 'MRI',
  missing: '',
  law: 'us-hipaa',
  sentOn: '2026-05-01',
  dueOn: '2026-05-31',
  received: [],
  extended: false,
  ...more,
});

it('requests stand late, waiting or done, in that order', () => {
  const standings = standingsOf(
    [
      request({ requestId: 'done', received: ['images', 'report'] }),
      request({ requestId: 'waiting', received: ['images'], dueOn: '2026-06-20' }),
      request({ requestId: 'late', dueOn: '2026-06-09' }),
      request({ requestId: 'today', dueOn: '2026-06-10' }),
    ],
    '2026-06-10',
  );
  expect(standings.map(({ request: { requestId }, state, daysLeft }) => [requestId, state, daysLeft])).toEqual([
    ['late', 'late', -1],
    ['today', 'waiting', 0],
    ['waiting', 'waiting', 10],
    ['done', 'done', -10],
  ]);
  expect(standings[2]?.missing).toEqual(['report']);
});

describe('what is filled in already', () => {
  const view = (more: object) =>
    ({
      place: 'DE',
      question: { region: 'knee' },
      studies: [],
      materials: { images: 'missing', report: 'missing' },
      ...more,
    }) as unknown as CaseView;
  const describeRegion = (region: string) => `MRI of ${region}`;

  it('is the question where no study is here', () => {
    expect(startOf(view({}), describeRegion)).toMatchObject({
      name: '',
      studyDescription: 'MRI of knee',
      wants: ['images', 'report'],
      law: 'eu-gdpr',
    });
  });

  it('is the study where its report is missing', () => {
    const studies = [
      { date: '2025-01-01', institution: 'Old', description: '' },
      { date: '2026-04-21', institution: 'Harbour', description: '' },
    ];
    expect(
      startOf(view({ studies, materials: { images: 'received', report: 'missing' } }), describeRegion),
    ).toMatchObject({
      name: 'Harbour',
      studyDate: '2026-04-21',
      wants: ['report'],
    });
  });
});

it('the command carries what was typed, without spaces round it', () => {
  const form = {
    ...startOf({ place: 'US-NY', question: null, studies: [], materials: {} } as unknown as CaseView, String),
  };
  const command = requestCommand(
    { ...form, name: ' Harbour ', wants: ['report'] },
    { requestId: 'r1', studyDate: '2026-04-21', today: '2026-05-01' },
  );
  const both = { ...form, name: 'Harbour', wants: ['images', 'report'] } as const;
  const facts = { requestId: 'r1', studyDate: '', today: '2026-05-01' };
  expect(requestCommands(both, facts)).toMatchObject([
    { requestId: 'r1-images', wants: ['images'] },
    { requestId: 'r1-report', wants: ['report'] },
  ]);
  expect(requestCommands(both, facts, ['r1-images'])).toHaveLength(1);
  expect(command).toMatchObject({
    type: 'requestRecords',
    facility: { name: 'Harbour' },
    wants: ['report'],
    sentOn: '2026-05-01',
    law: 'us-hipaa',
  });
});
