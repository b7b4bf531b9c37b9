import { MS_LESIONS } from '../generator/lesions.ts';
import { DEMO_PATIENT, type StudyOptions } from '../generator/options.ts';
import type { DemoCase } from './demo-case.ts';
import { lesionMark } from './lesion-mark.ts';
import { DEMO_PEOPLE } from './practice.data.ts';

/** The first report, as a general radiologist of a community facility wrote it. */
const FIRST_REPORT = `HARBOUR IMAGING
MRI BRAIN WITHOUT AND WITH CONTRAST

Patient: Okafor, Mara    Date of birth: 05/14/1992    Patient ID: HI-204417
Date of examination: 10/28/2026    Accession: HI26-118204
Referring physician: Anna Lindqvist, MD

INDICATION: Numbness of the left hand for three weeks.

TECHNIQUE: Multiplanar MRI of the brain before and after intravenous gadolinium.

COMPARISON: None.

FINDINGS: There are several scattered foci of T2/FLAIR hyperintensity in the supratentorial white matter, nonspecific. The largest measures 1.3 cm in the left parietal region. No restricted diffusion. Ventricles and sulci are normal for age. The posterior fossa is unremarkable. No abnormal enhancement. Flow voids are preserved. Paranasal sinuses are clear.

IMPRESSION: 1. Scattered nonspecific white matter changes, which may reflect early chronic small vessel ischemic disease or migraine. Demyelination cannot be excluded. Clinical correlation is recommended. 2. No acute infarct.

Electronically signed by Paul Dressler, MD, 10/28/2026
`;

const FINDINGS = `White matter: Eight T2/FLAIR hyperintense lesions.
Five are periventricular, ovoid and perpendicular to the lateral ventricles. The largest lies in the left parietal white matter beside the atrium and measures 15 x 7 mm. Others lie in the right parietal white matter (13 x 7 mm), along the bodies of both lateral ventricles and at the right frontal horn.
One juxtacortical lesion of 8 mm lies in the left parietal lobe.
One lesion of 7 mm lies in the left frontal deep white matter.
Posterior fossa: One T2/FLAIR hyperintense lesion of 9 mm in the left middle cerebellar peduncle and adjacent cerebellar white matter.
Enhancement: Abnormal ring enhancement of the right parietal periventricular lesion after contrast.
Diffusion: No restricted diffusion. No acute infarct.
Ventricles and sulci are normal in size. The midline is straight. No mass. No haemorrhage.`;

const IMPRESSION = `1. Eight white matter lesions in periventricular, juxtacortical and infratentorial sites, typical for demyelination (multiple sclerosis in the right clinical setting).
2. One enhancing lesion beside non-enhancing ones: dissemination in space and in time on this examination.
3. No acute infarct.`;

const STUDY: StudyOptions = {
  seed: 'demo-ms',
  patient: DEMO_PATIENT,
  date: '2026-10-28',
  accessionNumber: 'HI26-118204',
  institution: 'Harbour Imaging',
  lesions: MS_LESIONS,
  faults: { notDicomFiles: true },
};

/** Case A: a woman of 34 asks about multiple sclerosis; the second reading differs in what the neurologist does next. */
export const MS_CASE: DemoCase = {
  key: 'ms',
  number: '2026-0431',
  title: 'Brain: is it multiple sclerosis?',
  story:
    'A woman of 34 has had a numb left hand for three weeks and, two years ago, a month of blurred sight in one eye. Her report says nonspecific changes. Eight lesions are in her images, one of them takes up contrast agent, one lies in the posterior fossa.',
  patient: { name: { family: 'Okafor', given: 'Mara' }, birthDate: DEMO_PATIENT.birthDate, sex: 'F' },
  contact: { email: DEMO_PEOPLE.okafor.email, phone: '+1 617 555 0171' },
  patientPersonId: DEMO_PEOPLE.okafor.personId,
  place: 'US-MA',
  referrer: {
    personId: DEMO_PEOPLE.lindqvist.personId,
    name: DEMO_PEOPLE.lindqvist.name,
    email: DEMO_PEOPLE.lindqvist.email,
  },
  question: {
    reasons: ['ambiguous-report', 'serious-diagnosis'],
    region: 'brain',
    side: 'none',
    questions: [
      { id: 'q1', askedBy: 'patient', text: 'Is this multiple sclerosis, or something harmless as the report says?' },
      {
        id: 'q2',
        askedBy: 'referrer',
        text: 'Are there lesions typical for demyelination, and do any of them enhance?',
      },
    ],
    symptoms:
      'Numbness in my left hand for three weeks. Two years ago the sight of my right eye was blurred for about a month; it came back by itself.',
    proposedTreatment: 'None so far. I was told to come back in a year.',
  },
  redFlags: { yes: [] },
  history: {
    course: 'The numbness began in the fingers and went up to the wrist within days. It has not changed since.',
    earlierTreatment: 'None.',
    surgery: 'Appendix removed in 2009.',
    medicines: 'Contraceptive pill. No allergies known.',
    implants: 'None.',
    priorImaging: 'None of the head.',
  },
  funding: { route: 'self-pay', serviceLevel: 'standard' },
  study: STUDY,
  report: {
    text: FIRST_REPORT,
    fileName: 'report-harbour-imaging.pdf',
    author: 'Paul Dressler, MD',
    facility: 'Harbour Imaging',
    date: '2026-10-28',
  },
  readerId: DEMO_PEOPLE.solheim.personId,
  second: {
    technique:
      'Sagittal T1 and FLAIR; axial T2, FLAIR, diffusion (b 0 and 1000) with ADC, T1 before and after gadolinium. Slices of 3 to 4 mm, 1.5 T. No susceptibility-weighted images, no images of the cord.',
    comparison: 'No earlier images.',
    findings: FINDINGS,
    impression: IMPRESSION,
    recommendations:
      'MRI of the cervical and thoracic cord. Neurological examination and cerebrospinal fluid as the neurologist judges.',
    answers: [
      {
        questionId: 'q1',
        text: 'The pattern is typical for multiple sclerosis. Images alone do not make the diagnosis; your neurologist puts them together with your symptoms.',
      },
      {
        questionId: 'q2',
        text: 'Yes. Eight lesions typical in place and shape; one, right parietal periventricular, shows ring enhancement.',
      },
    ],
    checklist: [
      { id: 'brain-ms.place.periventricular', label: 'Periventricular', answer: 'present' },
      { id: 'brain-ms.place.cortical', label: 'Cortical or juxtacortical', answer: 'present' },
      { id: 'brain-ms.place.callosal', label: 'Corpus callosum', answer: 'absent' },
      { id: 'brain-ms.place.infratentorial', label: 'Infratentorial', answer: 'present' },
      { id: 'brain-ms.place.cord', label: 'Spinal cord', answer: 'not-assessable' },
      { id: 'brain-ms.place.optic-nerve', label: 'Optic nerve', answer: 'not-assessable' },
      { id: 'brain-ms.place.count', label: 'Number of lesions', answer: 'present', grade: '4–9' },
      { id: 'brain-ms.activity.enhancing', label: 'Enhancing lesion', answer: 'present' },
      { id: 'brain-ms.activity.new', label: 'New or enlarging lesion', answer: 'not-assessable' },
      { id: 'brain-ms.activity.diffusion', label: 'Restricted diffusion', answer: 'absent' },
      { id: 'brain-ms.activity.central-vein', label: 'Central vein sign', answer: 'not-assessable' },
      { id: 'brain-ms.activity.rim', label: 'Paramagnetic rim', answer: 'not-assessable' },
      { id: 'brain-ms.damage.black-holes', label: 'T1 black holes', answer: 'present' },
      { id: 'brain-ms.damage.atrophy', label: 'Atrophy', answer: 'absent', grade: 'none' },
      { id: 'brain-ms.other.pml', label: 'Sign of PML', answer: 'absent' },
      { id: 'brain-ms.other.small-vessel', label: 'Pattern of small vessel disease', answer: 'absent' },
      { id: 'brain-ms.other.mass', label: 'Mass', answer: 'absent' },
      { id: 'brain-ms.other.infarct', label: 'Infarct', answer: 'absent' },
      { id: 'brain-ms.other.haemorrhage', label: 'Haemorrhage', answer: 'absent' },
      { id: 'brain-ms.other.incidental', label: 'Incidental finding', answer: 'absent' },
    ],
    marks: [lesionMark(STUDY, 'right-parietal-periventricular', 'AX T1 POST GD', 'Enhancing lesion, right parietal')],
  },
  comparison: {
    pairs: [
      {
        id: 'p1',
        place: 'White matter',
        original:
          'There are several scattered foci of T2/FLAIR hyperintensity in the supratentorial white matter, nonspecific.',
        second: 'White matter: Eight T2/FLAIR hyperintense lesions.',
        relation: 'differs',
        differsIn: ['count'],
        grade: 'major',
        because: 'Several scattered foci, or eight lesions in sites that are typical for demyelination.',
        status: 'corrected',
      },
      {
        id: 'p2',
        place: 'Largest lesion',
        original: 'The largest measures 1.3 cm in the left parietal region.',
        second: 'The largest lies in the left parietal white matter beside the atrium and measures 15 x 7 mm.',
        relation: 'agrees',
        differsIn: [],
        grade: 'none',
        because: '13 and 15 mm: within what two readers measure differently.',
        status: 'confirmed',
      },
      {
        id: 'p3',
        place: 'Posterior fossa',
        original: 'The posterior fossa is unremarkable.',
        second:
          'Posterior fossa: One T2/FLAIR hyperintense lesion of 9 mm in the left middle cerebellar peduncle and adjacent cerebellar white matter.',
        relation: 'differs',
        differsIn: ['presence'],
        grade: 'major',
        because: 'Called unremarkable in one report, a lesion in the other.',
        status: 'confirmed',
      },
      {
        id: 'p4',
        place: 'Enhancement',
        original: 'No abnormal enhancement.',
        second: 'Abnormal ring enhancement of the right parietal periventricular lesion after contrast.',
        relation: 'differs',
        differsIn: ['presence'],
        grade: 'major',
        because: 'Absent in one report, present in the other.',
        status: 'confirmed',
      },
      {
        id: 'p5',
        place: 'Diffusion',
        original: 'No restricted diffusion.',
        second: 'Diffusion: No restricted diffusion. No acute infarct.',
        relation: 'agrees',
        differsIn: [],
        grade: 'none',
        because: 'Absent in both.',
        status: 'confirmed',
      },
      {
        id: 'p6',
        place: 'Diagnosis',
        original:
          'Scattered nonspecific white matter changes, which may reflect early chronic small vessel ischemic disease or migraine. Demyelination cannot be excluded.',
        second:
          'Eight white matter lesions in periventricular, juxtacortical and infratentorial sites, typical for demyelination (multiple sclerosis in the right clinical setting).',
        relation: 'differs',
        differsIn: ['certainty', 'diagnosis'],
        grade: 'major',
        because: 'Small vessel disease or migraine against demyelination.',
        status: 'confirmed',
      },
    ],
    agreement: 'major',
    radpeer: '3b',
    effectOnTreatment: 'changes',
    likelyCause: 'not-seen',
    couldSettle: 'MRI of the cord, cerebrospinal fluid, and the neurologist’s examination.',
    plainWords:
      'The first report calls the spots in your brain nonspecific. I see eight of them, in places and shapes that are typical for multiple sclerosis, and one of them is active. Neither report is proven right; an MRI of the spinal cord and your neurologist’s examination can settle it.',
  },
  decision: {
    outcome: 'further-tests',
    courseOfAction: 'MRI of the cervical and thoracic cord, lumbar puncture, appointment in the MS clinic.',
    discussedOn: '',
  },
};
