/** Finds the phrases of a lexicon in words: the longest first, small words between may be skipped. */
import { type Word, wordsOf } from './words.ts';

interface Phrase {
  readonly code: string;
  /** One part: a run of words. Several: they stand near each other, in any order (`height ~ reduced`). */
  readonly parts: readonly (readonly string[])[];
  readonly size: number;
  /** Adjectives of place and degree may stand between its words. */
  readonly loose: boolean;
}

export interface Hit {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Its words stand apart; start and end are those of the last. */
  readonly apart: boolean;
}

export interface PhraseBook {
  find(words: readonly Word[]): Hit[];
}

const filler = new Set('the a an of - / it their both this left right \' ’ : "'.split(' '));
/** Words that may stand inside the wording of an observation: "transitional lumbosacral vertebra", "high T2 signal". */
const adjectives =
  /^(?:[clst]|\d{1,2}|left|right|exit|travers|descend|flair|stir|pd|fat|saturated|lumbosacral|femoral|tibial|pelvic|hepatic|renal|pancreatic|cervical|thoracic|lumbar|intra|articular|intraarticular|subchondral|foraminal|neural|central|lateral|medial|anterior|posterior|dorsal|ventral|superior|inferior|small|mild|slight|moderat|sever|mark|simpl|larg|focal|diffus|bilateral|joint|vertebra|spinal|axillary|retroperitoneal|mediastinal|abdominal|vertical|vertically|linear|orient|horizontal|pontin|cerebral|white|matter|diffusion|weight|contrast)$/;
const breaks = new Set([',', ';', '.', ':']);
const window = 6;

function matchRun(run: readonly string[], words: readonly Word[], at: number, loose: boolean): number {
  let w = at;
  for (const [i, want] of run.entries()) {
    for (let skipped = 0; i > 0 && skipped < 3 && words[w] && words[w]?.stem !== want; skipped += 1) {
      const stem = words[w]?.stem ?? '';
      if (!filler.has(stem) && !(loose && adjectives.test(stem))) break;
      w += 1;
    }
    if (words[w]?.stem !== want) return -1;
    w += 1;
  }
  return w;
}

function findNear(
  run: readonly string[],
  words: readonly Word[],
  [from, to]: readonly [number, number],
  loose: boolean,
): [number, number] | null {
  const step = (start: number, sign: 1 | -1): [number, number] | null => {
    for (let w = start, n = 0; n < window && w >= 0 && w < words.length; w += sign, n += 1) {
      if (breaks.has(words[w]?.stem ?? '')) return null;
      const end = matchRun(run, words, w, loose);
      if (end > 0 && (sign === 1 || end <= from)) return [w, end];
    }
    return null;
  };
  return step(to, 1) ?? step(from - 1, -1);
}

function matchAt(phrase: Phrase, words: readonly Word[], at: number): [number, number][] | null {
  const [first, ...others] = phrase.parts;
  if (!first) return null;
  const end = matchRun(first, words, at, phrase.loose);
  if (end < 0) return null;
  const ranges: [number, number][] = [[at, end]];
  for (const other of others) {
    const near = findNear(other, words, [at, end], phrase.loose);
    if (!near) return null;
    ranges.push(near);
  }
  return ranges;
}

/** Compiles `{ code: 'phrase|other phrase|word ~ word' }`. */
export function phraseBook(entries: Iterable<readonly [code: string, phrases: string]>, loose = false): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  for (const [code, phrases] of entries) {
    for (const one of phrases.split('|')) {
      const parts = one.split('~').map((part) =>
        wordsOf(part.trim())
          .map((word) => word.stem)
          .filter((s) => s !== '-'),
      );
      const first = parts[0]?.[0];
      if (!first) continue;
      const size = parts.reduce((n, part) => n + part.length, 0);
      const list = byFirst.get(first) ?? [];
      list.push({ code, parts, size, loose });
      byFirst.set(first, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.size - a.size);
  return { find: (words) => find(byFirst, words) };
}

interface Candidate {
  readonly phrase: Phrase;
  readonly ranges: readonly [number, number][];
}

const isWhole = (owner: Phrase | undefined, code: string): boolean => owner?.code === code && owner.parts.length === 1;

function find(byFirst: ReadonlyMap<string, readonly Phrase[]>, words: readonly Word[]): Hit[] {
  const candidates: Candidate[] = [];
  for (const [at, word] of words.entries()) {
    for (const phrase of byFirst.get(word.stem) ?? []) {
      const ranges = matchAt(phrase, words, at);
      if (ranges) candidates.push({ phrase, ranges });
    }
  }
  candidates.sort((a, b) => b.phrase.size - a.phrase.size || a.ranges.length - b.ranges.length);
  const owner = new Map<number, Phrase>();
  const hits: Hit[] = [];
  for (const { phrase, ranges } of candidates) {
    const cells = ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));
    // A word belongs to the longest phrase; a phrase of equal length may share it (two codes, one wording).
    if (cells.some((cell) => (owner.get(cell)?.size ?? 0) > phrase.size)) continue;
    // "Disc desiccation with a disc herniation": the desiccation is said of the first disc.
    if (ranges.length > 1 && cells.some((cell) => isWhole(owner.get(cell), phrase.code))) continue;
    for (const cell of cells) if (!owner.has(cell)) owner.set(cell, phrase);
    // Of words that stand apart, the later one carries the statement: "the cord is not compressed".
    const [from, to] = ranges.reduce((late, range) => (range[0] > late[0] ? range : late), ranges[0] ?? [0, 1]);
    const start = words[from]?.start ?? 0;
    const end = words[to - 1]?.end ?? start;
    if (!hits.some((hit) => hit.code === phrase.code && hit.start === start))
      hits.push({ code: phrase.code, start, end, apart: ranges.length > 1 });
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}
