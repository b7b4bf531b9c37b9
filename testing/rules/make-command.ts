import type { Command, CommandOf, CommandType } from '@overread/rules/case/commands.ts';
import { openAsk, openOffer } from '@overread/rules/case/readiness.ts';
import { BORNE_OUT, type Comparison, EMPTY_READER_REPORT, type ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { forMatching, metBy, needsDelivery } from '@overread/rules/case/third.ts';
import {
  AGREEMENT_VERSION,
  AGREEMENTS,
  type Agreed,
  ERASURE_GROUNDS,
  type ErasureGround,
  ESCALATION_STEPS,
  PAPER_KINDS,
  RED_FLAGS,
  REQUEST_STEPS,
  REQUEST_WAYS,
  RETRACTION_CAUSES,
  type Role,
  SET_VERDICTS,
} from '@overread/rules/case/vocabulary.ts';
import { REPORT_DOUBTS } from '@overread/rules/identity/check-report.ts';
import { receivableMinor } from '@overread/rules/money/ledger.ts';
import { owed } from '@overread/rules/money/price.ts';
import { refundLeft } from '@overread/rules/money/refund.ts';
import { CONSENT, ORIGINAL, PATIENT, SECOND, standingOf, studyOf, THIRD } from './cast.ts';
import { sha256 } from './hash.ts';

/** One throw of the dice for everything that a command leaves open. `n` is any natural number, `hostile` breaks things. */
export interface Dice {
  readonly n: number;
  readonly hostile: boolean;
  readonly now: string;
  /** In which role the command is sent: a reader under the seal has nothing of the original to quote. */
  readonly role?: Role;
  readonly person?: string;
}

/** Whether whoever sends the command reads the case for the third time. */
const isThird = (state: CaseState | null, { person }: Dice): boolean =>
  state !== null && person !== undefined && metBy(state, person) !== state;

type Maker<T extends CommandType> = (state: CaseState | null, dice: Dice) => Omit<CommandOf<T>, 'type'>;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
/** Every third hostile command leaves its reason out. What the reader says is in the reader's own words. */
const reasonOf = ({ n, hostile }: Dice, secret = ORIGINAL): string =>
  hostile && n % 3 === 0 ? ' ' : `A reason, ${secret}`;

function secondReport(state: CaseState | null, dice: Dice): ReaderReport {
  const { n, hostile } = dice;
  const word = isThird(state, dice) ? THIRD : SECOND;
  const asked = state?.question?.questions ?? [];
  const answered = hostile ? asked.slice(n % 2) : asked;
  return {
    ...EMPTY_READER_REPORT,
    findings: hostile && n % 5 === 0 ? '' : `${word} findings ${n}`,
    impression: `${word} impression`,
    answers: answered.map(({ id }) => ({ questionId: id, text: `${word} answer` })),
  };
}

function comparison(state: CaseState | null, dice: Dice): Comparison {
  const { n, hostile } = dice;
  const own = isThird(state, dice) !== (hostile && n % 7 === 0);
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
        ...(own ? { third: { said: `${THIRD} says`, bearsOut: pick(BORNE_OUT, n) } } : {}),
      },
    ],
    agreement: pick(['concordant', 'minor', 'major'] as const, n),
    radpeer: pick(['1', '2b', '3b'] as const, n),
    effectOnTreatment: 'may-change',
    likelyCause: 'unknown',
    couldSettle: hostile ? '' : 'Another examination.',
    plainWords: hostile && n % 3 === 0 ? '' : `${own ? THIRD : SECOND} in plain words`,
  };
}

function offerIdFor(whole: CaseState | null, { n, hostile }: Dice): string {
  const state = whole === null ? null : forMatching(whole);
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
    allergies: 'None.',
    felt: [{ place: 'head', side: 'left', feelings: ['pain'] }],
  }),
  giveConsent: (_, { hostile }) => ({
    consentVersion: hostile ? '1999-01' : CONSENT,
    language: 'en',
    signerName: 'Ruth Almeida',
    relation: 'self',
  }),
  withdrawConsent: (_, dice) => ({ reason: reasonOf(dice) }),
  agreeTo: (_, { n, hostile }) => ({
    what: pick(AGREEMENTS, n),
    version: hostile ? '1999-01' : AGREEMENT_VERSION,
    language: 'en',
    signerName: 'Ruth Almeida',
    people: hostile && n % 2 === 0 ? [] : [{ name: ORIGINAL, email: 'kin@mail.example', relation: 'Daughter' }],
  }),
  takeBackAgreement: (state, { n }) => ({
    what: (Object.keys(state?.agreements ?? {}) as Agreed[])[0] ?? pick(AGREEMENTS, n),
  }),
  notePaper: (state, { n, hostile }) => {
    const known = pick(state?.papers ?? [], n);
    const step = hostile || (known !== undefined && n % 3 === 0) ? 'removed' : 'added';
    return {
      paperId: step === 'removed' ? (known?.paperId ?? 'no-paper') : `paper-${n}`,
      step,
      kind: pick(PAPER_KINDS, n),
      sha256: sha256(`paper ${n}`),
      mediaType: 'application/pdf',
    };
  },
  changeContact: (_, { hostile }) => ({
    email: hostile ? 'no address' : 'ruth@mail.example',
    phone: '+1 555 0100',
    sms: true,
  }),
  writeMessage: (_, { n, hostile }) => ({ messageId: `message-${n}`, text: hostile ? ' ' : `It says ${ORIGINAL}.` }),
  askErasure: () => ({ reason: ORIGINAL }),
  askPatient: (state, { n, role, person }) => ({
    askId: `ask-${n}`,
    text:
      role === 'reader' && state !== null && metBy(state, person ?? null).reading.revealedAt === null
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
  signRecordsRequest: (state, { n }) => ({
    requestId: requestIdFor(state, n),
    signerName: 'Ruth Almeida',
    sha256: sha256('a line'),
  }),
  noteRecordsRequest: (state, { n, now, hostile }) => ({
    requestId: requestIdFor(state, n),
    step: pick(REQUEST_STEPS, n),
    way: pick(REQUEST_WAYS, n),
    on: hostile ? '2031-02-30' : now.slice(0, 10),
    reference: ORIGINAL,
  }),
  noteFacilityLink: (state, { n, now, hostile }) => {
    const open = (state?.facilityLinks ?? []).find(({ withdrawnAt }) => withdrawnAt === null);
    const step = open !== undefined && n % 2 === 0 ? 'withdrawn' : 'made';
    return {
      linkId: step === 'withdrawn' ? (open?.linkId ?? 'no-link') : `link-${n}`,
      step,
      requestId: requestIdFor(state, n),
      expiresAt: new Date(Date.parse(now) + (hostile ? -1 : 30) * 86_400_000).toISOString(),
    };
  },
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
  judgeSet: (_, dice) => ({ verdict: pick(SET_VERDICTS, dice.n), reason: reasonOf(dice) }),
  rejectImages: (_, dice) => ({ reason: reasonOf(dice) }),
  receiveReport: (_, { n }) => ({ report: reportFile(n, ORIGINAL) }),
  declareNoReport: (_, dice) => ({ reason: reasonOf(dice) }),
  vouchForReport: (state, dice) => ({
    reportId: dice.hostile ? 'another' : (state?.report?.reportId ?? ''),
    about: [pick(REPORT_DOUBTS, dice.n)],
  }),
  acceptReport: () => ({}),
  rejectReport: (_, dice) => ({ reason: reasonOf(dice) }),
} satisfies Partial<Makers>;

const FUNDING = {
  chooseFunding: (_, { n }) => ({
    route: pick(['self-pay', 'insurance', 'institution', 'self-pay'] as const, n),
    serviceLevel: pick(['standard', 'expedited', 'urgent'] as const, n),
    ...(n % 5 === 0 ? { priorComparison: true } : {}),
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
    ...(n % 2 === 0
      ? { network: 'out', codes: [{ code: '76140', modifier: '', covered: pick(['yes', 'no'] as const, n) }] }
      : {}),
  }),
  requestAuthorization: (_, { n, now }) => ({
    requestId: `leave-${n}`,
    code: '76140',
    modifier: '',
    way: pick(['phone', 'fax', 'portal', 'x12'] as const, n),
    sentOn: now.slice(0, 10),
    reference: '',
  }),
  recordDenial: (_, { n, now, hostile }) => ({
    denialId: `denial-${n}`,
    on: now.slice(0, 10),
    reason: hostile && n % 2 === 0 ? '' : `Not necessary, ${ORIGINAL}`,
    reference: 'D-1',
    appealUntil: '',
  }),
  appealDenial: (state, { n, now }) => ({
    appealId: `appeal-${n}`,
    denialId: state?.funding.denials?.at(-1)?.denialId ?? 'no-denial',
    argument: `It is needed, ${ORIGINAL}`,
    sentOn: now.slice(0, 10),
  }),
  recordRefund: (state, { n, hostile }) => {
    const left = state === null ? 0 : refundLeft(state);
    const amountMinor = hostile ? pick([left + 1, 0, -5, 0.5], n) : n % 4 === 0 ? Math.max(1, left >> 1) : left;
    return {
      refundId: `refund-${n}`,
      amount: { amountMinor, currency: 'USD' },
      method: 'bank-transfer',
      reference: '',
    };
  },
  returnRefund: (state, dice) => ({
    refundId: pick(state?.funding.refunds ?? [], dice.n)?.refundId ?? 'no-refund',
    reason: reasonOf(dice),
  }),
  recordRemittance: (state, { n, hostile }) => {
    const open = state === null ? 0 : receivableMinor(state);
    const written = n % 3 === 0 ? Math.floor(open / 3) : 0;
    const amountMinor = hostile ? pick([open + 1, -1, 0.5], n) : open - written;
    return {
      remittanceId: `remittance-${n}`,
      amount: { amountMinor, currency: 'USD' },
      writtenOff: { amountMinor: written, currency: 'USD' },
      reference: 'R-1',
    };
  },
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
  compareReports: (state, dice) => ({ comparison: comparison(state, dice) }),
  reviseOpinion: (state, dice) => ({
    report: secondReport(state, { ...dice, n: dice.n + 1 }),
    reason: reasonOf(dice, isThird(state, dice) ? THIRD : SECOND),
  }),
  signReport: (_, { hostile }) => ({ statement: hostile ? '' : 'I have read these images myself.' }),
  addAddendum: (state, dice) => ({
    addendumId: `addendum-${dice.n}`,
    text: `${isThird(state, dice) ? THIRD : SECOND} addendum`,
  }),
  returnCase: (_, dice) => ({ reason: reasonOf(dice, 'no time') }),
  retractReport: (state, dice) => ({
    cause: pick(RETRACTION_CAUSES, dice.n),
    reason: reasonOf(dice, isThird(state, dice) ? THIRD : SECOND),
    ...(state?.third?.reading.signed != null && dice.n % 2 === 0 ? { read: 'third' as const } : {}),
  }),
} satisfies Partial<Makers>;

function groundsFor({ reading, closedAt, cancelled, retractions = [] }: CaseState): readonly ErasureGround[] {
  const over = closedAt !== null || cancelled !== null;
  if (reading.signed !== null || retractions.length > 0) return over ? ['order', 'retention-ended'] : ['order'];
  return over ? ERASURE_GROUNDS : ['request', 'mistake', 'order'];
}

const DELIVERY = {
  deliverResult: (state, { n }) => ({
    documentSha256: sha256(`document ${n}`),
    ...(state?.third != null && needsDelivery(state.third) ? { read: 'third' as const } : {}),
  }),
  markSeen: () => ({}),
  recordDiscussion: (_, { now }) => ({ on: now.slice(0, 10), note: 'Talked.' }),
  askThirdRead: (_, dice) => ({ reason: reasonOf(dice) }),
  settleThirdRead: (_, dice) => ({ how: pick(['paid', 'waived'] as const, dice.n), reference: reasonOf(dice) }),
  recordDecision: (_, { n }) => ({
    outcome: pick(['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change'] as const, n),
    courseOfAction: 'Another examination.',
    discussedOn: '',
  }),
  closeCase: () => ({}),
  askReader: (state, { n }) => ({
    questionId: `question-${n}`,
    to: state?.third?.delivery.deliveredAt != null && n % 2 === 0 ? 'third' : 'second',
    text: 'How sure is that?',
  }),
  answerReader: (state, dice) => ({
    questionId: state?.talk?.find(({ answer }) => answer === null)?.questionId ?? 'none',
    text: dice.hostile ? '' : `${isThird(state, dice) ? THIRD : SECOND}: quite sure.`,
  }),
  recordCall: (_, { n, hostile }) => ({
    to: pick(['patient', 'referrer'] as const, n),
    number: hostile ? '' : '+1 555 0100',
    spokenTo: 'The front desk',
    outcome: pick(['reached', 'message', 'no-answer'] as const, n),
    note: '',
  }),
  escalateResult: (state, { n }) => ({
    step: pick(ESCALATION_STEPS, n),
    deliveredAt: state?.third?.delivery.deliveredAt ?? state?.delivery.deliveredAt ?? '',
  }),
  shareResult: (_, { n, hostile, now }) => ({
    shareId: `share-${n}`,
    label: 'My sister',
    secretSha256: sha256(`secret ${n}`),
    expiresAt: new Date(Date.parse(now) + (hostile ? -1 : 7) * 86_400_000).toISOString(),
    views: hostile ? 0 : (n % 3) + 1,
  }),
  withdrawShare: (state, { n }) => ({ shareId: pick(state?.shares ?? [], n)?.shareId ?? 'none' }),
  openShare: (state, { n }) => ({ shareId: pick(state?.shares ?? [], n)?.shareId ?? 'none' }),
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
