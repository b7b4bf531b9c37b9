/** Everything that the lexicon finds in one sentence. */
import { ages, changes, counts, cues, denials, extents, severitySteps } from '../lexicon/cues.data.ts';
import { anatomyBook, isLoose, observationBook, observations as terms } from '../lexicon/lexicon.ts';
import { type LevelHit, levelsIn } from './levels.ts';
import { type Amount, boundsIn, percentsIn, type Size, sizesIn, volumesIn } from './measurements.ts';
import { type Hit, phraseBook } from './phrases.ts';
import { hitsIn, type Region } from './region.ts';
import { type Score, scoresIn } from './scores.ts';
import type { Sentence } from './sentences.ts';
import { withSharedNouns } from './shared-nouns.ts';
import { sidesIn } from './sides.ts';
import { inside, overlaps } from './spans.ts';
import { type Word, wordsOf } from './words.ts';

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
  /** "Sub-centimeter". */
  readonly bounds: readonly Size[];
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
const countBook = phraseBook(Object.keys(counts).map((word) => [word, word] as const));

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

/** Words that call a structure normal when they end what is said of it: "Seminal vesicles free.", "Retropatellar cartilage smooth." */
const atEnd = new Set(
  'fre open smooth homogeneous round spherical firm empty perfus spar strong anatomic central clean dry stabl delicat straight'.split(
    ' ',
  ),
);
const spacious = new Set('foramen canal subacromial lateral-recess joint-space joint'.split(' '));
const ligamentous = /ligament|syndesmosis|collateral|acl|pcl|mcl|lcl|joint|druj|labrum|anchor/;

/** The structure last named before a word, with nothing but words between. */
function namedBefore(words: readonly Word[], at: number, anatomy: readonly Hit[]): Hit | undefined {
  const stop = words.slice(0, at).findLastIndex(({ stem }) => /^[^a-z0-9'-]$/.test(stem));
  const from = stop < 0 ? 0 : (words[stop]?.start ?? 0);
  return anatomy.findLast((hit) => hit.start >= from && hit.end <= (words[at]?.start ?? 0));
}

function normalAtEnd(words: readonly Word[], anatomy: readonly Hit[], named: readonly Hit[]): Hit[] {
  return words.flatMap(({ stem, start, end }, i): Hit[] => {
    const next = words[i + 1]?.stem ?? '.';
    if (/^[a-z]/.test(next) && !/^(?:on|at|bilateral|throughout|and|in)$/.test(next)) return [];
    const hit = { code: 'normal', start, end, apart: false };
    if (stem === 'fre' || stem === 'open') return [hit];
    const place = namedBefore(words, i, anatomy);
    if (!place || named.some((one) => one.start >= place.start && one.end <= start)) return [];
    if (stem === 'wid') return spacious.has(place.code) ? [hit] : [];
    if (stem === 'stabl') return ligamentous.test(place.code) ? [hit] : [];
    if (stem === 'straight' && place.code === 'lordosis') return [];
    return atEnd.has(stem) ? [hit] : [];
  });
}

/** "There is free fluid", "there are smooth margins": told, not called normal. */
const onlyThere = (text: string, hit: Hit): boolean =>
  hit.code === 'normal' &&
  /^(?:is|are)\b/i.test(text.slice(hit.start, hit.end)) &&
  /\bthere\s+$/i.test(text.slice(Math.max(0, hit.start - 8), hit.start));

/** "-ve for" denies, "+ve for" does not. */
const isPlus = (text: string, hit: Hit): boolean =>
  /^ve\b/i.test(text.slice(hit.start, hit.end)) && text[hit.start - 1] !== '-';

/** "Follow-up imaging revealed a mass": no advice. */
const showsMore = (text: string, hit: Hit): boolean =>
  hit.code === 'advice' &&
  /^\W*(?:\w+\W+){0,4}?(?:reveal|show|demonstrat|confirm|depict)/i.test(text.slice(hit.end, hit.end + 60));

/** "Growing out of the sella", "extracapsular growth": where it grows, not that it has grown. */
const isDirection = (text: string, hit: Hit): boolean =>
  /\bgrow/i.test(text.slice(hit.start, hit.end)) &&
  (/^\s*(?:out of|into|through|beyond|along|around|from|towards?|within|behind|up to|over)\b/i.test(
    text.slice(hit.end, hit.end + 12),
  ) ||
    /\b(?:(?:extra|intra|supra|para|retro)[a-z]+|exophytic|infiltrat\w+|expansive|invasive|displacing)\s+$/i.test(
      text.slice(Math.max(0, hit.start - 24), hit.start),
    ));

/** "Without contrast uptake" denies the uptake; "without contrast" tells how it was examined. */
const denying = (hit: Hit, whole: readonly Hit[]): Hit =>
  hit.code === 'pseudoNegation' &&
  whole.some((one) => one.start > hit.start && one.start < hit.end && one.end > hit.end)
    ? {
        ...hit,
        code: 'negatedForward',
        end: Math.min(...whole.filter((one) => one.start > hit.start).map((one) => one.start)) - 1,
      }
    : hit;

const placed = new Set(
  [...terms.values()].filter((term) => term.at !== '' && !isLoose(term.at)).map((term) => term.code),
);

/** "Central stenosis" names the canal and what is wrong with it. */
const isCanalStenosis = (text: string, { start, end }: Hit): boolean =>
  /^(?:stenosis|narrowing)$/i.test(text.slice(start, end)) &&
  /\bcentral\s+$/i.test(text.slice(Math.max(0, start - 10), start));

const noObservation = /^(?:change|alteration)/i;
/** "Contrast enhanced MRA", "3D reconstructions": how it was examined. */
const ofTechnique = (text: string, hit: Hit): boolean =>
  // "Secondary to infection": no metastasis.
  (hit.code === 'metastasis' && /^secondary$/i.test(text.slice(hit.start, hit.end))) ||
  (hit.code === 'enhancement' &&
    /contrast[- ]$/i.test(text.slice(Math.max(0, hit.start - 9), hit.start)) &&
    /^\s*(?:(?:\w+\s+){0,2}MRI?\b|CT|axial|coronal|sagittal|fat)/i.test(text.slice(hit.end, hit.end + 30))) ||
  (hit.code === 'enhancement' &&
    /^\s*(?:MRI?\b|MRA|T1|images?\b|sequences?\b|scans?\b|stud)/i.test(text.slice(hit.end, hit.end + 12))) ||
  (hit.code === 'postoperative' &&
    /^\s*(?:sequence|image|view|series|data)/i.test(text.slice(hit.end, hit.end + 12))) ||
  (hit.code === 'postoperative' && /\b(?:3D|MIP|multiplanar|dimensional|planar)\s+$/i.test(text.slice(0, hit.start)));

function observationsIn(
  text: string,
  named: readonly Hit[],
  cueHits: readonly Hit[],
  changeHits: readonly Hit[],
): Hit[] {
  const normal = cueHits.filter((cue) => cue.code === 'normal' || cue.code === 'pseudoNegation');
  const moving = changeHits.filter((hit) => hit.code !== 'new');
  return named.filter((hit) => {
    if (!clearOf(normal)(hit) || ofTechnique(text, hit)) return false;
    // "The duct is 5 mm wide" measures it.
    const before = text.slice(Math.max(0, hit.start - 10), hit.start);
    if ((hit.code === 'dilatation' || hit.code === 'thickening') && /\d\s?[mc]m (?:in )?$/i.test(before)) return false;
    if ((hit.code === 'enlargement' || hit.code === 'abnormality') && !clearOf(moving)(hit)) return false;
    return !(
      hit.code === 'abnormality' &&
      noObservation.test(text.slice(hit.start, hit.end)) &&
      /\bno (?:interval |significant )?$/i.test(text.slice(0, hit.start))
    );
  });
}

/** Tags `text.slice(sentence.start, sentence.end)`; offsets are into `text`. */
export function tag(text: string, sentence: Pick<Sentence, 'start' | 'end'>, region: Region = ''): Tags {
  const { start, end } = sentence;
  const own = text.slice(start, end);
  const words = wordsOf(text, start, end);
  const levels = shift(levelsIn(own), start);
  const sizes = shift(sizesIn(own), start);
  const volumes = shift(volumesIn(own), start).filter(clearOf(sizes));
  const percents = shift(percentsIn(own), start);
  const scores = shift(scoresIn(own), start).filter(clearOf(levels));
  // "Normal pressure hydrocephalus" is nothing normal.
  const named = observationBook.find(words);
  const whole = named.filter((hit) => !hit.apart);
  const anatomy = hitsIn(withSharedNouns(anatomyBook, words, anatomyBook.find(words)), region);
  const ended = normalAtEnd(words, anatomy, named);
  const cueHits = [...cueBook.find(words).map((hit) => denying(hit, whole)), ...ended].filter(
    (hit) =>
      !isPlus(text, hit) &&
      !showsMore(text, hit) &&
      !onlyThere(text, hit) &&
      ((hit.code !== 'normal' && hit.code !== 'pseudoNegation') || !inside(hit, whole)),
  );
  const changeHits = changeBook.find(words).filter((hit) => clearOf<Hit>(ended)(hit) && !isDirection(text, hit));
  const denied = denialBook.find(words);
  const observations = observationsIn(text, named, cueHits, changeHits).filter(
    (hit) => clearOf(denied)(hit) && (hit.apart || !inside(hit, anatomy) || isCanalStenosis(text, hit)),
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
    changes: changeHits.filter((hit) => !inside(hit, anatomy)),
    ages: ageBook.find(words),
    sides: sidesIn(text, words, [...anatomy, ...observations]),
    levels,
    sizes,
    bounds: shift(boundsIn(own), start),
    volumes,
    percents,
    scores,
    counts: countsIn(text, words, [...levels, ...sizes, ...volumes, ...percents, ...scores]),
  };
}
