/** A line that begins a point of a list, or a heading of its own: it keeps its place. */
const OWN_LINE = /^\s*(?:[-–•*]|\d{1,2}[.)]|[A-Z][A-Z /]{3,}:)/;
/** Lines shorter than this were ended by the writer, not by the width of the paper. */
const FULL_LINE = 48;

/**
 * Joins lines that end only because the paper did, as text out of a PDF has them, so that it can be read on a phone. Empty
 * lines, points of a list and short lines stay; no word is changed.
 */
export function reflow(text: string): string {
  const lines = text.split('\n');
  let joined = lines[0] ?? '';
  for (let at = 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1] ?? '', lines[at] ?? ''];
    const goesOn = before.trim().length >= FULL_LINE && line.trim() !== '' && !OWN_LINE.test(line);
    joined += goesOn ? ` ${line.trimStart()}` : `\n${line}`;
  }
  return joined;
}
