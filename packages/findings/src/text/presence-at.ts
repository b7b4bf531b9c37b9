import { type Standing, standingOf } from './presence.ts';
import { splitSentences } from './sentences.ts';
import { tag } from './tags.ts';

/**
 * How a text stands to the words `text.slice(start, end)`: stated, denied, possible, of the past, of somebody else. The words
 * need not be in the lexicon; the cues of their own sentence count.
 */
export function standingAt(text: string, start: number, end: number): Standing {
  const sentence = splitSentences(text).find((one) => one.start <= start && start < one.end) ?? {
    start: 0,
    end: text.length,
  };
  return standingOf(text, sentence, tag(text, sentence), { start, end });
}
