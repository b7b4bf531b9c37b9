import type { CommandOf, CommandType } from '@overread/rules/case/commands.ts';
import {
  AGREEMENTS,
  BODY_PLACES,
  FEELINGS,
  PAYMENT_METHODS,
  REASONS,
  RED_FLAGS,
  REGIONS,
  REQUEST_STEPS,
  REQUEST_WAYS,
  RETRACTION_CAUSES,
  SET_VERDICTS,
} from '@overread/rules/case/vocabulary.ts';
import { REPORT_DOUBTS } from '@overread/rules/identity/check-report.ts';
import { z } from 'zod';
import { emailText, idText, isoDate, isoDateOrNone, longText, noteText, shortText, uidText } from './input.ts';
import { comparison, readerReport } from './report-schemas.ts';

/** Commands that come about in a room of the service, with what that room adds to them; nobody may send them as they are. */
type MadeHere =
  | 'openCase'
  | 'offerCase'
  | 'receiveImages'
  | 'receiveReport'
  | 'sendOutside'
  | 'receiveOutsideReport'
  | 'deliverResult'
  | 'noteParcel'
  | 'escalateResult'
  | 'shareResult'
  | 'openShare'
  | 'notePaper'
  | 'signRecordsRequest'
  | 'noteFacilityLink'
  | 'eraseCase';
export type SendableType = Exclude<CommandType, MadeHere>;

const money = z.object({
  amountMinor: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
/** What people note; a payment online is noted by the service alone. */
const method = z.enum(PAYMENT_METHODS.filter((each) => each !== 'card-online'));
const wanted = z.array(z.enum(['images', 'report'])).max(2);
const of = <T extends SendableType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const asking = {
  nameReferrer: of('nameReferrer', {
    personId: idText.nullable(),
    name: shortText,
    email: emailText,
    phone: shortText.optional(),
  }),
  askQuestion: of('askQuestion', {
    reasons: z.array(z.enum(REASONS)).max(REASONS.length),
    region: z.enum(REGIONS),
    side: z.enum(['left', 'right', 'both', 'none']),
    questions: z.array(z.object({ id: idText, askedBy: z.enum(['patient', 'referrer']), text: noteText })).max(20),
    symptoms: longText,
    proposedTreatment: longText,
  }),
  answerRedFlags: of('answerRedFlags', {
    yes: z.array(z.enum(RED_FLAGS)).max(RED_FLAGS.length),
    asked: z.array(z.enum(RED_FLAGS)).max(RED_FLAGS.length),
  }),
  clearRedFlags: of('clearRedFlags', { note: noteText }),
  giveHistory: of('giveHistory', {
    course: longText,
    earlierTreatment: longText,
    surgery: longText,
    medicines: longText,
    implants: longText,
    priorImaging: longText,
    allergies: longText.optional(),
    felt: z
      .array(
        z.object({
          place: z.enum(BODY_PLACES),
          side: z.enum(['left', 'right', 'both', 'none']),
          feelings: z.array(z.enum(FEELINGS)).max(FEELINGS.length),
        }),
      )
      .max(2 * BODY_PLACES.length)
      .optional(),
  }),
  giveConsent: of('giveConsent', {
    consentVersion: shortText,
    language: shortText,
    signerName: shortText,
    relation: z.enum(['self', 'parent', 'guardian', 'representative']),
  }),
  withdrawConsent: of('withdrawConsent', { reason: noteText }),
  agreeTo: of('agreeTo', {
    what: z.enum(AGREEMENTS),
    version: shortText,
    language: shortText,
    signerName: shortText,
    people: z.array(z.object({ name: shortText, email: emailText, relation: shortText })).max(20),
  }),
  takeBackAgreement: of('takeBackAgreement', { what: z.enum(AGREEMENTS) }),
};

const materials = {
  requestRecords: of('requestRecords', {
    requestId: idText,
    facility: z.object({ name: shortText, address: noteText, phone: shortText, fax: shortText }),
    wants: wanted,
    studyDate: isoDateOrNone,
    studyDescription: shortText,
    missing: noteText,
    law: z.enum(['us-hipaa', 'eu-gdpr', 'general']),
    sentOn: isoDate,
    sendTo: noteText.optional(),
  }),
  markRecordsReceived: of('markRecordsReceived', { requestId: idText, what: wanted }),
  extendRecordsRequest: of('extendRecordsRequest', { requestId: idText, reason: noteText }),
  noteRecordsRequest: of('noteRecordsRequest', {
    requestId: idText,
    step: z.enum(REQUEST_STEPS),
    way: z.enum(REQUEST_WAYS),
    on: isoDate,
    reference: shortText,
  }),
  decideStudy: of('decideStudy', {
    studyInstanceUid: uidText,
    decision: z.enum(['accept', 'reject']),
    reason: noteText,
  }),
  acceptImages: of('acceptImages', { note: noteText }),
  rejectImages: of('rejectImages', { reason: noteText }),
  judgeSet: of('judgeSet', { verdict: z.enum(SET_VERDICTS), reason: noteText }),
  declareNoReport: of('declareNoReport', { reason: noteText }),
  vouchForReport: of('vouchForReport', { reportId: idText, about: z.array(z.enum(REPORT_DOUBTS)).min(1).max(6) }),
  acceptReport: of('acceptReport', {}),
  rejectReport: of('rejectReport', { reason: noteText }),
};

const funding = {
  chooseFunding: of('chooseFunding', {
    route: z.enum(['self-pay', 'insurance', 'institution']),
    serviceLevel: z.enum(['standard', 'expedited', 'urgent']),
    priorComparison: z.boolean().optional(),
  }),
  recordCoverage: of('recordCoverage', {
    plan: shortText,
    memberId: shortText,
    groupNumber: shortText,
    spokenTo: shortText,
    callReference: shortText,
    answer: z.enum(['covered', 'partly', 'not-covered', 'unclear']),
    authorizationNeeded: z.boolean(),
    patientShare: money,
    notes: noteText,
    network: z.enum(['in', 'out', 'unknown']).optional(),
    deductibleLeft: money.optional(),
    codes: z
      .array(z.object({ code: shortText, modifier: shortText, covered: z.enum(['yes', 'no', 'unclear']) }))
      .max(20)
      .optional(),
  }),
  requestAuthorization: of('requestAuthorization', {
    requestId: idText,
    code: shortText,
    modifier: shortText,
    way: z.enum(['phone', 'fax', 'portal', 'x12']),
    sentOn: isoDate,
    reference: shortText,
  }),
  recordAuthorization: of('recordAuthorization', {
    number: shortText,
    validFrom: isoDate,
    validTo: isoDate,
    visits: z.int().min(1).max(999).optional(),
  }),
  recordDenial: of('recordDenial', {
    denialId: idText,
    on: isoDate,
    reason: noteText,
    reference: shortText,
    appealUntil: isoDateOrNone,
  }),
  appealDenial: of('appealDenial', { appealId: idText, denialId: idText, argument: longText, sentOn: isoDate }),
  recordPayment: of('recordPayment', { paymentId: idText, amount: money, method, reference: shortText }),
  recordRefund: of('recordRefund', { refundId: idText, amount: money, method, reference: shortText }),
  returnRefund: of('returnRefund', { refundId: idText, reason: noteText }),
  recordRemittance: of('recordRemittance', {
    remittanceId: idText,
    amount: money,
    writtenOff: money,
    reference: shortText,
  }),
  recordInstitution: of('recordInstitution', { institution: shortText, reference: shortText }),
  waiveFunding: of('waiveFunding', { reason: noteText }),
};

const matchingAndReading = {
  withdrawOffer: of('withdrawOffer', { offerId: idText, reason: noteText }),
  acceptOffer: of('acceptOffer', { offerId: idText, noConflict: z.boolean() }),
  declineOffer: of('declineOffer', { offerId: idText, reason: noteText }),
  openRead: of('openRead', {}),
  lockFindings: of('lockFindings', { report: readerReport }),
  revealOriginal: of('revealOriginal', {}),
  compareReports: of('compareReports', { comparison }),
  reviseOpinion: of('reviseOpinion', { report: readerReport, reason: noteText }),
  signReport: of('signReport', { statement: noteText }),
  addAddendum: of('addAddendum', { addendumId: idText, text: longText }),
  returnCase: of('returnCase', { reason: noteText }),
  retractReport: of('retractReport', {
    cause: z.enum(RETRACTION_CAUSES),
    reason: noteText,
    read: z.literal('third').optional(),
  }),
};

const deliveryAndDecision = {
  markSeen: of('markSeen', {}),
  recordDiscussion: of('recordDiscussion', { on: isoDate, note: longText }),
  askThirdRead: of('askThirdRead', { reason: noteText }),
  settleThirdRead: of('settleThirdRead', { how: z.enum(['paid', 'waived']), reference: noteText }),
  recordDecision: of('recordDecision', {
    outcome: z.enum(['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change']),
    courseOfAction: longText,
    discussedOn: isoDateOrNone,
  }),
  closeCase: of('closeCase', {}),
  askReader: of('askReader', { questionId: idText, to: z.enum(['second', 'third']), text: noteText }),
  answerReader: of('answerReader', { questionId: idText, text: longText }),
  recordCall: of('recordCall', {
    to: z.enum(['patient', 'referrer']),
    number: shortText,
    spokenTo: shortText,
    outcome: z.enum(['reached', 'message', 'no-answer']),
    note: noteText,
  }),
  withdrawShare: of('withdrawShare', { shareId: idText }),
  askPatient: of('askPatient', { askId: idText, text: noteText }),
  answerAsk: of('answerAsk', { askId: idText, text: longText }),
  changeContact: of('changeContact', {
    email: z.union([emailText, z.literal('')]),
    phone: shortText,
    sms: z.boolean(),
  }),
  writeMessage: of('writeMessage', { messageId: idText, text: longText }),
  cancelCase: of('cancelCase', { reason: noteText }),
  askErasure: of('askErasure', { reason: noteText }),
};

/** A schema for each command that a person may send, held to the command's type by the compiler: none may be missing. */
export const COMMAND_SCHEMAS = {
  ...asking,
  ...materials,
  ...funding,
  ...matchingAndReading,
  ...deliveryAndDecision,
} satisfies { readonly [T in SendableType]: z.ZodType<CommandOf<T>> };

type Schemas = typeof COMMAND_SCHEMAS;
type AnySchema = Schemas[keyof Schemas];

export const commandRequest = z.object({
  expectedVersion: z.int().min(0),
  command: z.discriminatedUnion('type', Object.values(COMMAND_SCHEMAS) as [AnySchema, ...AnySchema[]]),
});

/** The type of a command in a body that nobody has checked yet; null when it is none that a person may send. */
export function sendableType(body: unknown): SendableType | null {
  const command = typeof body === 'object' && body !== null && 'command' in body ? body.command : null;
  const type = typeof command === 'object' && command !== null && 'type' in command ? command.type : null;
  return typeof type === 'string' && Object.hasOwn(COMMAND_SCHEMAS, type) ? (type as SendableType) : null;
}
