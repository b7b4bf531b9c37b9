import type { StudyView } from '@overread/contract/images.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import { describe, expect, it } from 'vitest';
import { firstPair, railOrder, techniqueOf } from './prefill.ts';
import { nextLabel } from './use-room.ts';

const series = (change: Partial<SeriesSummary>): SeriesSummary => ({
  seriesInstanceUid: `${change.number}`,
  number: 1,
  description: '',
  modality: 'MR',
  manufacturer: '',
  instances: 11,
  frames: 11,
  weighting: 'T2',
  plane: 'sagittal',
  dimension: '2D',
  fatSuppressed: false,
  contrastEnhanced: false,
  role: 'diagnostic',
  derived: false,
  sliceThicknessMm: 4,
  spacingMm: 4,
  gaps: [],
  confidence: 1,
  because: [],
  ...change,
});
const spine = [
  series({ number: 1, role: 'localizer', plane: 'multiple', weighting: 'localizer' }),
  series({ number: 9, plane: 'axial', weighting: 'T1' }),
  series({ number: 7, weighting: 'T1' }),
  series({ number: 6 }),
  series({ number: 8, plane: 'axial' }),
  series({ number: 12, weighting: 'STIR', fatSuppressed: true }),
  series({ number: 30, role: 'report', frames: 0 }),
];
const study = (list: readonly SeriesSummary[], institution = 'Harbour Imaging') =>
  ({ date: '2026-04-21', institution, series: list }) as unknown as StudyView;

describe('what the room starts with', () => {
  it('orders diagnostic series by number, localizers after them, and leaves out what has no images', () => {
    expect(railOrder([study(spine)]).map(({ number }) => number)).toEqual([6, 7, 8, 9, 12, 1]);
  });

  it('shows a sagittal T2 beside the axial one, and whatever there is elsewhere', () => {
    expect(firstPair(railOrder([study(spine)]))).toEqual(['6', '8']);
    const brain = [
      series({ number: 2, plane: 'axial', weighting: 'T1' }),
      series({ number: 3, plane: 'axial', weighting: 'T2-FLAIR' }),
    ];
    expect(firstPair(brain)).toEqual(['3', '2']);
    expect(firstPair([series({ number: 4 })])).toEqual(['4', null]);
    expect(firstPair([])).toEqual([null, null]);
  });

  it('writes the technique from the headers, each kind of series once', () => {
    const text = techniqueOf([
      study([...spine, series({ number: 13, weighting: 'T1', contrastEnhanced: true, fatSuppressed: true })]),
    ]);
    expect(text).toBe(
      'MRI of 2026-04-21, Harbour Imaging: axial T1, 4 mm; sagittal T1, 4 mm; sagittal T2, 4 mm; axial T2, 4 mm; ' +
        'sagittal STIR, 4 mm; sagittal T1 fat-suppressed after contrast, 4 mm.',
    );
    expect(techniqueOf([study([], '')])).toBe('MRI of 2026-04-21: no diagnostic series.');
  });

  it('numbers marks on, also after one was renamed or taken away', () => {
    const mark = (label: string) => ({
      id: label,
      label,
      seriesInstanceUid: '',
      sopInstanceUid: '',
      frame: 0,
      points: [],
    });
    expect(nextLabel([])).toBe('F1');
    expect(nextLabel([mark('F2'), mark('canal')])).toBe('F3');
  });
});
