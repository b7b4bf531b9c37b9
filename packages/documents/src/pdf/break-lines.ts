/**
 * Breaks text into lines no wider than `width` (in the unit of `measure`). Line breaks of the text stay; a word that is
 * wider than a line (a hash, an address) is cut between letters. An empty text has no line.
 */
export function breakLines(text: string, width: number, measure: (line: string) => number): string[] {
  if (text.trim() === '') return [];
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

/** Where a line may end: at spaces, but not between a number and its unit. */
const WORD_BREAK = /(?<!\d)[ \t]+|[ \t]+(?!(?:mm|cm|ml|mg|ms|Hz|T|%|°)(?:\W|$))/;

function breakParagraph(paragraph: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(WORD_BREAK).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function cutWord(word: string, width: number, measure: (line: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
