import type { ComparisonProposal } from '@overread/contract/wire.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { WorkingComparison } from './comparison-model.ts';

const workKey = (caseId: string) => ['comparison-work', caseId] as const;

function begin(view: CaseView, proposal: ComparisonProposal | null): WorkingComparison {
  if (view.comparison !== null) return view.comparison;
  return {
    pairs: proposal?.pairs ?? [],
    agreement: proposal?.agreement ?? 'concordant',
    radpeer: null,
    effectOnTreatment: null,
    likelyCause: null,
    couldSettle: '',
    plainWords: '',
  };
}

export interface ComparisonKeeper {
  readonly work: WorkingComparison;
  readonly current: string | null;
  change(next: (work: WorkingComparison) => WorkingComparison): void;
  putPair(pair: ComparedPair): void;
  select(pairId: string | null): void;
}

interface Kept {
  readonly work: WorkingComparison;
  readonly current: string | null;
}

/**
 * What the reader has checked so far. It lives in the page's memory, so that looking at the images again loses nothing,
 * and never in the browser's storage: it quotes reports.
 */
export function useComparison(view: CaseView, proposal: ComparisonProposal | null): ComparisonKeeper {
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept>(
    () => client.getQueryData<Kept>(workKey(view.id)) ?? { work: begin(view, proposal), current: null },
  );
  useEffect(() => {
    client.setQueryDefaults(workKey(view.id), { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(workKey(view.id), kept);
  }, [client, view.id, kept]);
  const change = useCallback(
    (next: (work: WorkingComparison) => WorkingComparison) => setKept((now) => ({ ...now, work: next(now.work) })),
    [],
  );
  return {
    ...kept,
    change,
    putPair: (pair) =>
      change((work) => ({ ...work, pairs: work.pairs.map((one) => (one.id === pair.id ? pair : one)) })),
    select: (current) => setKept((now) => ({ ...now, current })),
  };
}

/** Asks before the page is closed while checked lines are not signed yet. */
export function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
