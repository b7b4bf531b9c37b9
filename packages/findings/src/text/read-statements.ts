/** From the text of a report to its statements. */
import type { Report } from '../model.ts';
import { contextOf, emptyContext } from './context.ts';
import { reportLanguage } from './language.ts';
import { readSentence, unreadSentence } from './read-sentence.ts';
import { regionOf } from './region.ts';
import { joinedSections, type SectionSpan, splitSections } from './sections.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { spanishToEnglish } from './spanish.ts';
import type { Statement } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { tag } from './tags.ts';

const isAside = (one: Statement): boolean => one.aside || one.presence === 'family' || one.presence === 'hypothetical';

/**
 * Every statement of the findings and the impression, in the order of the text. `asides` are of somebody else, or only what
 * would be: said in the report, but nothing that it finds. `unread` are the sentences in which the lexicon knows nothing.
 */
export function readStatements(text: string): ReadText {
  return reportLanguage(text) === 'es' ? readSpanish(text) : readEnglish(text).read;
}

interface ReadText {
  readonly sections: Report['sections'];
  readonly statements: Statement[];
  readonly asides: Statement[];
  readonly unread: Statement[];
}

/** Read in English words; every place is one of the Spanish text. */
function readSpanish(text: string): ReadText {
  const { text: english, back } = spanishToEnglish(text);
  const { read, spans } = readEnglish(english);
  const placed = (one: Statement): Statement => ({
    ...one,
    ...back(one),
    clause: back({ start: one.clause, end: one.clause }).start,
    sentence: back({ start: one.sentence, end: one.sentence }).start,
    scores: one.scores.map((score) => ({ ...score, ...back(score) })),
  });
  return {
    sections: joinedSections(
      text,
      spans.map((span) => ({ ...span, ...back(span) })),
    ),
    statements: read.statements.map(placed),
    asides: read.asides.map(placed),
    unread: read.unread.map(placed),
  };
}

const measures =
  /^\W*(?:and\s+)?(?:(?:it|this|they|which)\s+(?:also\s+)?(?:measur\w+|is|has|extends|reaches)\b|(?:measur\w+|(?:the|its|with an?)?\s*(?:overall |total |maximum |maximal |largest |greatest |max\.? )?(?:size|extent|diameter|extension|dimensions?|length)\b))/i;

/** "…; the extent is 35 mm": the size of the finding told just before. */
function measureLast(statements: Statement[], text: string, { start, end }: Sentence): void {
  const at = statements.findLastIndex((one) => !one.optional && one.presence !== 'absent' && !one.normal);
  const last = statements[at];
  if (!last || last.sizes.length > 0 || start - last.end > 160 || !measures.test(text.slice(start, end))) return;
  const { sizes, observations, anatomy } = tag(text, { start, end });
  if (sizes.length > 0 && observations.length === 0 && anatomy.length === 0) statements[at] = { ...last, sizes };
}

function readEnglish(text: string): { read: ReadText; spans: readonly SectionSpan[] } {
  const { sections, spans } = splitSections(text);
  const region = regionOf(text);
  const title = spans.filter((span) => span.section === 'title').map((span) => contextOf(tag(text, span, region)));
  const around: Surroundings = {
    title: title[0] ?? emptyContext,
    label: emptyContext,
    previous: emptyContext,
    previousHeads: false,
    region,
    lastObservation: '',
    lastHead: '',
  };
  const statements: Statement[] = [];
  const unread: Statement[] = [];
  for (const span of spans) {
    const { section } = span;
    if (section !== 'findings' && section !== 'impression') continue;
    around.label = emptyContext;
    around.previous = emptyContext;
    around.previousHeads = false;
    around.lastObservation = '';
    around.lastHead = '';
    for (const sentence of splitSentences(text, span.start, span.end)) {
      const made = readSentence(text, sentence, section, around);
      if (made.length === 0) measureLast(statements, text, sentence);
      statements.push(...made);
      if (made.length === 0) unread.push(...unreadSentence(text, sentence, section));
    }
  }
  const told = statements.filter((one) => one.end > one.start).map((one) => ({ ...one, region: around.region }));
  const read = {
    sections,
    statements: told.filter((one) => !isAside(one)).map((one, i) => ({ ...one, id: `f${i + 1}` })),
    asides: told.filter(isAside),
    unread: unread.map((one, i) => ({ ...one, id: `u${i + 1}` })),
  };
  return { read, spans };
}
