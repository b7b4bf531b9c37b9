import type { FoundReport, OriginalReport, ReportScan, TakeScanRequest } from '@overread/contract/original-report.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { caseOf } from '../cases/index.ts';
import type { Access } from '../platform/access-hook.ts';
import { createFoundReports, type ReportObjects } from './found-reports.ts';
import { type ReportUpload, scanOf, takeReport } from './read-report-file.ts';
import type { Reading } from './reading.ts';
import { createScans, type Scans, type ScansGround } from './scan/scans.ts';

/** The original report in, by every way on which a person looks at what was read before it counts. */
export interface ReportIntake {
  /** Hands in a report with words, or begins to read one that is a picture: that is followed by `scans`. */
  bring(caseId: string, actor: Actor, upload: ReportUpload): Promise<OriginalReport | ReportScan>;
  readonly scans: Pick<Scans, 'view' | 'picture' | 'discard' | 'work'>;
  /** Hands in a scan with the text that somebody looked through. */
  takeScan(caseId: string, actor: Actor, request: TakeScanRequest): Promise<OriginalReport>;
  /** Reports between the images of the case. Callers ask the policy first: they are sealed as the original is. */
  found(access: Access): Promise<readonly FoundReport[]>;
  /** Hands in one of them as the original report, or begins to read it where it is a picture. */
  takeFound(access: Access, sopInstanceUid: string): Promise<OriginalReport | ReportScan>;
}

export interface ReportIntakeDeps extends ScansGround {
  readonly reading: Pick<Reading, 'keep' | 'handIn' | 'handInScan'>;
  readonly objects: ReportObjects;
}

export function createReportIntake(deps: ReportIntakeDeps): ReportIntake {
  const { reading } = deps;
  const scans = createScans(deps);
  const objects = createFoundReports(deps.objects);

  const bring: ReportIntake['bring'] = async (caseId, actor, upload) => {
    const taken = await takeReport(upload);
    if (taken.kind === 'scan') return scans.begin(caseId, { ...upload, ...scanOf(upload, taken) });
    return reading.handIn(caseId, actor, await reading.keep(caseId, upload));
  };

  return {
    bring,
    scans,
    takeScan: async (caseId, actor, request) => reading.handInScan(caseId, actor, await scans.take(caseId, request)),
    found: (access) => objects.list(access),
    takeFound: async (access, uid) => bring(caseOf(access).id, access.actor, await objects.open(access, uid)),
  };
}
