import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, type ReadPage, type ScanAnswer, type ScanFault, type ScanJob } from './model.ts';

/** One page, with the start before the first one; a slow machine needs a tenth of it. */
const PAGE_MS = 120_000;
const HEAP_MB = 512;
const CHILD = fileURLToPath(new URL('./scan.child.ts', import.meta.url));

export interface ScanListener {
  pages(count: number): Promise<void>;
  page(page: ReadPage): Promise<void>;
}

/** Reads a picture, or a PDF that is one, in a process of its own. Null when all pages were read, else why not. */
export async function readScan(
  bytes: Uint8Array,
  listener: ScanListener,
  { pageMs = PAGE_MS, signal }: { readonly pageMs?: number; readonly signal?: AbortSignal } = {},
): Promise<ScanFault | null> {
  const child = fork(CHILD, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    // It reads what strangers send and has no use for the service's settings, keys among them.
    env: {},
    stdio: 'ignore',
  });
  const stop = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  const languages = await languageFolder();
  try {
    child.send({ bytes, languages } satisfies ScanJob, () => undefined);
    return await follow(child, listener, pageMs);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    await rm(languages, { recursive: true, force: true });
  }
}

/** tesseract.js reads all languages from one folder, and each lies in a package of its own ("best" models in integers). */
async function languageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overread-scan-'));
  for (const code of LANGUAGES) {
    const name = `${code}.traineddata.gz`;
    const data = new URL(`4.0.0_best_int/${name}`, import.meta.resolve(`@tesseract.js-data/${code}/package.json`));
    await symlink(fileURLToPath(data), join(folder, name));
  }
  return folder;
}

function follow(child: ChildProcess, listener: ScanListener, pageMs: number): Promise<ScanFault | null> {
  return new Promise((resolve, reject) => {
    let told = Promise.resolve();
    let watch: NodeJS.Timeout | undefined;
    const end = (fault: ScanFault | null) => {
      clearTimeout(watch);
      // What was read is written down before its end is told.
      told.then(() => resolve(fault), reject);
    };
    const rest = () => {
      clearTimeout(watch);
      watch = setTimeout(() => end('slow'), pageMs);
    };
    rest();
    child.on('message', (answer: ScanAnswer) => {
      rest();
      if (answer.type === 'pages') told = told.then(() => listener.pages(answer.pages));
      else if (answer.type === 'page') told = told.then(() => listener.page(answer.page));
      else end(answer.type === 'failed' ? answer.fault : null);
    });
    child.once('error', () => end('not-readable'));
    // Killed for its memory by the system, or a crash in a decoder.
    child.once('exit', () => end('not-readable'));
  });
}
