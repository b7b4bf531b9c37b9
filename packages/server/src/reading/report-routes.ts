import type { OriginalReport, ReportScan } from '@overread/contract/original-report.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { caseOf, readInput } from '../cases/index.ts';
import type { Access } from '../platform/access-hook.ts';
import type { App } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Reading } from './reading.ts';
import type { ReportIntake } from './report-intake.ts';
import { registerReportUploads, uploadOf } from './upload.ts';

interface OfCase {
  readonly Params: { readonly caseId: string };
}
interface OfPage {
  readonly Params: { readonly caseId: string; readonly page: string };
}
interface OfInstance {
  readonly Params: { readonly caseId: string; readonly instance: string };
}

/** A page of a report has some thousand letters; the text of all of them stays below what a report may have. */
const takeRequest = z.object({
  scanId: z.string().min(1).max(64),
  pages: z.array(z.string().max(60_000)).min(1).max(30),
});
const SUBMIT = { config: { action: 'report:submit' } } as const;
const PREPARE = { config: { action: 'report:prepare' } } as const;

/** 201 with the report, or 202 with what is read of a picture until it can be handed in. */
const statusOf = (answer: OriginalReport | ReportScan): number => ('scanId' in answer ? 202 : 201);

/** What was read and what was looked up in the case for it is for its people; a facility hears that the report is here. */
const answerTo = ({ actor }: Access, answer: OriginalReport | ReportScan) =>
  actor.role === 'machine' && !('scanId' in answer) ? { ...answer, doubts: [] } : answer;

/** A facility that came by its link brings it through the service: the record then names the facility. */
function bringer({ actor }: Access): Actor {
  return actor.role === 'machine' ? { ...actor, role: 'system' } : actor;
}

/** The original report in, as it came and as it was read. */
export function registerReportIn(app: App, reading: Reading, intake: ReportIntake): void {
  registerReportUploads(app, (scope) => {
    scope.post<OfCase>('/api/cases/:caseId/report', SUBMIT, async (request, reply) => {
      const { params, access } = request;
      const answer = await intake.bring(params.caseId, bringer(access), uploadOf(request));
      return reply.code(statusOf(answer)).send(answerTo(access, answer));
    });
  });

  app.get('/api/cases/:caseId/report', { config: { action: 'report:view' } }, async (request) => {
    const report = await reading.original(caseOf(request.access));
    if (report === null) throw wordedProblem(404, 'no-original');
    return report;
  });

  app.get('/api/cases/:caseId/report/file', { config: { action: 'report:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    if (state.report === null) throw wordedProblem(404, 'no-original');
    const { fileName, mediaType, bytes } = await reading.file(state.id, state.report);
    // A PDF is shown in the browser's own reader. Text is in whatever alphabet its sender used, so it is only saved.
    if (mediaType === 'application/pdf')
      reply.type(mediaType).header('content-disposition', disposition('inline', fileName));
    else reply.type('application/octet-stream').header('content-disposition', disposition('attachment', fileName));
    return Buffer.from(bytes);
  });

  registerScan(app, intake);
  app.get<OfCase>('/api/cases/:caseId/report/found', PREPARE, ({ access }) => intake.found(access));
  app.post<OfInstance>('/api/cases/:caseId/report/found/:instance', PREPARE, async ({ access, params }, reply) => {
    const answer = await intake.takeFound(access, params.instance);
    return reply.code(statusOf(answer)).send(answer);
  });
}

/** A report that came as a picture, until it is handed in: as sealed as the report. */
function registerScan(app: App, intake: ReportIntake): void {
  const SCAN = '/api/cases/:caseId/report/scan';
  app.get<OfCase>(SCAN, PREPARE, async ({ params, headers }) => {
    const scan = await intake.scans.view(params.caseId, headers['accept-language']);
    if (scan === null) throw wordedProblem(404, 'scan.gone');
    return scan;
  });
  app.get<OfPage>(`${SCAN}/pages/:page`, PREPARE, async ({ params }, reply) => {
    const picture = await intake.scans.picture(params.caseId, Number(params.page) || 0);
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(Buffer.from(picture));
  });
  app.post<OfCase>(`${SCAN}/take`, PREPARE, async ({ access, body }, reply) => {
    const report = await intake.takeScan(caseOf(access).id, access.actor, readInput(takeRequest, body));
    return reply.code(201).send(report);
  });
  app.delete<OfCase>(SCAN, PREPARE, async ({ params }, reply) => {
    await intake.scans.discard(params.caseId);
    return reply.code(204).send();
  });
}

/** RFC 6266 and 8187: an ASCII name for old clients, the real one beside it. */
function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, encodeByte)}`;
}

function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
