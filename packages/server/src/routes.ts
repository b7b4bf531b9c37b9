import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { maySeeCase, refuse, roleFor } from '@overread/rules/access/policy.ts';
import { metBy } from '@overread/rules/case/third.ts';
import {
  type DemoSignIn,
  registerDemoSignIn,
  registerMachineRoutes,
  registerPeopleRoutes,
  registerSignInRoutes,
} from './accounts/index.ts';
import { registerArchiveRoutes } from './archive/index.ts';
import { registerAskingRoutes, registerFollowRoutes } from './asking/index.ts';
import { registerAuditRoutes } from './audit/index.ts';
import { registerCaseRoutes } from './cases/index.ts';
import {
  documentSetting,
  registerDeliveryRoutes,
  registerExchangeRoutes,
  registerGuestRoutes,
  registerOutsideRoutes,
  registerShareRoutes,
} from './delivery/index.ts';
import { type DemoShelf, registerDemoFiles } from './demo.ts';
import { registerErasingRoutes } from './erasing/index.ts';
import type { OpenGround } from './ground.ts';
import { registerIngestRoutes, registerReceiptRoutes, registerWaysInRoutes } from './ingest/index.ts';
import { registerLearningRoutes } from './learning/index.ts';
import { registerMatchingRoutes } from './matching/index.ts';
import { registerMessagesRoutes } from './messages/index.ts';
import {
  registerInsurerRoutes,
  registerMoneyPapers,
  registerMoneyRoutes,
  registerPaymentCalls,
} from './money/index.ts';
import { registerParcelRoutes } from './parcels/index.ts';
import { addAccessHook, type RegisteredRoute } from './platform/access-hook.ts';
import { registerHealthRoutes } from './platform/health-routes.ts';
import type { Metrics } from './platform/metrics.ts';
import type { App } from './platform/ports.ts';
import { registerScreens } from './platform/screens.ts';
import { readReportFile, registerReadingRoutes } from './reading/index.ts';
import { registerRecordsRoutes } from './records/index.ts';
import type { Rooms } from './rooms.ts';

const SCREENS = fileURLToPath(new URL('../../web/dist', import.meta.url));

interface RouteDeps {
  readonly open: OpenGround;
  readonly rooms: Rooms;
  readonly shelf: DemoShelf;
  readonly demoSignIn: DemoSignIn | undefined;
  readonly metrics: Metrics;
}

/** Registers every route of the service, each room's in a scope of its own, behind the check of access. */
export async function registerRoutes(app: App, deps: RouteDeps): Promise<readonly RegisteredRoute[]> {
  const { open, rooms, shelf, demoSignIn, metrics } = deps;
  const { ground, log, checks } = open;
  const { accounts, cases, audit } = rooms;
  const routes = addAccessHook(app, {
    visitorOf: async (request) =>
      (await rooms.records.links.visitorOf(request)) ??
      (await rooms.guests.unless(await accounts.visitorOf(request), request)),
    loadCase: (caseId) => cases.load(caseId),
    witness: (entry) => audit.record(entry),
    ...{ refuse, roleFor, maySeeCase, metBy },
  });
  const { money } = rooms;
  const currentPrices = () => money.prices.current(ground.db);
  const sendMail = (mail: { to: string; subject: string; text: string }): Promise<void> => rooms.mailbox.send(mail);
  const setting = documentSetting({ ...ground, people: accounts }, '');
  registerHealthRoutes(app, { checks, metrics, log });
  // Each room in a scope of its own: what it says of bodies and errors holds for its routes alone.
  const register = (routesOf: (scope: App) => void) => app.register(async (scope) => routesOf(scope as App));
  await register((scope) =>
    registerSignInRoutes(scope, { ...ground, accounts, sendMail, witness: (entry) => audit.record(entry) }),
  );
  await register((scope) => registerPeopleRoutes(scope, { ...ground, accounts, sendMail, currentPrices }));
  await register((scope) => registerMachineRoutes(scope, { accounts }));
  await register((scope) => registerCaseRoutes(scope, { ...ground, cases, people: accounts }));
  await register((scope) => registerMatchingRoutes(scope, { ...ground, matching: rooms.matching }));
  await register((scope) =>
    registerAskingRoutes(scope, { ...ground, asking: rooms.asking, readReport: readReportFile }),
  );
  await register((scope) => registerRecordsRoutes(scope, { ...ground, records: rooms.records }));
  await register((scope) => registerIngestRoutes(scope, { ...ground, ingest: rooms.ingest }));
  await register((scope) => registerParcelRoutes(scope, { ...ground, cases, parcels: rooms.parcels, setting }));
  await register((scope) => registerWaysInRoutes(scope, rooms.ways));
  await register((scope) => registerReceiptRoutes(scope, { ...ground, ingest: rooms.ingest, setting }));
  await register((scope) => registerArchiveRoutes(scope, { ...ground, ...rooms, witness: rooms.audit.record }));
  await register((scope) => registerReadingRoutes(scope, rooms));
  await register((scope) => registerDeliveryRoutes(scope, { ...ground, delivery: rooms.delivery }));
  await register((scope) => registerShareRoutes(scope, { ...ground, cases }));
  await register((scope) =>
    registerGuestRoutes(scope, { ...{ ...ground, sendMail }, guests: rooms.guests, signInLink: accounts.signInLink }),
  );
  await register((scope) => registerExchangeRoutes(scope, { ...ground, setting, delivery: rooms.delivery }));
  await register((scope) => registerOutsideRoutes(scope, { ...ground, setting, reading: rooms.reading }));
  await register((scope) => registerFollowRoutes(scope, { ...ground, ...rooms }));
  await register((scope) => registerMessagesRoutes(scope, { mailbox: rooms.mailbox }));
  await register((scope) => registerMoneyRoutes(scope, { money, currentPrices }));
  await register((scope) => registerPaymentCalls(scope, { money }));
  await register((scope) => registerMoneyPapers(scope, { ...ground, cases, setting, currentPrices }));
  await register((scope) => registerInsurerRoutes(scope, { ...ground, ...rooms.insurers }));
  await register((scope) => registerLearningRoutes(scope, { ...ground, ...rooms }));
  await register((scope) => registerErasingRoutes(scope, { ...ground, erasing: rooms.erasing }));
  await register((scope) => registerAuditRoutes(scope, { audit }));
  if (demoSignIn) {
    await register((scope) => registerDemoSignIn(scope, { accounts, demo: demoSignIn }));
    await register((scope) => registerDemoFiles(scope, shelf));
  }
  await registerScreens(app, existsSync(SCREENS) ? SCREENS : null);
  return routes;
}
