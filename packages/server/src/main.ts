import { randomUUID } from 'node:crypto';
import { type DemoPersonLink, demoPeople } from './accounts/index.ts';
import { createDemoShelf, type DemoHandover } from './demo.ts';
import { openGround } from './ground.ts';
import type { RegisteredRoute } from './platform/access-hook.ts';
import type { Config } from './platform/config.ts';
import { createApp } from './platform/http.ts';
import { createMetrics } from './platform/metrics.ts';
import type { App, Ground, Practice } from './platform/ports.ts';
import { createRooms, type Rooms, receiveDemo, startWorkers, TABLES } from './rooms.ts';
import { registerRoutes } from './routes.ts';

export type { Rooms };

/** How long requests that run may take to end when the service stops. */
const LAST_CALL_MS = 8_000;

export interface ServiceOptions {
  readonly config: Config;
  readonly practice: Practice;
  readonly demo?: DemoHandover;
  /** Told what is being done while the service starts. */
  readonly progress?: (say: string) => void;
  readonly postgresSettings?: readonly string[];
}

export interface Service {
  /** The address that people type, without a slash at the end. */
  readonly url: string;
  /** The address at which this process listens, whatever stands before it. */
  readonly listensAt: string;
  readonly ground: Ground;
  readonly rooms: Rooms;
  /** Every route that is registered, for the test that walks them. */
  readonly routes: readonly RegisteredRoute[];
  /** The demo's reusable sign-in links, one per role; empty without the demo. */
  demoLinks(): Promise<readonly DemoPersonLink[]>;
  /** Makes the demo's files, so that who asks for them need not wait. */
  makeDemoFiles(): Promise<void>;
  /** Ends in order: no new requests, running ones to their end, jobs, database. */
  stop(): Promise<void>;
}

/** Starts the whole service: ground, rooms, routes, workers. It listens when this resolves. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { config, practice, demo, progress = () => undefined } = options;
  const address = { url: config.publicUrl?.replace(/\/+$/, '') ?? '' };
  const publicUrl = (): string => address.url;
  const { postgresSettings = [] } = options;
  const open = await openGround({
    ...{ config, practice, publicUrl, progress, postgresSettings },
    tables: TABLES,
    newId: randomUUID,
  });
  const stops: (() => Promise<unknown>)[] = [open.close];
  const stop = async (): Promise<void> => {
    for (const stopOne of stops.reverse().splice(0)) await stopOne();
  };
  try {
    progress('Opening the rooms …');
    const rooms = await createRooms(open.ground, config);
    stops.push(() => rooms.decoders.close());
    stops.push(() => rooms.ingest.stop());
    stops.push(() => rooms.ways.stop());
    const demoSignIn = demo && (await receiveDemo(rooms, demo, config));
    const shelf = createDemoShelf(demo?.files ?? []);
    const metrics = createMetrics();
    const app = createApp({ ...open.ground, log: open.log, metrics, trustedProxies: config.trustedProxies });
    const routes = await registerRoutes(app, { open, rooms, shelf, demoSignIn, metrics });
    stops.push(() => closeServer(app));
    const port = await listen(app, config);
    const listensAt = `http://${shownHost(config.host)}:${port}`;
    address.url ||= listensAt;
    await startWorkers(rooms);
    open.log.info({ url: address.url, demo: practice.demo }, 'the service is ready');
    return {
      ...{ url: address.url, listensAt, ground: open.ground, rooms, routes, stop },
      demoLinks: async () => (demoSignIn ? demoPeople(rooms.accounts, demoSignIn) : []),
      makeDemoFiles: async () => {
        for (const name of shelf.names()) await shelf.take(name);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: App, { port, host }: Config): Promise<number> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken by another program. Stop it, or choose another port: --port ${port + 1}`, {
      cause: error,
    });
  }
  const bound = app.server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}

/** What people type: a wildcard address is no address. */
function shownHost(host: string): string {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function closeServer(app: App): Promise<void> {
  const lastCall = setTimeout(() => app.server.closeAllConnections(), LAST_CALL_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(lastCall);
  }
}
