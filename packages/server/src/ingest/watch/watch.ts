import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseState } from '@overread/rules/case/state.ts';
import { takesImages } from '@overread/rules/routing/route-study.ts';
import type { Ground } from '../../platform/ports.ts';
import type { IncomingFile, Ingest } from '../ingest-port.ts';
import { DONE, type Drop, lookInto, REFUSED, stateOf } from './look.ts';
import { type Destination, intoCase, type Outcome, takeDrop } from './take-drop.ts';

export interface WatchDeps extends Pick<Ground, 'db' | 'clock' | 'newId' | 'log' | 'say'> {
  readonly folders: readonly string[];
  readonly ingest: Ingest;
  /** Where files go that belong to no case by their folder. */
  readonly holding: {
    receive(delivery: { from: WatchOrigin; files: AsyncIterable<IncomingFile> }): Promise<Outcome>;
    receiveArchive(delivery: { from: WatchOrigin; uploadId: string; name: string }): Promise<Outcome>;
  };
  caseOfNumber(number: string): Promise<CaseState | null>;
  /** How long between two looks; a drop is taken when nothing changed between them. */
  readonly everyMs?: number;
}

interface WatchOrigin {
  readonly way: 'watched-folder';
  readonly sender: string;
  readonly address: '';
}

export interface Watch {
  start(): Promise<void>;
  /** Resolves when the drop that is being taken is at its end. */
  stop(): Promise<void>;
}

const EVERY_MS = 2_000;
/** After a failure of the service's own a drop is left alone for a while. */
const AGAIN_MS = 60_000;

interface Watcher extends WatchDeps {
  /** By path, how each drop looked the last time. */
  readonly seen: Map<string, string>;
  readonly restUntil: Map<string, number>;
  isStopped: boolean;
}

async function lookOnce(watcher: Watcher, root: string): Promise<void> {
  const drops = await lookInto(root);
  const present = new Set(drops.map(({ path }) => join(root, path)));
  for (const path of watcher.seen.keys()) {
    if (path.startsWith(`${root}/`) && !present.has(path)) watcher.seen.delete(path);
  }
  for (const drop of drops) {
    if (watcher.isStopped) return;
    const path = join(root, drop.path);
    const state = stateOf(drop);
    const isStill = state !== null && watcher.seen.get(path) === state;
    if (state !== null) watcher.seen.set(path, state);
    if (!isStill || (watcher.restUntil.get(path) ?? 0) > Date.now()) continue;
    await take(watcher, root, drop).catch((error: unknown) => {
      watcher.restUntil.set(path, Date.now() + AGAIN_MS);
      watcher.log.error({ err: error, folder: root }, 'what lies in a watched folder could not be taken');
    });
  }
}

/** Where a drop goes, or the sentence that says why it goes nowhere. */
async function destinationOf(watcher: Watcher, root: string, drop: Drop): Promise<Destination | string> {
  const { holding, say } = watcher;
  if (drop.caseNumber === null) {
    const from: WatchOrigin = { way: 'watched-folder', sender: root, address: '' };
    return {
      files: (files) => holding.receive({ from, files }),
      archive: (uploadId, name) => holding.receiveArchive({ from, uploadId, name }),
    };
  }
  const number = drop.caseNumber;
  const state = await watcher.caseOfNumber(number);
  if (state === null) return say('watch.no-case', { number });
  if (!takesImages(state)) return say('watch.case-closed', { number });
  const bytes = drop.files.reduce((sum, { size }) => sum + size, 0);
  const lack = await watcher.ingest.lackOfRoom(state.id, bytes);
  if (lack !== null) return say(`problem.${lack.code}`, lack.values);
  return intoCase(watcher, state.id, { personId: 'system', name: root, role: 'system' });
}

async function take(watcher: Watcher, root: string, drop: Drop): Promise<void> {
  const to = await destinationOf(watcher, root, drop);
  const { ingest, newId, log } = watcher;
  const outcome: Outcome =
    typeof to === 'string'
      ? { images: 0, refused: [{ path: drop.name, reason: to }] }
      : await takeDrop({ files: ingest.files, newId }, { root, drop, to });
  await putAway(watcher, { root, drop, outcome });
  log.info({ folder: root, images: outcome.images, refused: outcome.refused.length }, 'a watched folder was read');
}

/** To `done/` or `refused/`, with a text beside it that says what was not taken and why. */
async function putAway(
  { clock, say }: Watcher,
  { root, drop, outcome }: { root: string; drop: Drop; outcome: Outcome },
): Promise<void> {
  const { images, refused } = outcome;
  const stamp = clock
    .now()
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  const target = join(root, images > 0 ? DONE : REFUSED, dirname(drop.path), `${stamp} ${drop.name}`);
  await mkdir(dirname(target), { recursive: true });
  const lines = refused.map(({ path, reason }) => `${path}: ${reason}`);
  if (images === 0 || refused.length > 0) {
    const head = images === 0 ? say('watch.nothing') : say('watch.some', { images, refused: refused.length });
    await writeFile(`${target}.txt`, `${[head, '', ...lines].join('\n')}\n`);
  }
  // Last, and in one step: a service that dies before it takes the drop again, and adds nothing twice.
  await rename(join(root, drop.path), target);
}

/** Takes what people and systems put into the watched folders. */
export function createWatch(deps: WatchDeps): Watch {
  const watcher: Watcher = { ...deps, seen: new Map(), restUntil: new Map(), isStopped: false };
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    for (const root of deps.folders) {
      await lookOnce(watcher, root).catch((error: unknown) =>
        deps.log.error({ err: error, folder: root }, 'a watched folder cannot be read'),
      );
    }
    if (!watcher.isStopped) timer = setTimeout(begin, deps.everyMs ?? EVERY_MS);
  }
  const begin = () => {
    looking = look();
  };

  return {
    async start() {
      for (const folder of deps.folders) await mkdir(folder, { recursive: true });
      if (deps.folders.length > 0) begin();
    },
    async stop() {
      watcher.isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
