import { GLOSSARY, type GlossaryId } from './glossary.data.ts';

/** A stretch of a text; `term` where it is a word that the glossary explains (message `glossary.TERM`). */
export interface GlossaryPart {
  readonly text: string;
  readonly term: GlossaryId | null;
}

/** One expression for all terms, one group each: the place in the text decides, then the order of the list. */
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${GLOSSARY.map(([, pattern]) => `(${pattern.source})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/**
 * Parts a text at the terms that patients ask about. Each term is taken where it comes first; put together again the parts
 * are the text.
 */
export function glossaryParts(text: string): readonly GlossaryPart[] {
  const parts: GlossaryPart[] = [];
  const seen = new Set<GlossaryId>();
  let end = 0;
  for (const hit of text.matchAll(ANY)) {
    const [found, ...groups] = hit;
    const term = GLOSSARY[groups.findIndex((group) => group !== undefined)]?.[0];
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (hit.index > end) parts.push({ text: text.slice(end, hit.index), term: null });
    parts.push({ text: found, term });
    end = hit.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), term: null });
  return parts;
}
