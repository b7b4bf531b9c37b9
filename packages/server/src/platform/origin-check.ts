import type { FastifyRequest } from 'fastify';
import type { App } from './ports.ts';
import { wordedProblem } from './problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops requests that another site makes in the name of whoever is signed in here: what changes something must come from
 * our own pages. Browsers tell the origin with every such request; a script that carries a cookie must tell it too.
 */
export function addOriginCheck(app: App, publicUrl: () => string): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || comesFromHere(request, publicUrl())) return;
    throw wordedProblem(403, 'wrong-origin');
  });
}

function comesFromHere(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host, cookie } = request.headers;
  if (origin !== undefined) return origin === originOf(publicUrl) || hostOf(origin) === host;
  if (request.headers['sec-fetch-site'] !== undefined) return request.headers['sec-fetch-site'] === 'same-origin';
  return cookie === undefined;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
