/** "Medial and lateral menisci", "radial, median and ulnar nerves": the noun at the end holds for each. */
import type { Hit, PhraseBook } from './phrases.ts';
import type { Word } from './words.ts';

const joins = new Set(['and', 'or', 'nor', ',', '&', '/']);
const isWord = (word: Word | undefined): boolean => word !== undefined && /^[a-z]/.test(word.stem);
/** How many words of its own an item of such a list has. */
const most = 3;

interface Named extends Hit {
  /** The words that its phrase would have in full. */
  readonly full: readonly string[];
}

const asWords = (stems: readonly string[]): Word[] => stems.map((stem, i) => ({ stem, start: i, end: i + 1 }));

/** The structure that `item` names once the end of `full` is put behind it. */
function completed(book: PhraseBook, item: readonly string[], right: Named): { code: string; full: string[] } | null {
  for (let cut = 1; cut < right.full.length; cut += 1) {
    const full = [...item, ...right.full.slice(cut)];
    const hit = book.find(asWords(full)).find((one) => one.start === 0 && one.end === full.length);
    if (hit && hit.code !== right.code) return { code: hit.code, full };
  }
  return null;
}

function itemBefore(book: PhraseBook, words: readonly Word[], join: number, right: Named): Named | null {
  for (let length = most; length > 0; length -= 1) {
    const item = words.slice(Math.max(0, join - length), join);
    if (item.length < length || !item.every(isWord)) continue;
    const found = completed(
      book,
      item.map((word) => word.stem),
      right,
    );
    const [first, last] = [item[0], item.at(-1)];
    if (found && first && last) return { ...found, start: first.start, end: last.end, apart: false };
  }
  return null;
}

/** Adds the structures of such lists to those found; a word taken for another structure ("frontal") gives way. */
export function withSharedNouns(book: PhraseBook, words: readonly Word[], hits: readonly Hit[]): Hit[] {
  const named: Named[] = hits.map((hit) => ({
    ...hit,
    full: words.filter((word) => word.start >= hit.start && word.end <= hit.end).map((word) => word.stem),
  }));
  for (let join = words.length - 2; join > 0; join -= 1) {
    const at = words[join];
    if (!at || !joins.has(at.stem)) continue;
    const limit = words[join + 3]?.start ?? Number.POSITIVE_INFINITY;
    const right = named.filter((hit) => hit.start >= at.end && hit.start < limit).sort((a, b) => a.start - b.start)[0];
    const item = right ? itemBefore(book, words, join, right) : null;
    if (!item) continue;
    const rest = named.filter((hit) => hit.end <= item.start || hit.start >= item.end);
    named.splice(0, named.length, ...rest, item);
  }
  return named.map(({ full: _full, ...hit }) => hit).sort((a, b) => a.start - b.start || b.end - a.end);
}
