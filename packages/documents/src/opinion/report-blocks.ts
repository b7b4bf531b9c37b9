import type { ComparedPair, ReaderReport } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { Setting } from '../letters/letterhead.ts';
import { instantWords } from '../letters/letterhead.ts';
import type { Block, Mark } from '../pdf/blocks.ts';
import { REPORT_SECTIONS, type ReportSection, wordsFor } from './current-report.ts';
import { markBlocks } from './mark-blocks.ts';
import type { SecondOpinion } from './opinion-input.ts';

/** A paragraph in a doctor's words, with the rules of the report it belongs to. */
export function doctor(text: string, mark?: Mark): Block {
  return { kind: 'paragraph', text, voice: 'doctor', mark };
}

export function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** The second report: revised first when it was revised, then always the locked one, whole and untouched. */
export function reportBlocks(setting: Setting, opinion: SecondOpinion): Block[] {
  const { say } = setting;
  const { locked, revised } = opinion;
  if (revised === null) {
    return [
      { kind: 'heading', level: 2, text: say(wordsFor(opinion, 'report')), mark: 'second' },
      ...sectionBlocks(say, locked, REPORT_SECTIONS),
      ...markBlocks(say, opinion),
      ...checklistBlocks(say, locked),
    ];
  }
  const changed = REPORT_SECTIONS.filter((section) => revised.report[section].trim() !== locked[section].trim());
  const same = REPORT_SECTIONS.filter((section) => !changed.includes(section) && filled(locked[section]));
  const sections = new Intl.ListFormat('en', { type: 'conjunction' }).format(
    same.map((section) => say(`opinion.section.${section}`).toLowerCase()),
  );
  return [
    { kind: 'heading', level: 2, text: say('opinion.report.revised'), mark: 'second' },
    { kind: 'paragraph', text: say('opinion.revised.lead', { at: instantWords(revised.at, setting.timeZone, say) }) },
    doctor(revised.reason, 'second'),
    ...sectionBlocks(say, revised.report, changed),
    ...(same.length === 0
      ? []
      : ([{ kind: 'paragraph', text: say('opinion.revised.same', { sections }), size: 'small' }] as const)),
    { kind: 'heading', level: 2, text: say(wordsFor(opinion, 'report.locked')), mark: 'second' },
    ...sectionBlocks(say, locked, REPORT_SECTIONS),
    ...lockedAnswerBlocks(say, opinion),
    ...markBlocks(say, opinion),
    ...checklistBlocks(say, locked),
  ];
}

function sectionBlocks(say: Say, report: ReaderReport, sections: readonly ReportSection[]): Block[] {
  return sections
    .filter((section) => filled(report[section]))
    .flatMap((section): Block[] => [
      { kind: 'heading', level: 3, text: say(`opinion.section.${section}`), mark: 'second' },
      doctor(report[section], 'second'),
    ]);
}

/** Answers that the revision changed, as they were locked; the changed ones stand at the head of the document. */
function lockedAnswerBlocks(say: Say, opinion: SecondOpinion): Block[] {
  const now = opinion.revised?.report.answers ?? [];
  const before = opinion.locked.answers.filter(
    (answer) =>
      filled(answer.text) &&
      now.find((other) => other.questionId === answer.questionId)?.text.trim() !== answer.text.trim(),
  );
  if (before.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: say('opinion.section.answers'), mark: 'second' },
    ...before.map((answer) => doctor(answer.text, 'second')),
  ];
}

/** What stands where one report has no sentence: it does not mention it, or its reader could not judge it. */
export const silence = (say: Say, { notAssessable }: Pick<ComparedPair, 'notAssessable'>): string =>
  say(notAssessable === true ? 'document.checklist.not-assessable' : 'document.notMentioned');

/** Present, looked for and absent, not assessable and not mentioned stay four different things. */
function checklistBlocks(say: Say, report: ReaderReport): Block[] {
  if (report.checklist.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('opinion.checklist') },
    { kind: 'paragraph', text: say('opinion.checklist.note'), size: 'small' },
    {
      kind: 'table',
      columns: [
        { title: say('opinion.checklist.item'), share: 0.6 },
        { title: say('opinion.checklist.answer'), share: 0.4 },
      ],
      rows: report.checklist.map((item) => {
        const answer = say(`document.checklist.${item.answer}`);
        const text = filled(item.grade) ? `${answer}, ${item.grade}` : answer;
        return [[{ text: item.label }], [{ text, faint: item.answer === 'not-mentioned' }]];
      }),
    },
  ];
}
