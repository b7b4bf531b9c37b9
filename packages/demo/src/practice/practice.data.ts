import type { OutsideService, ReaderStanding } from '@overread/rules/case/commands.ts';
import type { PriceList, WorkingCalendar } from '@overread/rules/case/state.ts';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import type { Billing } from '@overread/rules/money/model.ts';
import { demoId } from './ids.ts';

/** Somebody who can sign in. All names are made up; the mail domains lead nowhere. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface DemoPractice {
  readonly name: string;
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly emergencyNumber: string;
  readonly currency: string;
  readonly prices: PriceList;
  readonly billing: Billing;
  readonly calendar: WorkingCalendar;
  readonly outsideServices: readonly OutsideService[];
  readonly people: readonly DemoPerson[];
  /** What the directory knows of the readers; `readerId` is the reader's personId. */
  readonly readers: readonly ReaderStanding[];
  /** Who the sign-in link of each role signs in. */
  readonly signIn: Readonly<Record<Exclude<Role, 'system' | 'machine'>, string>>;
}

const person = (key: string, name: string, email: string, ...roles: readonly Role[]): DemoPerson => ({
  personId: demoId(`person/${key}`),
  name,
  email,
  roles,
});

/** The demo's people by a short key. */
export const DEMO_PEOPLE = {
  okafor: person('okafor', 'Mara Okafor', 'mara.okafor@mail.example', 'patient'),
  rivera: person('rivera', 'Tomás Rivera', 'tomas.rivera@mail.example', 'patient'),
  keller: person('keller', 'Hanna Keller', 'hanna.keller@northmoor.example', 'coordinator'),
  raman: person('raman', 'Priya Raman', 'priya.raman@northmoor.example', 'administrator', 'coordinator'),
  solheim: person('solheim', 'Dr. Inger Solheim', 'inger.solheim@northmoor.example', 'reader'),
  adeyemi: person('adeyemi', 'Dr. Samuel Adeyemi', 'samuel.adeyemi@northmoor.example', 'reader'),
  feldman: person('feldman', 'Dr. Ruth Feldman', 'ruth.feldman@northmoor.example', 'reader'),
  chow: person('chow', 'Dr. Mei-Lin Chow', 'meilin.chow@northmoor.example', 'reader'),
  ortega: person('ortega', 'Dr. Javier Ortega', 'javier.ortega@northmoor.example', 'reader'),
  whitfield: person('whitfield', 'Dr. Tom Whitfield', 'tom.whitfield@northmoor.example', 'reader'),
  lindqvist: person('lindqvist', 'Dr. Anna Lindqvist', 'anna.lindqvist@bayneurology.example', 'referrer'),
  osei: person('osei', 'Dr. Peter Osei', 'peter.osei@millstreet.example', 'referrer'),
} as const;

const UNTIL = '2031-12-31';
const licences = (...places: readonly string[]): ReaderStanding['licences'] =>
  places.map((place) => ({ place, until: UNTIL }));
const standing = (
  who: DemoPerson,
  rest: Omit<ReaderStanding, 'readerId' | 'name' | 'availableFrom'>,
): ReaderStanding => ({
  readerId: who.personId,
  name: who.name,
  availableFrom: '2026-01-01',
  ...rest,
});

/** Six readers, so that matching has something to weigh: one suits the demo case, the others each miss something. */
const READERS: readonly ReaderStanding[] = [
  standing(DEMO_PEOPLE.solheim, {
    subspecialties: ['neuroradiology'],
    regions: ['brain', 'pituitary', 'cervical-spine', 'thoracic-spine', 'lumbar-spine'],
    licences: licences('US-MA', 'US-NY', 'US-ME'),
    affiliations: ['Northmoor'],
    openCases: 2,
    capacity: 8,
  }),
  // Works where the demo's first report was written: a conflict of interest.
  standing(DEMO_PEOPLE.adeyemi, {
    subspecialties: ['neuroradiology', 'head-neck'],
    regions: ['brain', 'pituitary', 'head-neck'],
    licences: licences('US-MA', 'US-NH'),
    affiliations: ['Northmoor', 'Harbour Imaging'],
    openCases: 1,
    capacity: 6,
  }),
  // No licence for the east coast.
  standing(DEMO_PEOPLE.feldman, {
    subspecialties: ['neuroradiology', 'paediatric'],
    regions: ['brain', 'pituitary'],
    licences: licences('US-CA', 'US-WA'),
    affiliations: ['Northmoor'],
    openCases: 0,
    capacity: 5,
  }),
  standing(DEMO_PEOPLE.chow, {
    subspecialties: ['musculoskeletal'],
    regions: ['shoulder', 'elbow', 'wrist-hand', 'hip', 'knee', 'ankle-foot'],
    licences: licences('US-MA', 'US-NY', 'US-CT'),
    affiliations: ['Northmoor'],
    openCases: 3,
    capacity: 10,
  }),
  standing(DEMO_PEOPLE.ortega, {
    subspecialties: ['body', 'breast'],
    regions: ['abdomen', 'liver', 'pelvis', 'prostate', 'breast'],
    licences: licences('US-MA', 'US-RI'),
    affiliations: ['Northmoor'],
    openCases: 1,
    capacity: 6,
  }),
  // Has all the cases that he can take.
  standing(DEMO_PEOPLE.whitfield, {
    subspecialties: ['neuroradiology', 'musculoskeletal'],
    regions: ['brain', 'cervical-spine', 'thoracic-spine', 'lumbar-spine', 'knee', 'shoulder'],
    licences: licences('US-MA', 'US-VT'),
    affiliations: ['Northmoor'],
    openCases: 4,
    capacity: 4,
  }),
];

/** Federal holidays of the United States (5 U.S.C. 6103) as they are observed. */
const HOLIDAYS: readonly string[] = [
  '2026-01-01',
  '2026-01-19',
  '2026-02-16',
  '2026-05-25',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-10-12',
  '2026-11-11',
  '2026-11-26',
  '2026-12-25',
  '2027-01-01',
  '2027-01-18',
  '2027-02-15',
  '2027-05-31',
  '2027-06-18',
  '2027-07-05',
  '2027-09-06',
  '2027-10-11',
  '2027-11-11',
  '2027-11-25',
  '2027-12-24',
  '2027-12-31',
  '2028-01-17',
  '2028-02-21',
  '2028-05-29',
  '2028-06-19',
  '2028-07-04',
  '2028-09-04',
  '2028-10-09',
  '2028-11-10',
  '2028-11-23',
  '2028-12-25',
];

/** The practice that `start --demo` sets up. */
export const DEMO_PRACTICE: DemoPractice = {
  name: 'Northmoor Second Opinions',
  place: 'US-MA',
  address: '12 Quarry Lane, Northmoor, MA 01000',
  phone: '+1 617 555 0142',
  emergencyNumber: '911',
  currency: 'USD',
  prices: {
    currency: 'USD',
    levels: {
      standard: { amountMinor: 39_500, workingDays: 5 },
      expedited: { amountMinor: 59_500, workingDays: 2 },
      urgent: { amountMinor: 89_500, workingDays: 1 },
    },
    extras: {
      regions: {},
      furtherStudyMinor: 15_000,
      priorComparisonMinor: 6_000,
    },
    refunds: { beforeReading: 100, whileReading: 50, afterReading: 0 },
  },
  billing: {
    legalName: 'Northmoor Second Opinions, P.C.',
    npi: '1234567893',
    tin: '00-0000000',
    bank: 'Northmoor Savings Bank\nRouting number 000000000\nAccount 00012345',
  },
  // 22:00 UTC is 17:00 in Massachusetts in winter and 18:00 in summer.
  calendar: { workingDays: [1, 2, 3, 4, 5], holidays: HOLIDAYS, endOfDayUtcHour: 22 },
  outsideServices: [
    {
      name: 'Lakeside Second Opinions',
      address: 'Image desk\n400 Shore Road\nLakeside, MI 48000',
      portal: 'https://upload.lakeside.example/',
      instructions: [
        'One ZIP for each examination, at most 4 GB.',
        'Fill in their intake form before you upload; it asks for the date of birth.',
        'They answer within ten working days.',
      ],
    },
    {
      name: 'Hillside University Hospital, second readings',
      address: 'Radiology, second readings\n1 Hill Street\nHillside, CT 06000',
      portal: '',
      instructions: [
        'Disc by mail only, with a signed copy of the cover letter.',
        'Write “second reading” on the envelope.',
      ],
    },
  ],
  people: Object.values(DEMO_PEOPLE),
  readers: READERS,
  signIn: {
    patient: DEMO_PEOPLE.okafor.personId,
    coordinator: DEMO_PEOPLE.keller.personId,
    reader: DEMO_PEOPLE.solheim.personId,
    referrer: DEMO_PEOPLE.lindqvist.personId,
    administrator: DEMO_PEOPLE.raman.personId,
  },
};
