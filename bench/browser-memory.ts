import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportView } from '@overread/contract/imports.ts';
import { makeBenchStudy, writeDisc } from '@overread/demo';
import { launchChromium } from '../e2e/browser.ts';
import type { Measure } from './measure.ts';
import { openBenchCase, startBenchService } from './service.ts';

const INSTANCES = 1260;
const SAMPLE_MS = 500;
const LIMIT_MIB = 512;
const LONG_MS = 3_600_000;

/** Every process below the one whose command line has this mark. */
function processesOf(mark: string): number[] {
  const parents = new Map<number, number>();
  const roots: number[] = [];
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(mark)) roots.push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  const under = (pid: number): boolean => roots.includes(pid) || (parents.has(pid) && under(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(under);
}

/** Proportional memory of all renderers of a browser, in MiB. */
function renderersMib(mark: string): number {
  let kib = 0;
  for (const pid of processesOf(mark)) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return kib / 1024;
}

/**
 * Memory of the page while a large disc goes from the browser into a case: the real page in Chromium against the real service.
 * `BENCH_DISC_GIB` says how large the disc is, 4 unless said; its folder is made in the folder for temporary files, and the
 * service keeps as much again.
 */
export async function run(): Promise<readonly Measure[]> {
  const gib = Number(process.env.BENCH_DISC_GIB ?? 4);
  const folder = await mkdtemp(join(tmpdir(), 'overread-bench-memory-'));
  const disc = join(folder, 'disc');
  let bytes = 0;
  let studies = 0;
  for (; bytes < gib * 2 ** 30; studies += 1) {
    const { files } = makeBenchStudy({ instances: INSTANCES, seed: `memory ${studies}` });
    await writeDisc(join(disc, `study-${studies}`), files);
    bytes += files.reduce((sum, file) => sum + file.bytes.length, 0);
  }
  const service = await startBenchService();
  const mark = `--bench-mark=${randomUUID()}`;
  const browser = await launchChromium([mark]);
  const peak = { reading: 0, found: 0, sending: 0 };
  let phase: keyof typeof peak = 'reading';
  let timer: NodeJS.Timeout | undefined;
  try {
    const caseId = await openBenchCase(service.coordinator);
    const page = await browser.newPage();
    await page.goto(service.coordinatorLink);
    await page.goto(`${service.url}/case/${caseId}/images`);
    await page.getByTestId('folder').waitFor({ state: 'attached' });
    const idle = renderersMib(mark);
    timer = setInterval(() => {
      peak[phase] = Math.max(peak[phase], renderersMib(mark));
    }, SAMPLE_MS);
    await page.getByTestId('folder').setInputFiles(disc);
    const send = page.getByRole('button', { name: /^Send [\d,]+ pictures/ });
    await send.waitFor({ timeout: LONG_MS });
    phase = 'found';
    await page.waitForTimeout(5 * SAMPLE_MS);
    phase = 'sending';
    await send.click();
    await page.getByRole('heading', { level: 1, name: /pictures have arrived/ }).waitFor({ timeout: LONG_MS });
    const [delivery] = await service.coordinator.get<ImportView[]>(`/api/cases/${caseId}/imports`);
    const most = Math.max(...Object.values(peak)) - idle;
    const size = `${studies} studies, ${studies * INSTANCES} files, ${(bytes / 2 ** 30).toFixed(2)} GiB`;
    const over = Object.entries(peak).map(([name, mib]) => `${name} ${Math.round(mib - idle)}`);
    return [
      {
        ...{ name: 'browser-memory.page-over-idle', unit: 'MiB', ours: most, peer: LIMIT_MIB },
        ...{ ratio: most / LIMIT_MIB, rounds: 1 },
        note: `${size}; idle ${Math.round(idle)} MiB; peaks over idle: ${over.join(', ')}; ${delivery?.refused.length} refused`,
      },
    ];
  } finally {
    clearInterval(timer);
    await browser.close();
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
