import type { Setting } from '@overread/documents/letters/letterhead.ts';
import type { SecondOpinion } from '@overread/documents/opinion/opinion-input.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import { createSay } from '@overread/words';

/** Invented people and reports for tests of documents. */
export const SETTING: Setting = {
  say: createSay('en', { unknown: 'throw' }),
  practice: {
    name: 'Northmoor Second Readings',
    address: '12 Harbour Street\nNorthmoor, CA 94000',
    phone: '+1 555 0100',
    email: 'desk@northmoor.example',
  },
  paper: 'a4',
  timeZone: 'UTC',
  now: '2026-05-20T15:00:00.000Z',
};

export const ORIGINAL_TEXT = [
  'FINDINGS: Lumbar lordosis preserved. Grade I anterolisthesis of L4 on L5. Vertebral body heights maintained, no fracture, marrow signal normal. Broad-based disc protrusion at L4/5, 7 mm, with severe spinal canal stenosis and crowding of the nerve roots. Degenerated disc with bulging at L5/S1. Facet arthrosis L3 to L5. Conus ends at L1.',
  'IMPRESSION: Severe spinal stenosis L4/5. Neurosurgical or orthopaedic consultation advised.',
].join('\n');

const FINDINGS = [
  'L4/L5: Small central protrusion of 4 mm indenting the thecal sac. Mild narrowing of the canal; cerebrospinal fluid remains visible around all roots. No contact with the traversing L5 roots. Mild facet arthrosis; L3/L4 unremarkable.',
  'L5/S1: loss of signal and shallow bulge, no root contact.',
  'Perineural cyst at S2 on the left, 9 mm. Conus at L1, normal.',
].join('\n\n');

export function samplePair(over: Partial<ComparedPair>): ComparedPair {
  return {
    id: 'p1',
    place: 'L4/L5 canal',
    original: 'Severe spinal canal stenosis at L4/5 with crowding of the nerve roots.',
    second: 'Mild narrowing of the canal; cerebrospinal fluid remains visible around all roots.',
    relation: 'differs',
    differsIn: ['severity'],
    grade: 'major',
    because: 'severe and mild are two steps apart',
    status: 'confirmed',
    ...over,
  };
}

export const PAIRS: readonly ComparedPair[] = [
  samplePair({ note: 'Two steps apart; the operation rests on it.' }),
  samplePair({
    id: 'p2',
    place: 'L4/L5 disc',
    original: 'Broad-based disc protrusion at L4/5, 7 mm.',
    second: 'Small central protrusion of 4 mm indenting the thecal sac.',
    differsIn: ['size', 'severity'],
    grade: 'minor',
    because: '7 and 4 mm',
  }),
  samplePair({
    id: 'p3',
    place: 'L4 on L5',
    original: 'Grade I anterolisthesis of L4 on L5.',
    second: null,
    relation: 'only-original',
    differsIn: [],
    because: '',
  }),
  samplePair({
    id: 'p4',
    place: 'Sacral canal',
    original: null,
    second: 'Perineural cyst at S2 on the left, 9 mm.',
    relation: 'only-second',
    differsIn: [],
    grade: 'minor',
    because: '',
  }),
  samplePair({
    id: 'p5',
    place: 'L5/S1 disc',
    original: 'Degenerated disc with bulging at L5/S1.',
    second: 'L5/S1: loss of signal and shallow bulge, no root contact.',
    relation: 'agrees',
    differsIn: [],
    grade: 'none',
    because: '',
  }),
];

const LOCKED: SecondOpinion['locked'] = {
  technique:
    'T1 and T2 sagittal, STIR sagittal, T2 axial L3 to S1, 1.5 T. No contrast agent. Complete for the question.',
  comparison: 'None available.',
  findings: FINDINGS,
  impression: 'Two degenerated discs. Mild canal narrowing at L4/L5 without root compression.',
  recommendations: 'Standing films in flexion and extension before any fusion.',
  answers: [
    { questionId: 'q1', text: 'No. The canal is mildly narrowed; the images alone do not explain pain in both legs.' },
    { questionId: 'q2', text: 'The images cannot tell. Examination and standing films are needed first.' },
  ],
  checklist: [
    { id: 'c1', label: 'Canal stenosis L4/L5', answer: 'present', grade: 'mild' },
    { id: 'c2', label: 'Fracture', answer: 'absent' },
    { id: 'c3', label: 'Alignment when standing', answer: 'not-assessable' },
    { id: 'c4', label: 'Sacroiliac joints', answer: 'not-mentioned' },
  ],
  marks: [
    {
      id: 'm1',
      label: 'Protrusion L4/L5',
      seriesInstanceUid: '1.2.3',
      sopInstanceUid: '1.2.3.6',
      frame: 1,
      points: [
        [120, 200],
        [130, 204],
      ],
      lengthMm: 4.04,
    },
    {
      id: 'm2',
      label: 'Cyst S2',
      seriesInstanceUid: '1.2.3',
      sopInstanceUid: '1.2.3.9',
      frame: 1,
      points: [[90, 310]],
    },
  ],
};

/** A blinded read with a major difference, revised after the reveal, signed, with an addendum. */
export const OPINION: SecondOpinion = {
  caseNumber: '2026-0417',
  patient: { name: { family: 'Almeida', given: 'Inês Ruth' }, birthDate: '1961-03-14', sex: 'F' },
  region: 'lumbar-spine',
  side: 'none',
  askedBy: 'Dr. Miguel Ferrand',
  studies: [
    {
      studyInstanceUid: '1.2.826.0.1.3680043.8.498.1',
      date: '2026-04-21',
      description: 'MRI lumbar spine',
      institution: 'Harbour Imaging',
      accessionNumber: 'HI-55012',
      series: 5,
      instances: 67,
      patient: { id: 'HI-0012345' },
    },
  ],
  questions: [
    { id: 'q1', askedBy: 'patient', text: 'Does the narrow canal explain the pain in both legs?' },
    { id: 'q2', askedBy: 'referrer', text: 'Is the stenosis severe enough for a fusion L4 to S1?' },
  ],
  original: {
    fileName: 'report-0421.pdf',
    author: 'Dr. Paul Dressler',
    facility: 'Harbour Imaging',
    date: '2026-04-22',
    text: ORIGINAL_TEXT,
    sections: {
      findings: ORIGINAL_TEXT.split('\n')[0]?.replace('FINDINGS: ', '') ?? '',
      impression: ORIGINAL_TEXT.split('\n')[1]?.replace('IMPRESSION: ', '') ?? '',
    },
  },
  readerName: 'Dr. Ingrid Solheim',
  origin: {
    kind: 'blind',
    acceptedAt: '2026-05-16T08:00:00.000Z',
    openedAt: '2026-05-18T13:02:00.000Z',
    lockedAt: '2026-05-18T14:21:00.000Z',
    lockHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    revealedAt: '2026-05-18T14:22:00.000Z',
  },
  locked: LOCKED,
  revised: {
    report: {
      ...LOCKED,
      impression:
        'Two degenerated discs. Mild canal narrowing at L4/L5 without root compression. No slip of L4 measurable on supine images.',
    },
    reason: 'The original names a slip of L4 on L5. I looked for it again and could not measure one.',
    at: '2026-05-20T09:40:00.000Z',
  },
  comparison: {
    pairs: PAIRS,
    agreement: 'major',
    radpeer: '2b',
    effectOnTreatment: 'may-change',
    likelyCause: 'judged-differently',
    couldSettle: 'Walking distance, root signs, standing films in flexion and extension.',
    plainWords:
      'Both of us found two worn discs. We do not agree how much room the nerves have at the lowest but one disc. How far you can walk, and an examination of your legs, can settle it.',
  },
  signed: {
    name: 'Dr. Ingrid Solheim',
    at: '2026-05-20T10:05:00.000Z',
    statement: 'I have read these images myself and stand by this report.',
    hash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  },
  addenda: [
    {
      name: 'Dr. Ingrid Solheim',
      at: '2026-05-21T08:00:00.000Z',
      text: 'The STIR series shows no oedema in the L4/L5 facet joints.',
    },
  ],
  imageNames: { '1.2.3.6': 'T2 sagittal, image 6 of 11' },
  keyImages: [],
  earlier: null,
  retracted: null,
};
