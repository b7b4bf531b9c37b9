import { randomUUID } from 'node:crypto';
import type { SayIn } from '@overread/words';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { createErrorHandler } from './error-handler.ts';
import { addRequestMetrics, type Metrics } from './metrics.ts';
import { addOriginCheck } from './origin-check.ts';
import type { App } from './ports.ts';
import { wordedProblem } from './problems.ts';
import { addRateLimits } from './rate-limit.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** What a form or a report in JSON may weigh; routes that take files name their own limit. */
const LARGEST_JSON = 2 * 1024 * 1024;

export interface HttpOptions {
  readonly log: FastifyBaseLogger;
  readonly sayIn: SayIn;
  readonly metrics: Metrics;
  readonly publicUrl: () => string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; nobody's when empty. */
  readonly trustedProxies: readonly string[];
}

/** The HTTP server before any route: schemas by zod, problems in words, safe headers, origin check, limits, metrics. */
export function createApp({ log, sayIn, metrics, publicUrl, trustedProxies }: HttpOptions): App {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    bodyLimit: LARGEST_JSON,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(createErrorHandler(sayIn));
  app.setNotFoundHandler(() => {
    throw wordedProblem(404, 'not-found');
  });
  addSecurityHeaders(app, publicUrl);
  addRequestMetrics(app, metrics);
  addRateLimits(app);
  addOriginCheck(app, publicUrl);
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request.routeOptions;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: String(method), route: url ?? 'none', status: reply.statusCode, ms }, 'request');
  });
  return app;
}
