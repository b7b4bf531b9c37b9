import { Readable } from 'node:stream';
import type { CaseQuality, StudyView } from '@overread/contract/images.ts';
import type { QualitySign } from '@overread/imaging/model.ts';
import type { Say } from '@overread/words';
import { z } from 'zod';
import type { App, Log } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { DicomWebDeps } from './dicomweb/addressed.ts';
import { registerDicomWeb } from './dicomweb/routes.ts';
import type { Archive } from './model.ts';
import { createDecodePool, type DecodePool } from './stream/pixels/decode-pool.ts';
import { createQualityBook } from './stream/quality.ts';
import { openSeriesStream } from './stream/series-stream.ts';
import { seenInstances, seenStudies, sightOf } from './visible.ts';

export interface ArchiveRouteDeps {
  readonly archive: Archive;
  readonly log: Log;
  readonly say: Say;
  readonly witness: DicomWebDeps['witness'];
  readonly decoders?: DecodePool;
}

interface OfCase {
  readonly Params: { readonly caseId: string };
}
interface OfSeries {
  readonly Params: { readonly caseId: string; readonly seriesInstanceUid: string };
  readonly Querystring: { readonly only?: string };
}

const VIEW = { config: { action: 'images:view' } } as const;
/** Chunks of a stream are frames; some of them may wait in the socket's buffer. */
const STREAM_BUFFER = 2 << 20;

export function registerArchiveRoutes(app: App, deps: ArchiveRouteDeps): void {
  const { archive } = deps;
  const decoders = deps.decoders ?? createDecodePool();
  // A pool that was handed in draws for others as well.
  if (deps.decoders === undefined) app.addHook('onClose', () => decoders.close());

  app.get<OfCase>('/api/cases/:caseId/studies', VIEW, async ({ params, access }): Promise<StudyView[]> => {
    const sight = sightOf(access);
    return seenStudies(sight, await archive.studies(params.caseId, sight));
  });

  const book = createQualityBook({ archive, decoders });
  app.get<OfCase>('/api/cases/:caseId/quality', VIEW, async ({ params, access }): Promise<CaseQuality> => {
    const { caseId } = params;
    const sight = sightOf(access);
    const signs: Record<string, readonly QualitySign[]> = {};
    // One series after the other: whoever reads films meanwhile comes first.
    for (const { series } of seenStudies(sight, await archive.studies(caseId, sight)))
      for (const one of series) {
        const uid = one.seriesInstanceUid;
        const found = await book.signs(caseId, one, async () =>
          seenInstances(sight, await archive.series(caseId, uid)),
        );
        if (found.length > 0) signs[uid] = found;
      }
    return signs;
  });

  app.get<OfSeries>(
    '/api/cases/:caseId/series/:seriesInstanceUid/stream',
    { ...VIEW, schema: { querystring: z.object({ only: z.enum(['middle']).optional() }) } },
    async ({ params, query, access }, reply) => {
      const instances = seenInstances(sightOf(access), await archive.series(params.caseId, params.seriesInstanceUid));
      if (instances.length === 0) throw wordedProblem(404, 'images.no-such-series');
      const stream = await openSeriesStream({ archive, decoders }, params.caseId, instances, query.only === 'middle');
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-length', stream.bytes)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(stream.chunks, { objectMode: false, highWaterMark: STREAM_BUFFER }));
    },
  );
  registerDicomWeb(app, { ...deps, decoders });
}
