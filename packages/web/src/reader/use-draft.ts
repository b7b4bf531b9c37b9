import type { Draft } from '@overread/contract/reading.ts';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import { useCallback } from 'react';
import { putDraft } from '../api/cases.ts';
import type { SaveState } from './autosave.ts';
import { useAutosave } from './use-autosave.ts';

const SAVE_AFTER_MS = 3_000;

export interface DraftKeeper {
  readonly report: ReaderReport;
  readonly savedAt: string | null;
  readonly state: SaveState;
  update(change: Partial<ReaderReport> | ((report: ReaderReport) => ReaderReport)): void;
  /** Saves now what is not saved yet: on blur, before the lock, when the page is left. */
  flush(): Promise<void>;
}

/** Holds the report while it is written, see `useAutosave`. `seen` is asked for when a save goes out. */
export function useDraft(caseId: string, stored: Draft, seen: () => Readonly<Record<string, number>>): DraftKeeper {
  const put = useCallback(
    (report: ReaderReport, keepalive: boolean) => putDraft(caseId, { report, seen: seen() }, keepalive),
    [caseId, seen],
  );
  const { report: initial, savedAt } = stored;
  const { value: report, change, ...kept } = useAutosave({ initial, savedAt, afterMs: SAVE_AFTER_MS, put });
  const update = useCallback<DraftKeeper['update']>(
    (next) => change((now) => (typeof next === 'function' ? next(now) : { ...now, ...next })),
    [change],
  );
  return { ...kept, report, update };
}
