import type { ComparedPair } from '@overread/rules/case/report.ts';

export const STEPS = ['none', 'mild', 'moderate', 'severe'] as const;
export type Step = (typeof STEPS)[number];

const WORDS: Readonly<Record<Step, RegExp>> = {
  none: /\b(?:no|without|none|not)\b/i,
  mild: /\b(?:mild|slight)(?:ly)?\b/i,
  moderate: /\bmoderate(?:ly)?\b/i,
  severe: /\b(?:severe(?:ly)?|marked(?:ly)?|high-grade)\b/i,
};

/** The step that a sentence names, when it names exactly one: "severe, no cyst" is severe, "mild to moderate" is not one. */
export function stepOf(text: string | null): Step | null {
  const found = STEPS.filter((step) => WORDS[step].test(text ?? ''));
  const [only, more] = found.length > 1 ? found.filter((step) => step !== 'none') : found;
  return more === undefined ? (only ?? null) : null;
}

export interface OnLadder {
  readonly original: Step;
  readonly second: Step;
}

/** Where both reports stand, when they differ in severity and each names one step of its own; else null. */
export function ladderOf({ differsIn, original, second }: ComparedPair): OnLadder | null {
  if (!differsIn.includes('severity')) return null;
  const at = { original: stepOf(original), second: stepOf(second) };
  return at.original === null || at.second === null || at.original === at.second ? null : (at as OnLadder);
}
