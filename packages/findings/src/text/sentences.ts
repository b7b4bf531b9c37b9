/** Sentences with exact offsets: `text.slice(start, end)`, trimmed, list numbers and bullets left out. */

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The first sentence of a line or list item. */
  readonly startsLine: boolean;
  /** An empty line or the beginning of the text stands before it. */
  readonly startsParagraph: boolean;
}

const abbreviations =
  /\b(?:approx|ca|cf|dr|e\.?g|etc|fig|i\.?e|incl|max|min|mm|cm|nos?|prof|resp|st|vs|al|ser|im|img|seq|pt|hx|dx|bzw|ggf|z\.b|d\.h|li|re|bds)\.$/i;
const listMark = /^(?:\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+|[-–—•*·▪►>]+\s+|[-–—•*·▪►]+(?=\p{L}))/u;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly paragraph: boolean;
}

function continues(text: string, line: Line, next: Line): boolean {
  const before = text.slice(line.start, line.end).trimEnd();
  const after = text.slice(next.start, next.end).trimStart();
  if (next.paragraph || /[.!?:;]$/.test(before) || listMark.test(after)) return false;
  return /^[\p{Ll}(]/u.test(after) || /[,(\-–]$/.test(before) || (before.length >= 60 && !/^[^.]{2,40}:/.test(after));
}

/** Lines, with the lines of one wrapped sentence joined. */
function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let paragraph = true;
  for (const match of text.slice(start, end).matchAll(/[^\r\n\f]+/g)) {
    const gap = lines.length > 0 ? text.slice(lines.at(-1)?.end ?? start, start + match.index) : '\n\n';
    paragraph = paragraph || (gap.match(/\n/g)?.length ?? 0) > 1 || (gap.match(/\r(?!\n)/g)?.length ?? 0) > 1;
    if (match[0].trim() === '') {
      paragraph = true;
      continue;
    }
    const line = { start: start + match.index, end: start + match.index + match[0].length, paragraph };
    const last = lines.at(-1);
    if (last && continues(text, last, line)) lines[lines.length - 1] = { ...last, end: line.end };
    else lines.push(line);
    paragraph = false;
  }
  return lines;
}

function ends(text: string, at: number, lineStart: number, lineEnd: number): boolean {
  const after = text.slice(at + 1, Math.min(lineEnd, at + 12));
  if (text[at] === '.') {
    const before = text.slice(Math.max(lineStart, at - 14), at + 1);
    if (/^\d/.test(after) && /\d\.$/.test(before)) return false;
    if (/^,\s?(?:$|\p{Lu}|\d)/u.test(after)) return true;
    if (!/^["')\]]*(?:\s|$)/.test(after) && !/^\p{Lu}\p{Ll}/u.test(after)) return false;
    if (/^\s*\(?\d{1,2}\.$/.test(text.slice(lineStart, at + 1))) return false;
    if (abbreviations.test(before)) return /^\s+\p{Lu}/u.test(after) && /\b(?:mm|cm|etc)\.$/i.test(before);
    if (/(?:^|[\s(])\p{L}\.$/u.test(before) && /^\s*\p{Ll}/u.test(after)) return false;
    return !/^\s*\p{Ll}/u.test(after) || /\p{L}{3}\.$/u.test(before);
  }
  return /^\s|^$/.test(after);
}

/** Splits `text.slice(start, end)`; abbreviations, decimals ("1.2 x 0.8 cm") and list numbers do not end a sentence. */
export function splitSentences(text: string, start = 0, end = text.length): Sentence[] {
  const found: Sentence[] = [];
  for (const line of linesOf(text, start, end)) {
    let from = line.start;
    let startsLine = true;
    const push = (to: number): void => {
      let s = from;
      let e = to;
      while (s < e && /\s/.test(text[s] ?? '')) s += 1;
      const mark = listMark.exec(text.slice(s, e));
      if (mark) s += mark[0].length;
      while (e > s && /\s/.test(text[e - 1] ?? '')) e -= 1;
      if (e > s) {
        found.push({
          start: s,
          end: e,
          startsLine: startsLine || mark !== null,
          startsParagraph: startsLine && line.paragraph,
        });
        startsLine = false;
      }
      from = to;
    };
    for (let at = line.start; at < line.end; at += 1) {
      const c = text[at];
      if ((c === '.' || c === '!' || c === '?' || c === ';') && ends(text, at, from, line.end)) push(at + 1);
    }
    push(line.end);
  }
  return found;
}
