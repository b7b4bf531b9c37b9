import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoHandover, demoPractice } from '@overread/cli/demo/handover.ts';
import { createMaker, type Maker } from '@overread/cli/demo/maker.ts';
import { seedDemo } from '@overread/cli/demo/seed.ts';
import { type Practice, readConfig, type Service, startService } from '@overread/server';

/** Nothing of a test has to outlive a power cut. */
const FAST_POSTGRES = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB'];

export type TestRole = 'patient' | 'coordinator' | 'reader' | 'referrer' | 'administrator';

export interface TestOptions {
  /** A folder of the test's own that outlives the service; without it one is made, and taken away at the end. */
  readonly dataFolder?: string;
  /** Settings as the environment gives them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Off: a practice that is no demo, where sign-in is real and the second step needed. */
  readonly demo?: boolean;
}

/** Somebody's requests: cookies are kept, the origin is sent, as a browser does. */
export interface Caller {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a good answer; throws with the service's sentence otherwise. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
  /** The Cookie header, for clients of a test's own (tus). */
  readonly cookie: () => string;
}

export interface TestService extends Service {
  readonly dataFolder: string;
  /** A person of the demo, signed in by the role's link; `who` may also be a person's id. */
  as(who: TestRole | (string & {})): Promise<Caller>;
  /** Nobody: requests without a session, with a jar for cookies that come. */
  stranger(): Caller;
  /** Sets up the demo's cases: all of them, or those with these keys. */
  seed(only?: readonly string[]): Promise<void>;
}

/** The real service on a free port, with its own PostgreSQL and the demo's people; about two seconds. One a file is enough. */
export async function startTestService(options: TestOptions = {}): Promise<TestService> {
  const { demo = true, settings = {} } = options;
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'overread-test-')));
  const config = readConfig({
    OVERREAD_DATA: dataFolder,
    OVERREAD_PORT: '0',
    OVERREAD_LOG: process.env.OVERREAD_LOG ?? 'silent',
    OVERREAD_DEMO: String(demo),
    OVERREAD_WORKERS: '1',
    ...settings,
  });
  const maker = createMaker();
  const practice: Practice = { ...demoPractice(), demo };
  const service = await startService({
    config,
    practice,
    ...(demo ? { demo: demoHandover(maker) } : {}),
    postgresSettings: FAST_POSTGRES,
  });
  return {
    ...service,
    dataFolder,
    stranger: () => caller(service.url),
    as: (who) => signedIn(service, who),
    seed: (only) => seedDemo(service, { maker, progress: () => undefined, ...(only ? { only } : {}) }),
    stop: () => stop(service, maker, options.dataFolder === undefined ? dataFolder : null),
  };
}

async function stop(service: Service, maker: Maker, folder: string | null): Promise<void> {
  await service.stop();
  await maker.close();
  if (folder !== null) await rm(folder, { recursive: true, force: true });
}

async function signedIn(service: Service, who: string): Promise<Caller> {
  const links = await service.demoLinks();
  const href = links.find(({ role }) => role === who)?.href ?? links[0]?.href.replace('/patient', `/${who}`);
  if (href === undefined) throw new Error('Only the demo has links; sign in by mail or password here.');
  const someone = caller(service.url);
  const answer = await someone.fetch(href);
  if (answer.status !== 302) throw new Error(`Signing in as ${who} was answered with ${answer.status}.`);
  return someone;
}

/** A client with a cookie jar of its own. Redirects are not followed: a test wants to see them. */
export function caller(url: string): Caller {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (jar.size > 0 && !headers.has('cookie')) headers.set('cookie', cookie());
    if (!headers.has('origin')) headers.set('origin', url);
    const answer = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  }

  async function json<T>(path: string, init?: RequestInit): Promise<T> {
    const answer = await send(path, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${init?.method ?? 'GET'} ${path} was answered with ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  const withBody = (method: string, body: unknown): RequestInit =>
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return {
    cookie,
    fetch: send,
    get: (path) => json(path),
    post: (path, body) => json(path, withBody('POST', body)),
    put: (path, body) => json(path, withBody('PUT', body)),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const cut = pair.indexOf('=');
  const name = pair.slice(0, cut);
  if (/max-age=0\b/i.test(line)) jar.delete(name);
  else jar.set(name, pair.slice(cut + 1));
}
