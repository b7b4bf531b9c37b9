import type { Erased } from '@overread/rules/case/vocabulary.ts';
import type { Tx } from '../platform/ports.ts';
import { createKept, type KeptForms } from './kept.ts';
import { createPapers, type Papers, type PapersDeps } from './papers.ts';
import { createStarts, type Starts } from './starts.ts';

export interface Asking {
  readonly starts: Starts;
  readonly kept: KeptForms;
  readonly papers: Papers;
  /** Takes away the papers of a case and what was typed for it and not sent. */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: Partial<Erased> }>;
}

/** The guided start, what is typed and not sent yet, and the papers that a patient brings beside the report. */
export function createAsking(deps: PapersDeps): Asking {
  const kept = createKept(deps);
  const papers = createPapers(deps);
  return {
    starts: createStarts(deps),
    kept,
    papers,
    async letGo(tx, caseId) {
      await kept.forgetCase(tx, caseId);
      await papers.letGo(tx, caseId);
      return { erased: {} };
    },
  };
}
