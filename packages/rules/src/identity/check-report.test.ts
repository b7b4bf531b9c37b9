import { describe, expect, it } from 'vitest';
import { checkReport, type ExaminedStudy, type ReportSays } from './check-report.ts';

const PATIENT = { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' } as const;
const KNEE: ExaminedStudy = {
  ...{ studyInstanceUid: '1.2', date: '2026-10-28', accessionNumber: 'A778812', description: 'MRI knee right' },
  ...{ regions: ['knee'], side: 'right' },
};
const SAYS: ReportSays = {
  ...{ patientName: 'Okafor, Mara', birthDate: '1992-05-14', date: '2026-10-28', accessionNumber: 'A778812' },
  ...{ examination: 'MRI RIGHT KNEE', regions: ['knee'], side: 'right', studyInstanceUid: '' },
};
const doubts = (change: Partial<ReportSays>, studies: readonly ExaminedStudy[] = [KNEE]) =>
  checkReport(PATIENT, { ...SAYS, ...change }, studies).map(({ what }) => what);

describe('whether a report is of these images', () => {
  it.each<[string, Partial<ReportSays>]>([
    ['everything agrees', {}],
    ['nothing is said', { patientName: '', birthDate: '', date: '', accessionNumber: '', regions: [], side: '' }],
    ['it was done around midnight', { date: '2026-10-29' }],
    ['one system puts letters in front of the number', { accessionNumber: 'HI-A778812' }],
    ['the name is turned round', { patientName: 'MARA OKAFOR' }],
    ['a married name is used, and the date of birth agrees', { patientName: 'Okafor-Lind^Mara' }],
    ['both sides are written of', { side: 'both' }],
    ['a spine as a whole is no region', { regions: ['other'] }],
  ])('no doubt where %s', (_, change) => expect(doubts(change)).toEqual([]));

  it.each<[string, Partial<ReportSays>, readonly string[]]>([
    ['of another patient', { patientName: 'Ada Stone', birthDate: '1980-01-01' }, ['patient', 'birth-date']],
    ['of another day', { date: '2025-10-28' }, ['date']],
    ['with another number', { accessionNumber: 'B1' }, ['accession']],
    ['of another region, whose side says nothing then', { regions: ['shoulder'], side: 'left' }, ['region']],
    ['of the other side', { side: 'left' }, ['side']],
  ])('a doubt where it is %s', (_, change, what) => expect(doubts(change)).toEqual(what));

  it('compares what was examined with the study that it is most likely of', () => {
    const brain = {
      ...KNEE,
      studyInstanceUid: '1.3',
      date: '2025-01-01',
      accessionNumber: '',
      regions: ['brain'],
      side: '',
    };
    expect(doubts({}, [brain, KNEE])).toEqual([]);
    expect(doubts({ date: '2025-01-01', accessionNumber: '' }, [brain, KNEE])).toEqual(['region']);
  });

  it('believes the UID of the study, but not for the patient', () => {
    const named = { studyInstanceUid: '1.2', date: '2020-01-01', regions: ['brain'] };
    expect(doubts(named)).toEqual([]);
    expect(doubts({ ...named, patientName: 'Ada Stone' })).toEqual(['patient']);
  });

  it('says what each side says; without images only the patient is looked at', () => {
    expect(checkReport(PATIENT, { ...SAYS, date: '2025-10-28' }, [KNEE])).toEqual([
      { what: 'date', report: '2025-10-28', images: ['2026-10-28'] },
    ]);
    expect(doubts({ date: '2025-10-28' }, [])).toEqual([]);
  });
});
