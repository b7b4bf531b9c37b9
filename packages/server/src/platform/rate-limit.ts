import type { FastifyRequest } from 'fastify';
import type { App } from './ports.ts';
import { wordedProblem } from './problems.ts';

export interface RateLimit {
  /** How many requests one address may send within `seconds`. */
  readonly max: number;
  readonly seconds: number;
}

/** Counts by key within fixed windows, in this process alone: it makes guessing slow and is no account of anything. */
export class Counter {
  readonly #windows = new Map<string, { count: number; until: number }>();
  readonly #now: () => number;
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one more; false when the limit is passed. */
  take(key: string, { max, seconds }: RateLimit): boolean {
    const now = this.#now();
    if (this.#windows.size > 10_000) this.#forget(now);
    const window = this.#windows.get(key);
    if (window === undefined || window.until <= now) {
      this.#windows.set(key, { count: 1, until: now + seconds * 1000 });
      return max >= 1;
    }
    window.count += 1;
    return window.count <= max;
  }

  reset(key: string): void {
    this.#windows.delete(key);
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#windows) if (until <= now) this.#windows.delete(key);
  }
}

/** Holds every route to the limit that its `config.rateLimit` names, by address. Routes without one are not limited. */
export function addRateLimits(app: App): void {
  const counter = new Counter();
  app.addHook('onRequest', async (request: FastifyRequest) => {
    const limit = request.routeOptions.config.rateLimit;
    if (limit === undefined) return;
    const key = `${request.method} ${request.routeOptions.url} ${request.ip}`;
    if (!counter.take(key, limit)) throw wordedProblem(429, 'too-many');
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    rateLimit?: RateLimit;
  }
}
