import type { ComparisonProposal, ComparisonWork, WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { putComparisonWork } from '../api/cases.ts';
import type { SaveState } from './autosave.ts';
import { workAtFirst } from './comparison-model.ts';
import { useAutosave } from './use-autosave.ts';

const SAVE_AFTER_MS = 1_500;

const memoryKey = (caseId: string) => ['comparison-work', caseId] as const;

export interface ComparisonKeeper {
  readonly work: WorkingComparison;
  readonly savedAt: string | null;
  readonly state: SaveState;
  readonly current: string | null;
  change(next: (work: WorkingComparison) => WorkingComparison): void;
  putPair(pair: ComparedPair): void;
  select(pairId: string | null): void;
  /** Saves now what is not saved yet. */
  flush(): Promise<void>;
}

interface Remembered extends Pick<ComparisonKeeper, 'work' | 'savedAt' | 'current'> {
  readonly unsaved: boolean;
}

/**
 * What the reader has checked so far: kept by the service until it is signed, and in the page's memory, so that looking at
 * the images again finds it at once. Never in the browser's storage: it quotes reports.
 */
export function useComparison(
  view: CaseView,
  proposal: ComparisonProposal,
  stored: ComparisonWork | null,
): ComparisonKeeper {
  const { id } = view;
  const client = useQueryClient();
  const [was] = useState(() => client.getQueryData<Remembered>(memoryKey(id)));
  const [current, select] = useState(was?.current ?? null);
  const put = useCallback(
    (work: WorkingComparison, keepalive: boolean) => putComparisonWork(id, work, keepalive),
    [id],
  );
  const {
    value: work,
    change,
    savedAt,
    state,
    flush,
  } = useAutosave({
    initial: was?.work ?? workAtFirst(stored?.work ?? view.comparison, proposal),
    savedAt: was?.savedAt ?? stored?.savedAt ?? null,
    unsaved: was?.unsaved ?? false,
    afterMs: SAVE_AFTER_MS,
    put,
  });
  useEffect(() => {
    client.setQueryDefaults(memoryKey(id), { gcTime: Number.POSITIVE_INFINITY });
    const remembered: Remembered = { work, savedAt, current, unsaved: state !== 'saved' };
    client.setQueryData(memoryKey(id), remembered);
  }, [client, id, work, savedAt, current, state]);
  return {
    work,
    savedAt,
    state,
    flush,
    current,
    select,
    change,
    putPair: (pair) => change((now) => ({ ...now, pairs: now.pairs.map((one) => (one.id === pair.id ? pair : one)) })),
  };
}

/** Asks before the page is closed while something is not saved yet. */
export function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
