import type { ReaderStanding } from '@overread/rules/case/commands.ts';
import type { ComparedPair, Comparison, ReaderReport } from '@overread/rules/case/report.ts';

/** GET/PUT /api/cases/:caseId/draft: the reader's unlocked report; `savedAt` null when nothing was saved yet. */
export interface Draft {
  readonly report: ReaderReport;
  readonly savedAt: string | null;
  /** Series seen so far: frames looked at, by SeriesInstanceUID. */
  readonly seen: Readonly<Record<string, number>>;
}

/** GET /api/cases/:caseId/comparison/proposal: pairs by rule, for the reader to confirm, after lock and reveal. */
export interface ComparisonProposal {
  readonly pairs: readonly ComparedPair[];
  readonly agreement: 'concordant' | 'minor' | 'major';
  readonly original: {
    readonly text: string;
    readonly spans: readonly { readonly pairId: string; readonly start: number; readonly end: number }[];
  };
  readonly second: {
    readonly text: string;
    readonly spans: readonly { readonly pairId: string; readonly start: number; readonly end: number }[];
  };
  /** In a third read alone: the own report beside the two others. */
  readonly third?: ComparisonProposal['second'];
}

/** A comparison while it is checked; parts of the overall grade are null until they are chosen. */
export interface WorkingComparison extends Omit<Comparison, 'radpeer' | 'effectOnTreatment' | 'likelyCause'> {
  readonly radpeer: Comparison['radpeer'] | null;
  readonly effectOnTreatment: Comparison['effectOnTreatment'] | null;
  readonly likelyCause: Comparison['likelyCause'] | null;
}

/** GET/PUT /api/cases/:caseId/comparison/work: what is checked and not signed yet; both null when nothing was saved. */
export interface ComparisonWork {
  readonly work: WorkingComparison | null;
  readonly savedAt: string | null;
}

/** GET /api/cases/:caseId/suggestion and GET /api/readers */
export type ReaderView = Omit<ReaderStanding, 'sawOriginal' | 'sawSecond'>;

export interface Suggestion {
  readonly candidates: readonly {
    readonly reader: ReaderView;
    readonly suited: boolean;
    readonly score: number;
    /** Whole sentences: which hard rules were kept or broken, which wishes were met. */
    readonly reasons: readonly string[];
    readonly broken: readonly string[];
  }[];
}

/**
 * GET /api/proposal-quality: how often readers kept what the rules proposed, by month (UTC, "2026-11"), newest first.
 * Precision is kept of proposed, recall kept of final lines.
 */
export interface ProposalMonth {
  readonly month: string;
  readonly comparisons: number;
  readonly proposed: number;
  readonly kept: number;
  readonly final: number;
}
