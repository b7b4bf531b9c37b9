import { createHash } from 'node:crypto';
import type { ComparisonProposal } from '@overread/contract/reading.ts';
import { compareGraded, type Finding, type GradedPair, splitSections, splitSentences } from '@overread/findings';
import type { ComparedPair } from '@overread/rules/case/report.ts';

/**
 * A first comparison by rule, for the reader to confirm or correct. A pair's id depends on what it quotes, so asking again
 * gives the same ids. Spans are offsets into the texts that are sent along.
 */
export function proposalOf(originalText: string, secondText: string): ComparisonProposal {
  const compared = compareGraded(originalText, secondText);
  const original = sideOf(originalText, compared.original.findings);
  const second = sideOf(secondText, compared.second.findings);
  const used = new Set<string>();
  const lines = compared.pairs.map((pair) => {
    const one = original.find(pair.original);
    const two = second.find(pair.second);
    const further = { one: original.all(pair.concludes?.original), two: second.all(pair.concludes?.second) };
    const quotes = { original: original.quote(one, further.one), second: second.quote(two, further.two) };
    const id = freeId(used, `${quotes.original}\n${quotes.second}\n${one?.text}\n${two?.text}`);
    return { pair: pairOf(id, pair, quotes, one ?? two), one, two, further };
  });
  return {
    pairs: lines.map(({ pair }) => pair),
    agreement: compared.agreement,
    original: {
      text: originalText,
      spans: lines.flatMap(({ pair, one, further }) => spansOf(pair.id, one, further.one)),
    },
    second: { text: secondText, spans: lines.flatMap(({ pair, two, further }) => spansOf(pair.id, two, further.two)) },
  };
}

/** The findings of one report, with the sentences that they stand in. */
export function sideOf(text: string, findings: readonly Finding[]) {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const sentences = splitSentences(text);
  const sections = splitSections(text).spans;
  const find = (id: string | null): Finding | null => (id === null ? null : (byId.get(id) ?? null));

  /** The sentences that a finding stands in, whole and without the section's heading: half a sentence can say the opposite. */
  function around(finding: Finding): readonly [number, number] {
    const over = sentences.filter(({ start, end }) => start < finding.end && end > finding.start);
    const section = sections.find(({ start, end }) => start <= finding.start && finding.start < end);
    const first = Math.max(over[0]?.start ?? finding.start, section?.start ?? 0);
    return [Math.min(first, finding.start), Math.max(over.at(-1)?.end ?? finding.end, finding.end)];
  }

  return {
    find,
    all: (ids: readonly string[] = []): Finding[] => ids.flatMap((id) => find(id) ?? []),
    quote(finding: Finding | null, further: readonly Finding[]): string | null {
      if (finding === null) return null;
      const places = [finding, ...further].map(around).toSorted(([a], [b]) => a - b);
      const parts = places.filter(([start], i) => i === 0 || start >= (places[i - 1]?.[1] ?? 0));
      return parts.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ').trim()).join(' ');
    },
  };
}

function pairOf(
  id: string,
  pair: GradedPair,
  quotes: Pick<ComparedPair, 'original' | 'second'>,
  finding: Finding | null,
): ComparedPair {
  const { relation, differsIn, because, grade, rule } = pair;
  const place = pair.concludes ? 'Diagnosis' : placeOf(finding);
  const mark = rule === 'not-assessable' ? { notAssessable: true as const } : {};
  return { id, place, ...quotes, relation, differsIn, grade, gradedBy: rule, ...mark, because, status: 'proposed' };
}

/** "Left parietal", "L4-L5 neural foramen", or what was observed where no place is named. */
export function placeOf(finding: Finding | null): string {
  if (finding === null) return '';
  const anatomy = finding.anatomy.split(', ')[0] ?? '';
  const side = finding.side === 'left' || finding.side === 'right' ? finding.side : '';
  const levels = finding.level.split(', ').slice(0, 2).join(', ');
  const words =
    anatomy === '' && levels === '' ? finding.observation : [levels, side, anatomy].filter(Boolean).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function freeId(used: Set<string>, content: string): string {
  const id = `p-${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
  let free = id;
  for (let i = 2; used.has(free); i += 1) free = `${id}-${i}`;
  used.add(free);
  return free;
}

function spansOf(pairId: string, finding: Finding | null, further: readonly Finding[]) {
  return (finding === null ? [] : [finding, ...further]).map(({ start, end }) => ({ pairId, start, end }));
}
