import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { AskedQuestion } from '@overread/rules/case/vocabulary.ts';
import { type ChecklistLine, isOpen } from './checklist.ts';

/** What stands between the reader and the lock, and what may stay open but has to be seen. */
export interface OpenItems {
  /** Checklist lines that would read "not mentioned". */
  readonly lines: readonly ChecklistLine[];
  /** Fields without which nothing can be locked. */
  readonly missing: readonly ('findings' | 'impression')[];
  readonly unanswered: readonly AskedQuestion[];
  /** Diagnostic series of which no image was looked at. */
  readonly unseen: readonly SeriesSummary[];
}

interface OpenItemsInput {
  readonly report: ReaderReport;
  readonly lines: readonly ChecklistLine[];
  readonly questions: readonly AskedQuestion[];
  readonly series: readonly SeriesSummary[];
  readonly seen: ReadonlyMap<string, number>;
}

export function openItems({ report, lines, questions, series, seen }: OpenItemsInput): OpenItems {
  const answered = new Set(report.answers.filter(({ text }) => text.trim() !== '').map(({ questionId }) => questionId));
  return {
    lines: lines.filter(isOpen),
    missing: (['findings', 'impression'] as const).filter((field) => report[field].trim() === ''),
    unanswered: questions.filter(({ id }) => !answered.has(id)),
    unseen: series.filter(
      ({ role, seriesInstanceUid }) => role === 'diagnostic' && (seen.get(seriesInstanceUid) ?? 0) === 0,
    ),
  };
}

/** Whether the service would take the lock: open checklist lines and unseen series do not stand in its way. */
export const mayLock = ({ missing, unanswered }: OpenItems): boolean => missing.length === 0 && unanswered.length === 0;
