import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PEOPLE, DEMO_PRACTICE, type DemoPerson } from '@overread/demo';
import { maySeeCase, refuse, roleFor } from '@overread/rules/access/policy.ts';
import { metBy } from '@overread/rules/case/third.ts';
import { ACCOUNTS_TABLES, createAccounts } from '@overread/server/accounts/index.ts';
import {
  ARCHIVE_TABLES,
  createArchive,
  createDecodePool,
  createPictures,
  registerArchiveRoutes,
} from '@overread/server/archive/index.ts';
import {
  ASKING_TABLES,
  createAsking,
  registerAskingRoutes,
  registerFollowRoutes,
} from '@overread/server/asking/index.ts';
import { CASES_TABLES, createCases, registerCaseRoutes } from '@overread/server/cases/index.ts';
import {
  type CaseArchive,
  type CaseImage,
  createDelivery,
  createGuests,
  DELIVERY_TABLES,
  documentSetting,
  registerDeliveryRoutes,
  registerExchangeRoutes,
  registerGuestRoutes,
  registerOutsideRoutes,
  registerShareRoutes,
} from '@overread/server/delivery/index.ts';
import { createMatching, MATCHING_TABLES, registerMatchingRoutes } from '@overread/server/matching/index.ts';
import {
  createMailbox,
  createMessages,
  MESSAGES_TABLES,
  registerMessagesRoutes,
} from '@overread/server/messages/index.ts';
import { addAccessHook, type Witnessed } from '@overread/server/platform/access-hook.ts';
import type { Carrier, Consignment } from '@overread/server/platform/carrier.ts';
import { openDatabase } from '@overread/server/platform/database.ts';
import { startEmbeddedPostgres } from '@overread/server/platform/embedded-postgres.ts';
import { createFolderBlobs } from '@overread/server/platform/folder-blobs.ts';
import { createApp } from '@overread/server/platform/http.ts';
import { startJobs } from '@overread/server/platform/jobs.ts';
import { createKeys, readMasterKey } from '@overread/server/platform/keys.ts';
import { createLog } from '@overread/server/platform/log.ts';
import type { Mail } from '@overread/server/platform/mail.ts';
import { createMetrics } from '@overread/server/platform/metrics.ts';
import type { Jobs } from '@overread/server/platform/ports.ts';
import { PLATFORM_TABLES } from '@overread/server/platform/tables.ts';
import {
  createReading,
  createReportIntake,
  READING_TABLES,
  readReportFile,
  registerReadingRoutes,
} from '@overread/server/reading/index.ts';
import { createRecords, RECORDS_TABLES, registerRecordsRoutes } from '@overread/server/records/index.ts';
import { createSay } from '@overread/words';
import { testSigner } from '../documents/signer.ts';

const TABLES = [
  PLATFORM_TABLES,
  ACCOUNTS_TABLES,
  ARCHIVE_TABLES,
  CASES_TABLES,
  ASKING_TABLES,
  RECORDS_TABLES,
  READING_TABLES,
  MATCHING_TABLES,
  DELIVERY_TABLES,
  MESSAGES_TABLES,
];

export const PUBLIC_URL = 'http://overread.test';

type Handler = Parameters<Jobs['work']>[1];

/** A mail server that can be told to fail. */
export interface TestMailServer {
  readonly taken: Mail[];
  failing: boolean;
}

/** A carrier that keeps what it was given. */
function testCarrier(): Carrier & { readonly taken: Consignment[] } {
  const taken: Consignment[] = [];
  return {
    taken,
    kinds: new Set(['fax', 'sms'] as const),
    async send(consignment) {
      taken.push(consignment);
      return { reference: `C-${taken.length}` };
    },
  };
}

/** The ground floor on a real database in a temporary folder. */
async function openGround() {
  const folder = await mkdtemp(join(tmpdir(), 'overread-rooms-'));
  // As root the database runs under an account of its own, which has to reach its folder.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder);
  const db = await openDatabase(postgres.connection, TABLES);
  const keys = await createKeys(db, await readMasterKey(join(folder, 'master.key'), db));
  const blobs = await createFolderBlobs(join(folder, 'blobs'));
  const log = createLog(process.env.OVERREAD_LOG ?? 'silent');
  const running = await startJobs(db, log);
  const handlers = new Map<string, Handler>();
  const jobs: Jobs = {
    send: running.send,
    work: (queue, handler) => {
      handlers.set(queue, handler);
      return running.work(queue, handler);
    },
  };
  const sign = await testSigner(folder);
  const clock = { now: () => new Date() };
  const practice = { ...DEMO_PRACTICE, demo: true };
  const say = createSay('en', { unknown: 'throw' });
  return {
    ground: {
      db,
      blobs,
      keys,
      jobs,
      clock,
      newId: randomUUID,
      log,
      say,
      sayIn: () => say,
      practice,
      publicUrl: () => PUBLIC_URL,
      sign,
    },
    handlers,
    async close() {
      await running.stop();
      await db.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type TestGround = Awaited<ReturnType<typeof openGround>>['ground'];
type TestImage = Omit<CaseImage, 'madeFrom'> & { readonly bytes: Buffer };

/** The rooms of cases as `main.ts` puts them together; images come from a map, mails go to a list. */
function openRooms(ground: TestGround) {
  const smtp: TestMailServer = { taken: [], failing: false };
  const mailbox = createMailbox(ground, {
    async send(mail) {
      if (smtp.failing) throw new Error('The mail server takes nothing.');
      smtp.taken.push(mail);
    },
    close: () => undefined,
  });
  const accounts = createAccounts(ground);
  const images = new Map<string, TestImage>();
  const real = createArchive(ground);
  const archive: CaseArchive = {
    async instances(caseId, uids) {
      const came = [...images.values()].map((image) => ({ ...image, madeFrom: null }));
      const wanted = came.filter(({ studyInstanceUid }) => uids === undefined || uids.includes(studyInstanceUid));
      return [...wanted, ...(await real.instances(caseId, uids))];
    },
    async openReader(caseId, uids) {
      const own = await real.openReader(caseId, uids);
      return {
        instances: await archive.instances(caseId, uids),
        head: async (uid) => images.get(uid)?.bytes ?? own.head(uid),
        async *read(uid, start, end) {
          const bytes = images.get(uid)?.bytes;
          if (bytes === undefined) yield* own.read(uid, start, end);
          else yield bytes.subarray(start, end);
        },
      };
    },
    keepOwn: real.keepOwn,
  };
  const cases = createCases(ground);
  const reading = createReading({ ...ground, cases });
  const intake = createReportIntake({
    ...{ ...ground, reading },
    objects: {
      seen: async () => [...images.values()],
      openInstance: async (_caseId, uid) => images.get(uid)?.bytes ?? null,
    },
  });
  const matching = createMatching({
    ...ground,
    cases,
    whoSawOriginal: async () => new Set(),
    whoSawSecond: async () => new Set(),
  });
  const setting = documentSetting({ ...ground, people: accounts }, 'desk@northmoor.example');
  // Draws what the archive holds, which in these rooms is nothing that has pixels.
  const pictures = createPictures(real, createDecodePool(1));
  const delivery = createDelivery({ ...ground, cases, reading, images: archive, pictures, setting });
  const guests = createGuests({ ...ground, sendMail: (mail) => mailbox.send(mail) });
  const carrier = testCarrier();
  const seen: Witnessed[] = [];
  const messages = createMessages({
    ...{ ...ground, cases, people: accounts, mailbox, carrier },
    whoSawSecond: async () => new Set([DEMO_PEOPLE.keller.personId]),
    guestLink: guests.linkFor,
    remindAfterHours: 9,
  });
  const records = createRecords({ ...ground, cases, setting, carrier });
  const asking = createAsking({ ...ground, cases });
  return {
    accounts,
    cases,
    reading,
    intake,
    matching,
    delivery,
    guests,
    messages,
    mailbox,
    images,
    archive: real,
    smtp,
    setting,
    records,
    asking,
    carrier,
    /** Who was let in where, and kept from where. */
    seen,
    witness: async (entry: Witnessed) => void seen.push(entry),
  };
}

/** The routes of the rooms behind the one policy; a request says in a header who sends it. */
async function openApp(ground: TestGround, rooms: ReturnType<typeof openRooms>) {
  const { accounts, cases } = rooms;
  const log = createLog('silent');
  const app = createApp({ ...ground, log, metrics: createMetrics(), trustedProxies: [] });
  addAccessHook(app, {
    async visitorOf(request) {
      const linked = await rooms.records.links.visitorOf(request);
      if (linked !== null) return linked;
      const { headers } = request;
      const person = await accounts.personBy(String(headers['x-person'] ?? ''));
      const [personId, roles, name] = [person?.personId ?? null, person?.roles ?? [], person?.name ?? ''];
      return { subject: { personId, roles, strongSession: true, demo: true }, name };
    },
    loadCase: cases.load,
    refuse,
    roleFor,
    maySeeCase,
    metBy,
    witness: rooms.witness,
  });
  registerCaseRoutes(app, { ...ground, cases, people: accounts });
  registerReadingRoutes(app, rooms);
  registerMatchingRoutes(app, { ...ground, ...rooms });
  registerDeliveryRoutes(app, { ...ground, ...rooms });
  registerShareRoutes(app, { ...ground, ...rooms });
  registerGuestRoutes(app, {
    ...{ ...ground, ...rooms, signInLink: accounts.signInLink },
    sendMail: (mail) => rooms.mailbox.send(mail),
  });
  registerExchangeRoutes(app, { ...ground, ...rooms });
  registerArchiveRoutes(app, { ...ground, archive: rooms.archive, witness: rooms.witness });
  registerRecordsRoutes(app, { ...ground, ...rooms });
  registerAskingRoutes(app, { ...ground, ...rooms, readReport: readReportFile });
  registerOutsideRoutes(app, { ...ground, ...rooms });
  registerFollowRoutes(app, { ...ground, ...rooms });
  registerMessagesRoutes(app, rooms);
  await app.ready();
  return app;
}

/** Everything that a test of these rooms needs, with the demo's people and readers. */
export async function startRooms() {
  const { ground, handlers, close } = await openGround();
  const rooms = openRooms(ground);
  const app = await openApp(ground, rooms);
  for (const person of DEMO_PRACTICE.people) await rooms.accounts.savePerson(person);
  for (const reader of DEMO_PRACTICE.readers) await rooms.matching.saveReader(reader);
  return {
    ...ground,
    ...rooms,
    handlers,
    /** Sends a request as this person, or as a stranger. */
    ask: asker(app),
    async stop() {
      await app.close();
      await close();
    },
  };
}

export type Rooms = Awaited<ReturnType<typeof startRooms>>;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every route
  readonly body: any;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
}

function asker(app: Awaited<ReturnType<typeof createApp>>) {
  return async (
    person: Pick<DemoPerson, 'personId'> | null,
    route: `${'GET' | 'HEAD' | 'POST' | 'PUT'} ${string}`,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const [method, path] = route.split(' ') as ['GET' | 'HEAD' | 'POST' | 'PUT', string];
    const isRaw = Buffer.isBuffer(body);
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...(person === null ? {} : { 'x-person': person.personId }),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return {
      status: answer.statusCode,
      body: isJson ? answer.json() : answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  };
}

/** Waits until `check` gives something else than false, null or an empty list; fails after `seconds`. */
export async function until<T>(check: () => Promise<T> | T, seconds = 20): Promise<NonNullable<T>> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const value = await check();
    if (value && !(Array.isArray(value) && value.length === 0)) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Nothing came within ${seconds} seconds.`);
    await sleep(50);
  }
}
