import { Readable } from 'node:stream';
import type { StudyView } from '@overread/contract/wire.ts';
import { z } from 'zod';
import type { App, Log } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { registerDicomWeb } from './dicomweb/routes.ts';
import type { Archive } from './model.ts';
import { openFrame } from './stream/open-frames.ts';
import { createDecodePool, type DecodePool } from './stream/pixels/decode-pool.ts';
import { openSeriesStream } from './stream/series-stream.ts';
import { seenInstances, seenStudies, sightOf } from './visible.ts';

export interface ArchiveRouteDeps {
  readonly archive: Archive;
  readonly log: Log;
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
  app.addHook('onClose', () => decoders.close());

  app.get<OfCase>('/api/cases/:caseId/studies', VIEW, async ({ params, access }): Promise<StudyView[]> => {
    const sight = sightOf(access);
    return seenStudies(sight, await archive.studies(params.caseId, sight));
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
  registerDicomWeb(app, { archive, openFrame: (header, frame) => openFrame(decoders, header, frame) });
}
