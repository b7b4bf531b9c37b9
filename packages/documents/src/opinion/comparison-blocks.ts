import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { Block, Cell } from '../pdf/blocks.ts';
import type { SecondOpinion } from './opinion-input.ts';
import { doctor, filled, silence } from './report-blocks.ts';
import { threeTable } from './third-blocks.ts';

/** The comparison as the reader left it, line by line, and what follows for all of it. No side is crowned. */
export function comparisonBlocks(say: Say, opinion: SecondOpinion): Block[] {
  const { comparison } = opinion;
  const isThird = opinion.earlier !== null;
  const title = say(isThird ? 'opinion.third.comparison' : 'opinion.comparison');
  const heading: Block = { kind: 'heading', level: 2, text: title };
  if (comparison === null) {
    if (opinion.original !== null) return [];
    return [heading, { kind: 'paragraph', text: say('opinion.comparison.none') }];
  }
  if (isThird) return [heading, ...threeTable(say, comparison.pairs), ...overallBlocks(say, comparison)];
  return [
    heading,
    { kind: 'paragraph', text: say('opinion.comparison.note'), size: 'small' },
    {
      kind: 'table',
      columns: [
        { title: say('opinion.comparison.place'), share: 0.15 },
        { title: say('opinion.comparison.original'), share: 0.31, mark: 'original' },
        { title: say('opinion.comparison.relation'), share: 0.22 },
        { title: say('opinion.comparison.second'), share: 0.32, mark: 'second' },
      ],
      rows: comparison.pairs.map((pair) => pairRow(say, pair)),
    },
    ...overallBlocks(say, comparison),
  ];
}

function pairRow(say: Say, pair: ComparedPair): Cell[] {
  const note = pair.note?.trim() ?? '';
  const because = note === '' ? pair.because.trim() : note;
  return [
    [{ text: pair.place, strong: true }],
    quote(say, pair, 'original'),
    [
      { text: relationWords(say, pair), strong: true },
      ...(pair.relation === 'agrees' ? [] : [{ text: say(`document.grade.${pair.grade}`) }]),
      ...(because === '' ? [] : [{ text: because, faint: true, ...(note === '' ? {} : { voice: 'doctor' as const }) }]),
    ],
    quote(say, pair, 'second'),
  ];
}

export function relationWords(say: Say, pair: Pick<ComparedPair, 'relation' | 'differsIn'>): string {
  if (pair.relation !== 'differs') return say(`document.relation.${pair.relation}`);
  if (pair.differsIn.length === 0) return say('document.relation.differsPlain');
  const what = pair.differsIn.map((difference) => say(`document.differsIn.${difference}`));
  return say('document.relation.differs', { what: new Intl.ListFormat('en', { type: 'conjunction' }).format(what) });
}

/** One line of the comparison as plain texts: relation, original, second, and the third where three were compared. */
export function pairWords(say: Say, pair: ComparedPair): string[] {
  const missing = silence(say, pair);
  const { third } = pair;
  return [
    ...[relationWords(say, pair), pair.original ?? missing, pair.second ?? missing],
    ...(third === undefined
      ? []
      : [`${third.said ?? say('document.notMentioned')} (${say(`opinion.third.bearsOut.${third.bearsOut}`)})`]),
  ];
}

function quote(say: Say, pair: ComparedPair, voice: 'original' | 'second'): Cell {
  const sentence = pair[voice];
  if (sentence === null) return [{ text: silence(say, pair), faint: true }];
  return [{ text: sentence, voice: 'doctor' }];
}

function overallBlocks(say: Say, comparison: Comparison): Block[] {
  const differs = comparison.agreement !== 'concordant';
  return [
    { kind: 'heading', level: 2, text: say('opinion.overall') },
    {
      kind: 'facts',
      rows: [
        [say('opinion.overall.agreement'), say(`opinion.agreement.${comparison.agreement}`)],
        [say('opinion.overall.radpeer'), say(`opinion.radpeer.${comparison.radpeer}`)],
        [say('opinion.overall.effect'), say(`opinion.effect.${comparison.effectOnTreatment}`)],
        [say('opinion.overall.cause'), differs ? say(`opinion.cause.${comparison.likelyCause}`) : ''],
      ],
    },
    ...(filled(comparison.couldSettle)
      ? [
          { kind: 'heading', level: 3, text: say('opinion.settle'), mark: 'second' } as const,
          doctor(comparison.couldSettle, 'second'),
        ]
      : []),
  ];
}
