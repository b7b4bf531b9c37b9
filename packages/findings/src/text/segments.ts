/** Stretches of a sentence between commas, conjunctions and brackets: each says one thing. */
import type { Word } from './words.ts';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** What parts it from the segment before: a comma, "and", "with" … */
  readonly link: string;
}

const punctuation = new Set([',', ';', ':', '(', ')', '[', ']', '–', '—']);
const conjunctions = new Set([
  'and',
  'or',
  'nor',
  'with',
  'but',
  'while',
  'wherea',
  'which',
  'plu',
  'however',
  'although',
  'though',
  'without',
  'associat',
  'accompany',
  'cause',
  'caus',
  'resulting',
  'result',
  'produc',
  'lead',
  'contact',
  'that',
  'as',
  'where',
  'because',
  'consequent',
  'despit',
  'contain',
  'including',
  'includ',
  'show',
  'from',
  'except',
  'additional',
  'plus',
  'whereas',
]);
const weakLinks = new Set(['as', 'result', 'lead', 'contain', 'show', 'contact', 'from', 'that', 'associat']);

function isDash(words: readonly Word[], at: number): boolean {
  const [before, dash, after] = [words[at - 1], words[at], words[at + 1]];
  return (
    dash?.stem === '-' &&
    before !== undefined &&
    after !== undefined &&
    before.end < dash.start &&
    dash.end < after.start
  );
}

/** Splits the words of a sentence; the linking word stays with the segment that it opens. */
export function segmentsOf(words: readonly Word[]): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  let link = '';
  const push = (to: number): void => {
    const [first, last] = [words[from], words[to - 1]];
    if (first && last && to > from) found.push({ start: first.start, end: last.end, link });
  };
  for (let at = 0; at < words.length; at += 1) {
    const stem = words[at]?.stem ?? '';
    if (punctuation.has(stem) || isDash(words, at)) {
      push(at);
      from = at + 1;
      link = stem;
    } else if (conjunctions.has(stem) && at > from && !(weakLinks.has(stem) && at - from < 2)) {
      push(at);
      from = at;
      link = stem;
    }
  }
  push(words.length);
  return found;
}
