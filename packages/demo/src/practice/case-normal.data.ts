import type { DemoCase } from './demo-case.ts';
import { DEMO_PEOPLE } from './practice.data.ts';

const FIRST_REPORT = `HARBOUR IMAGING
MRI BRAIN WITHOUT AND WITH CONTRAST

Patient: Rivera, Tomás    Date of birth: 02/19/1979    Patient ID: HI-211908
Date of examination: 10/05/2026    Accession: HI26-116377
Referring physician: Anna Lindqvist, MD

INDICATION: Dizziness for four months.

TECHNIQUE: Multiplanar MRI of the brain before and after intravenous gadolinium.

COMPARISON: None.

FINDINGS: No acute infarct. No intracranial hemorrhage. No mass. The white matter is normal in signal. Ventricles and sulci are normal for age. The posterior fossa is unremarkable. No abnormal enhancement.

IMPRESSION: Normal MRI of the brain.

Electronically signed by Paul Dressler, MD, 10/05/2026
`;

/** Case B: symptoms go on although the report is normal; the second reader finds nothing either. */
export const NORMAL_CASE: DemoCase = {
  key: 'normal',
  number: '2026-0388',
  title: 'Brain: normal report, symptoms go on',
  story: 'A man of 47 has been dizzy for four months. His report is normal, and so is the second reading.',
  patient: { name: { family: 'Rivera', given: 'Tomás' }, birthDate: '1979-02-19', sex: 'M' },
  contact: { email: DEMO_PEOPLE.rivera.email, phone: '+1 617 555 0183' },
  patientPersonId: DEMO_PEOPLE.rivera.personId,
  place: 'US-MA',
  referrer: {
    personId: DEMO_PEOPLE.lindqvist.personId,
    name: DEMO_PEOPLE.lindqvist.name,
    email: DEMO_PEOPLE.lindqvist.email,
  },
  question: {
    reasons: ['symptoms-contradict'],
    region: 'brain',
    side: 'none',
    questions: [
      { id: 'q1', askedBy: 'patient', text: 'My report says normal, yet I am still dizzy. Was something missed?' },
    ],
    symptoms: 'Dizziness for four months, worse when I turn my head.',
    proposedTreatment: '',
  },
  redFlags: { yes: [] },
  history: {
    course: 'It began after a cold. It comes in spells of a minute or two.',
    earlierTreatment: 'Tablets against dizziness, no effect.',
    surgery: 'None.',
    medicines: 'Lisinopril.',
    implants: 'None.',
    priorImaging: 'None of the head.',
  },
  funding: { route: 'self-pay', serviceLevel: 'standard' },
  study: {
    seed: 'demo-normal',
    patient: { name: 'Rivera^Tomás', id: 'HI-211908', birthDate: '1979-02-19', sex: 'M' },
    date: '2026-10-05',
    accessionNumber: 'HI26-116377',
    institution: 'Harbour Imaging',
    referringPhysician: 'Osei^Peter^^Dr.',
    lesions: [],
    scale: { slices: 24, matrix: 256 },
  },
  report: {
    text: FIRST_REPORT,
    fileName: 'mri-report-rivera.pdf',
    author: 'Paul Dressler, MD',
    facility: 'Harbour Imaging',
    date: '2026-10-05',
  },
  readerId: DEMO_PEOPLE.solheim.personId,
  second: {
    technique:
      'Sagittal T1 and FLAIR; axial T2, FLAIR, diffusion with ADC, T1 before and after gadolinium, 1.5 T. No thin slices through the inner ear.',
    comparison: 'No earlier images.',
    findings: `No acute infarct. No hemorrhage. No mass.
The white matter is normal in signal.
Ventricles and sulci are normal for age.
The posterior fossa is normal.
No abnormal enhancement.`,
    impression: 'Normal MRI of the brain.',
    recommendations:
      'If the dizziness comes with certain movements, an examination of balance and inner ear says more than another MRI.',
    answers: [
      {
        questionId: 'q1',
        text: 'No. I looked at all images without knowing the first report and see nothing that explains dizziness. Causes in the inner ear mostly do not show on an MRI of the brain.',
      },
    ],
    checklist: [
      { id: 'brain.parenchyma.acute-infarct', label: 'Acute infarct (restricted diffusion)', answer: 'absent' },
      { id: 'brain.parenchyma.old-infarct', label: 'Old infarct', answer: 'absent' },
      { id: 'brain.parenchyma.haemorrhage', label: 'Haemorrhage', answer: 'absent' },
      { id: 'brain.parenchyma.microbleeds', label: 'Microbleeds', answer: 'not-assessable' },
      { id: 'brain.parenchyma.mass', label: 'Mass', answer: 'absent' },
      { id: 'brain.parenchyma.enhancement', label: 'Abnormal enhancement', answer: 'absent' },
      { id: 'brain.parenchyma.white-matter', label: 'White matter (Fazekas)', answer: 'absent', grade: '0' },
      { id: 'brain.spaces.midline-shift', label: 'Midline shift', answer: 'absent' },
      { id: 'brain.spaces.hydrocephalus', label: 'Hydrocephalus', answer: 'absent', grade: 'none' },
    ],
    marks: [],
  },
  comparison: {
    pairs: [
      agrees('p1', 'Infarct', 'No acute infarct.', 'No acute infarct.'),
      agrees('p2', 'Hemorrhage', 'No intracranial hemorrhage.', 'No hemorrhage.'),
      agrees('p3', 'Mass', 'No mass.', 'No mass.'),
      agrees('p4', 'White matter', 'The white matter is normal in signal.', 'The white matter is normal in signal.'),
      agrees(
        'p5',
        'Ventricles',
        'Ventricles and sulci are normal for age.',
        'Ventricles and sulci are normal for age.',
      ),
      agrees('p6', 'Posterior fossa', 'The posterior fossa is unremarkable.', 'The posterior fossa is normal.'),
      agrees('p7', 'Enhancement', 'No abnormal enhancement.', 'No abnormal enhancement.'),
    ],
    agreement: 'concordant',
    radpeer: '1',
    effectOnTreatment: 'none',
    likelyCause: 'unknown',
    couldSettle: '',
    plainWords:
      'Both of us, without knowing of each other, find the images of your brain normal. That is good to know, and it does not mean that your dizziness is not real: its cause is one that an MRI of the brain does not show.',
  },
  decision: {
    outcome: 'confirmed',
    courseOfAction: 'Balance examination and, if it fits, positioning exercises.',
    discussedOn: '',
  },
};

function agrees(id: string, place: string, original: string, second: string): DemoCase['comparison']['pairs'][number] {
  return {
    id,
    place,
    original,
    second,
    relation: 'agrees',
    differsIn: [],
    grade: 'none',
    because: 'Both reports say the same.',
    status: 'confirmed',
  };
}
