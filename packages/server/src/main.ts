import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cmsSigner, type SignBytes } from '@overread/documents';
import { maySeeCase, refuse, roleFor, SHOWS_ORIGINAL } from '@overread/rules/access/policy.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import {
  ACCOUNTS_TABLES,
  type Accounts,
  createAccounts,
  type DemoPersonLink,
  type DemoSignIn,
  demoPeople,
  registerDemoSignIn,
  registerMachineRoutes,
  registerPeopleRoutes,
  registerSignInRoutes,
} from './accounts/index.ts';
import { ARCHIVE_TABLES, type Archive, createArchive, registerArchiveRoutes } from './archive/index.ts';
import { AUDIT_TABLES, type Audit, createAudit, registerAuditRoutes } from './audit/index.ts';
import { CASES_TABLES, type Cases, createCases, registerCaseRoutes } from './cases/index.ts';
import {
  createDelivery,
  DELIVERY_TABLES,
  type Delivery,
  documentSetting,
  registerDeliveryRoutes,
  registerExchangeRoutes,
} from './delivery/index.ts';
import { createDemoShelf, type DemoHandover, type DemoShelf, demoKey, registerDemoFiles } from './demo.ts';
import { createErasing, ERASING_TABLES, type Erasing, registerErasingRoutes } from './erasing/index.ts';
import { type OpenGround, openGround } from './ground.ts';
import {
  createIngest,
  createOtherWays,
  INGEST_TABLES,
  type Ingest,
  type OtherWays,
  registerIngestRoutes,
  registerReceiptRoutes,
  registerWaysInRoutes,
} from './ingest/index.ts';
import { createMatching, MATCHING_TABLES, type Matching, registerMatchingRoutes } from './matching/index.ts';
import {
  createMailbox,
  createMessages,
  type Mailbox,
  MESSAGES_TABLES,
  type Messages,
  registerMessagesRoutes,
} from './messages/index.ts';
import { createParcels, PARCELS_TABLES, type Parcels, registerParcelRoutes } from './parcels/index.ts';
import { addAccessHook, type RegisteredRoute } from './platform/access-hook.ts';
import type { Config } from './platform/config.ts';
import { registerHealthRoutes } from './platform/health-routes.ts';
import { createApp } from './platform/http.ts';
import { createSmtpMailer } from './platform/mail.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import type { App, Ground, Practice } from './platform/ports.ts';
import { registerScreens } from './platform/screens.ts';
import { openSigning } from './platform/signing.ts';
import { PLATFORM_TABLES } from './platform/tables.ts';
import { createReading, READING_TABLES, type Reading, registerReadingRoutes } from './reading/index.ts';
import { registerRecordsRoutes } from './records/index.ts';

const TABLES = [
  PLATFORM_TABLES,
  AUDIT_TABLES,
  ACCOUNTS_TABLES,
  CASES_TABLES,
  MESSAGES_TABLES,
  ARCHIVE_TABLES,
  INGEST_TABLES,
  READING_TABLES,
  MATCHING_TABLES,
  DELIVERY_TABLES,
  PARCELS_TABLES,
  ERASING_TABLES,
];
const SCREENS = fileURLToPath(new URL('../../web/dist', import.meta.url));
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

export interface Rooms {
  readonly accounts: Accounts;
  readonly archive: Archive;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly delivery: Delivery;
  readonly erasing: Erasing;
  readonly ingest: Ingest;
  readonly mailbox: Mailbox;
  readonly matching: Matching;
  readonly messages: Messages;
  readonly parcels: Parcels;
  readonly reading: Reading;
  readonly ways: OtherWays;
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

async function createRooms(ground: Ground, config: Config): Promise<Rooms> {
  const audit = createAudit(ground);
  const accounts = createAccounts(ground);
  const cases = createCases(ground);
  const archive = createArchive(ground);
  const reading = createReading({ ...ground, cases });
  const setting = documentSetting(ground, config.mailFrom.replace(/^.*<|>.*$/g, ''));
  const credentials = await openSigning(config.dataFolder, config.signing, ground.practice.name);
  const sign: SignBytes = async (bytes) => cmsSigner(await credentials())(bytes);
  const delivery = createDelivery({ ...ground, cases, reading, images: archive, setting, sign });
  const matching = createMatching({
    ...{ ...ground, cases },
    whoSawOriginal: (caseId) => audit.whoDid(caseId, SHOWS_ORIGINAL),
  });
  const smtp = config.smtpUrl === null ? null : createSmtpMailer(config.smtpUrl, config.mailFrom);
  const mailbox = createMailbox(ground, smtp);
  const messages = createMessages({ ...ground, cases, people: accounts, mailbox });
  const uploadFolder = join(config.dataFolder, 'uploads');
  const ingest = await createIngest({
    ...ground,
    archive,
    cases,
    uploadFolder,
    workers: config.workers,
    limits: config.importLimits,
    caseBytes: config.caseBytes,
  });
  const checkImport = (caseId: string, importId: string) => ingest.view(caseId, importId);
  const parcels = createParcels({ ...ground, cases, checkImport });
  const ways = createOtherWays({
    ...{ ...ground, archive, ingest, dimse: config.dimse, watch: config.watch },
    cases: { candidatesFor: cases.candidatesFor, load: cases.load, byNumber: (number) => caseOfNumber(cases, number) },
    witness: (entry) => audit.record(entry),
  });
  // Uploads first: an import holds its upload before it asks for the archive.
  const erasing = createErasing({ ...ground, cases, rooms: [ingest, archive, reading, delivery, parcels] });
  return {
    accounts,
    archive,
    audit,
    cases,
    delivery,
    erasing,
    ingest,
    mailbox,
    matching,
    messages,
    parcels,
    reading,
    ways,
  };
}

async function caseOfNumber(cases: Cases, number: string): Promise<CaseState | null> {
  const caseId = await cases.numbered(number);
  return caseId === null ? null : cases.load(caseId);
}

/** The demo's people and readers, there before anybody can ask for them. */
async function receiveDemo(rooms: Rooms, demo: DemoHandover, config: Config): Promise<DemoSignIn> {
  for (const person of demo.people) await rooms.accounts.savePerson(person);
  for (const reader of demo.readers) await rooms.matching.saveReader(reader);
  return { signIn: demo.signIn, key: demoKey(config.dataFolder) };
}

interface RouteDeps {
  readonly open: OpenGround;
  readonly rooms: Rooms;
  readonly shelf: DemoShelf;
  readonly demoSignIn: DemoSignIn | undefined;
  readonly metrics: Metrics;
}

async function registerRoutes(app: App, deps: RouteDeps): Promise<readonly RegisteredRoute[]> {
  const { open, rooms, shelf, demoSignIn, metrics } = deps;
  const { ground, log, checks } = open;
  const { accounts, cases, audit } = rooms;
  const routes = addAccessHook(app, {
    visitorOf: (request) => accounts.visitorOf(request),
    loadCase: (caseId) => cases.load(caseId),
    witness: (entry) => audit.record(entry),
    ...{ refuse, roleFor, maySeeCase },
  });
  const sendMail = (mail: { to: string; subject: string; text: string }): Promise<void> => rooms.mailbox.send(mail);
  const setting = documentSetting(ground, '');
  registerHealthRoutes(app, { checks, metrics, log });
  // Each room in a scope of its own: what it says of bodies and errors holds for its routes alone.
  const register = (routesOf: (scope: App) => void) => app.register(async (scope) => routesOf(scope as App));
  await register((scope) => registerSignInRoutes(scope, { ...ground, accounts, sendMail }));
  await register((scope) => registerPeopleRoutes(scope, { ...ground, accounts, sendMail }));
  await register((scope) => registerMachineRoutes(scope, { accounts }));
  await register((scope) => registerCaseRoutes(scope, { ...ground, cases, people: accounts }));
  await register((scope) => registerMatchingRoutes(scope, { ...ground, matching: rooms.matching }));
  await register((scope) => registerRecordsRoutes(scope, { ...ground, setting }));
  await register((scope) => registerIngestRoutes(scope, { ...ground, ingest: rooms.ingest }));
  await register((scope) => registerParcelRoutes(scope, { ...ground, cases, parcels: rooms.parcels, setting }));
  await register((scope) => registerWaysInRoutes(scope, rooms.ways));
  await register((scope) => registerReceiptRoutes(scope, { ...ground, ingest: rooms.ingest, setting }));
  await register((scope) => registerArchiveRoutes(scope, { ...ground, archive: rooms.archive }));
  await register((scope) => registerReadingRoutes(scope, { reading: rooms.reading }));
  await register((scope) => registerDeliveryRoutes(scope, { ...ground, delivery: rooms.delivery }));
  await register((scope) => registerExchangeRoutes(scope, { ...ground, setting, delivery: rooms.delivery }));
  await register((scope) => registerMessagesRoutes(scope, { mailbox: rooms.mailbox }));
  await register((scope) => registerErasingRoutes(scope, { ...ground, erasing: rooms.erasing }));
  await register((scope) => registerAuditRoutes(scope, { audit }));
  if (demoSignIn) {
    await register((scope) => registerDemoSignIn(scope, { accounts, demo: demoSignIn }));
    await register((scope) => registerDemoFiles(scope, shelf));
  }
  await registerScreens(app, existsSync(SCREENS) ? SCREENS : null);
  return routes;
}

/** After the service listens, because mails and documents hold its address. */
async function startWorkers({ erasing, ingest, delivery, messages, ways }: Rooms): Promise<void> {
  await ingest.start();
  await ways.start();
  await delivery.work();
  await messages.work();
  await erasing.work();
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
