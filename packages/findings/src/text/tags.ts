/** Everything that the lexicon finds in one sentence. */
import { ages, changes, counts, cues, denials, extents, severitySteps, sides } from '../lexicon/cues.data.ts';
import { anatomyBook, isLoose, observationBook, observations as terms } from '../lexicon/lexicon.ts';
import { type LevelHit, levelsIn } from './levels.ts';
import { type Amount, percentsIn, type Size, sizesIn, volumesIn } from './measurements.ts';
import { type Hit, phraseBook } from './phrases.ts';
import { type Score, scoresIn } from './scores.ts';
import type { Sentence } from './sentences.ts';
import { type Word, wordsOf } from './words.ts';

export type Side = 'left' | 'right' | 'both' | 'midline';

export interface Count {
  readonly least: number;
  readonly most: number;
  readonly start: number;
  readonly end: number;
}

export interface Tags {
  readonly words: readonly Word[];
  readonly observations: readonly Hit[];
  readonly anatomy: readonly Hit[];
  readonly cues: readonly Hit[];
  /** Wordings that deny an observation, by its code. */
  readonly denials: readonly Hit[];
  readonly severity: readonly Hit[];
  readonly extents: readonly Hit[];
  readonly changes: readonly Hit[];
  readonly ages: readonly Hit[];
  readonly sides: readonly Hit[];
  readonly levels: readonly LevelHit[];
  readonly sizes: readonly Size[];
  readonly volumes: readonly Amount[];
  readonly percents: readonly Amount[];
  readonly scores: readonly Score[];
  readonly counts: readonly Count[];
}

const cueBook = phraseBook(Object.entries(cues));
const denialBook = phraseBook(Object.entries(denials));
const severityBook = phraseBook(Object.entries(severitySteps));
const extentBook = phraseBook(Object.entries(extents));
const changeBook = phraseBook(Object.entries(changes));
const ageBook = phraseBook(Object.entries(ages));
const sideBook = phraseBook(Object.entries(sides));
const countBook = phraseBook(Object.keys(counts).map((word) => [word, word] as const));

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const clearOf =
  <T extends { start: number; end: number }>(...others: readonly (readonly { start: number; end: number }[])[]) =>
  (hit: T): boolean =>
    !others.some((list) => list.some((other) => overlaps(hit, other)));

const shift = <T extends { start: number; end: number }>(hits: readonly T[], by: number): T[] =>
  hits.map((hit) => ({ ...hit, start: hit.start + by, end: hit.end + by }));

const bound =
  /\b(more than|over|at least|greater than|>|approximately|about|around|some|roughly|circa|ca\.|up to|fewer than|less than)\s*(\d{1,3})\b(?!\s*(?:[.,]\d|mm|cm|%|ml|cc|degree|°|percent|x\b|month|year|week))/gi;

/** "More than 20", "approximately 12". */
function boundedCounts(text: string, words: readonly Word[]): Count[] {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return [...text.slice(start, end).matchAll(bound)].map((match) => {
    const n = Number(match[2]);
    const word = (match[1] ?? '').toLowerCase();
    const [least, most] = /more|over|least|greater|>/.test(word)
      ? [n, 1000]
      : /up to|fewer|less/.test(word)
        ? [1, n]
        : [Math.floor(n * 0.8), Math.ceil(n * 1.2)];
    return { least, most, start: start + match.index, end: start + match.index + match[0].length };
  });
}

/** A bare number before a noun counts ("8 lesions"); numbers of sizes, levels, scores and percentages do not. */
function countsIn(text: string, words: readonly Word[], taken: readonly { start: number; end: number }[]): Count[] {
  const found: Count[] = countBook.find(words).map((hit) => {
    const [least, most] = counts[hit.code] ?? [1, 1];
    return { least, most, start: hit.start, end: hit.end };
  });
  for (const [i, word] of words.entries()) {
    const n = Number(word.stem);
    const next = words[i + 1]?.stem ?? '';
    if (!Number.isInteger(n) || n < 1 || n > 99 || !/^[a-z]{3,}$/.test(next)) continue;
    if (
      /^(?:mm|cm|month|week|year|day|hour|cc|per|degree|and|with|the|oclock|clock|mg|not|tesla|image|series|to)/.test(
        next,
      )
    )
      continue;
    if (
      !taken.some((other) => overlaps(word, other)) &&
      !/(?:[./-]\s?|[A-Za-z])$/.test(text.slice(Math.max(0, word.start - 2), word.start))
    )
      found.push({ least: n, most: n, start: word.start, end: word.end });
  }
  // "The biggest one" counts nothing.
  const pronoun = (count: Count): boolean =>
    /\b\w+(?:est|er|ther)\s+$/i.test(text.slice(Math.max(0, count.start - 14), count.start));
  return [...boundedCounts(text, words), ...found.filter((count) => !pronoun(count))].filter(clearOf(taken));
}

/** "Seminal vesicles free.", "Portal vein open." */
function freeAtEnd(words: readonly Word[]): Hit[] {
  return words
    .filter((word, i) => (word.stem === 'fre' || word.stem === 'open') && !/^[a-z]/.test(words[i + 1]?.stem ?? '.'))
    .map((word) => ({ code: 'normal', start: word.start, end: word.end, apart: false }));
}

/** Strictly within a longer phrase: "plateau" in "tibial plateau". */
const inside = (hit: Hit, longer: readonly Hit[]): boolean =>
  longer.some(
    (other) => other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start,
  );
const placed = new Set(
  [...terms.values()].filter((term) => term.at !== '' && !isLoose(term.at)).map((term) => term.code),
);

const noObservation = /^(?:change|alteration)/i;

function observationsIn(
  text: string,
  words: readonly Word[],
  cueHits: readonly Hit[],
  changeHits: readonly Hit[],
): Hit[] {
  const normal = cueHits.filter((cue) => cue.code === 'normal' || cue.code === 'pseudoNegation');
  const moving = changeHits.filter((hit) => hit.code !== 'new');
  return observationBook.find(words).filter((hit) => {
    if (!clearOf(normal)(hit)) return false;
    if ((hit.code === 'enlargement' || hit.code === 'abnormality') && !clearOf(moving)(hit)) return false;
    return !(
      hit.code === 'abnormality' &&
      noObservation.test(text.slice(hit.start, hit.end)) &&
      /\bno (?:interval |significant )?$/i.test(text.slice(0, hit.start))
    );
  });
}

/** Tags `text.slice(sentence.start, sentence.end)`; offsets are into `text`. */
export function tag(text: string, sentence: Pick<Sentence, 'start' | 'end'>): Tags {
  const { start, end } = sentence;
  const own = text.slice(start, end);
  const words = wordsOf(text, start, end);
  const levels = shift(levelsIn(own), start);
  const sizes = shift(sizesIn(own), start);
  const volumes = shift(volumesIn(own), start).filter(clearOf(sizes));
  const percents = shift(percentsIn(own), start);
  const scores = shift(scoresIn(own), start).filter(clearOf(levels));
  const cueHits = [...cueBook.find(words), ...freeAtEnd(words)];
  const changeHits = changeBook.find(words);
  const denied = denialBook.find(words);
  const anatomy = anatomyBook.find(words);
  const observations = observationsIn(text, words, cueHits, changeHits).filter(
    (hit) => clearOf(denied)(hit) && (hit.apart || !inside(hit, anatomy)),
  );
  return {
    words,
    observations,
    // "Ulnar impaction", "meniscal cyst": the observation says where it is.
    anatomy: anatomy.filter(
      (hit) =>
        !inside(
          hit,
          observations.filter((one) => placed.has(one.code)),
        ),
    ),
    cues: cueHits,
    denials: denied,
    severity: severityBook.find(words).filter(
      clearOf<Hit>(
        scores,
        observations.filter((hit) => !hit.apart),
        anatomy,
      ),
    ),
    extents: extentBook.find(words),
    changes: changeHits,
    ages: ageBook.find(words),
    sides: sideBook.find(words).filter(({ end }) => !/^\s+(?:clinical|setting|context)\b/i.test(text.slice(end))),
    levels,
    sizes,
    volumes,
    percents,
    scores,
    counts: countsIn(text, words, [...levels, ...sizes, ...volumes, ...percents, ...scores]),
  };
}
