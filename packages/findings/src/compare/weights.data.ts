/** What counts how much when two statements are weighed as one finding. Each part is between 0 and 1; the sum is at most 1.08. */
export const weights = {
  observation: 0.42,
  anatomy: 0.26,
  level: 0.1,
  side: 0.06,
  size: 0.04,
  words: 0.12,
  count: 0.08,
} as const;

/** Below this, two statements are not the same finding. */
export const pairingThreshold = 0.46;
/** What a pair has to be worth before it counts when pairs are chosen together. */
export const poorPair = 0.2;
/** Below this, a statement of the impression does not repeat one of the findings. */
export const restatementThreshold = 0.5;
/** From this share of common words on, two sentences that the lexicon does not know say the same. */
export const unreadThreshold = 0.45;
/** What a conclusion about several lesions together gains as a repetition of one of them. */
export const summedUp = 0.08;
/** What a contradiction costs when statements are paired, so that agreeing partners win. */
export const penalties = {
  presence: 0.2,
  level: 0.16,
  side: 0.12,
  count: 0.03,
  diagnosis: 0.05,
  age: 0.12,
  member: 0.15,
  single: 0.08,
  part: 0.06,
  otherNormal: 0.3,
} as const;
