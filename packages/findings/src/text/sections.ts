import { headings } from '../lexicon/headings.data.ts';
import type { Report, SectionName } from '../model.ts';
import { signatureStart } from './signature.ts';

/** A stretch of the report that belongs to one section, headings left out. */
export interface SectionSpan {
  readonly section: SectionName | 'title';
  readonly start: number;
  readonly end: number;
}

const sectionOf = new Map<string, SectionName>();
for (const [section, names] of Object.entries(headings) as [SectionName, readonly string[]][])
  for (const name of names) sectionOf.set(name, section);

const names = [...sectionOf.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll(' ', '[ \\t]+'));
const marker = String.raw`(?:[ \t]*(?:\d{1,2}[.)]|[-*•#]+)[ \t]*)?[*_#]*[ \t]*`;
const atLineStart = new RegExp(
  String.raw`(?<=^|\n|\r)${marker}(${names.join('|')})(?:[ \t]*\([^)\n]{0,40}\))?[ \t]*[*_]*[ \t]*(?:[:：][ \t]*[*_]*|[-–—](?=\s)|(?=[\r\n]|$))`,
  'giu',
);
// In running text only a heading in capitals with a colon counts: "... gadolinium. COMPARISON: None."
const inLine = new RegExp(String.raw`(?<=[.!?;)]\s{1,3})(${names.join('|')})[ \t]*:`, 'giu');

interface Heading {
  readonly section: SectionName;
  readonly start: number;
  readonly bodyStart: number;
}

function headingsIn(text: string): Heading[] {
  const found = new Map<number, Heading>();
  for (const pattern of [atLineStart, inLine])
    for (const match of text.matchAll(pattern)) {
      const word = match[1] ?? '';
      const capital = /^\p{Lu}/u.test(word);
      const section = sectionOf.get(word.toLowerCase().replace(/[ \t]+/g, ' '));
      if (!section || !capital) continue;
      if (![...found.values()].some((h) => match.index < h.bodyStart && match.index + match[0].length > h.start))
        found.set(match.index, { section, start: match.index, bodyStart: match.index + match[0].length });
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const titleLine =
  /^\W*(?:(?:exam(?:ination)?|study)\b.*|.*\b(?:MRI?|MRT|MRCP|magnetic resonance|IRM|RM)\b.*|.*\b(?:report|radiology|department|hospital|patient|name|dob|date|mrn|accession)\b.*)$/i;

/** Where the lines that only name the examination end, counted from the start of the report. */
function titleEnd(text: string, limit: number): number {
  let end = 0;
  for (const match of text.slice(0, limit).matchAll(/[^\r\n]*(?:\r?\n|\r|$)/g)) {
    const line = match[0].trim();
    if (match[0] === '') break;
    if (line !== '' && !(titleLine.test(line) && line.length <= 110 && !/[.;]\s+\S/.test(line))) break;
    end = match.index + match[0].length;
  }
  return end;
}

/** A first sentence such as "MRI cerebrum." or "Wrist MRI of the left side." on the same line as what follows. */
function titleSentenceEnd(text: string, from: number, limit: number): number {
  const match =
    /^(?:[^.\n:]|\.(?=\d)){0,90}?\b(?:MRI?|MRT|MRCP|magnetic resonance[^.\n:]{0,20})\b[^.\n:]{0,60}[.:](?:\s+|$)/i.exec(
      text.slice(from, limit),
    );
  return match && !/\b(?:shows?|demonstrates?|reveals?|there|is|are|was|with(?! and| contrast|out))\b/i.test(match[0])
    ? from + match[0].length
    : from;
}

function opening(text: string, first: number, hasFindings: boolean): SectionSpan[] {
  let end = titleEnd(text, first);
  end = titleSentenceEnd(text, end, first);
  const spans: SectionSpan[] = end > 0 ? [{ section: 'title', start: 0, end }] : [];
  if (text.slice(end, first).trim() !== '')
    spans.push({ section: hasFindings ? 'indication' : 'findings', start: end, end: first });
  return spans;
}

/**
 * The sections of a report in the order of ACR's practice parameter for communication (2020): indication, technique,
 * comparison, findings, impression, recommendations. Text without headings is findings; a signature ends the section above it. Offsets are into `text`.
 */
export function splitSections(text: string): { sections: Report['sections']; spans: SectionSpan[] } {
  const found = headingsIn(text);
  const hasFindings = found.some((h) => h.section === 'findings');
  const spans = opening(text, found[0]?.start ?? text.length, hasFindings);
  for (const [i, heading] of found.entries()) {
    const end = found[i + 1]?.start ?? text.length;
    spans.push(...body(text, heading, end, hasFindings));
  }
  const unsigned = spans.map((span) => ({ ...span, end: signatureStart(text, span.start, span.end) }));
  return { sections: joined(text, unsigned), spans: unsigned };
}

/** Without a "Findings" heading the findings follow the indication or technique after an empty line. */
function body(text: string, heading: Heading, end: number, hasFindings: boolean): SectionSpan[] {
  const { section, bodyStart } = heading;
  const before = section === 'indication' || section === 'technique' || section === 'comparison';
  if (before && !hasFindings) {
    // The line of the heading, or the paragraph below a heading that stands alone.
    const gap = /^[ \t]*\S[^\n]*\n|\S[^\n]*\n[ \t\r]*\n/.exec(text.slice(bodyStart, end));
    const cut = gap ? bodyStart + gap.index + gap[0].length : end;
    if (cut < end && text.slice(cut, end).trim() !== '')
      return [
        { section, start: bodyStart, end: cut },
        { section: 'findings', start: cut, end },
      ];
  }
  return [{ section, start: bodyStart, end }];
}

function joined(text: string, spans: readonly SectionSpan[]): Report['sections'] {
  const sections: Partial<Record<SectionName, string>> = {};
  for (const { section, start, end } of spans) {
    const words = text.slice(start, end).trim();
    if (section === 'title' || words === '') continue;
    sections[section] = sections[section] ? `${sections[section]}\n\n${words}` : words;
  }
  return sections;
}
