/** Left, right and both: which words name a side, and which only sound like it. */
import { sides } from '../lexicon/cues.data.ts';
import { type Hit, phraseBook } from './phrases.ts';
import { inside, overlaps } from './spans.ts';
import type { Word } from './words.ts';

export type Side = 'left' | 'right' | 'both' | 'midline';

const sideBook = phraseBook(Object.entries(sides));

/** "Right clinical setting", "both at the level of …" name no side. */
const noSide =
  /^\s+(?:clinical|setting|context|at the level|before|during|of (?:the|a) (?:left|right|synchondrosis|symphysis|joint|fracture|physis|growth plate|disc))\b/i;
/** "On both T1 and T2", "in both planes": two images, no sides. */
const notSides =
  /^\s+(?:the\s+)?(?:T[12]\b|FLAIR|STIR|DWI|PD\b|CT\b|MRI?\b|axial|sagittal|coronal|sequences?|images?|planes?|phases?|studies|examinations?|lesions?|masses|nodules|foci|findings|reports|anterior|posterior|superior|inferior|medial|lateral|arterial|pre|before|with|in|of (?:these|which|the lesions)|cysts?|tumou?rs?|adjacent|vertebra\w*|levels?|segments|discs|endplates|neighbou?ring|on the (?:left|right))\b/i;
/** "Right leg numbness", "sciatica on the left": what the patient feels. */
const symptomAfter =
  /^(?:[- ]sided)?\s+(?:(?:lower|upper|leg|arm|foot|hand|shoulder|buttock|limb|extremity|side)\s+)*(?:pain|numbness|weakness|symptoms?|sciatica|paresthesia|hemiparesis|radiculopathy symptoms|tingling)\b/i;
const symptomBefore = /\b(?:pain|numbness|weakness|symptoms?|sciatica)\s+(?:on|in|down|to)\s+(?:the\s+)?$/i;

/** "Larger than the left", "compared to the right side". */
const otherSide = /\b(?:compared (?:to|with)|relative to|than)\s+(?:on\s+)?(?:the\s+)?$/i;
/** "Shifted to the left and the right ventricle". */
const eachSide =
  /\b(left|right)(?=\s+and\s+the\s+(?:left|right)\b)|(?<=\b(?:left|right)\s+and\s+the\s+)(left|right)\b/gi;
/** "R frontal lobe", "L ICA": the letter stands before the structure. */
const letterSide = /(?<![\w.-])([RL])(?=\s+\p{L}{2,})/gu;

/** The sides named in a sentence; `named` are its structures and observations. */
export function sidesIn(text: string, words: readonly Word[], named: readonly Hit[]): Hit[] {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const letters = [...text.slice(start, end).matchAll(letterSide)].map(
    ({ 1: letter, index }): Hit => ({
      code: letter === 'R' ? 'right' : 'left',
      start: start + index,
      end: start + index + 1,
      apart: false,
    }),
  );
  const spoken = sideBook.find(words).filter(
    (hit) =>
      !noSide.test(text.slice(hit.end, hit.end + 30)) &&
      !(/^both$/i.test(text.slice(hit.start, hit.end)) && notSides.test(text.slice(hit.end, hit.end + 30))) &&
      !symptomAfter.test(text.slice(hit.end, hit.end + 50)) &&
      !symptomBefore.test(text.slice(Math.max(0, hit.start - 24), hit.start)) &&
      // "Shifted to the left and the right ventricle": not both sides.
      !(hit.code === 'both' && /\band\s+the\b/i.test(text.slice(hit.start, hit.end))) &&
      // "Midline shift" and "median nerve" say what, not where.
      !(
        hit.code === 'midline' &&
        (inside(hit, named) || named.some((one) => one.code !== 'midline-structure' && overlaps(one, hit)))
      ),
  );
  const each = [...text.slice(start, end).matchAll(eachSide)].map(
    ({ 0: word, index }): Hit => ({
      code: word.toLowerCase(),
      start: start + index,
      end: start + index + word.length,
      apart: false,
    }),
  );
  return [...spoken, ...letters, ...each]
    .filter((hit) => !otherSide.test(text.slice(Math.max(start, hit.start - 24), hit.start)))
    .sort((a, b) => a.start - b.start);
}
