import type { Command, CommandOf, CommandType } from '@overread/rules/case/commands.ts';
import { openAsk, openOffer } from '@overread/rules/case/readiness.ts';
import { type Comparison, EMPTY_READER_REPORT, type ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { ERASURE_GROUNDS, type ErasureGround, RED_FLAGS, type Role } from '@overread/rules/case/vocabulary.ts';
import { owed } from '@overread/rules/money/price.ts';
import { CONSENT, ORIGINAL, PATIENT, SECOND, standingOf, studyOf } from './cast.ts';
import { sha256 } from './hash.ts';

/** One throw of the dice for everything that a command leaves open. `n` is any natural number, `hostile` breaks things. */
export interface Dice {
  readonly n: number;
  readonly hostile: boolean;
  readonly now: string;
  /** In which role the command is sent: a reader under the seal has nothing of the original to quote. */
  readonly role?: Role;
}

type Maker<T extends CommandType> = (state: CaseState | null, dice: Dice) => Omit<CommandOf<T>, 'type'>;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
/** Every third hostile command leaves its reason out. What the reader says is in the reader's own words. */
const reasonOf = ({ n, hostile }: Dice, secret = ORIGINAL): string =>
  hostile && n % 3 === 0 ? ' ' : `A reason, ${secret}`;

function secondReport(state: CaseState | null, { n, hostile }: Dice): ReaderReport {
  const asked = state?.question?.questions ?? [];
  const answered = hostile ? asked.slice(n % 2) : asked;
  return {
    ...EMPTY_READER_REPORT,
    findings: hostile && n % 5 === 0 ? '' : `${SECOND} findings ${n}`,
    impression: `${SECOND} impression`,
    answers: answered.map(({ id }) => ({ questionId: id, text: `${SECOND} answer` })),
  };
}

function comparison({ n, hostile }: Dice): Comparison {
  return {
    pairs: [
      {
        id: 'p1',
        place: 'Brain',
        original: `${ORIGINAL} says`,
        second: `${SECOND} says`,
        relation: 'differs',
        differsIn: ['presence'],
        grade: 'major',
        because: 'They differ.',
        status: hostile && n % 2 === 0 ? 'proposed' : 'confirmed',
      },
    ],
    agreement: pick(['concordant', 'minor', 'major'] as const, n),
    radpeer: pick(['1', '2b', '3b'] as const, n),
    effectOnTreatment: 'may-change',
    likelyCause: 'unknown',
    couldSettle: hostile ? '' : 'Another examination.',
    plainWords: hostile && n % 3 === 0 ? '' : `${SECOND} in plain words`,
  };
}

function offerIdFor(state: CaseState | null, { n, hostile }: Dice): string {
  const offers = state?.offers ?? [];
  const open = state === null ? null : (openOffer(state) ?? offers.find((offer) => offer.state === 'accepted') ?? null);
  return hostile && offers.length > 0 ? pick(offers, n).offerId : (open?.offerId ?? 'no-offer');
}

function reportFile(n: number, secret: string) {
  return {
    reportId: `report-${n}`,
    sha256: sha256(`report ${n}`),
    mediaType: 'application/pdf',
    fileName: `${secret}.pdf`,
    author: `${secret} author`,
    facility: `${secret} facility`,
    date: '2026-10-12',
  };
}

const requestIdFor = (state: CaseState | null, n: number): string =>
  pick(state?.requests ?? [], n)?.requestId ?? 'no-request';

const ASKING = {
  openCase: (_, { hostile, n }) => ({
    caseId: 'case-1',
    number: '2026-0001',
    patient: hostile && n % 2 === 0 ? { ...PATIENT, birthDate: '1961-13-40' } : PATIENT,
    contact: { email: 'ruth@mail.example', phone: '' },
    patientPersonId: 'patient',
    place: 'US-MA',
  }),
  nameReferrer: () => ({ personId: 'referrer', name: 'Name of referrer', email: 'referrer@mail.example' }),
  askQuestion: (_, { n, hostile }) => ({
    reasons: hostile && n % 2 === 0 ? [] : ['ambiguous-report'],
    region: pick(['brain', 'lumbar-spine'] as const, n),
    side: 'none',
    questions: [
      { id: 'q1', askedBy: 'patient', text: 'What is it?' },
      ...(n % 3 === 0 ? [{ id: 'q2', askedBy: 'referrer', text: 'Does it grow?' } as const] : []),
    ],
    symptoms: 'Headache.',
    proposedTreatment: '',
  }),
  answerRedFlags: (_, { n, hostile }) => ({
    asked: RED_FLAGS,
    yes: hostile || n % 9 === 0 ? [pick(RED_FLAGS, n)] : [],
  }),
  clearRedFlags: (_, { hostile }) => ({ note: hostile ? '' : `Spoke with her, ${ORIGINAL}` }),
  giveHistory: () => ({
    course: 'Years.',
    earlierTreatment: '',
    surgery: '',
    medicines: '',
    implants: '',
    priorImaging: '',
  }),
  giveConsent: (_, { hostile }) => ({
    consentVersion: hostile ? '1999-01' : CONSENT,
    language: 'en',
    signerName: 'Ruth Almeida',
    relation: 'self',
  }),
  withdrawConsent: (_, dice) => ({ reason: reasonOf(dice) }),
  askPatient: (state, { n, role }) => ({
    askId: `ask-${n}`,
    text:
      role === 'reader' && state?.reading.revealedAt === null
        ? 'Where does it hurt?'
        : `The report says ${ORIGINAL}: is that so?`,
  }),
  answerAsk: (state, { n }) => ({
    askId: (state === null ? null : openAsk(state)?.askId) ?? `ask-${n}`,
    text: 'Yes.',
  }),
  cancelCase: (_, dice) => ({ reason: reasonOf(dice) }),
} satisfies Partial<Makers>;

const MATERIALS = {
  requestRecords: (_, { n, now }) => ({
    requestId: `request-${n}`,
    facility: { name: 'Harbour Imaging', address: '', phone: '', fax: '' },
    wants: pick([['images'], ['report'], ['images', 'report']] as const, n),
    studyDate: '2026-10-12',
    studyDescription: 'MR BRAIN',
    missing: '',
    law: pick(['us-hipaa', 'eu-gdpr', 'general'] as const, n),
    sentOn: now.slice(0, 10),
  }),
  markRecordsReceived: (state, { n }) => {
    const request = pick(state?.requests ?? [], n);
    return { requestId: requestIdFor(state, n), what: request?.wants ?? ['images'] };
  },
  noteParcel: (_, { n }) => ({
    parcelId: `parcel-${n}`,
    step: pick(['announced', 'received', 'read'] as const, n),
    by: 'Ana Lopes',
  }),
  extendRecordsRequest: (state, dice) => ({ requestId: requestIdFor(state, dice.n), reason: reasonOf(dice) }),
  receiveImages: (_, { n }) => ({
    importId: `import-${n}`,
    studies: pick(
      [
        [studyOf('1.1')],
        [studyOf('1.1'), studyOf(`1.${n}`)],
        [studyOf('1.1'), studyOf('1.9', { name: 'STONE^ADA', birthDate: '1980-01-01' })],
        [studyOf('1.2', { name: 'ALMEIDA-COSTA^RUTH' })],
        [studyOf('1.1', { name: 'STONE^ADA', birthDate: '1980-01-01' })],
      ],
      n % 7,
    ),
  }),
  decideStudy: (state, dice) => {
    const held = (state?.studies ?? []).filter((study) => dice.hostile || study.state === 'held');
    const study = pick(held.length > 0 ? held : (state?.studies ?? []), dice.n);
    return {
      studyInstanceUid: study?.studyInstanceUid ?? '1.1',
      decision: pick(['reject', 'accept'] as const, dice.n),
      reason: reasonOf(dice),
    };
  },
  acceptImages: () => ({ note: `Complete, ${ORIGINAL}` }),
  rejectImages: (_, dice) => ({ reason: reasonOf(dice) }),
  receiveReport: (_, { n }) => ({ report: reportFile(n, ORIGINAL) }),
  declareNoReport: (_, dice) => ({ reason: reasonOf(dice) }),
  acceptReport: () => ({}),
  rejectReport: (_, dice) => ({ reason: reasonOf(dice) }),
} satisfies Partial<Makers>;

const FUNDING = {
  chooseFunding: (_, { n }) => ({
    route: pick(['self-pay', 'insurance', 'institution', 'self-pay'] as const, n),
    serviceLevel: pick(['standard', 'expedited', 'urgent'] as const, n),
  }),
  recordCoverage: (_, { n }) => ({
    plan: 'Commonwealth Mutual',
    memberId: 'M1',
    groupNumber: '',
    spokenTo: 'Dana',
    callReference: 'C1',
    answer: pick(['covered', 'partly', 'not-covered', 'unclear'] as const, n),
    authorizationNeeded: n % 2 === 0,
    patientShare: { amountMinor: (n % 3) * 1000, currency: 'USD' },
    notes: ORIGINAL,
  }),
  recordAuthorization: () => ({ number: 'A-1', validFrom: '2026-11-01', validTo: '2027-01-31' }),
  recordPayment: (state, { n, hostile }) => {
    const left = state === null ? 0 : owed(state).amountMinor;
    const part = n % 4 === 0 ? Math.max(1, Math.floor(left / 2)) : left;
    const amount = hostile ? pick([left + 1, 0, -5, 0.5], n) : part;
    return {
      paymentId: `payment-${n}`,
      amount: { amountMinor: amount, currency: 'USD' },
      method: 'cash',
      reference: '',
    };
  },
  recordInstitution: () => ({ institution: 'Northmoor Fund', reference: 'N-1' }),
  waiveFunding: (_, dice) => ({ reason: reasonOf(dice) }),
} satisfies Partial<Makers>;

const MATCHING = {
  offerCase: (_, { n, hostile }) => ({
    offerId: `offer-${n}`,
    reader: standingOf(
      pick(['reader', 'otherReader', 'chief'] as const, n),
      hostile ? pick([{ licences: [] }, { openCases: 5 }, { affiliations: ['HARBOUR  imaging'] }, {}], n) : {},
    ),
    reasons: ['Reads brain MRI'],
  }),
  withdrawOffer: (state, dice) => ({ offerId: offerIdFor(state, dice), reason: reasonOf(dice) }),
  acceptOffer: (state, dice) => ({ offerId: offerIdFor(state, dice), noConflict: !(dice.hostile && dice.n % 2 === 0) }),
  declineOffer: (state, dice) => ({ offerId: offerIdFor(state, dice), reason: reasonOf(dice, 'no time') }),
  sendOutside: () => ({ service: 'Lakeside Second Opinions', packetSha256: sha256('packet') }),
  receiveOutsideReport: (state, dice) => ({ report: reportFile(dice.n, SECOND), sections: secondReport(state, dice) }),
} satisfies Partial<Makers>;

const READING = {
  openRead: () => ({}),
  lockFindings: (state, dice) => ({ report: secondReport(state, dice) }),
  revealOriginal: () => ({}),
  compareReports: (_, dice) => ({ comparison: comparison(dice) }),
  reviseOpinion: (state, dice) => ({
    report: secondReport(state, { ...dice, n: dice.n + 1 }),
    reason: reasonOf(dice, SECOND),
  }),
  signReport: (_, { hostile }) => ({ statement: hostile ? '' : 'I have read these images myself.' }),
  addAddendum: (_, { n }) => ({ addendumId: `addendum-${n}`, text: `${SECOND} addendum` }),
  returnCase: (_, dice) => ({ reason: reasonOf(dice, 'no time') }),
} satisfies Partial<Makers>;

function groundsFor({ reading, closedAt, cancelled }: CaseState): readonly ErasureGround[] {
  const over = closedAt !== null || cancelled !== null;
  if (reading.signed !== null) return over ? ['order', 'retention-ended'] : ['order'];
  return over ? ERASURE_GROUNDS : ['request', 'mistake', 'order'];
}

const DELIVERY = {
  deliverResult: (_, { n }) => ({ documentSha256: sha256(`document ${n}`) }),
  markSeen: () => ({}),
  recordDiscussion: (_, { now }) => ({ on: now.slice(0, 10), note: 'Talked.' }),
  askThirdRead: (_, dice) => ({ reason: reasonOf(dice) }),
  recordDecision: (_, { n }) => ({
    outcome: pick(['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change'] as const, n),
    courseOfAction: 'Another examination.',
    discussedOn: '',
  }),
  closeCase: () => ({}),
  eraseCase: (state, dice) => ({
    confirm: dice.hostile && dice.n % 2 === 0 ? '2026-9999' : (state?.number ?? ''),
    ground: pick(dice.hostile || state === null ? ERASURE_GROUNDS : groundsFor(state), dice.n),
    reason: reasonOf(dice),
    erased: { images: 60, imageBytes: 6_000_000, reports: 1, documents: 1, drafts: 0, uploads: 0 },
  }),
} satisfies Partial<Makers>;

type Makers = { readonly [K in CommandType]: Maker<K> };
const MAKERS: Makers = { ...ASKING, ...MATERIALS, ...FUNDING, ...MATCHING, ...READING, ...DELIVERY };

/** A command of this type that fits the case as far as it can; a hostile throw makes it break something. */
export function makeCommand(type: CommandType, state: CaseState | null, dice: Dice): Command {
  const make = MAKERS[type] as (state: CaseState | null, dice: Dice) => object;
  return { ...make(state, dice), type } as Command;
}
