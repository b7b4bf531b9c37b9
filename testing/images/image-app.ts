import type { AddressInfo } from 'node:net';
import { demoPractice } from '@overread/cli/demo/handover.ts';
import type { Subject } from '@overread/rules/access/actions.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { registerArchiveRoutes } from '@overread/server/archive/index.ts';
import { documentSetting } from '@overread/server/delivery/index.ts';
import { registerIngestRoutes, registerReceiptRoutes } from '@overread/server/ingest/index.ts';
import { createApp } from '@overread/server/platform/http.ts';
import { createLog } from '@overread/server/platform/log.ts';
import { createMetrics } from '@overread/server/platform/metrics.ts';
import type { App } from '@overread/server/platform/ports.ts';
import type { ImageRooms } from './image-rooms.ts';

/** Who asks, and the case as it stands: what the access hook of the service finds out. */
export interface Visit {
  subject: Subject;
  actor: Actor;
  caseState: CaseState | null;
}

export const COORDINATOR: Visit = {
  subject: { personId: 'coordinator-1', roles: ['coordinator'], strongSession: true, demo: false },
  actor: { personId: 'coordinator-1', name: 'Ruth Lindqvist', role: 'coordinator' },
  caseState: null,
};

/** The routes of archive and ingest over HTTP; `visit` may be changed between requests. */
export async function startImageApp({ archive, ingest, newId, say, clock }: ImageRooms) {
  const log = createLog('error');
  const address = { url: 'http://localhost' };
  const options = { log, sayIn: () => say, metrics: createMetrics(), publicUrl: () => address.url, trustedProxies: [] };
  const app: App = createApp(options);
  const visit: Visit = { ...COORDINATOR };
  app.addHook('preHandler', async (request) => {
    request.access = { ...visit };
  });
  await app.register(async (scope) => registerIngestRoutes(scope as App, { ingest, newId, say, log }));
  const setting = documentSetting(
    { practice: demoPractice(), say, sayIn: () => say, people: { languageOf: async () => 'en' } },
    '',
  );
  await app.register(async (scope) => registerReceiptRoutes(scope as App, { ingest, setting, clock }));
  await app.register(async (scope) =>
    registerArchiveRoutes(scope as App, { archive, log, say, witness: async () => undefined }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  address.url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return { url: address.url, visit, stop: () => app.close() };
}

export type ImageApp = Awaited<ReturnType<typeof startImageApp>>;
