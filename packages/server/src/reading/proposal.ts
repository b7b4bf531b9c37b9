import { createHash } from 'node:crypto';
import type { ComparisonProposal } from '@overread/contract/wire.ts';
import { compareGraded, type Finding, type GradedPair, splitSentences } from '@overread/findings';
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
    const [one, two] = [original.find(pair.original), second.find(pair.second)];
    const quotes = { original: original.quote(one), second: second.quote(two) };
    const id = freeId(used, `${quotes.original}\n${quotes.second}\n${one?.text}\n${two?.text}`);
    return { pair: pairOf(id, pair, quotes, one ?? two), one, two };
  });
  return {
    pairs: lines.map(({ pair }) => pair),
    agreement: compared.agreement,
    original: { text: originalText, spans: lines.flatMap(({ pair, one }) => spanOf(pair.id, one)) },
    second: { text: secondText, spans: lines.flatMap(({ pair, two }) => spanOf(pair.id, two)) },
  };
}

function sideOf(text: string, findings: readonly Finding[]) {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const sentences = splitSentences(text);
  return {
    find: (id: string | null): Finding | null => (id === null ? null : (byId.get(id) ?? null)),
    /** The sentences that a finding stands in, whole: half a sentence can say the opposite. */
    quote(finding: Finding | null): string | null {
      if (finding === null) return null;
      const around = sentences.filter(({ start, end }) => start < finding.end && end > finding.start);
      const [first, last] = [around[0], around.at(-1)];
      const [start, end] = [first?.start ?? finding.start, last?.end ?? finding.end];
      return text.slice(Math.min(start, finding.start), Math.max(end, finding.end)).replace(/\s+/g, ' ').trim();
    },
  };
}

function pairOf(
  id: string,
  pair: GradedPair,
  quotes: Pick<ComparedPair, 'original' | 'second'>,
  finding: Finding | null,
): ComparedPair {
  const { relation, differsIn, because, grade } = pair;
  return { id, place: placeOf(finding), ...quotes, relation, differsIn, grade, because, status: 'proposed' };
}

/** "Left parietal", "L4-L5 neural foramen", or what was observed where no place is named. */
function placeOf(finding: Finding | null): string {
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

function spanOf(pairId: string, finding: Finding | null) {
  return finding === null ? [] : [{ pairId, start: finding.start, end: finding.end }];
}
