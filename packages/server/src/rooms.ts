import { join } from 'node:path';
import { cmsSigner, type SignBytes } from '@overread/documents';
import { SHOWS_ORIGINAL, SHOWS_SECOND } from '@overread/rules/access/policy.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { ACCOUNTS_TABLES, type Accounts, createAccounts, type DemoSignIn } from './accounts/index.ts';
import {
  ARCHIVE_TABLES,
  type Archive,
  createArchive,
  createDecodePool,
  createPictures,
  type DecodePool,
  seenInstances,
  sightOf,
} from './archive/index.ts';
import { ASKING_TABLES, type Asking, createAsking } from './asking/index.ts';
import { AUDIT_TABLES, type Audit, createAudit } from './audit/index.ts';
import { CASES_TABLES, type Cases, createCases } from './cases/index.ts';
import {
  createDelivery,
  createGuests,
  DELIVERY_TABLES,
  type Delivery,
  documentSetting,
  type Guests,
} from './delivery/index.ts';
import { type DemoHandover, demoKey } from './demo.ts';
import { createErasing, ERASING_TABLES, type Erasing } from './erasing/index.ts';
import { createIngest, createOtherWays, INGEST_TABLES, type Ingest, type OtherWays } from './ingest/index.ts';
import { createMatching, MATCHING_TABLES, type Matching } from './matching/index.ts';
import { createMailbox, createMessages, type Mailbox, MESSAGES_TABLES, type Messages } from './messages/index.ts';
import {
  createMoney,
  createPrices,
  createStripe,
  type Insurers,
  MONEY_TABLES,
  type Money,
  reachInsurers,
} from './money/index.ts';
import { createParcels, PARCELS_TABLES, type Parcels } from './parcels/index.ts';
import { createHttpCarrier, NO_CARRIER } from './platform/carrier.ts';
import type { Config } from './platform/config.ts';
import { createSmtpMailer } from './platform/mail.ts';
import type { Ground } from './platform/ports.ts';
import { openSigning } from './platform/signing.ts';
import { PLATFORM_TABLES } from './platform/tables.ts';
import { createReading, createReportIntake, READING_TABLES, type Reading, type ReportIntake } from './reading/index.ts';
import { createRecords, RECORDS_TABLES, type Records } from './records/index.ts';

export const TABLES = [
  PLATFORM_TABLES,
  AUDIT_TABLES,
  ACCOUNTS_TABLES,
  CASES_TABLES,
  ASKING_TABLES,
  RECORDS_TABLES,
  MESSAGES_TABLES,
  ARCHIVE_TABLES,
  INGEST_TABLES,
  READING_TABLES,
  MATCHING_TABLES,
  DELIVERY_TABLES,
  PARCELS_TABLES,
  ERASING_TABLES,
  MONEY_TABLES,
];
export interface Rooms {
  readonly accounts: Accounts;
  readonly archive: Archive;
  readonly decoders: DecodePool;
  readonly asking: Asking;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly delivery: Delivery;
  readonly erasing: Erasing;
  readonly guests: Guests;
  readonly ingest: Ingest;
  readonly intake: ReportIntake;
  readonly mailbox: Mailbox;
  readonly matching: Matching;
  readonly messages: Messages;
  readonly money: Money;
  readonly insurers: Insurers;
  readonly parcels: Parcels;
  readonly reading: Reading;
  readonly records: Records;
  readonly ways: OtherWays;
}

export async function createRooms(ground: Ground, config: Config): Promise<Rooms> {
  const audit = createAudit(ground);
  const accounts = createAccounts(ground);
  const prices = createPrices(ground);
  const cases = createCases({ ...ground, prices: prices.current });
  const archive = createArchive(ground);
  const decoders = createDecodePool();
  const pictures = createPictures(archive, decoders);
  const reading = createReading({ ...ground, cases });
  const intake = createReportIntake({
    ...{ ...ground, reading },
    objects: {
      // What the service wrote down itself is no report that a facility sent along.
      seen: async (access) =>
        seenInstances(sightOf(access), await archive.instances(access.caseState?.id ?? '')).filter(
          ({ madeFrom }) => madeFrom === null,
        ),
      openInstance: archive.openInstance,
    },
  });
  const setting = documentSetting({ ...ground, people: accounts }, config.mailFrom.replace(/^.*<|>.*$/g, ''));
  const credentials = await openSigning(config.dataFolder, config.signing, ground.practice.name);
  const sign: SignBytes = async (bytes) => cmsSigner(await credentials())(bytes);
  const delivery = createDelivery({ ...ground, cases, reading, images: archive, pictures, setting, sign });
  const matching = createMatching({
    ...{ ...ground, cases },
    whoSawOriginal: (caseId) => audit.whoDid(caseId, SHOWS_ORIGINAL),
    whoSawSecond: (caseId) => audit.whoDid(caseId, SHOWS_SECOND),
  });
  const smtp = config.smtpUrl === null ? null : createSmtpMailer(config.smtpUrl, config.mailFrom);
  const mailbox = createMailbox(ground, smtp);
  const carrier = config.carrier === null ? NO_CARRIER : createHttpCarrier(config.carrier);
  const guests = createGuests({ ...ground, sendMail: (mail) => mailbox.send(mail) });
  const messages = createMessages({
    guestLink: guests.linkFor,
    remindAfterHours: config.remindAfterHours,
    ...{ ...ground, cases, people: accounts, mailbox, carrier },
    whoSawSecond: (caseId) => audit.whoDid(caseId, SHOWS_SECOND),
  });
  const money = createMoney(
    { ...ground, cases, service: config.money.stripe === null ? null : createStripe(config.money.stripe) },
    prices,
  );
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
  const asking = createAsking({ ...ground, cases });
  const records = createRecords({ ...ground, cases, setting, carrier });
  // Uploads first: an import holds its upload before it asks for the archive.
  const holders = [ingest, archive, reading, delivery, parcels, asking, records];
  const erasing = createErasing({ ...ground, cases, rooms: holders });
  return {
    accounts,
    archive,
    decoders,
    asking,
    audit,
    cases,
    delivery,
    erasing,
    guests,
    ingest,
    intake,
    mailbox,
    matching,
    messages,
    money,
    insurers: reachInsurers(config.money.clearingHouse, ground),
    parcels,
    reading,
    records,
    ways,
  };
}

async function caseOfNumber(cases: Cases, number: string): Promise<CaseState | null> {
  const caseId = await cases.numbered(number);
  return caseId === null ? null : cases.load(caseId);
}

/** The demo's people and readers, there before anybody can ask for them. */
export async function receiveDemo(rooms: Rooms, demo: DemoHandover, config: Config): Promise<DemoSignIn> {
  for (const person of demo.people) await rooms.accounts.savePerson(person);
  for (const reader of demo.readers) await rooms.matching.saveReader(reader);
  return { signIn: demo.signIn, key: demoKey(config.dataFolder) };
}

/** After the service listens, because mails and documents hold its address. */
export async function startWorkers({ erasing, ingest, intake, delivery, messages, money, ways }: Rooms): Promise<void> {
  await ingest.start();
  await ways.start();
  await intake.scans.work();
  await delivery.work();
  await messages.work();
  if (money.online.isOn) await money.work();
  await erasing.work();
}
