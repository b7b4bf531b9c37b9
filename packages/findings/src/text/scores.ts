/** Scores and grades of the field. A score is compared only within its own system. */
import { liRadsWords, scoreSystems } from '../lexicon/scores.data.ts';

export interface Score {
  readonly system: string;
  /** The category as it is written: `4A`, `II`, `IIF`, `C`, `2-3`. */
  readonly value: string;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

const value = String.raw`((?:VIII|VII|VI|IV|V|III|II|I)(?:(?![A-EG-Za-eg-z])|(?=[abc](?![A-Za-z])))|\d{1,2}(?:\.\d)?(?!\d|\s*(?:mm|cm|%|x\b)))([a-dF](?![A-Za-z]))?(?:\s*(?:[-–/]|to)\s*(VIII|VII|VI|IV|V|III|II|I|\d)(?!\d|\w))?`;
const letter = String.raw`([A-Da-d])\b`;
const lead = String.raw`(?:\s*(?:v\s?2(?:\.\d)?|version\s\d\S*|v?20\d\d|score|category|type|grade|stage|class|assessment|degree|lesion|of|is|:|=|[-–]))*\s*`;

const romanValues: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8 };
const numeric = (raw: string): number => romanValues[raw.toUpperCase()] ?? Number(raw);

/** BI-RADS 4A to 4C lie within 4, Bosniak IIF between II and III; other letters are only kept in `value`. */
function offsetOf(system: string, sub: string | undefined): number {
  if (sub && system === 'BI-RADS') return (sub.toLowerCase().charCodeAt(0) - 96) / 10;
  return sub?.toUpperCase() === 'F' && system === 'Bosniak' ? 0.5 : 0;
}

function scoreOf(system: string, match: RegExpMatchArray, at: number): Score | null {
  const [whole, first = '', sub, second] = match;
  const low = /^[A-Da-d]$/.test(first) ? first.toLowerCase().charCodeAt(0) - 96 : numeric(first);
  if (!Number.isFinite(low)) return null;
  const offset = offsetOf(system, sub);
  const high = second ? numeric(second) : low;
  return {
    system,
    value: `${first}${sub ?? ''}${second ? `-${second}` : ''}`.toUpperCase(),
    low: low + offset,
    high: Math.max(low, Number.isFinite(high) ? high : low) + offset,
    start: at,
    end: at + whole.length,
  };
}

const limits = new Map(scoreSystems.map(([system, , lowest, highest]) => [system, [lowest, highest] as const]));

/** "PI-RADS 7" is a slip of the pen, no category. */
function exists({ system, low, high }: Score): boolean {
  const [lowest, highest] = limits.get(system) ?? [0, Number.POSITIVE_INFINITY];
  return low >= lowest && Math.floor(high) <= highest;
}

const patterns = scoreSystems.flatMap(([system, name, , , letters]) => [
  [system, new RegExp(String.raw`\b${name}${lead}(?:${letters ? letter : value})`, 'gi')] as const,
  [
    system,
    new RegExp(
      String.raw`\b(?:grade|type|stage|score|category)\s+${letters ? letter : value}\s*\(?(?:according to |after |by )?${name}\b`,
      'gi',
    ),
  ] as const,
]);
const general = [
  ['grade', new RegExp(String.raw`\b(?:grade|degree|stage|°)[- ]\s*${value}`, 'gi')],
  ['grade', /\b([1-4])(?:st|nd|rd|th)[- ](?:grade|degree)/gi],
  ['type', new RegExp(String.raw`\b(?:type)[- ]\s*${value}`, 'gi')],
] as const;

function liRads(text: string): Score[] {
  return [...text.matchAll(/\b(?:LR|LI-?RADS)[- ]?(M|TIV|NC)\b/g)].map(({ 0: whole, 1: word = '', index }) => ({
    system: 'LI-RADS',
    value: word,
    low: liRadsWords[word] ?? 0,
    high: liRadsWords[word] ?? 0,
    start: index,
    end: index + whole.length,
  }));
}

/** PI-RADS, BI-RADS, Modic, Pfirrmann, Fazekas, Kellgren-Lawrence, ICRS …, and plain "grade 2" or "type II". */
export function scoresIn(text: string): Score[] {
  const found: Score[] = liRads(text);
  for (const [system, pattern] of [...patterns, ...general])
    for (const match of text.matchAll(pattern)) {
      const score = scoreOf(system, match, match.index);
      if (score && exists(score) && !found.some((other) => score.start < other.end && score.end > other.start))
        found.push(score);
    }
  return found.sort((a, b) => a.start - b.start);
}
