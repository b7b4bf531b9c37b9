import type { Metrics } from './metrics.ts';
import type { App, Log } from './ports.ts';

/** Parts that must answer before the service says that it is ready, each by its name. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

/** GET /healthz (the process lives), /readyz (every part answers within two seconds), /metrics (Prometheus). */
export function registerHealthRoutes(app: App, deps: { checks: Checks; metrics: Metrics; log: Log }): void {
  const open = { config: { action: 'public' } } as const;
  app.get('/healthz', open, async () => ({ status: 'alive' }));
  app.get('/readyz', open, async (_request, reply) => {
    const entries = Object.entries(deps.checks).map(
      async ([name, check]) => [name, await answers(name, check)] as const,
    );
    const parts = Object.fromEntries(await Promise.all(entries));
    const ready = Object.values(parts).every((part) => part === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', parts });
  });
  app.get('/metrics', open, async (_request, reply) => {
    reply.type(deps.metrics.registry.contentType);
    return deps.metrics.registry.metrics();
  });

  async function answers(name: string, check: () => Promise<unknown>): Promise<'ok' | 'failed'> {
    const timeout = AbortSignal.timeout(2000);
    const late = new Promise<never>((_resolve, reject) => {
      timeout.addEventListener('abort', () => reject(new Error(`${name} did not answer within two seconds`)));
    });
    try {
      await Promise.race([check(), late]);
      return 'ok';
    } catch (error) {
      deps.log.error({ err: error, part: name }, 'a part of the service does not answer');
      return 'failed';
    }
  }
}
