import type { ScannedPage } from '@overread/contract/original-report.ts';

/** What tesseract.js tells of a page, as far as it is used here. */
interface Word {
  readonly text: string;
  readonly confidence: number;
}
interface Line {
  readonly words: readonly Word[];
}
export interface Recognized {
  readonly confidence: number;
  readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly Line[] }[] }[] | null;
}

/** Below it a word is more often wrong than people would notice. */
const SURE = 75;
/** Rules and frames of a form, read as signs. */
const RULE = /^[|_~=\-–—]*$/;
/** Stands where something is printed that was not read: a number that is left out without a sign would change the sense. */
const UNREAD = '[?]';

function shown({ text, confidence }: Word): { readonly said: string; readonly isDoubtful: boolean } {
  const said = text.trim().normalize('NFC');
  return said === '' ? { said: UNREAD, isDoubtful: true } : { said, isDoubtful: confidence < SURE };
}

/** The text of a page, an empty line between paragraphs, with the words that may be wrong. */
export function pageText({ blocks }: Recognized): Pick<ScannedPage, 'text' | 'doubtful'> {
  let text = '';
  const doubtful: { start: number; end: number }[] = [];
  const add = (words: readonly Word[]) => {
    for (const [at, word] of words.entries()) {
      const { said, isDoubtful } = shown(word);
      if (at > 0) text += ' ';
      if (isDoubtful) doubtful.push({ start: text.length, end: text.length + said.length });
      text += said;
    }
    if (words.length > 0) text += '\n';
  };
  for (const { lines } of (blocks ?? []).flatMap(({ paragraphs }) => paragraphs)) {
    if (text !== '' && !text.endsWith('\n\n')) text += '\n';
    for (const { words } of lines) add(words.filter((word) => word.text.trim() === '' || !RULE.test(word.text.trim())));
  }
  return { text: text.trimEnd(), doubtful };
}
