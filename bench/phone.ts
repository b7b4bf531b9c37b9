import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium, PHONE } from '../e2e/browser.ts';
import { compare, type Measure, median, rounds } from './measure.ts';
import { openBenchCase, startBenchService } from './service.ts';

/** As Chromium's own tools simulate them: bytes a second and milliseconds of latency. */
const LINES = {
  '4G': { downloadThroughput: (9e6 / 8) * 0.9, uploadThroughput: (1.5e6 / 8) * 0.9, latency: 60 * 2.75 },
  'slow 4G': { downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 },
} as const;
/** A telephone of the middle class beside this machine. */
const CPU_SLOWDOWN = 4;
const LIMIT_MS = 2000;
const LIMIT_JS_KIB = 150;

interface Look {
  /** From the start of the navigation to a page with a heading and something to press, painted and idle. */
  readonly usableMs: number;
  /** Script that had come by then, as it was sent. */
  readonly scriptKib: number;
}

/** Runs in the page: notes when it can be used. */
function watch(): void {
  const seen = () => {
    const main = document.querySelector('main');
    const ready = main?.querySelector('h1')?.textContent?.trim() && main.querySelector('a[href], button, input');
    if (!ready) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableAt: performance.now() })));
  };
  const observer = new MutationObserver(seen);
  observer.observe(document, { childList: true, subtree: true });
}

async function throttled(page: Page, line: keyof typeof LINES): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINES[line] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return session;
}

/** One cold visit. `signIn` is opened first, on a fast line. */
async function visit(browser: Browser, url: string, line: keyof typeof LINES, signIn: string | null): Promise<Look> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-US' });
  try {
    const page = await context.newPage();
    if (signIn !== null) await page.goto(signIn);
    await page.goto('about:blank');
    await page.addInitScript(watch);
    const session = await throttled(page, line);
    const scripts = new Set<string>();
    let bytes = 0;
    session.on('Network.responseReceived', ({ type, requestId }) => type === 'Script' && scripts.add(requestId));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'usableAt' in window, undefined, { timeout: 60_000 });
    const scriptKib = bytes / 1024;
    const usableMs = await page.evaluate(() => (window as unknown as { usableAt: number }).usableAt);
    return { usableMs, scriptKib };
  } finally {
    await context.close();
  }
}

/** How soon a patient's first pages can be used on a simulated slow telephone; the peer is the limit that was set for it. */
export async function run(): Promise<readonly Measure[]> {
  const service = await startBenchService();
  const browser = await launchChromium();
  try {
    const caseId = await openBenchCase(service.coordinator);
    const signIn = service.coordinatorLink;
    const pages = [
      ['guided start', '/ask', null],
      ['start', '/start', signIn],
      ['case', `/case/${caseId}`, signIn],
    ] as const;
    const measures: Measure[] = [];
    for (const [name, path, link] of pages) {
      for (const line of Object.keys(LINES) as (keyof typeof LINES)[]) {
        const looks: Look[] = [];
        for (let i = 0; i < rounds(); i += 1) looks.push(await visit(browser, `${service.url}${path}`, line, link));
        const kib = median(looks.map(({ scriptKib }) => scriptKib));
        const note = `${kib.toFixed(0)} KiB of script by then, of ${LIMIT_JS_KIB}; the peer is the limit`;
        const ours = looks.map(({ usableMs }) => usableMs);
        measures.push(compare({ name: `phone/${name}/${line}`, unit: 'ms' }, ours, [LIMIT_MS], note));
      }
    }
    return measures;
  } finally {
    await browser.close();
    await service.stop();
  }
}
