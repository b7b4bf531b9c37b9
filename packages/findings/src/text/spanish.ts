/** A Spanish report in the English words that the lexicon knows, with the way back to its characters. */
import { spanishTable } from '../lexicon/spanish.data.ts';
import { plainWord } from './language.ts';

/** Gender and number off: "izquierdas" and "izquierdo" are one. */
function root(word: string): string {
  const plain = plainWord(word);
  if (plain.length <= 4) return plain.length > 3 ? plain.replace(/s$/, '') : plain;
  return plain.replace(/s$/, '').replace(/[aeo]$/, '');
}

const longest = 7;
const english = new Map<string, string>();
for (const line of spanishTable.split('\n')) {
  const [to = '', from = ''] = line.split(' = ');
  if (line.startsWith('#') || from === '') continue;
  for (const phrase of from.split('|')) {
    const key = phrase.trim().split(/\s+/).map(root).join(' ');
    if (!english.has(key)) english.set(key, to.trim());
  }
}

interface Stretch {
  /** Where it stands in the English text and in the report. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly copied: boolean;
}

export interface Translated {
  readonly text: string;
  /** A range of `text` as a range of the report. */
  readonly back: (range: { readonly start: number; readonly end: number }) => { start: number; end: number };
}

interface Token {
  readonly root: string;
  readonly start: number;
  readonly end: number;
}

/** The longest wording that begins at `at`: its English and the number of its words. */
function wordingAt(text: string, tokens: readonly Token[], at: number): readonly [string, number] | null {
  const most = Math.min(longest, tokens.length - at);
  for (let n = most; n > 0; n -= 1) {
    const run = tokens.slice(at, at + n);
    // Only spaces stand within a wording.
    const joined = run.every((token, i) => i === 0 || /^\s+$/.test(text.slice(run[i - 1]?.end, token.start)));
    const found = joined ? english.get(run.map((token) => token.root).join(' ')) : undefined;
    if (found !== undefined) return [found, n];
  }
  return null;
}

const withCase = (words: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words;

/** Word by word and wording by wording; what the table does not know stays as it is. */
export function spanishToEnglish(text: string): Translated {
  const tokens = [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({
    root: root(word),
    start: index,
    end: index + word.length,
  }));
  const stretches: Stretch[] = [];
  let out = '';
  let done = 0;
  const copy = (to: number): void => {
    if (to > done) stretches.push({ start: out.length, end: out.length + to - done, from: done, to, copied: true });
    out += text.slice(done, to);
    done = to;
  };
  for (let at = 0; at < tokens.length; ) {
    const wording = wordingAt(text, tokens, at);
    const [first, last] = [tokens[at], tokens[at + (wording?.[1] ?? 1) - 1]];
    if (wording && first && last) {
      copy(first.start);
      const words = withCase(wording[0], text.slice(first.start, first.end));
      stretches.push({
        start: out.length,
        end: out.length + words.length,
        from: first.start,
        to: last.end,
        copied: false,
      });
      out += words;
      done = last.end;
    }
    at += wording?.[1] ?? 1;
  }
  copy(text.length);
  return { text: out, back: (range) => mapBack(stretches, range) };
}

/** A place within a wording is the whole wording. */
function mapBack(
  stretches: readonly Stretch[],
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const first = stretches.find((one) => start < one.end);
  const last = stretches.findLast((one) => end > one.start);
  const from = first ? (first.copied ? first.from + Math.max(0, start - first.start) : first.from) : 0;
  const to = last ? (last.copied ? last.from + Math.min(last.to - last.from, end - last.start) : last.to) : 0;
  return { start: from, end: Math.max(from, to) };
}
