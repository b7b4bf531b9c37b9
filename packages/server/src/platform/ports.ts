import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutsideService } from '@overread/rules/case/commands.ts';
import type { PriceList, WorkingCalendar } from '@overread/rules/case/state.ts';
import type { Billing } from '@overread/rules/money/model.ts';
import type { Say, SayIn } from '@overread/words';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type pg from 'pg';

/** One open transaction: the raw client for COPY and hand-written SQL, the ORM for the rest, on the same connection. */
export interface Tx {
  readonly client: pg.PoolClient;
  readonly orm: NodePgDatabase;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Outside of a transaction: each statement on its own. */
  readonly orm: NodePgDatabase;
  /** Commits when `work` resolves, rolls back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Bytes under a key, immutable once written. `write` is durable (fsync of file and folder, or S3's acknowledgement) when it
 * resolves. Keys are made by the service: lower-case letters, digits, "-", "/" and ".". */
export interface Blobs {
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** `end` is exclusive. Throws `BlobMissing` when there is no such key. */
  readRange(key: string, start: number, end: number): Promise<Buffer>;
  read(key: string): Promise<Buffer>;
  size(key: string): Promise<number>;
  remove(key: string): Promise<void>;
  list(prefix: string): AsyncIterable<string>;
  /** A local folder in which a writer may make a file and then have it adopted under a key without a copy; S3 uploads it. */
  adopt(path: string, key: string): Promise<void>;
  /** A local folder where a pack's writer may put its file before it is adopted; a folder's is on its own file system. */
  scratch(): Promise<string>;
  /** Resolves when the store answers and may be written to. */
  ready(): Promise<void>;
}

/** The store of blobs does not answer, or does not let the service in: nothing is known of the blob. Holds no secret. */
export class BlobStoreFailed extends Error {
  override readonly name = 'BlobStoreFailed';
  readonly code = 'BLOB_STORE';
}

/** There is nothing under this key. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
  constructor(key: string, cause?: unknown) {
    super(`There is no blob "${key}".`, { cause });
  }
}

/** Data keys by opaque id, each wrapped by the master key. Knows key ids, not cases. */
export interface Keys {
  /** Makes the key if there is none; 32 bytes. */
  dataKey(tx: Tx | Database, keyId: string): Promise<Buffer>;
  /** Destroys the key: everything sealed with it becomes unreadable at once. */
  destroy(tx: Tx, keyId: string): Promise<void>;
  /** After the commit of a `destroy`: somebody may have read the key while the transaction was open. */
  forget(keyId: string): void;
}

/** Enqueues work in the caller's transaction (outbox): the job exists exactly when the transaction commits. */
export interface Jobs {
  send(
    tx: Tx | Database,
    queue: string,
    data: Readonly<Record<string, unknown>>,
    options?: { singletonKey?: string; startAfter?: Date },
  ): Promise<void>;
  work(queue: string, handler: (data: Readonly<Record<string, unknown>>) => Promise<void>): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The practice that runs this service: what its letters, mails and screens say of it. Set at start, never changed by a request. */
export interface Practice {
  readonly name: string;
  /** Where it is, ISO 3166-2 or 3166-1. */
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly emergencyNumber: string;
  readonly demo: boolean;
  /** ISO 4217. */
  readonly currency: string;
  /** As the practice was set up; the money room knows the list that holds now. */
  readonly prices: PriceList;
  /** What bills and estimates name; left out where the practice has not filled it in. */
  readonly billing?: Billing;
  readonly calendar: WorkingCalendar;
  /** Services outside to which a case may go, each with what it asks for itself. */
  readonly outsideServices?: readonly OutsideService[];
}

/** What every room may ask for; each takes the parts that it names (`Pick<Ground, 'db' | 'clock'>`). */
export interface Ground {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly keys: Keys;
  readonly jobs: Jobs;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  readonly say: Say;
  /** Speaks to a person in the language that a request asks for; `say` is the practice's own. */
  readonly sayIn: SayIn;
  readonly practice: Practice;
  /** The address that people type, without a slash at the end; known once the service listens. */
  readonly publicUrl: () => string;
}

/** The HTTP server with zod schemas: `app.get(path, { schema, config: { action } }, handler)`. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** An error with a stable code, a status, and a sentence that says what to do next. Never carries patient data. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: unknown;
  constructor(status: number, code: string, message: string, detail?: unknown) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}
