import { createHash } from 'node:crypto';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { ComparisonProposal, ProposalMonth } from '@overread/contract/reading.ts';
import type { OriginalText } from '@overread/documents';
import type { ReportFile } from '@overread/rules/case/commands.ts';
import { patientPreview } from '@overread/rules/case/preview.ts';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { type Discrepancies, discrepancies } from '@overread/rules/learning/discrepancies.ts';
import { type Cases, comparedCases, proposalTally } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { proposalOf } from './proposal.ts';
import { type ReadReport, type ReportUpload, readReportFile, understand } from './read-report-file.ts';
import { reportView } from './report-fit.ts';
import { readerReportText } from './report-text.ts';
import { removeScan } from './scan/scan-store.ts';
import type { TakenScan } from './scan/scans.ts';
import * as store from './store.ts';
import { thirdProposalOf } from './third-proposal.ts';
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
  /** Hands in a report that is kept: the record and its row in one transaction; refused, it is taken away again. */
  handIn(caseId: string, actor: Actor, report: KeptReport, at?: Date): Promise<OriginalReport>;
  /** The same for a file that lies under its id already, with text that somebody looked through. */
  handInScan(caseId: string, actor: Actor, scan: TakenScan): Promise<OriginalReport>;
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
  /** How often second opinions differed from the original. */
  discrepancies(): Promise<Discrepancies>;
  /** How often readers kept what the rules proposed. */
  proposalMonths(): Promise<readonly ProposalMonth[]>;
  /** The result as the patient would read it, with what this reader has checked so far. Callers ask the policy first. */
  preview(caseId: string, reader: Actor): Promise<CaseView>;
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
    const { comparison, signed } = (after.third ?? after).reading;
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

  const kept = async (state: CaseState) => (state.report === null ? null : readKept(state.id, state.report.reportId));
  const original = async (state: CaseState) => {
    const read = await kept(state);
    return read === null ? null : reportView(state, read);
  };

  async function handIn(caseId: string, actor: Actor, report: KeptReport, at?: Date): Promise<OriginalReport> {
    const command = { type: 'receiveReport', report: report.file } as const;
    const within = async (tx: Tx) => {
      await report.write(tx);
      await removeScan(tx, caseId);
    };
    const state = await cases.execute(actor, caseId, command, { at, within }).catch(async (error: unknown) => {
      await report.discard();
      throw error;
    });
    return reportView(state, report.read);
  }

  const unfinished = createUnfinished({ db, key, clock });
  return {
    keep,
    original,
    originalText: kept,
    handIn,
    submitReport: async (caseId, actor, upload, { at } = {}) => handIn(caseId, actor, await keep(caseId, upload), at),
    async handInScan(caseId, actor, { scanId, file, text, pages, format, fileName, mediaType }) {
      const words = { text, margins: '', pages, stated: {} };
      const read = understand(fileName, { kind: 'words', format, words }, deps.practice.place);
      const kept = { ...read, fileName, mediaType };
      const report = keptFile(deps, { caseId, reportId: scanId, bytes: file, read: kept, key: await key(caseId) });
      // Refused by a rule, the scan stays where it was, and so does its file.
      return handIn(caseId, actor, { ...report, discard: async () => undefined });
    },
    async file(caseId, { reportId }) {
      const { fileName, mediaType } = await readKept(caseId, reportId);
      const sealed = await blobs.read(store.blobKey(caseId, reportId));
      return { fileName, mediaType, bytes: openBytes(await key(caseId), `report/${caseId}/${reportId}/file`, sealed) };
    },
    ...unfinished,
    async letGo(tx, caseId) {
      const reports = await store.eraseReports(tx, caseId);
      await removeScan(tx, caseId);
      const drafts = (await store.removeDrafts(tx, caseId)) + (await store.removeComparisons(tx, caseId));
      return { erased: { reports, drafts } };
    },
    async preview(caseId, reader) {
      const [state, { work }] = [await cases.load(caseId), await unfinished.comparisonWork(caseId, reader.personId)];
      if (state === null) throw wordedProblem(404, 'not-found');
      return patientPreview(state, reader, work, clock.now().toISOString());
    },
    discrepancies: async () => discrepancies(await comparedCases(db)),
    proposalMonths: () => proposalTally(db),
    async proposal(state) {
      const first = await kept(state);
      const { earlier } = state;
      if (earlier?.report != null)
        return thirdProposalOf({
          original: first?.text ?? null,
          second: readerReportText(earlier.report),
          third: readerReportText(secondOf(state)),
          compared: earlier.comparison,
        });
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

function createKeeper(deps: ReadingDeps): Reading['keep'] {
  const { db, blobs, keys, newId, practice } = deps;
  return async (caseId, upload) => {
    const read = await readReportFile(upload, practice.place);
    const dataKey = await keys.dataKey(db, caseKey(caseId));
    const reportId = newId();
    const place = store.blobKey(caseId, reportId);
    // First the file, then the row that names it: what a crash leaves is a file that nobody knows, never a name without a file.
    await blobs.write(place, sealBytes(dataKey, `report/${caseId}/${reportId}/file`, upload.bytes));
    return keptFile(deps, { caseId, reportId, bytes: upload.bytes, read, key: dataKey });
  };
}

interface FileInPlace {
  readonly caseId: string;
  readonly reportId: string;
  readonly bytes: Uint8Array;
  readonly read: ReadReport;
  readonly key: Buffer;
}

/** A report whose file lies sealed under its id. */
function keptFile({ blobs, clock }: ReadingDeps, { caseId, reportId, bytes, read, key }: FileInPlace): KeptReport {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sealed = sealBytes(key, `report/${caseId}/${reportId}/text`, Buffer.from(JSON.stringify(read), 'utf8'));
  const { fileName, mediaType, author, facility, date } = read;
  return {
    file: { reportId, sha256, mediaType, fileName, author, facility, date },
    read,
    write: (tx) =>
      store.insertReport(tx, { reportId, caseId, sha256, size: bytes.byteLength, sealed, receivedAt: clock.now() }),
    discard: () => blobs.remove(store.blobKey(caseId, reportId)),
  };
}
