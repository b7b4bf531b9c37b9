import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeBenchStudy, writeDisc } from '@overread/demo';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../e2e/browser.ts';
import { compare, type Measure, rounds } from './measure.ts';
import { type BenchService, openBenchCase, startBenchService } from './service.ts';

interface BrowserUploadSetting {
  /** Images of the folder. */
  readonly instances: number;
  readonly rounds: number;
  readonly service: BenchService;
}

/** A server that keeps what is posted, synced to disk, and does nothing else. Its page has an input for a folder. */
async function startSink(folder: string) {
  const keep = async (request: IncomingMessage) => {
    await pipeline(request, createWriteStream(join(folder, 'sink'), { flush: true }));
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      await keep(request);
      response.writeHead(204).end();
    } else
      response.writeHead(200, { 'content-type': 'text/html' }).end('<input id="folder" type="file" webkitdirectory>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** One POST of one Blob made of the folder's files, in ms. */
async function plainPost(browser: Browser, url: string, disc: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.locator('#folder').setInputFiles(disc);
    return await page.evaluate(async () => {
      const { files } = document.querySelector('#folder') as HTMLInputElement;
      const start = performance.now();
      await fetch('/', { method: 'POST', body: new Blob([...(files ?? [])]) });
      return performance.now() - start;
    });
  } finally {
    await page.close();
  }
}

async function signedIn(browser: Browser, { url, coordinatorLink }: BenchService): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(coordinatorLink);
  await page.waitForURL((at) => at.href.startsWith(url));
  return page;
}

/** The real page, from pressing Send to the word that all was sent, in ms. */
async function ours(browser: Browser, service: BenchService, disc: string): Promise<number> {
  const caseId = await openBenchCase(service.coordinator);
  const page = await signedIn(browser, service);
  try {
    await page.goto(`${service.url}/case/${caseId}/images`);
    await page.getByTestId('folder').setInputFiles(disc);
    const send = page.getByRole('button', { name: /^Send [\d,]+ pictures/ });
    await send.waitFor({ timeout: 120_000 });
    const finished = page.waitForRequest((request) => request.url().endsWith('/finish'), { timeout: 120_000 });
    const start = performance.now();
    await send.click();
    await finished;
    return performance.now() - start;
  } finally {
    await page.context().close();
  }
}

/** A tus upload for each file, six at a time, as upload widgets do, in ms. */
async function tusPerFile(browser: Browser, service: BenchService, disc: string): Promise<number> {
  const caseId = await openBenchCase(service.coordinator);
  const page = await signedIn(browser, service);
  try {
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), {
        type: 'file',
        id: 'bench',
        webkitdirectory: true,
      });
      document.body.append(input);
    });
    await page.locator('#bench').setInputFiles(disc);
    return await page.evaluate(async (id) => {
      const files = [...((document.querySelector('#bench') as HTMLInputElement).files ?? [])];
      const opened = await fetch(`/api/cases/${id}/imports`, { method: 'POST' });
      const { importId } = (await opened.json()) as { importId: string };
      const tus = { 'tus-resumable': '1.0.0' };
      const metadata = `kind ${btoa('archive')},importId ${btoa(importId)}`;
      const start = performance.now();
      const send = async (file: File) => {
        const headers = { ...tus, 'upload-length': String(file.size), 'upload-metadata': metadata };
        const made = await fetch(`/api/cases/${id}/uploads`, { method: 'POST', headers });
        const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
        const at = made.headers.get('location') ?? '';
        const sent = await fetch(at, { method: 'PATCH', headers: { ...tus, ...type }, body: file });
        if (sent.status !== 204) throw new Error(`An upload was refused with ${sent.status}.`);
      };
      const work = async () => {
        for (let file = files.pop(); file !== undefined; file = files.pop()) await send(file);
      };
      await Promise.all(Array.from({ length: 6 }, work));
      return performance.now() - start;
    }, caseId);
  } finally {
    await page.context().close();
  }
}

/**
 * A folder from the browser into a case, the real page against the real service. Peers, in turns: one plain POST of the same
 * bytes (not resumable, and nothing is done with them), and tus for each file into the same service.
 */
async function measureBrowserUpload(setting: BrowserUploadSetting): Promise<readonly Measure[]> {
  const { service, instances } = setting;
  const folder = await mkdtemp(join(tmpdir(), 'overread-bench-browser-'));
  const disc = join(folder, 'disc');
  await writeDisc(disc, makeBenchStudy({ instances }).files);
  const sink = await startSink(folder);
  const browser = await launchChromium();
  const mine: number[] = [];
  const posts: number[] = [];
  const each: number[] = [];
  try {
    await ours(browser, service, disc);
    await plainPost(browser, sink.url, disc);
    for (let round = 0; round < setting.rounds; round += 1) {
      mine.push(await ours(browser, service, disc));
      posts.push(await plainPost(browser, sink.url, disc));
      each.push(await tusPerFile(browser, service, disc));
    }
  } finally {
    await browser.close();
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const named = (name: string) => ({ name: `browser.${name}`, unit: 'ms' as const });
  return [
    compare(named('folder-over-one-post'), mine, posts, 'target: at most 1.2'),
    compare(named('folder-over-tus-per-file'), mine, each, 'target: at most 0.17, that is six times as fast'),
  ];
}

export async function run(): Promise<readonly Measure[]> {
  const service = await startBenchService();
  try {
    return await measureBrowserUpload({ instances: 1260, rounds: Math.min(3, rounds()), service });
  } finally {
    await service.stop();
  }
}
