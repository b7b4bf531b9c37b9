import { lineText, type TextLine } from './text-layout.ts';

export interface Page {
  /** In points. */
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** The outer tenth of a page, above and below. */
const MARGIN = 0.1;
const isAbove = ({ y }: TextLine, { height }: Page): boolean => y <= MARGIN * height;
const isBelow = ({ y }: TextLine, { height }: Page): boolean => y >= (1 - MARGIN) * height;

/** "1 / 2", "Page 1 of 2", "- 1 -", "1". */
const PAGE_NUMBER =
  /^[-–—\s]*(?:(?:page|pg\.?|seite|p\.)\s*)?(\d{1,3})(?:\s*(?:\/|of|von|de|sur|di|van)\s*(\d{1,3}))?[-–—\s]*$/iu;

/** Whether the words are the number of this page and of no other. */
function isPageNumber(words: string, page: number, pages: number): boolean {
  const found = PAGE_NUMBER.exec(words);
  if (found === null || Number(found[1]) !== page) return false;
  return found[2] === undefined ? true : Number(found[2]) === pages;
}

/** A line that has the page's number, alone or apart from the other words: "Harbour Imaging      1 / 2". */
function hasPageNumber({ segments }: TextLine, page: number, pages: number): boolean {
  return [segments[0], segments.at(-1)].some((segment) => isPageNumber(segment?.text ?? '', page, pages));
}

/** The same place and the same words but for numbers. */
const likeness = (line: TextLine): string => `${Math.round(line.y / 2)} ${lineText(line).replace(/\d+/g, '#')}`;

/**
 * Takes off what is no part of the text: lines of the outer margins that repeat on other pages or have the page's number.
 * A header that repeats stays on the first page that has it, where it is a letterhead. Nothing is lost: what was taken off
 * stands in `margins`.
 */
export function withoutMargins(pages: readonly Page[]): { bodies: TextLine[][]; margins: string[] } {
  const often = repeated(pages);
  const seen = new Set<string>();
  const margins: string[] = [];
  const bodies = pages.map((page, i) =>
    page.lines.filter((line) => {
      if (!isAbove(line, page) && !isBelow(line, page)) return true;
      const key = likeness(line);
      const isFirst = !seen.has(key);
      seen.add(key);
      const numbered = hasPageNumber(line, i + 1, pages.length);
      if (!numbered && (!often.has(key) || (isFirst && isAbove(line, page)))) return true;
      if (numbered || isFirst) margins.push(lineText(line));
      return false;
    }),
  );
  return { bodies, margins };
}

/** What stands in the margins of at least two pages. */
function repeated(pages: readonly Page[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const page of pages) {
    const here = new Set(page.lines.filter((line) => isAbove(line, page) || isBelow(line, page)).map(likeness));
    for (const key of here) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set([...times].filter(([, n]) => n > 1).map(([key]) => key));
}
