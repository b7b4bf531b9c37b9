/** Stretches of a sentence between commas, conjunctions and brackets: each says one thing. */
import type { Word } from './words.ts';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** What parts it from the segment before: a comma, "and", "with" … */
  readonly link: string;
}

const punctuation = new Set([',', ';', ':', '(', ')', '[', ']', '–', '—']);
const conjunction =
  /^(?:and|or|nor|with|but|while|whereas|which|plus|however|although|though|without|associated|accompanying|causing|causes|cause|produces|leads|results|resulting|producing|leading|because|despite|including|except|additionally|consistent|compatible|typical|suggestive|suggesting|suspicious|diagnostic|representing|represents|characteristic|concerning|indicating|indicative|reflecting|favou?ring|keeping|compresses|displaces|abuts|contacts|touches|impinges|indents|effaces|due|secondary|caused|plus|as|that|where|from|contains?|containing|shows|showing|demonstrating|impresses|irritates|flattens|deforms|reaching|extending|adjacent|after|surrounded|together|along)$/i;
/** These open a segment only when enough stands before and after them. */
const weak =
  /^(?:as|that|from|contains?|containing|shows|showing|demonstrating|associated|extending|reaching|adjacent|after|secondary|due)$/i;
const verbAlone =
  /^(?:narrowing|narrows|displacing|obstructing|involving|compressing|abutting|contacting|touching|impinging|indenting|effacing|encroaching|impressing|irritating|flattening|deforming)$/i;
const object =
  /^(?:the|both|left|right|bilateral|its|neural|exiting|traversing|descending|a|an|upon|ventral|anterior|dorsal|adjacent|cord|nerve|thecal|dural|[CTLS]\d?)$/i;

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

function opens(text: string, words: readonly Word[], at: number, from: number): boolean {
  const raw = (word: Word | undefined): string => (word ? text.slice(word.start, word.end) : '');
  const word = raw(words[at]);
  if (at <= from) return false;
  if (verbAlone.test(word)) return object.test(raw(words[at + 1]));
  if (!conjunction.test(word)) return false;
  if (
    /^with$/i.test(word) &&
    /^(?:consistent|compatible|keeping|line|compared|associated|together|along)$/i.test(raw(words[at - 1]))
  )
    return false;
  return !(weak.test(word) && (at - from < 2 || at + 1 >= words.length));
}

/** "As well as" joins as "and" does; its second "as" opens nothing. */
const asWellAs = (words: readonly Word[], at: number): boolean =>
  [words[at], words[at + 1], words[at + 2]].map((word) => word?.stem).join(' ') === 'as well as';

/** Splits the words of a sentence; the linking word stays with the segment that it opens. */
export function segmentsOf(text: string, words: readonly Word[]): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  let link = '';
  const push = (to: number): void => {
    const [first, last] = [words[from], words[to - 1]];
    if (first && last && to > from) found.push({ start: first.start, end: last.end, link });
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || asWellAs(words, at - 2)) continue;
    if (at === from && asWellAs(words, at)) link = 'and';
    if (punctuation.has(word.stem) || isDash(words, at)) {
      push(at);
      from = at + 1;
      link = word.stem;
    } else if (opens(text, words, at, from)) {
      push(at);
      from = at;
      link = asWellAs(words, at) ? 'and' : text.slice(word.start, word.end).toLowerCase();
    }
  }
  push(words.length);
  return found;
}
