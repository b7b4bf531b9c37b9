/** What a report says it could not judge: "the cord cannot be assessed for motion". Kept apart from silence and from denial. */
import { anatomyBook, isLoose, placesOf } from '../lexicon/lexicon.ts';
import { reportLanguage } from '../text/language.ts';
import { levelsIn } from '../text/levels.ts';
import { splitSentences } from '../text/sentences.ts';
import { sidesIn } from '../text/sides.ts';
import { spanishToEnglish } from '../text/spanish.ts';
import type { Statement } from '../text/statement.ts';
import { wordsOf } from '../text/words.ts';
import type { Judged } from './grade.ts';
import { levelsMeet } from './similarity.ts';

const JUDGED = '(?:assess|evaluat|judg|interpret|visuali[sz])';
const ADVERB = '(?:(?:be|fully|well|reliably|adequately|properly|further|optimally|completely|clearly|accurately) )*';
const CUES = new RegExp(
  [
    `\\b(?:cannot|can not|could not|can't|couldn't) ${ADVERB}${JUDGED}`,
    `\\b(?:is|are|was|were)?\\s?not ${ADVERB}(?:assess|evalu|judge|interpret)(?:able|uable|ed|uated|d)\\b`,
    `\\bnot (?:included|covered|imaged) (?:in|on|by|within)\\b|\\boutside (?:of )?the field of view\\b`,
    `\\b(?:non-?diagnostic|un-?assessable|non-?assessable|unevaluable|uninterpretable)\\b`,
    `\\bno (?:se puede|se pueden|es posible|fue posible|valorables?|evaluables?)\\b`,
  ].join('|'),
  'i',
);

interface Unjudged {
  readonly text: string;
  readonly places: readonly string[];
  readonly levels: readonly string[];
  readonly side: string;
}

/** The sentences of a report that say so of a named place. */
export function unjudgedIn(report: string): readonly Unjudged[] {
  const spanish = reportLanguage(report) === 'es';
  return splitSentences(report).flatMap(({ start, end }): Unjudged[] => {
    const said = report.slice(start, end);
    if (!CUES.test(said)) return [];
    const text = spanish ? spanishToEnglish(said).text : said;
    const words = wordsOf(text);
    const hits = anatomyBook.find(words);
    const places = [...new Set(hits.map(({ code }) => code))].filter((code) => !isLoose(code));
    const levels = levelsIn(text).flatMap((hit) => hit.levels);
    if (places.length === 0 && levels.length === 0) return [];
    const sides = new Set(sidesIn(text, words, hits).map(({ code }) => code));
    const side = sides.size === 1 ? ([...sides][0] ?? '') : '';
    return [{ text: said.replace(/\s+/g, ' ').trim(), places, levels, side }];
  });
}

const oneSided = (side: string): boolean => side === 'left' || side === 'right';

/** The structure itself, or one that it lies in. */
function covers(named: Unjudged, finding: Statement): boolean {
  if (oneSided(named.side) && oneSided(finding.side) && named.side !== finding.side) return false;
  if (named.levels.length > 0 && !levelsMeet(named.levels, finding.levels)) return false;
  const own = finding.places.length > 0 ? finding.places : finding.placesAround;
  if (named.places.length === 0) return true;
  return own.some((place) => named.places.some((outer) => placesOf(place).has(outer)));
}

/**
 * What the silent report says of a finding that the other alone reports, where it says that it could not be judged; null
 * where it says nothing of the kind. A finding that the reports share is never unjudged.
 */
export function unjudgedWords(one: Judged, silent: readonly Unjudged[]): string | null {
  const finding = one.original ?? one.second;
  if (finding === null || (one.original !== null && one.second !== null)) return null;
  return silent.find((named) => covers(named, finding))?.text ?? null;
}
