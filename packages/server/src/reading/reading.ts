import { createHash } from 'node:crypto';
import type { ComparisonProposal, OriginalReport } from '@overread/contract/wire.ts';
import type { OriginalText } from '@overread/documents';
import type { ReportFile } from '@overread/rules/case/commands.ts';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Cases } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { proposalOf } from './proposal.ts';
import { type ReadReport, type ReportUpload, readReportFile } from './read-report-file.ts';
import { readerReportText } from './report-text.ts';
import * as store from './store.ts';
import { createUnfinished, type Unfinished } from './unfinished.ts';

/** A report whose file is safe in the store; it belongs to the case once `write` and the command that names it commit. */
export interface KeptReport {
  readonly file: ReportFile;
  readonly read: ReadReport;
  write(tx: Tx): Promise<void>;
  /** Takes the file away again when the command was refused. */
  discard(): Promise<void>;
}

export interface Reading extends Unfinished {
  /** Hands in the original report: file sealed and kept as it came, text sealed beside it, `receiveReport` in one transaction. */
  submitReport(
    caseId: string,
    actor: Actor,
    upload: ReportUpload,
    options?: { readonly at?: Date },
  ): Promise<OriginalReport>;
  /** Reads and seals a written report for a command of another room (a report from outside). */
  keep(caseId: string, upload: ReportUpload): Promise<KeptReport>;
  /** The text of the case's original report; null when there is none. Callers ask the policy first: `report:view`. */
  original(state: CaseState): Promise<OriginalReport | null>;
  /** As `original`, for documents. */
  originalText(state: CaseState): Promise<OriginalText | null>;
  /** A report of the case exactly as it came. Callers ask the policy first. */
  file(caseId: string, report: Pick<ReportFile, 'reportId'>): Promise<ReportUpload>;
  /** Takes away what was written in a case and is not in its record: reports that came in, drafts, unfinished comparisons. */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: { readonly reports: number; readonly drafts: number } }>;
  /** Pairs by rule between the original and the second report as it stands, after lock and reveal. */
  proposal(state: CaseState): Promise<ComparisonProposal>;
}

export interface ReadingDeps extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'clock' | 'newId' | 'practice'> {
  readonly cases: Cases;
}

export const caseKey = (caseId: string): string => `case/${caseId}`;

/** The original report under its seal, drafts, unfinished comparisons, and the proposal of a comparison. */
export function createReading(deps: ReadingDeps): Reading {
  const { db, blobs, keys, clock, cases } = deps;
  // A draft that was locked is in the record; what is left of it would only be a second, unsealed truth.
  cases.onEvents(async (tx, { after, events }) => {
    if (events.some(({ type }) => type === 'findingsLocked')) await store.removeDrafts(tx, after.id);
    const { comparison, signed } = after.reading;
    const isOver = events.some(({ type }) => type === 'caseReturned' || type === 'caseCancelled');
    const compared = events.some(({ type }) => type === 'reportSigned' || type === 'reportsCompared');
    if (isOver || (compared && signed !== null && comparison !== null)) await store.removeComparisons(tx, after.id);
  });

  const key = (caseId: string) => keys.dataKey(db, caseKey(caseId));
  const keep = createKeeper(deps);

  async function readKept(caseId: string, reportId: string): Promise<ReadReport> {
    const row = await store.reportRow(db, caseId, reportId);
    if (row === null) throw wordedProblem(404, 'not-found');
    const bytes = openBytes(await key(caseId), `report/${caseId}/${reportId}/text`, row.sealed);
    return JSON.parse(bytes.toString('utf8')) as ReadReport;
  }

  const original = async (state: CaseState) =>
    state.report === null ? null : readKept(state.id, state.report.reportId);

  return {
    keep,
    original,
    originalText: original,
    async submitReport(caseId, actor, upload, { at } = {}) {
      const kept = await keep(caseId, upload);
      const command = { type: 'receiveReport', report: kept.file } as const;
      await cases.execute(actor, caseId, command, { at, within: kept.write }).catch(async (error: unknown) => {
        await kept.discard();
        throw error;
      });
      return kept.read;
    },
    async file(caseId, { reportId }) {
      const { fileName, mediaType } = await readKept(caseId, reportId);
      const sealed = await blobs.read(store.blobKey(caseId, reportId));
      return { fileName, mediaType, bytes: openBytes(await key(caseId), `report/${caseId}/${reportId}/file`, sealed) };
    },
    ...createUnfinished({ db, key, clock }),
    async letGo(tx, caseId) {
      const reports = await store.eraseReports(tx, caseId);
      const drafts = (await store.removeDrafts(tx, caseId)) + (await store.removeComparisons(tx, caseId));
      return { erased: { reports, drafts } };
    },
    async proposal(state) {
      const first = await original(state);
      if (first === null) throw wordedProblem(404, 'no-original');
      return proposalOf(first.text, readerReportText(secondOf(state)));
    },
  };
}

/** The second report as it stands: revised where it was revised. */
function secondOf({ reading }: CaseState): ReaderReport {
  if (reading.locked === null) throw refusalProblem({ code: 'not-yet', needs: ['locked-findings'] });
  return reading.revised?.report ?? reading.locked.report;
}

function createKeeper({ db, blobs, keys, clock, newId, practice }: ReadingDeps): Reading['keep'] {
  return async (caseId, upload) => {
    const read = await readReportFile(upload, practice.place);
    const dataKey = await keys.dataKey(db, caseKey(caseId));
    const reportId = newId();
    const place = store.blobKey(caseId, reportId);
    // First the file, then the row that names it: what a crash leaves is a file that nobody knows, never a name without a file.
    await blobs.write(place, sealBytes(dataKey, `report/${caseId}/${reportId}/file`, upload.bytes));
    const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
    const sealed = sealBytes(dataKey, `report/${caseId}/${reportId}/text`, Buffer.from(JSON.stringify(read), 'utf8'));
    const { fileName, mediaType, author, facility, date } = read;
    return {
      file: { reportId, sha256, mediaType, fileName, author, facility, date },
      read,
      write: (tx) =>
        store.insertReport(tx, {
          reportId,
          caseId,
          sha256,
          size: upload.bytes.byteLength,
          sealed,
          receivedAt: clock.now(),
        }),
      discard: () => blobs.remove(place),
    };
  };
}
