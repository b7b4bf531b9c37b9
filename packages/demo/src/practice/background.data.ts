import type { Facility } from '@overread/rules/case/commands.ts';
import type { PatientIdentity, Region, Side } from '@overread/rules/case/vocabulary.ts';
import { MS_LESIONS } from '../generator/lesions.ts';
import type { StudyOptions } from '../generator/options.ts';
import { BRAIN_PROTOCOL } from '../generator/protocol.ts';
import { NORMAL_CASE } from './case-normal.data.ts';
import type { DemoIntake, DemoOutcome, DemoReport, SeedPlan } from './demo-case.ts';
import { demoId } from './ids.ts';
import { DEMO_PEOPLE, type DemoPerson } from './practice.data.ts';

const HARBOUR: Facility = {
  name: 'Harbour Imaging',
  address: '4 Dock Street, Eastport, MA 01001',
  phone: '+1 617 555 0110',
  fax: '+1 617 555 0111',
};
const WESTFIELD: Facility = {
  name: 'Westfield Radiology',
  address: '230 Elm Avenue, Westfield, MA 01002',
  phone: '+1 413 555 0120',
  fax: '+1 413 555 0121',
};

/** Small discs: the desk needs cases that are real, not cases that take long to make. */
const SMALL: StudyOptions['scale'] = { slices: 16, matrix: 192 };
const FEW_SERIES = BRAIN_PROTOCOL.filter(({ description }) =>
  ['AX T2 TSE', 'AX FLAIR', 'AX T1 PRE'].includes(description),
);

interface Sketch {
  readonly key: string;
  readonly number: string;
  readonly patient: PatientIdentity;
  readonly title: string;
  readonly region: Region;
  readonly side?: Side;
  readonly reasons: DemoIntake['question']['reasons'];
  readonly question: string;
  readonly symptoms: string;
  readonly treatment?: string;
  readonly study?: StudyOptions;
  readonly report?: DemoReport;
  readonly route?: DemoIntake['funding']['route'];
  readonly level?: DemoIntake['funding']['serviceLevel'];
  readonly redFlags?: DemoIntake['redFlags']['yes'];
  readonly referrer?: DemoPerson;
}

function intakeOf(sketch: Sketch): DemoIntake {
  const { given, family } = sketch.patient.name;
  const mailbox = `${given}.${family}`
    .normalize('NFD')
    .replaceAll(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const { referrer } = sketch;
  return {
    key: sketch.key,
    number: sketch.number,
    title: sketch.title,
    patient: sketch.patient,
    contact: { email: `${mailbox}@mail.example`, phone: '+1 617 555 0190' },
    patientPersonId: demoId(`person/${sketch.key}`),
    place: 'US-MA',
    referrer:
      referrer === undefined ? null : { personId: referrer.personId, name: referrer.name, email: referrer.email },
    question: {
      reasons: sketch.reasons,
      region: sketch.region,
      side: sketch.side ?? 'none',
      questions: [{ id: 'q1', askedBy: 'patient', text: sketch.question }],
      symptoms: sketch.symptoms,
      proposedTreatment: sketch.treatment ?? '',
    },
    redFlags: { yes: sketch.redFlags ?? [] },
    history: {
      course: sketch.symptoms,
      earlierTreatment: 'None.',
      surgery: 'None.',
      medicines: 'None.',
      implants: 'None.',
      priorImaging: 'None.',
    },
    funding: { route: sketch.route ?? 'self-pay', serviceLevel: sketch.level ?? 'standard' },
    study: sketch.study ?? null,
    report: sketch.report ?? null,
  };
}

function person(given: string, family: string, birthDate: string, sex: 'F' | 'M'): PatientIdentity {
  return { name: { family, given }, birthDate, sex };
}

function brainStudy(key: string, patient: PatientIdentity, more: Partial<StudyOptions> = {}): StudyOptions {
  return {
    seed: `demo-${key}`,
    patient: {
      name: `${patient.name.family}^${patient.name.given}`,
      id: `HI-${demoId(key).slice(0, 6).toUpperCase()}`,
      birthDate: patient.birthDate,
      sex: patient.sex,
    },
    date: '2026-10-12',
    accessionNumber: `HI26-${demoId(key).slice(0, 6).toUpperCase()}`,
    institution: HARBOUR.name,
    lesions: [],
    scale: SMALL,
    protocol: FEW_SERIES,
    studyDescription: 'MR BRAIN W/O CONTRAST',
    ...more,
  };
}

function brainReport(
  patient: PatientIdentity,
  words: { indication: string; findings: string; impression: string },
): DemoReport {
  return {
    text: `HARBOUR IMAGING
MRI BRAIN WITHOUT CONTRAST

Patient: ${patient.name.family}, ${patient.name.given}    Date of birth: ${patient.birthDate}
Date of examination: 2026-10-12

INDICATION: ${words.indication}

TECHNIQUE: Axial T2, FLAIR and T1 of the brain.

COMPARISON: None.

FINDINGS: ${words.findings}

IMPRESSION: ${words.impression}

Electronically signed by Paul Dressler, MD
`,
    fileName: `report-${patient.name.family.toLowerCase().replaceAll(/[^a-z]/g, '')}.pdf`,
    author: 'Paul Dressler, MD',
    facility: HARBOUR.name,
    date: '2026-10-12',
  };
}

const NORMAL_WORDS = {
  findings:
    'No acute infarct. No hemorrhage. No mass. The white matter is normal in signal. Ventricles and sulci are normal for age. The posterior fossa is unremarkable.',
  impression: 'Normal MRI of the brain.',
};
const SPOTS_WORDS = {
  findings:
    'A few small foci of FLAIR hyperintensity in the frontal white matter, nonspecific. No acute infarct. No mass. Ventricles are normal. The posterior fossa is unremarkable.',
  impression: 'Nonspecific white matter foci. Clinical correlation is recommended.',
};
const SPOTS = MS_LESIONS.filter(({ id }) => id === 'left-frontal-deep' || id === 'right-frontal-horn');

const plan = (rest: Pick<SeedPlan, 'intake' | 'until' | 'openedDaysAgo'> & Partial<SeedPlan>): SeedPlan => ({
  outcome: null,
  missing: [],
  request: null,
  ask: null,
  coverage: null,
  ...rest,
});

const almeida = person('Ruth', 'Almeida', '1961-04-03', 'F');
const costa = person('Miguel', 'Costa', '1988-09-21', 'M');
const svensson = person('Elin', 'Svensson', '1995-12-08', 'F');
const haddad = person('Leila', 'Haddad', '1984-07-30', 'F');
const nakamura = person('Kenji', 'Nakamura', '1957-01-16', 'M');
const yilmaz = person('Deniz', 'Yilmaz', '1990-10-11', 'F');
const dubois = person('Claire', 'Dubois', '1973-03-25', 'F');
const banerjee = person('Arun', 'Banerjee', '1969-06-02', 'M');
const grant = person('Moira', 'Grant', '1979-08-19', 'F');
const lange = person('Jonas', 'Lange', '1982-02-27', 'M');

/** A study that a hospital sent without saying for which case: it waits in the holding area. */
export const DEMO_ARRIVAL: StudyOptions = brainStudy('arrival', almeida, {
  institution: WESTFIELD.name,
  date: '2026-10-20',
});

/** Cases whose materials are still gathered: images, report, consent or an answer are to come. */
const GATHERING: readonly SeedPlan[] = [
  plan({
    intake: intakeOf({
      key: 'almeida',
      number: '2026-0417',
      patient: almeida,
      title: 'MR LUMBAR SPINE W/O CONTRAST',
      region: 'lumbar-spine',
      reasons: ['treatment-proposed'],
      question: 'Do I need the fusion that was proposed?',
      symptoms: 'Back pain for two years, pain in both legs after walking ten minutes.',
      treatment: 'Fusion of L4 and L5.',
    }),
    until: 'gathered',
    openedDaysAgo: 19,
    missing: ['images', 'report'],
    request: { facility: WESTFIELD, wants: ['images', 'report'] },
  }),
  plan({
    intake: intakeOf({
      key: 'svensson',
      number: '2026-0426',
      patient: svensson,
      title: 'MR WRIST RIGHT',
      region: 'wrist-hand',
      side: 'right',
      reasons: ['symptoms-contradict'],
      question: 'The report says normal. Why does it still hurt?',
      symptoms: 'Pain on the thumb side since a fall in spring.',
    }),
    until: 'gathered',
    openedDaysAgo: 6,
    missing: ['consent', 'images', 'report'],
    ask: 'Please read and sign the consent: without it we may not ask Westfield Radiology for your images.',
  }),
  plan({
    intake: intakeOf({
      key: 'haddad',
      number: '2026-0422',
      patient: haddad,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['ambiguous-report'],
      question: 'Are the spots in my brain a disease?',
      symptoms: 'Headache on one side, twice a month.',
      study: brainStudy('haddad', haddad, { lesions: SPOTS }),
    }),
    until: 'gathered',
    openedDaysAgo: 11,
    missing: ['report'],
    request: { facility: HARBOUR, wants: ['report'] },
  }),
  plan({
    intake: intakeOf({
      key: 'costa',
      number: '2026-0433',
      patient: costa,
      title: 'MR LUMBAR SPINE',
      region: 'lumbar-spine',
      reasons: ['treatment-proposed'],
      question: 'Is the disc as bad as they say?',
      symptoms: 'Pain in the left leg. Since yesterday numb between the legs.',
      redFlags: ['cauda-equina'],
    }),
    until: 'asked',
    openedDaysAgo: 1,
    missing: ['history', 'consent', 'images', 'report'],
  }),
];

/** Cases that wait for a decision of the coordinator or for an insurer. */
const DECIDING: readonly SeedPlan[] = [
  plan({
    intake: intakeOf({
      key: 'nakamura',
      number: '2026-0419',
      patient: nakamura,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['serious-diagnosis'],
      question: 'Is it a tumour?',
      symptoms: 'Forgetful for half a year.',
      study: brainStudy('nakamura', nakamura, { faults: { otherPatient: true } }),
      report: brainReport(nakamura, { indication: 'Memory complaints.', ...NORMAL_WORDS }),
    }),
    until: 'gathered',
    openedDaysAgo: 6,
  }),
  plan({
    intake: intakeOf({
      key: 'yilmaz',
      number: '2026-0424',
      patient: yilmaz,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['subspecialty'],
      question: 'Would a specialist see more?',
      symptoms: 'Ringing in the left ear.',
      study: brainStudy('yilmaz', { ...yilmaz, name: { given: 'Deniz', family: 'Yılmaz-Kaya' } }),
      report: brainReport(yilmaz, { indication: 'Tinnitus.', ...NORMAL_WORDS }),
    }),
    until: 'gathered',
    openedDaysAgo: 5,
  }),
  plan({
    intake: intakeOf({
      key: 'dubois',
      number: '2026-0410',
      patient: dubois,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['ambiguous-report'],
      question: 'What do the foci in my report mean?',
      symptoms: 'Migraine with aura since school.',
      study: brainStudy('dubois', dubois, { lesions: SPOTS }),
      report: brainReport(dubois, { indication: 'Migraine.', ...SPOTS_WORDS }),
      route: 'insurance',
    }),
    until: 'funded',
    openedDaysAgo: 8,
    coverage: {
      plan: 'Commonwealth Mutual PPO',
      memberId: 'CM 4471 902',
      groupNumber: '7710',
      spokenTo: 'Dana, member services',
      callReference: 'C-88213',
      answer: 'partly',
      authorizationNeeded: true,
      patientShare: { amountMinor: 6000, currency: 'USD' },
      notes: 'Authorization asked for by fax, answer within seven days.',
    },
  }),
  plan({
    intake: intakeOf({
      key: 'banerjee',
      number: '2026-0428',
      patient: banerjee,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['symptoms-contradict'],
      question: 'Was anything missed?',
      symptoms: 'Double vision in the evening.',
      study: brainStudy('banerjee', banerjee),
      report: brainReport(banerjee, { indication: 'Diplopia.', ...NORMAL_WORDS }),
      level: 'expedited',
      referrer: DEMO_PEOPLE.osei,
    }),
    until: 'funded',
    openedDaysAgo: 3,
  }),
];

const BY_SOLHEIM: DemoOutcome = {
  readerId: DEMO_PEOPLE.solheim.personId,
  second: NORMAL_CASE.second,
  comparison: NORMAL_CASE.comparison,
  decision: NORMAL_CASE.decision,
};

/** Cases with the reader: one offered, one open for reading. */
const WITH_READER: readonly SeedPlan[] = [
  plan({
    intake: intakeOf({
      key: 'grant',
      number: '2026-0415',
      patient: grant,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['ambiguous-report'],
      question: 'Are these spots normal at my age?',
      symptoms: 'Headaches and tiredness.',
      study: brainStudy('grant', grant, { lesions: SPOTS }),
      report: brainReport(grant, { indication: 'Headache.', ...SPOTS_WORDS }),
      referrer: DEMO_PEOPLE.lindqvist,
    }),
    outcome: BY_SOLHEIM,
    until: 'offered',
    openedDaysAgo: 2,
  }),
  plan({
    intake: intakeOf({
      key: 'lange',
      number: '2026-0413',
      patient: lange,
      title: 'MR BRAIN W/O CONTRAST',
      region: 'brain',
      reasons: ['subspecialty'],
      question: 'Does a neuroradiologist agree that it is normal?',
      symptoms: 'Tingling in both hands.',
      study: brainStudy('lange', lange),
      report: brainReport(lange, { indication: 'Paraesthesia.', ...NORMAL_WORDS }),
      referrer: DEMO_PEOPLE.lindqvist,
    }),
    outcome: BY_SOLHEIM,
    until: 'reading',
    openedDaysAgo: 4,
  }),
];

/** The demo's desk on its first day: ten cases in ten places, beside the one that the newcomer takes through. */
export const BACKGROUND_CASES: readonly SeedPlan[] = [...GATHERING, ...DECIDING, ...WITH_READER];

/** Case B, told until its result lies with patient and referrer: the referrer has still to decide. */
export const NORMAL_PLAN: SeedPlan = plan({
  intake: NORMAL_CASE,
  outcome: NORMAL_CASE,
  until: 'delivered',
  openedDaysAgo: 16,
});
