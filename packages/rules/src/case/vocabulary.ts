/** The words that the rules, the service and the screens share. Terms follow the field's own (see docs/glossary). */

/**
 * `patient` stands for the patient or the caregiver who acts for her; `system` for the service itself (imports, clocks);
 * `machine` for a station or another system that brings images, with a token of its own.
 */
export type Role = 'patient' | 'coordinator' | 'reader' | 'referrer' | 'administrator' | 'system' | 'machine';

export interface Actor {
  readonly personId: string;
  readonly name: string;
  /** The role in which this person acts now; one person may hold several. */
  readonly role: Role;
}

/** Why a second opinion is asked for: the five usual reasons. */
export const REASONS = [
  'serious-diagnosis',
  'treatment-proposed',
  'ambiguous-report',
  'symptoms-contradict',
  'subspecialty',
] as const;
export type Reason = (typeof REASONS)[number];

/** Signs that must not wait for a second reading. One "yes" stops the request until a person has cleared it. */
export const RED_FLAGS = [
  'cauda-equina',
  'cord-compression-cancer',
  'stroke',
  'sudden-weakness-or-confusion',
  'thunderclap-headache',
  'first-seizure',
  'sudden-vision-loss',
  'spinal-infection-or-trauma',
] as const;
export type RedFlag = (typeof RED_FLAGS)[number];

export const REGIONS = [
  'brain',
  'pituitary',
  'head-neck',
  'cervical-spine',
  'thoracic-spine',
  'lumbar-spine',
  'shoulder',
  'elbow',
  'wrist-hand',
  'hip',
  'knee',
  'ankle-foot',
  'chest',
  'breast',
  'abdomen',
  'liver',
  'pelvis',
  'prostate',
  'vessels',
  'other',
] as const;
export type Region = (typeof REGIONS)[number];
export type Side = 'left' | 'right' | 'both' | 'none';

export type Subspecialty =
  | 'neuroradiology'
  | 'musculoskeletal'
  | 'body'
  | 'breast'
  | 'paediatric'
  | 'cardiothoracic'
  | 'vascular'
  | 'head-neck';

export type Sex = 'F' | 'M' | 'O' | '';

export interface PersonName {
  readonly family: string;
  readonly given: string;
}

/** `birthDate` is an ISO date, YYYY-MM-DD. */
export interface PatientIdentity {
  readonly name: PersonName;
  readonly birthDate: string;
  readonly sex: Sex;
}

/** Money is an integer in the currency's minor unit (cents), never a float; `currency` is ISO 4217. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export type ServiceLevel = 'standard' | 'expedited' | 'urgent';
export type FundingRoute = 'self-pay' | 'insurance' | 'institution';

/** By what way money comes or goes back. `card-online` is noted by the service itself, on the word of the payment service. */
export const PAYMENT_METHODS = [
  'bank-transfer',
  'cash',
  'cheque',
  'card-terminal',
  'card-online',
  'invoice',
  'other',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** RADPEER 2016 (Goldberg-Stein et al., JACR 2017;14:1080): 1 concur; 2 understandable miss; 3 should be made most of
 * the time; a unlikely, b likely clinically significant. */
export const RADPEER = ['1', '2a', '2b', '3a', '3b'] as const;
export type Radpeer = (typeof RADPEER)[number];

export type Agreement = 'concordant' | 'minor' | 'major';
export type EffectOnTreatment = 'none' | 'may-change' | 'changes';
export type LikelyCause = 'not-seen' | 'judged-differently' | 'not-in-question' | 'other-images' | 'unknown';

export type Relation = 'agrees' | 'differs' | 'only-original' | 'only-second';
export type Difference = 'presence' | 'certainty' | 'severity' | 'size' | 'side' | 'level' | 'count' | 'diagnosis';

/** Whether a set of pictures answers the question: complete, readable with limits, not readable. */
export const SET_VERDICTS = ['complete', 'readable-with-limits', 'not-readable'] as const;
export type SetVerdict = (typeof SET_VERDICTS)[number];

export type MaterialState = 'missing' | 'requested' | 'received' | 'accepted' | 'rejected' | 'declared-none';

export const STAGES = [
  'preparing',
  'checking',
  'funding',
  'matching',
  'reading',
  'comparing',
  'delivered',
  'deciding',
  'closed',
  'cancelled',
] as const;
export type Stage = (typeof STAGES)[number];

/** Why the images and papers of a case may be erased: asked for by law, kept long enough, ordered, or never to be here. */
export const ERASURE_GROUNDS = ['request', 'retention-ended', 'order', 'mistake'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/**
 * Why a signed report is taken back: the images, or the original report, are of somebody else, or the reading is wrong in a
 * way that an addendum cannot put right.
 */
export const RETRACTION_CAUSES = ['other-patient', 'other-report', 'error'] as const;
export type RetractionCause = (typeof RETRACTION_CAUSES)[number];

/** How a result that nobody opens is followed, step by step. */
export const ESCALATION_STEPS = ['reminder', 'coordinator', 'telephone'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** What was erased, counted: nothing of it can be named afterwards. */
export interface Erased {
  readonly images: number;
  /** Bytes of the images as they came. */
  readonly imageBytes: number;
  /** Written reports that came in. */
  readonly reports: number;
  /** Signed documents and packets. */
  readonly documents: number;
  /** Drafts and unfinished comparisons. */
  readonly drafts: number;
  /** Uploads that waited for their import. */
  readonly uploads: number;
}

export const TRACKS = [
  'question',
  'images',
  'report',
  'history',
  'consent',
  'funding',
  'reading',
  'delivery',
  'decision',
] as const;
export type TrackName = (typeof TRACKS)[number];

/** A question that patient or referrer wants answered; the second reader answers each by its id. */
export interface AskedQuestion {
  readonly id: string;
  readonly askedBy: 'patient' | 'referrer';
  readonly text: string;
}

/** What can be agreed to beside the review itself, each on its own and each to be taken back on its own. */
export const AGREEMENTS = ['telemedicine', 'sharing', 'teaching'] as const;
export type Agreed = (typeof AGREEMENTS)[number];
/** The version of the texts of these agreements (`packages/words`, `consent.agree.…`) that a new one must name. */
export const AGREEMENT_VERSION = '2026-11';

/** What a paper of a case is, beside the report: never shown to a reader under the seal, since any may quote the report. */
export const PAPER_KINDS = ['history', 'proof', 'insurance', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Where it is felt: the places of the body picture, from the front and from the back, head to foot. */
export const BODY_PLACES = [
  'head',
  'face',
  'neck',
  'nape',
  'shoulder',
  'upper-arm',
  'elbow',
  'forearm',
  'hand',
  'chest',
  'belly',
  'upper-back',
  'lower-back',
  'groin',
  'buttock',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'foot',
] as const;
export type BodyPlace = (typeof BODY_PLACES)[number];

export const FEELINGS = ['pain', 'numb', 'tingling', 'weak', 'stiff', 'swollen', 'other'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** One place where something is felt. `side` is the patient's own; `none` where the body has it once. */
export interface FeltPlace {
  readonly place: BodyPlace;
  readonly side: Side;
  readonly feelings: readonly Feeling[];
}

/** What happened to a records request after its letter was written, in the order in which it usually does. */
export const REQUEST_STEPS = ['sent', 'refused', 'second-letter', 'complaint'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];
export const REQUEST_WAYS = ['mail', 'fax', 'email', 'portal', 'hand'] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

/** The parts of a medical history, in the order in which they are asked and told. */
export const HISTORY_PARTS = [
  ...(['course', 'earlierTreatment', 'surgery', 'medicines', 'allergies', 'implants', 'priorImaging'] as const),
] as const;
