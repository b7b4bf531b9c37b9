import type { Reason, RedFlag } from '../case/vocabulary.ts';

/** How fast a warning sign has to be seen by a doctor (DOMAIN section 1). */
export type Haste = 'ambulance' | 'hospital-now' | 'within-a-day';

const HASTE: Readonly<Record<RedFlag, Haste>> = {
  'cauda-equina': 'hospital-now',
  'cord-compression-cancer': 'within-a-day',
  stroke: 'ambulance',
  'sudden-weakness-or-confusion': 'ambulance',
  'thunderclap-headache': 'hospital-now',
  'first-seizure': 'hospital-now',
  'sudden-vision-loss': 'hospital-now',
  'spinal-infection-or-trauma': 'within-a-day',
};

const ORDER: readonly Haste[] = ['ambulance', 'hospital-now', 'within-a-day'];

/** What the answers on warning signs mean: null when a second reading may go on, else how fast to act instead. */
export function mustNotWait(yes: readonly RedFlag[]): Haste | null {
  return ORDER.find((haste) => yes.some((flag) => HASTE[flag] === haste)) ?? null;
}

export interface Asked {
  readonly reasons: readonly Reason[];
  /** A subspecialist of this region has read these very images lately. */
  readonly readBySubspecialist: boolean;
  /** The question is about what the images show, and not about treatment, cost or care alone. */
  readonly aboutImages: boolean;
}

/**
 * Whether a second reading is usually worth it. Never a refusal: "no" is an honest way out that the person may decline.
 * `because` names a sentence of `packages/words` (`asking.…`).
 */
export function worthAsking(asked: Asked): {
  readonly worth: 'usually' | 'perhaps' | 'rather-not';
  readonly because: string;
} {
  if (!asked.aboutImages) return { worth: 'rather-not', because: 'asking.not-about-images' };
  if (asked.readBySubspecialist) return { worth: 'rather-not', because: 'asking.read-by-subspecialist' };
  if (asked.reasons.length === 0) return { worth: 'perhaps', because: 'asking.no-reason' };
  return { worth: 'usually', because: `asking.${asked.reasons[0]}` };
}
