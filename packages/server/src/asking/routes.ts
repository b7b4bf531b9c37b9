import type { KeptStart, PaperView, ReportGist, StartAnswers, StopAnswer } from '@overread/contract/asking.ts';
import { reportHints } from '@overread/rules/asking/report-hints.ts';
import { PAPER_KINDS, REASONS, RED_FLAGS, REGIONS } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { idText, isoDateOrNone, noteText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { type ReadReport, type ReportUpload, registerReportUploads, uploadOf } from '../reading/index.ts';
import type { Asking } from './asking.ts';

export interface AskingRouteDeps extends Pick<Ground, 'practice'> {
  readonly asking: Asking;
  /** Reads a written report; throws in words what it cannot read. */
  readonly readReport: (upload: ReportUpload, place: string) => Promise<ReadReport>;
}

const answers = z.object({
  reasons: z.array(z.enum(REASONS)).max(REASONS.length),
  proposedTreatment: noteText,
  readBySubspecialist: z.boolean(),
  aboutImages: z.boolean(),
  region: z.union([z.enum(REGIONS), z.literal('')]),
  side: z.enum(['left', 'right', 'both', 'none']),
  doubts: z.array(shortText).max(20),
  facility: shortText,
  studyDate: isoDateOrNone,
  signsDenied: z.array(z.enum(RED_FLAGS)).max(RED_FLAGS.length),
  answeredAt: z.iso.datetime(),
}) satisfies z.ZodType<StartAnswers>;
const stopped = z.object({ yes: z.array(z.enum(RED_FLAGS)).min(1).max(RED_FLAGS.length) });
const opened = z.object({ token: z.string().regex(/^[\w-]{32}$/) });
const form = z.object({ form: z.string().regex(/^[a-z-]{1,40}(?:\/[\w-]{1,64})?$/) });
const LONGEST_KEPT = 64 * 1024;
const keptValues = form.extend({ values: z.record(z.string(), z.unknown()).nullable() });
const paperKind = z.object({ kind: z.enum(PAPER_KINDS) });
const paperNamed = z.object({ paperId: idText });

/** Strangers may send these: so many a minute from one address. */
const OPEN = { action: 'ask:begin', rateLimit: { max: 20, seconds: 60 } } as const;
/** Reading a PDF takes time; a report on which a second opinion is wanted is no book. */
const OPEN_REPORT = { action: 'ask:begin', rateLimit: { max: 6, seconds: 60 } } as const;
const LARGEST_REPORT = 10 * 1024 * 1024;

export function registerAskingRoutes(app: App, { asking, practice, readReport }: AskingRouteDeps): void {
  const { starts, kept } = asking;

  app.post('/api/asks', { config: OPEN }, async ({ body }, reply): Promise<KeptStart> => {
    reply.code(201);
    return { token: await starts.keep(readInput(answers, body)) };
  });
  app.post('/api/asks/open', { config: { action: 'session:own' } }, ({ body }) =>
    starts.open(readInput(opened, body).token),
  );
  app.post('/api/asks/stop', { config: OPEN }, async ({ body }): Promise<StopAnswer> => {
    return { haste: await starts.stop(readInput(stopped, body).yes) };
  });
  registerReportUploads(app, (scope) => {
    scope.post('/api/asks/report', { config: OPEN_REPORT }, async (request): Promise<ReportGist> => {
      const upload = uploadOf(request);
      if (upload.bytes.byteLength > LARGEST_REPORT) throw wordedProblem(413, 'pdf.too-large');
      const { text, facility, date } = await readReport(upload, practice.place);
      return { ...reportHints(text), facility, date, text };
    });
  });

  app.get('/api/me/kept', { config: { action: 'kept:own' } }, async ({ query, access }) => ({
    values: await kept.read(access.actor.personId, readInput(form, query).form),
  }));
  app.put('/api/me/kept', { config: { action: 'kept:own' }, bodyLimit: LONGEST_KEPT }, async (request, reply) => {
    const { form: name, values } = readInput(keptValues, request.body);
    await kept.write(request.access.actor.personId, name, values);
    return reply.code(204).send();
  });
  registerPaperRoutes(app, asking);
}

function registerPaperRoutes(app: App, { papers }: Asking): void {
  type OfCase = { Params: { caseId: string } };
  type OfPaper = { Params: { caseId: string; paperId: string } };

  registerReportUploads(app, (scope) => {
    scope.post<OfCase>('/api/cases/:caseId/papers', { config: { action: 'paper:add' } }, async (request, reply) => {
      const { kind } = readInput(paperKind, request.query);
      const { fileName, bytes } = uploadOf(request);
      reply.code(201);
      return papers.add(request.params.caseId, request.access.actor, { kind, fileName, bytes });
    });
  });
  app.get<OfCase>(
    '/api/cases/:caseId/papers',
    { config: { action: 'paper:view' } },
    ({ params }): Promise<readonly PaperView[]> => papers.list(params.caseId),
  );
  app.get<OfPaper>(
    '/api/cases/:caseId/papers/:paperId',
    { config: { action: 'paper:view' } },
    async ({ params }, reply) => {
      const { paperId } = readInput(paperNamed, params);
      const { mediaType, fileName, bytes } = await papers.file(params.caseId, paperId);
      // Only what a browser shows without running anything of it is shown; the rest is saved.
      const shown = mediaType === 'application/pdf' || mediaType.startsWith('image/');
      const name = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
      reply
        .type(shown ? mediaType : 'application/octet-stream')
        .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
      return bytes;
    },
  );
  app.post<OfPaper>(
    '/api/cases/:caseId/papers/:paperId/remove',
    { config: { action: 'paper:add' } },
    async ({ params, access }, reply) => {
      await papers.remove(params.caseId, access.actor, readInput(paperNamed, params).paperId);
      return reply.code(204).send();
    },
  );
}
