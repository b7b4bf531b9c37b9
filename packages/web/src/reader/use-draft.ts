import type { Draft } from '@overread/contract/wire.ts';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { putDraft } from '../api/cases.ts';

const SAVE_AFTER_MS = 3_000;
const RETRY_AFTER_MS = 10_000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface DraftKeeper {
  readonly report: ReaderReport;
  readonly savedAt: string | null;
  readonly state: SaveState;
  update(change: Partial<ReaderReport> | ((report: ReaderReport) => ReaderReport)): void;
  /** Saves now what is not saved yet: on blur, before the lock, when the page is left. */
  flush(): Promise<void>;
}

interface Kept {
  report: ReaderReport;
  /** Counts changes; `saved` is the count that the service has. */
  changes: number;
  saved: number;
  sending: Promise<void> | null;
  left: boolean;
}

/**
 * Holds the report while it is written and saves it a few seconds after the last change. A save that fails is repeated;
 * until then the page says so.
 */
export function useDraft(caseId: string, stored: Draft, seen: () => Readonly<Record<string, number>>): DraftKeeper {
  const kept = useRef<Kept>({ report: stored.report, changes: 0, saved: 0, sending: null, left: false });
  const [report, setReport] = useState(stored.report);
  const [savedAt, setSavedAt] = useState(stored.savedAt);
  const [state, setState] = useState<SaveState>('saved');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(
    async (keepalive = false): Promise<void> => {
      clearTimeout(timer.current);
      const now = kept.current;
      // One save at a time: an older text must not overtake a newer one.
      if (now.sending !== null && !keepalive) await now.sending;
      if (now.saved === now.changes) return;
      const sent = now.changes;
      setState('saving');
      const work = putDraft(caseId, { report: now.report, seen: seen() }, keepalive)
        .then((answer) => {
          now.saved = Math.max(now.saved, sent);
          setSavedAt(answer.savedAt);
          setState(now.saved === now.changes ? 'saved' : 'waiting');
        })
        .catch(() => {
          setState('failed');
          if (now.left) return;
          timer.current = setTimeout(() => void save(), RETRY_AFTER_MS);
        })
        .finally(() => {
          now.sending = null;
        });
      now.sending = work;
      await work;
    },
    [caseId, seen],
  );

  const update = useCallback<DraftKeeper['update']>(
    (change) => {
      const now = kept.current;
      now.report = typeof change === 'function' ? change(now.report) : { ...now.report, ...change };
      now.changes += 1;
      setReport(now.report);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
    },
    [save],
  );

  useEffect(() => {
    const leave = () => void save(true);
    const { current } = kept;
    current.left = false;
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      current.left = true;
      leave();
      clearTimeout(timer.current);
    };
  }, [save]);

  return { report, savedAt, state, update, flush: save };
}
