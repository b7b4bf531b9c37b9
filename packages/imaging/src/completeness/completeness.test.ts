import { describe, expect, it } from 'vitest';
import type { SeriesSummary, StudySummary, Weighting } from '../model.ts';
import { checkCase } from './check-case.ts';
import { checkCompleteness } from './completeness.ts';
import { PROTOCOLS } from './protocols.data.ts';

const PLANES = { ax: 'axial', sag: 'sagittal', cor: 'coronal' } as const;

/** A series in short: "T1 sag 3D +C FS b1400 4mm 'words'"; its description is the whole of it. */
function made(short: string, at = 0): SeriesSummary {
  const [weighting = 'unknown', ...rest] = short.split(' ');
  const plane = rest.map((word) => PLANES[word as keyof typeof PLANES]).find((found) => found !== undefined);
  const number = (pattern: RegExp) => Number(rest.map((word) => pattern.exec(word)?.[1]).find(Boolean) ?? Number.NaN);
  const thickness = number(/^([\d.]+)mm$/);
  const bValue = number(/^b(\d+)$/);
  return {
    seriesInstanceUid: `1.${at}`,
    number: at,
    description: short,
    modality: 'MR',
    manufacturer: '',
    instances: 20,
    frames: 20,
    weighting: weighting as Weighting,
    plane: plane ?? 'unknown',
    ...(plane === undefined ? {} : { nearestPlane: plane }),
    dimension: rest.includes('3D') ? '3D' : '2D',
    fatSuppressed: rest.includes('FS'),
    contrastEnhanced: rest.includes('+C'),
    role: weighting === 'ADC' || rest.includes('derived') ? 'derived' : 'diagnostic',
    derived: false,
    sliceThicknessMm: Number.isNaN(thickness) ? null : thickness,
    spacingMm: null,
    gaps: rest.includes('gap') ? ['2 slices missing between 1.0 and 8.0 mm'] : [],
    ...(Number.isNaN(bValue) ? {} : { bValues: [0, bValue] }),
    confidence: 1,
    because: [],
  };
}

const series = (set: string) =>
  set
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(made);

interface Table {
  readonly protocol: string;
  readonly region: string;
  readonly words?: string;
  readonly complete: string;
  /** Sets that are read with limits, and what they lack. */
  readonly limited: readonly (readonly [set: string, missing: readonly string[]])[];
  readonly unreadable: string;
}

const JOINT = 'PD ax FS, PD sag FS, PD cor FS, T1 cor';
const joint = (protocol: string, region: string, oblique = ''): Table => ({
  protocol,
  region,
  complete: JOINT,
  limited: [
    ['PD ax FS, PD sag FS, PD cor FS', ['T1 without fat suppression']],
    ['PD ax FS, PD cor FS, T1 cor', [`${oblique}sagittal fluid-sensitive`]],
    ['PD ax, PD sag, PD cor, T1 sag', ['fluid-sensitive with fat suppression']],
  ],
  unreadable: 'T1 ax, T1 cor',
});

const TABLES: readonly Table[] = [
  {
    protocol: 'brain',
    region: 'brain',
    complete: 'T1 sag, T2 ax, T2-FLAIR ax, DWI ax, ADC ax, SWI ax',
    limited: [
      ['T1 ax 3D, T2 ax, DWI ax, ADC ax', ['axial or 3D FLAIR']],
      ['T1 sag, T2-FLAIR ax, DWI ax', ['axial T2', 'ADC']],
      ['T1 sag, T2 ax gap, T2-FLAIR ax, DWI ax, ADC ax', []],
    ],
    unreadable: 'T1 sag, DWI ax, ADC ax',
  },
  {
    protocol: 'ms-brain',
    region: 'brain',
    words: ' known ms new lesions ',
    complete: 'T2 ax 3mm, T2-FLAIR sag 3D 1mm, T1 ax +C 3mm',
    limited: [
      ['T2 ax, T2-FLAIR sag 3D', ['axial or 3D T1 after contrast']],
      ['T2 ax, T2-FLAIR ax, T1 ax +C', ['sagittal or 3D FLAIR']],
    ],
    unreadable: 'T1 ax +C, DWI ax',
  },
  {
    protocol: 'brain-tumour',
    region: 'brain',
    words: ' is it a glioma ',
    complete: 'T1 ax 3D, T1 ax 3D +C, T2 ax, T2-FLAIR ax, DWI ax',
    limited: [
      ['T1 ax +C, T2 ax, T2-FLAIR ax, DWI ax', ['T1 before contrast']],
      ['T1 ax, T1 ax +C, T2-FLAIR sag 3D', ['axial T2', 'axial DWI']],
    ],
    unreadable: 'T1 sag, T2 ax, T2-FLAIR ax, DWI ax',
  },
  {
    protocol: 'pituitary',
    region: 'pituitary',
    complete: 'T1 cor 3mm, T1 sag 3mm, T1 cor +C, T1 sag +C, T2 cor, DCE cor',
    limited: [['T1 cor, T1 sag, T2 cor', ['coronal T1 after contrast', 'sagittal T1 after contrast']]],
    unreadable: 'T2 ax, T2-FLAIR ax',
  },
  {
    protocol: 'internal-auditory-canal',
    region: 'brain',
    words: ' hearing loss acoustic neuroma ',
    complete: 'T2 ax 3D, T1 ax +C',
    limited: [['T1 ax +C, T2 ax', ['3D heavily T2 of the inner ear']]],
    unreadable: 'T2-FLAIR ax, DWI ax',
  },
  {
    protocol: 'cervical-spine',
    region: 'cervical-spine',
    complete: 'T1 sag, T2 sag 3mm, T2* ax',
    limited: [
      ['T2 sag, T2 ax', ['sagittal T1']],
      ['T1 sag, T2 sag', ['axial T2 or T2*']],
    ],
    unreadable: 'T1 sag, STIR cor',
  },
  {
    protocol: 'thoracic-spine',
    region: 'thoracic-spine',
    complete: 'T1 sag, T2 sag, T2 ax, STIR sag',
    limited: [['T1 sag, T2 sag', ['axial T2']]],
    unreadable: 'T1 sag',
  },
  {
    protocol: 'lumbar-spine',
    region: 'lumbar-spine',
    complete: 'T1 sag, T2 sag, T2 ax',
    limited: [
      ['T2 sag, T2 ax, STIR sag', ['sagittal T1']],
      ['T1 sag, T2 ax', ['sagittal T2']],
    ],
    unreadable: 'T1 sag, STIR cor',
  },
  {
    protocol: 'lumbar-spine-contrast',
    region: 'lumbar-spine',
    words: ' discitis ',
    complete: 'T1 sag, T2 sag, T2 ax, T1 sag +C FS, T1 ax +C FS',
    limited: [['T1 sag, T2 sag, T2 ax', ['sagittal T1 after contrast', 'axial T1 after contrast']]],
    unreadable: 'T1 sag',
  },
  {
    protocol: 'ms-cord',
    region: 'cervical-spine',
    words: ' multiple sclerosis ',
    complete: 'T2 sag, STIR sag, T1 sag +C',
    limited: [['T2 sag, T1 sag +C', ['sagittal STIR or PD']]],
    unreadable: 'T1 sag, T2 ax',
  },
  joint('knee', 'knee'),
  joint('shoulder', 'shoulder', 'oblique '),
  joint('elbow', 'elbow'),
  joint('wrist', 'wrist-hand'),
  joint('ankle', 'ankle-foot'),
  {
    protocol: 'hip',
    region: 'hip',
    complete: 'T1 cor, STIR cor, PD ax FS, PD sag FS',
    limited: [
      ['STIR cor, PD ax FS, PD sag FS', ['coronal T1 without fat suppression']],
      ['T1 cor, PD ax, PD sag', ['coronal STIR or fluid-sensitive with fat suppression']],
    ],
    unreadable: 'T1 cor, T1 ax',
  },
  {
    protocol: 'prostate',
    region: 'prostate',
    complete: 'T2 ax 3mm, T2 sag, DWI ax b1500 3mm, ADC ax, DCE ax',
    limited: [
      ['T2 ax, T2 sag, DWI ax b800, ADC ax, DCE ax', ['axial DWI with a b-value of 1400 or more']],
      ['T2 ax, T2 cor, DWI ax b1400, ADC ax', ['dynamic T1 after contrast']],
    ],
    unreadable: 'T2 sag, T1 ax, DWI ax b1500, ADC ax',
  },
  {
    protocol: 'breast',
    region: 'breast',
    complete: 'T2 ax FS, T1 ax, T1 ax +C, T1 ax +C',
    limited: [
      ['T1 ax, T1 ax +C, T1 ax +C', ['T2 or bright fluid']],
      ['T2 ax, T1 ax, T1 ax +C', ['T1 delayed after contrast']],
    ],
    unreadable: 'T2 ax, T1 ax, DWI ax',
  },
  {
    protocol: 'liver',
    region: 'liver',
    complete: 'T2 ax, T1 ax dual echo, T1 ax FS, T1 ax +C, T1 ax +C, T1 ax +C',
    limited: [
      ['T2 ax, T1 ax FS, DCE ax', ['T1 in and opposed phase']],
      [
        'T2 ax, T1 ax in phase, T1 ax +C',
        ['T1 after contrast, portal venous phase', 'T1 after contrast, delayed phase'],
      ],
    ],
    unreadable: 'DWI ax, ADC ax',
  },
  {
    protocol: 'mrcp',
    region: 'liver',
    words: ' mrcp bile duct stones ',
    complete: 'MRCP cor 3D, T2 ax',
    limited: [['T2 ax, T1 ax', ['heavily T2 of the bile ducts (MRCP)']]],
    unreadable: 'T1 ax, DWI ax',
  },
  {
    protocol: 'mra-head-neck',
    region: 'vessels',
    complete: 'TOF ax 3D, CE-MRA cor carotids',
    limited: [['TOF ax 3D', ['MR angiography of the neck']]],
    unreadable: 'T2 ax, T2-FLAIR ax',
  },
  {
    protocol: 'mra-head',
    region: 'brain',
    words: ' aneurysm ',
    complete: 'TOF ax 3D',
    limited: [['TOF ax neck', ['MR angiography of the head']]],
    unreadable: 'T2 ax',
  },
];

describe.each(TABLES)('$protocol', ({ protocol, region, words = ' ', complete, limited, unreadable }) => {
  const check = (set: string) => checkCompleteness({ region, words }, series(set));

  it('calls a whole set complete, and says by which series', () => {
    const checked = check(complete);
    expect(checked).toMatchObject({ protocol, missing: [], verdict: 'complete' });
    for (const { need, by } of checked.expected) if (need === 'required') expect(by).not.toEqual([]);
  });

  it.each(limited)('reads %s with limits', (set, missing) => {
    expect(check(set)).toMatchObject({ protocol, missing, verdict: 'readable-with-limits' });
  });

  it('does not read a set without its minimum', () => {
    expect(check(unreadable)).toMatchObject({ protocol, verdict: 'not-readable' });
  });
});

it('has a table for every protocol, and in every protocol lines for its minimum and a source', () => {
  const tested = new Set(TABLES.map(({ protocol }) => protocol));
  const same = (id: string) => id.replace(/^(?:cervical|thoracic)-spine-contrast$/, 'lumbar-spine-contrast');
  expect(PROTOCOLS.map(({ id }) => same(id)).filter((id) => !tested.has(id))).toEqual([]);
  for (const { expected, minimum, source, checked } of PROTOCOLS) {
    const ids = expected.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(minimum.flat().filter((id) => !ids.includes(id))).toEqual([]);
    expect(source.length).toBeGreaterThan(20);
    expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe('what meets a line', () => {
  const knee = (set: string) => checkCompleteness({ region: 'knee', words: ' ' }, series(set));

  it('counts no reformat, no report, and a 3D acquisition for every plane', () => {
    expect(knee(`${JOINT.replace('PD sag FS', 'PD sag FS derived')}`).missing).toEqual(['sagittal fluid-sensitive']);
    expect(knee('PD cor 3D FS, T1 cor').verdict).toBe('complete');
  });

  it('tells of slices that are missing only where no whole series stands beside', () => {
    const broken = JOINT.replace('PD ax FS', 'PD ax FS gap');
    expect(knee(broken)).toMatchObject({ verdict: 'readable-with-limits', missing: [] });
    expect(knee(broken).limits).toEqual([
      {
        kind: 'slices-missing',
        sequence: 'axial fluid-sensitive',
        series: '1.0',
        told: '2 slices missing between 1.0 and 8.0 mm',
      },
    ]);
    expect(knee(`${broken}, T2 ax FS`).verdict).toBe('complete');
  });

  it('notes slices that are thick, and leaves the verdict as it is', () => {
    const checked = checkCompleteness({ region: 'cervical-spine', words: ' ' }, series('T1 sag, T2 sag 4mm, T2 ax'));
    expect(checked.verdict).toBe('complete');
    expect(checked.limits).toMatchObject([{ kind: 'thick', told: '4 mm, 3 mm asked for' }]);
  });

  it('expects nothing of CT, of a region without a protocol, and of nothing', () => {
    const ct = series('T2 ax').map((one) => ({ ...one, modality: 'CT' }));
    expect(checkCompleteness({ region: 'brain', words: ' ' }, ct).verdict).toBe('unknown');
    expect(checkCompleteness({ region: 'chest', words: ' ' }, series('T2 ax')).verdict).toBe('unknown');
    expect(checkCompleteness({ region: 'brain', words: ' ' }, []).verdict).toBe('unknown');
  });
});

describe('the question of a case', () => {
  const study = (region: string, date: string, set: string, at: number): StudySummary => ({
    studyInstanceUid: `2.${at}`,
    date,
    description: '',
    accessionNumber: '',
    institution: '',
    patient: { name: '', id: '', birthDate: '', sex: '' },
    region,
    side: '',
    sides: [],
    series: series(set).map((one) => ({ ...one, seriesInstanceUid: `2.${at}${one.seriesInstanceUid}` })),
    completeness: { protocol: 'unknown', expected: [], missing: [], limits: [], verdict: 'unknown' },
  });
  const WHOLE = 'T1 sag, T2 sag, T2 ax';

  it('is asked of the newest visit that shows its region, over all studies of that visit', () => {
    const old = study('lumbar-spine', '2020-01-01', WHOLE, 1);
    const first = study('lumbar-spine', '2026-03-01', 'T1 sag', 2);
    const second = study('lumbar-spine', '2026-03-02', 'T2 sag, T2 ax', 3);
    const knee = study('knee', '2026-05-01', JOINT, 4);
    const question = { region: 'lumbar-spine', texts: ['Is surgery needed?'] };
    expect(checkCase(question, [old, first, second, knee])).toMatchObject({
      verdict: 'complete',
      studies: ['2.2', '2.3'],
    });
    expect(checkCase(question, [old, first])).toMatchObject({ verdict: 'not-readable', studies: ['2.2'] });
  });

  it('takes the protocol from the words of the question', () => {
    const brain = [study('brain', '2026-03-01', 'T1 sag, T2 ax, T2-FLAIR ax, DWI ax, ADC ax', 1)];
    expect(checkCase({ region: 'brain', texts: ['Is it multiple sclerosis?'] }, brain).protocol).toBe('ms-brain');
    expect(checkCase({ region: 'brain', texts: ['Ist es ein Hirntumor?'] }, brain).protocol).toBe('brain-tumour');
    expect(checkCase({ region: 'brain', texts: ['Headaches'] }, brain).protocol).toBe('brain');
    expect(checkCase({ region: null, texts: [] }, brain).verdict).toBe('complete');
  });

  it('says what is shown when it is another part of the body, and takes pictures of an unnamed part', () => {
    const knee = [study('knee', '2026-03-01', JOINT, 1)];
    const question = { region: 'lumbar-spine', texts: [] };
    expect(checkCase(question, knee)).toMatchObject({ verdict: 'not-readable', shows: ['knee'], studies: [] });
    const unnamed = [study('unknown', '2026-03-01', WHOLE, 1)];
    expect(checkCase(question, unnamed)).toMatchObject({ verdict: 'complete', shows: [] });
    expect(checkCase(question, [])).toMatchObject({ verdict: 'unknown', shows: [] });
  });
});
