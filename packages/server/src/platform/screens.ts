import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './ports.ts';
import { wordedProblem } from './problems.ts';

/** Paths that belong to the service itself: an unknown address among them is a 404, never a page. */
const OURS = /^\/(api|demo|healthz|readyz|metrics)(\/|$)/;
/** Vite puts a hash of the contents into the names of these files. */
const HASHED = '/assets/';
const YEAR_SECONDS = 31_536_000;

/**
 * The built screens, compressed by the build where it left a .br or .gz beside a file. Every address that is no file is
 * the application's own to route, so it gets the first page.
 */
export async function registerScreens(app: App, folder: string | null): Promise<void> {
  if (folder === null) return registerMissing(app);
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    logLevel: 'error',
  });
  app.get('/*', { config: { action: 'public' } }, async (request, reply) => {
    const path = `/${(request.params as { '*': string })['*']}`;
    if (OURS.test(path) || path.includes('..') || path.includes('\0')) throw wordedProblem(404, 'not-found');
    if (path.startsWith(HASHED)) {
      if (!existsSync(join(folder, path))) throw wordedProblem(404, 'not-found');
      reply.header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`);
      return reply.sendFile(path);
    }
    reply.header('cache-control', 'no-cache');
    const isFile = path !== '/' && existsSync(join(folder, path)) && /\.[a-z0-9]+$/i.test(path);
    if (isFile) return reply.sendFile(path);
    return reply.sendFile('index.html');
  });
}

function registerMissing(app: App): void {
  app.get('/*', { config: { action: 'public' } }, async (request, reply) => {
    if (OURS.test(request.url.split('?')[0] ?? '')) throw wordedProblem(404, 'not-found');
    return reply.code(503).type('text/plain; charset=utf-8').send('The screens are not built. Run: npm run build\n');
  });
}
