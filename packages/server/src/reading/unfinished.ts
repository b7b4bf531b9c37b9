import type { ComparisonWork, Draft, WorkingComparison } from '@overread/contract/reading.ts';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import type { Ground } from '../platform/ports.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import * as store from './store.ts';

/** What somebody writes and has not locked or signed yet: kept for that person alone. */
export interface Unfinished {
  draft(caseId: string, readerId: string): Promise<Draft>;
  /** The last one written stays. `savedAt` in the answer tells the screen what is safe. */
  saveDraft(caseId: string, readerId: string, draft: Omit<Draft, 'savedAt'>): Promise<Draft>;
  /** What this person has checked of the comparison and not signed yet. */
  comparisonWork(caseId: string, personId: string): Promise<ComparisonWork>;
  /** The last one sent stays, as with drafts. */
  saveComparisonWork(caseId: string, personId: string, work: WorkingComparison): Promise<ComparisonWork>;
}

interface UnfinishedDeps extends Pick<Ground, 'db' | 'clock'> {
  /** The data key of a case. */
  readonly key: (caseId: string) => Promise<Buffer>;
}

/** Sealed rows with the case's key, the newest in the place of the one before. */
export function createUnfinished({ db, key, clock }: UnfinishedDeps): Unfinished {
  return {
    async draft(caseId, readerId) {
      const row = await store.draftRow(db, caseId, readerId);
      if (row === null) return { report: EMPTY_READER_REPORT, seen: {}, savedAt: null };
      const bytes = openBytes(await key(caseId), `draft/${caseId}/${readerId}`, row.sealed);
      return { ...(JSON.parse(bytes.toString('utf8')) as Omit<Draft, 'savedAt'>), savedAt: row.savedAt.toISOString() };
    },
    async saveDraft(caseId, readerId, { report, seen }) {
      const savedAt = clock.now();
      const bytes = Buffer.from(JSON.stringify({ report, seen }), 'utf8');
      const sealed = sealBytes(await key(caseId), `draft/${caseId}/${readerId}`, bytes);
      await store.putDraftRow(db, { caseId, readerId, sealed, savedAt });
      return { report, seen, savedAt: savedAt.toISOString() };
    },
    async comparisonWork(caseId, personId) {
      const row = await store.comparisonRow(db, caseId, personId);
      if (row === null) return { work: null, savedAt: null };
      const bytes = openBytes(await key(caseId), `comparison/${caseId}/${personId}`, row.sealed);
      return { work: JSON.parse(bytes.toString('utf8')) as WorkingComparison, savedAt: row.savedAt.toISOString() };
    },
    async saveComparisonWork(caseId, personId, work) {
      const savedAt = clock.now();
      const bytes = Buffer.from(JSON.stringify(work), 'utf8');
      const sealed = sealBytes(await key(caseId), `comparison/${caseId}/${personId}`, bytes);
      await store.putComparisonRow(db, { caseId, personId, sealed, savedAt });
      return { work, savedAt: savedAt.toISOString() };
    },
  };
}
