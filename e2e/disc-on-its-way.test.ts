import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportView } from '@overread/contract/imports.ts';
import { BRAIN_PROTOCOL, makeBenchStudy, makeStudy, writeDisc } from '@overread/demo';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type StartedService, startInProcess } from '../testing/images/started-service.ts';
import { launchChromium, PHONE } from './browser.ts';

/** Five batches of 32 MiB: enough that some have arrived while others are on their way. */
const INSTANCES = 1_260;
/** Bytes a second of the line: a batch takes seconds, so that there is a middle to be interrupted in. */
const SLOW_LINE = 20_000_000;

let folder: string;
let settings: Record<string, string>;
let service: StartedService;
let browser: Browser;
let page: Page;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-disc-'));
  // The database runs under another account when this runs as root, and has to enter the folder.
  await chmod(folder, 0o755);
  await writeDisc(join(folder, 'bench'), makeBenchStudy({ instances: INSTANCES, seed: 'on its way' }).files);
  settings = { OVERREAD_PORT: String(await freePort()), OVERREAD_WORKERS: '1', OVERREAD_LOG: 'error' };
  service = await startInProcess(join(folder, 'data'), settings);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: PHONE });
  page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(service.link('patient'));
});
afterEach(() => page.context().close());

/** A new case of this patient, its page of images open. */
async function openCase(family: string, given: string, birthDate: string): Promise<string> {
  const caseId = await page.evaluate(
    async (patient) => {
      const body = JSON.stringify({ patient, contact: { email: 'disc@example.org', phone: '' }, place: 'US-MD' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      return ((await (await fetch('/api/cases', init)).json()) as { id: string }).id;
    },
    { name: { family, given }, birthDate, sex: '' },
  );
  await page.goto(`${service.url}/case/${caseId}/images`);
  return caseId;
}

const choose = (disc: string) => page.getByTestId('folder').setInputFiles(join(folder, disc));
const press = (name: RegExp) => page.getByRole('button', { name }).click();
const heading = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 90_000 });
const deliveries = (caseId: string) =>
  page.evaluate(async (id) => (await (await fetch(`/api/cases/${id}/imports`)).json()) as ImportView[], caseId);

/** Waits until some uploads have arrived and others have not. */
async function untilInTheMiddle(caseId: string): Promise<void> {
  await page.waitForFunction(
    (id) => {
      const kept = JSON.parse(localStorage.getItem(`overread-import-${id}`) ?? '{}') as { arrived?: string[] };
      return (kept.arrived?.length ?? 0) > 0;
    },
    caseId,
    { timeout: 90_000 },
  );
}

async function slowLine(): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const line = { offline: false, latency: 1, downloadThroughput: -1, uploadThroughput: SLOW_LINE };
  await session.send('Network.emulateNetworkConditions', line);
}

it('two people are on a disc: the other one stays out until the person decides, and damage is named', async () => {
  const disc = makeStudy({
    seed: 'two people',
    scale: { slices: 6, matrix: 64 },
    protocol: BRAIN_PROTOCOL.slice(3, 5),
    faults: { otherPatient: true, damagedFile: true, notDicomFiles: true },
  });
  await writeDisc(join(folder, 'two'), disc.files);
  const caseId = await openCase('Okafor', 'Mara', '1992-05-14');
  await choose('two');
  await heading(/Two people are on this disc/);
  expect(await page.getByRole('radio', { name: /Leave it out/ }).isChecked()).toBe(true);
  for (const path of disc.truth.damaged) await page.getByText(new RegExp(path)).first().waitFor();
  await press(/^Send \d+ pictures/);
  await heading(/11 pictures have arrived\. One file could not be read/);
  const [delivery] = await deliveries(caseId);
  expect(delivery).toMatchObject({ state: 'done', instances: 11, way: 'browser' });
  expect(delivery?.refused.map(({ path }) => path.replace(/^two\//, ''))).toEqual(disc.truth.damaged);
  expect(delivery?.notSent).toMatchObject([{ why: 'other-person', study: '' }]);
  expect(delivery?.listed).toHaveLength(1);
  expect(delivery?.studies.map(({ patientName, state }) => [patientName, state])).toEqual([
    ['Okafor^Mara', 'attached'],
  ]);
});

it('a disc that is here already is not sent again, and a series can be left out', async () => {
  const caseId = await openCase('Okafor', 'Mara', '1992-05-14');
  const small = makeStudy({ seed: 'twice', scale: { slices: 6, matrix: 64 }, protocol: BRAIN_PROTOCOL.slice(3, 5) });
  await writeDisc(join(folder, 'twice'), small.files);
  await choose('twice');
  await press(/^Send 12 pictures/);
  await heading(/All 12 pictures have arrived/);
  await press(/Add more pictures/);
  let uploads = 0;
  page.on('request', (request) => {
    if (request.method() === 'PATCH') uploads += 1;
  });
  await choose('twice');
  await press(/Leave out single series/);
  await page
    .getByRole('checkbox', { name: /^Send: / })
    .first()
    .uncheck();
  await press(/^Send 6 pictures/);
  await heading(/We have all of this already/);
  expect(uploads).toBe(0);
  const all = await deliveries(caseId);
  expect(all.at(-1)).toMatchObject({ state: 'done', bytesReceived: 0, notSent: [{ why: 'choice' }] });
  const receipt = await page.getByRole('link', { name: 'Receipt as PDF' }).first().getAttribute('href');
  const kind = await page.evaluate(async (path) => (await fetch(path)).headers.get('content-type'), receipt ?? '');
  expect(kind).toBe('application/pdf');
});

it('after a reload in the middle of sending it goes on where it stopped', async () => {
  const caseId = await openCase('Bench', 'Study', '1970-01-01');
  await choose('bench');
  await heading(/pictures/);
  await slowLine();
  await press(/^Send 1,260 pictures/);
  await untilInTheMiddle(caseId);
  await page.reload();
  await heading(/of 1,260 pictures have arrived\. Send the rest/);
  let uploads = 0;
  page.on('request', (request) => {
    if (request.method() === 'PATCH') uploads += 1;
  });
  await choose('bench');
  await heading(/All 1,260 pictures have arrived/);
  expect(uploads).toBeLessThan(5);
  const all = await deliveries(caseId);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ state: 'done', instances: INSTANCES, alreadyHere: 0, refused: [] });
});

it('the service is killed in the middle of sending: the page says so, waits, and goes on by itself', async () => {
  const caseId = await openCase('Bench', 'Study', '1970-01-01');
  await choose('bench');
  await heading(/pictures/);
  await slowLine();
  await press(/^Send 1,260 pictures/);
  await untilInTheMiddle(caseId);
  await service.kill();
  await page.getByText('The connection is lost.').waitFor({ timeout: 60_000 });
  service = await startInProcess(join(folder, 'data'), settings);
  await heading(/All 1,260 pictures have arrived/);
  const all = await deliveries(caseId);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ state: 'done', instances: INSTANCES, alreadyHere: 0, refused: [] });
});
