import { headings } from '../lexicon/headings.data.ts';
import { observationBook } from '../lexicon/lexicon.ts';
import type { Report, SectionName } from '../model.ts';
import { splitSentences } from './sentences.ts';
import { signatureStart } from './signature.ts';
import { wordsOf } from './words.ts';

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
const inLine = new RegExp(String.raw`(?<=[.!?;)](?:\s{1,3}|,\s{0,2}))(${names.join('|')})[ \t]*:[ \t,]*`, 'giu');

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

/** "Result:" after running prose is what the report concludes; before it, it is the report. */
function concluding(text: string, found: readonly Heading[]): Heading[] {
  const first = found[0];
  const before = first ? text.slice(titleEnd(text, first.start), first.start).trim() : '';
  const short = first && text.length - first.bodyStart < before.length;
  if (!first || !short || first.section !== 'findings' || before.length < 120) return [...found];
  return [{ ...first, section: 'impression' }, ...found.slice(1)];
}

const titleLine =
  /^\W*(?:(?:exam(?:ination)?|study)\b.*|.*\b(?:MRI?|MRT|MRCP|magnetic resonance|IRM|RM)\b.*|.*\b(?:report|radiology|department|hospital|patient|name|dob|date|mrn|accession)\b.*)$/i;

/** Where the lines that only name the examination end, counted from the start of the report. */
function titleEnd(text: string, limit: number): number {
  let end = 0;
  for (const match of text.slice(0, limit).matchAll(/[^\r\n]*(?:\r?\n|\r|$)/g)) {
    const line = match[0].trim();
    if (match[0] === '') break;
    const isTitle = titleLine.test(line) && line.length <= 110 && !/[.;]\s+\S/.test(line) && !reports(line);
    if (line !== '' && !isTitle) break;
    end = match.index + match[0].length;
  }
  return end;
}

/** "Large mass in the fourth ventricle on T1 MRI": says what is seen before it names the examination. */
function reports(line: string): boolean {
  const named = /\b(?:MRI?|MRT|MRCP|magnetic resonance|IRM|RM|exam|study)/i.exec(line);
  return named !== null && observationBook.find(wordsOf(line.slice(0, named.index))).length > 0;
}

/** A first sentence such as "MRI cerebrum." or "Wrist MRI of the left side." on the same line as what follows. */
function titleSentenceEnd(text: string, from: number, limit: number): number {
  const match =
    /^(?:[^.\n:]|\.(?=\d)){0,90}?\b(?:MRI?|MRT|MRCP|magnetic resonance[^.\n:]{0,20})\b[^.\n:]{0,60}[.:](?:\s+|$)/i.exec(
      text.slice(from, limit),
    );
  return match &&
    !/\b(?:show\w*|demonstrat\w*|reveal\w*|confirm\w*|depict\w*|suggest\w*|there|is|are|was|were|with(?! and| contrast|out))\b/i.test(
      match[0],
    ) &&
    !reports(match[0])
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
  const found = concluding(text, headingsIn(text));
  const hasFindings = found.some((h) => h.section === 'findings');
  const spans = opening(text, found[0]?.start ?? text.length, hasFindings);
  for (const [i, heading] of found.entries()) {
    const end = found[i + 1]?.start ?? text.length;
    const before = found.slice(0, i).some((h) => h.section === 'findings');
    spans.push(...body(text, heading, end, { any: hasFindings, before }));
  }
  const unsigned = spans.map((span) => ({ ...span, end: signatureStart(text, span.start, span.end) }));
  return { sections: joinedSections(text, unsigned), spans: unsigned };
}

/** Where a section of one running paragraph begins to tell what is seen; its end when it does not. */
function firstSeen(text: string, start: number, end: number, from: number): number {
  const seen = splitSentences(text, start, end)
    .slice(from)
    .find((one) => observationBook.find(wordsOf(text, one.start, one.end)).length > 0);
  return seen?.start ?? end;
}

/** The line of the heading, or the paragraph below a heading that stands alone; in a running paragraph its first sentences. */
function leadEnd(text: string, { section, bodyStart }: Heading, end: number): number {
  const gap = /^[ \t]*\S[^\n]*\n|\S[^\n]*\n[ \t\r]*\n/.exec(text.slice(bodyStart, end));
  const cut = gap ? bodyStart + gap.index + gap[0].length : end;
  if (text.slice(cut, end).trim() !== '' || section === 'indication') return cut;
  return firstSeen(text, bodyStart, end, 1);
}

/**
 * Without a "Findings" heading the findings follow the indication or technique after an empty line. "Comparison: …" among the
 * findings takes one sentence.
 */
function body(text: string, heading: Heading, end: number, found: { any: boolean; before: boolean }): SectionSpan[] {
  const { section, bodyStart } = heading;
  const before = section === 'indication' || section === 'technique' || section === 'comparison';
  const among = section === 'comparison' && found.before;
  if (!(before && !found.any) && !among) return [{ section, start: bodyStart, end }];
  const cut = among ? firstSeen(text, bodyStart, end, 1) : leadEnd(text, heading, end);
  if (cut >= end || text.slice(cut, end).trim() === '') return [{ section, start: bodyStart, end }];
  return [
    { section, start: bodyStart, end: cut },
    { section: 'findings', start: cut, end },
  ];
}

/** The text of each section. */
export function joinedSections(text: string, spans: readonly SectionSpan[]): Report['sections'] {
  const sections: Partial<Record<SectionName, string>> = {};
  for (const { section, start, end } of spans) {
    const words = text.slice(start, end).trim();
    if (section === 'title' || words === '') continue;
    sections[section] = sections[section] ? `${sections[section]}\n\n${words}` : words;
  }
  return sections;
}
