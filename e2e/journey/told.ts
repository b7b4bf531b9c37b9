import { DEMO_CASES, type DemoCase } from '@overread/demo';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';

/** What the five people of a journey write and choose. */
export interface Told
  extends Pick<
    DemoCase,
    | 'patient'
    | 'contact'
    | 'place'
    | 'question'
    | 'history'
    | 'referrer'
    | 'report'
    | 'second'
    | 'comparison'
    | 'decision'
  > {
  readonly forWhom: 'self' | 'other';
  /** Who signs the consent. */
  readonly signer: string;
  /** The reasons as they stand on the start page. */
  readonly reasons: readonly string[];
  /** A sentence that stands in the original report alone: nobody may meet it before the lock. */
  readonly onlyInOriginal: string;
}

/** The demo's own case: a woman asks for herself, and her disc fits. */
export const BRAIN: Told = {
  ...DEMO_CASES.ms,
  forWhom: 'self',
  signer: 'Mara Okafor',
  reasons: ['A serious illness was found', 'The report leaves it open'],
  onlyInOriginal: 'supratentorial white matter, nonspecific',
};

/** A daughter asks for her father; his disc bears his name in Japanese letters, and a person has to look. The texts are
 * invented; the images are a real lumbar spine whose identity is fictitious. */
export const LUMBAR: Told = {
  ...DEMO_CASES.ms,
  forWhom: 'other',
  signer: 'Mara Okafor',
  patient: { name: { family: 'Yamada', given: 'Taro' }, birthDate: '1970-01-01', sex: 'M' },
  reasons: ['An operation was proposed'],
  question: {
    ...DEMO_CASES.ms.question,
    region: 'lumbar-spine',
    questions: [{ id: 'q1', askedBy: 'patient', text: 'Does he need the operation at L4/5 that was proposed?' }],
    symptoms: 'Pain in the left leg when walking, better when sitting.',
  },
  report: {
    fileName: 'report.txt',
    author: 'Ken Mori, MD',
    facility: 'Sakura Clinic',
    date: '2018-01-07',
    text: [
      'SAKURA CLINIC',
      'MRI LUMBAR SPINE',
      'TECHNIQUE: Sagittal T1 and T2, axial T1 and T2.',
      'FINDINGS: Five lumbar vertebrae with normal alignment. L4-L5: Severe central canal stenosis with thick ligamenta flava. L5-S1: Mild disc bulge without nerve root contact. The conus ends at L1.',
      'IMPRESSION: Severe spinal canal stenosis at L4-L5.',
      'Electronically signed by Ken Mori, MD',
    ].join('\n\n'),
  },
  onlyInOriginal: 'thick ligamenta flava',
  second: {
    ...EMPTY_READER_REPORT,
    technique: 'Sagittal T1 and T2, axial T1 and T2. No images after contrast agent.',
    findings:
      'Normal alignment of five lumbar vertebrae.\nL4-L5: Moderate central canal stenosis.\nL5-S1: Disc bulge, mild, no contact with a nerve root.\nConus at L1.',
    impression: 'Moderate central canal stenosis at L4-L5.',
    recommendations: 'Walking distance and neurological examination before an operation is decided.',
    answers: [{ questionId: 'q1', text: 'The stenosis is moderate. The images alone do not call for an operation.' }],
  },
  comparison: {
    ...DEMO_CASES.ms.comparison,
    couldSettle: 'A neurological examination, and standing images.',
    plainWords:
      'The first report calls the narrowing at L4/5 severe, I call it moderate. Neither is proven right; an examination can settle what to do.',
  },
};
