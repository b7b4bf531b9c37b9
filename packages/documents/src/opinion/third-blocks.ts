import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { Block, Cell } from '../pdf/blocks.ts';
import { REPORT_SECTIONS } from './current-report.ts';
import type { SecondOpinion } from './opinion-input.ts';
import { doctor, filled, silence } from './report-blocks.ts';

/** Three reports side by side, line by line. */
export function threeTable(say: Say, pairs: readonly ComparedPair[]): Block[] {
  return [
    { kind: 'paragraph', text: say('opinion.third.note'), size: 'small' },
    {
      kind: 'table',
      columns: [
        { title: say('opinion.comparison.place'), share: 0.13 },
        { title: say('opinion.comparison.original'), share: 0.27, mark: 'original' },
        { title: say('opinion.comparison.second'), share: 0.27, mark: 'second' },
        { title: say('opinion.third.column'), share: 0.33 },
      ],
      rows: pairs.map((pair) => [
        [{ text: pair.place, strong: true }],
        said(say, pair.original, silence(say, pair)),
        said(say, pair.second, silence(say, pair)),
        [
          ...said(say, pair.third?.said ?? null),
          ...(pair.third === undefined
            ? []
            : [{ text: say(`opinion.third.bearsOut.${pair.third.bearsOut}`), strong: true }]),
          ...(filled(pair.note) ? [{ text: pair.note.trim(), faint: true, voice: 'doctor' as const }] : []),
        ],
      ]),
    },
  ];
}

function said(say: Say, sentence: string | null, silent = say('document.notMentioned')): Cell {
  if (sentence === null) return [{ text: silent, faint: true }];
  return [{ text: sentence, voice: 'doctor' }];
}

/** The second opinion whole, as the third reader got to see it. */
export function secondAppendix(say: Say, { earlier }: SecondOpinion): Block[] {
  if (earlier === null) return [];
  return [
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: say('opinion.third.appendix'), mark: 'second' },
    { kind: 'paragraph', text: earlier.readerName, size: 'small' },
    ...REPORT_SECTIONS.filter((section) => filled(earlier.report[section])).flatMap((section): Block[] => [
      { kind: 'heading', level: 3, text: say(`opinion.section.${section}`), mark: 'second' },
      doctor(earlier.report[section], 'second'),
    ]),
  ];
}
