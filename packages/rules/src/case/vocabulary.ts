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

/** RADPEER 2016 (Goldberg-Stein et al., JACR 2017;14:1080): 1 concur; 2 understandable miss; 3 should be made most of
 * the time; a unlikely, b likely clinically significant. */
export const RADPEER = ['1', '2a', '2b', '3a', '3b'] as const;
export type Radpeer = (typeof RADPEER)[number];

export type Agreement = 'concordant' | 'minor' | 'major';
export type EffectOnTreatment = 'none' | 'may-change' | 'changes';
export type LikelyCause = 'not-seen' | 'judged-differently' | 'not-in-question' | 'other-images' | 'unknown';

export type Relation = 'agrees' | 'differs' | 'only-original' | 'only-second';
export type Difference = 'presence' | 'certainty' | 'severity' | 'size' | 'side' | 'level' | 'count' | 'diagnosis';

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
