import type { CommandOf, CommandType } from '@overread/rules/case/commands.ts';
import { REASONS, RED_FLAGS, REGIONS } from '@overread/rules/case/vocabulary.ts';
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
  | 'eraseCase';
export type SendableType = Exclude<CommandType, MadeHere>;

const money = z.object({
  amountMinor: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
const wanted = z.array(z.enum(['images', 'report'])).max(2);
const of = <T extends SendableType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const asking = {
  nameReferrer: of('nameReferrer', { personId: idText.nullable(), name: shortText, email: emailText }),
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
  }),
  giveConsent: of('giveConsent', {
    consentVersion: shortText,
    language: shortText,
    signerName: shortText,
    relation: z.enum(['self', 'parent', 'guardian', 'representative']),
  }),
  withdrawConsent: of('withdrawConsent', { reason: noteText }),
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
  }),
  markRecordsReceived: of('markRecordsReceived', { requestId: idText, what: wanted }),
  extendRecordsRequest: of('extendRecordsRequest', { requestId: idText, reason: noteText }),
  decideStudy: of('decideStudy', {
    studyInstanceUid: uidText,
    decision: z.enum(['accept', 'reject']),
    reason: noteText,
  }),
  acceptImages: of('acceptImages', { note: noteText }),
  rejectImages: of('rejectImages', { reason: noteText }),
  declareNoReport: of('declareNoReport', { reason: noteText }),
  acceptReport: of('acceptReport', {}),
  rejectReport: of('rejectReport', { reason: noteText }),
};

const funding = {
  chooseFunding: of('chooseFunding', {
    route: z.enum(['self-pay', 'insurance', 'institution']),
    serviceLevel: z.enum(['standard', 'expedited', 'urgent']),
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
  }),
  recordAuthorization: of('recordAuthorization', { number: shortText, validFrom: isoDate, validTo: isoDate }),
  recordPayment: of('recordPayment', {
    paymentId: idText,
    amount: money,
    method: z.enum(['bank-transfer', 'cash', 'cheque', 'card-terminal', 'invoice', 'other']),
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
};

const deliveryAndDecision = {
  markSeen: of('markSeen', {}),
  recordDiscussion: of('recordDiscussion', { on: isoDate, note: longText }),
  askThirdRead: of('askThirdRead', { reason: noteText }),
  recordDecision: of('recordDecision', {
    outcome: z.enum(['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change']),
    courseOfAction: longText,
    discussedOn: isoDateOrNone,
  }),
  closeCase: of('closeCase', {}),
  askPatient: of('askPatient', { askId: idText, text: noteText }),
  answerAsk: of('answerAsk', { askId: idText, text: longText }),
  cancelCase: of('cancelCase', { reason: noteText }),
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
