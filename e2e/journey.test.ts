import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRecord, MailView } from '@overread/contract/wire.ts';
import { demoDisc, writeDisc } from '@overread/demo';
import { readPdfText } from '@overread/documents';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedData } from '../testing/shared-data.ts';
import { launchChromium, type Person, signIn } from './browser.ts';
import { type DemoRole, type DemoService, startDemoService } from './demo-service.ts';
import * as coordinator from './journey/coordinator.ts';
import * as patient from './journey/patient.ts';
import * as reader from './journey/reader.ts';
import * as referrer from './journey/referrer.ts';
import { BRAIN, LUMBAR, type Told } from './journey/told.ts';
import { lookAtMark } from './lesion-side.ts';

let service: DemoService;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'overread-journey-files-'));
beforeAll(async () => {
  [service, browser] = await Promise.all([startDemoService(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const look = async () => undefined;
const json = async <T>(person: Person, path: string): Promise<T> => {
  const { status, text } = await person.get(path);
  expect(status, `${person.role} GET ${path}`).toBe(200);
  return JSON.parse(text) as T;
};

/** Who walks the journey: one browser each, made when first needed. */
function cast() {
  const people = new Map<DemoRole, Person>();
  return {
    async as(role: DemoRole): Promise<Person> {
      const known = people.get(role) ?? (await signIn(browser, service, role));
      people.set(role, known);
      return known;
    },
    async leave() {
      for (const { errors, role, context } of people.values()) {
        expect(errors, `script errors of the ${role}`).toEqual([]);
        await context.close();
      }
    },
  };
}

const SEALED_PATHS = [
  '/report',
  '/report/file',
  '/report.pdf',
  '/result.pdf',
  '/comparison/proposal',
  '/packet',
  '/packet?format=iso',
  '/copy/0000000000000000000000000000000000000000000000000000000000000000',
  '/record',
  '/suggestion',
  '/imports',
  '/studies',
  '',
];

/** No answer that the reader can get holds a word of the original report. */
async function expectSealed(person: Person, told: Told, caseId: string): Promise<void> {
  for (const path of SEALED_PATHS) {
    const { status, text } = await person.get(`/api/cases/${caseId}${path}`);
    expect(text, `GET ${path}`).not.toContain(told.onlyInOriginal);
    expect(text, `GET ${path}`).not.toContain(told.report.author);
    if (/report|result|proposal|packet|copy/.test(path))
      expect([403, 404], `GET ${path} gave ${status}`).toContain(status);
  }
  const view = await json<CaseView>(person, `/api/cases/${caseId}`);
  expect(view).toMatchObject({ sealed: true, report: null, second: null, comparison: null });
  const list = await json<CaseRow[]>(person, '/api/cases');
  expect(JSON.stringify(list)).not.toContain(told.onlyInOriginal);
  const early = await person.context.request.post(`${service.url}/api/cases/${caseId}/commands`, {
    headers: { origin: service.url },
    data: { expectedVersion: view.version, command: { type: 'revealOriginal' } },
  });
  expect(early.status()).toBe(403);
}

async function prepared(told: Told, disc: string, report: string, { as }: ReturnType<typeof cast>): Promise<string> {
  const asking = await as('patient');
  const caseId = await patient.ask(asking.page, told, look);
  await patient.tell(asking.page, told, caseId, look);
  await patient.bringDisc(asking.page, caseId, disc, look);
  await patient.requestReport(asking.page, told, caseId, look);
  const { requests } = await json<CaseView>(asking, `/api/cases/${caseId}`);
  const letter = await asking.get(`/api/cases/${caseId}/requests/${requests[0]?.requestId}/letter.pdf`);
  expect((await readPdfText(letter.bytes)).text).toContain('164.524');
  await patient.bringReport(asking.page, caseId, report, look);
  await patient.choosePayment(asking.page, caseId, look);
  return caseId;
}

async function readAndSigned(told: Told, caseId: string, { as }: ReturnType<typeof cast>): Promise<void> {
  const reading = await as('reader');
  await reader.accept(reading.page, told, look);
  await expectSealed(reading, told, caseId);
  await reader.write(reading.page, told, caseId, look);
  expect(await reading.page.getByText('Original sealed').count()).toBe(1);
  await expectSealed(reading, told, caseId);
  await reader.lock(reading.page, look);
  await reader.compare(reading.page, told, look);
  expect(await reading.page.getByText(told.onlyInOriginal).count()).toBeGreaterThan(0);
  await reader.sign(reading.page, look);
}

/** After the signature: what was mailed, what patient and referrer see, the decision, and the record. */
async function decided(told: Told, caseId: string, { as }: ReturnType<typeof cast>): Promise<void> {
  const asking = await as('patient');
  await expect
    .poll(async () => (await asking.get(`/api/cases/${caseId}/report.pdf`)).status, { timeout: 30_000 })
    .toBe(200);
  await asking.page.goto(`${service.url}/case/${caseId}/result`);
  await asking.page.getByText(told.comparison.plainWords).waitFor();
  expect(await asking.page.getByText('Neither is proven right.').count()).toBeGreaterThan(0);
  const pdf = await readPdfText((await asking.get(`/api/cases/${caseId}/report.pdf`)).bytes);
  const words = pdf.text.replace(/\s+/g, ' ');
  expect(words).toContain(told.second.recommendations);
  expect(words).toContain(told.onlyInOriginal);

  const treating = await as('referrer');
  await treating.page.goto(`${service.url}/referrals`);
  await treating.page.getByRole('listitem').filter({ hasText: told.patient.name.family }).first().waitFor();
  await referrer.decide(treating.page, told, caseId, look);
  await asking.page.goto(`${service.url}/case/${caseId}/result`);
  await asking.page.getByText(told.decision.courseOfAction).waitFor();

  const desk = await as('coordinator');
  await coordinator.close(desk.page, caseId, look);
  await expect.poll(async () => (await json<CaseView>(desk, `/api/cases/${caseId}`)).stage).toBe('closed');
  const record = await json<CaseRecord>(desk, `/api/cases/${caseId}/record`);
  expect(record.intact).toBe(true);
  const types = record.events.map(({ type }) => type);
  expect(types.indexOf('findingsLocked')).toBeLessThan(types.indexOf('originalRevealed'));
  expect(types.filter((type) => type === 'reportSigned' || type === 'resultDelivered')).toHaveLength(2);

  const mails = await json<MailView[]>(desk, '/api/mailbox');
  const { number } = await json<CaseView>(desk, `/api/cases/${caseId}`);
  const own = mails.filter(({ text, subject }) => `${subject} ${text}`.includes(number));
  expect(new Set(own.map(({ to }) => to)).size).toBeGreaterThanOrEqual(3);
  for (const { subject, text } of own) {
    expect(`${subject} ${text}`).not.toMatch(/brain|lumbar|sclerosis|stenosis|MRI|Okafor|Yamada/i);
  }
}

describe('from the disc to the decision', () => {
  it('walks the demo’s case as five people', async () => {
    const people = cast();
    const disc = join(folder, 'disc');
    await writeDisc(disc, demoDisc());
    const report = join(folder, 'report.pdf');
    writeFileSync(report, Buffer.from(await (await fetch(`${service.url}/demo/report.pdf`)).arrayBuffer()));
    const caseId = await prepared(BRAIN, disc, report, people);

    const desk = await people.as('coordinator');
    await desk.page.goto(`${service.url}/desk`);
    await desk.page.getByText('Okafor, Mara').first().waitFor();
    await coordinator.check(desk.page, caseId, '395', look);
    await coordinator.offer(desk.page, caseId, 'Dr. Inger Solheim', look);
    await readAndSigned(BRAIN, caseId, people);
    await decided(BRAIN, caseId, people);
    await people.leave();
  });

  it('shows the demo’s right-sided lesion on the patient’s right', async () => {
    const person = await signIn(browser, service, 'reader');
    const [row] = (await json<CaseRow[]>(person, '/api/cases')).filter(({ patientName }) => /Okafor/.test(patientName));
    const caseId = row?.id ?? '';
    await person.page.goto(`${service.url}/read/${caseId}`);
    const [mark] = BRAIN.second.marks;
    if (mark === undefined) throw new Error('the demo marks no lesion');
    const seen = await lookAtMark(person.page, caseId, mark, 'AX T1 POST GD');
    expect(seen.isOnLeftOfScreen).toBe(true);
    expect(seen.there).toBeGreaterThan(seen.mirrored + 25);
    const pane = person.page.getByRole('region', { name: /^Left pane/ });
    const right = await pane.getByText('R', { exact: true }).boundingBox();
    const left = await pane.getByText('L', { exact: true }).boundingBox();
    expect(right?.x ?? 0).toBeLessThan(left?.x ?? 0);
    await person.context.close();
  });

  it('goes its own way where there is no original report', async () => {
    const people = cast();
    const asking = await people.as('patient');
    const caseId = await patient.ask(asking.page, BRAIN, look);
    await patient.tell(asking.page, BRAIN, caseId, look);
    await patient.bringDisc(asking.page, caseId, join(folder, 'disc'), look);
    await patient.declareNoReport(asking.page, caseId);
    await patient.choosePayment(asking.page, caseId, look);
    const desk = await people.as('coordinator');
    await coordinator.acceptImages(desk.page, caseId, look);
    await coordinator.recordPayment(desk.page, '395', look);
    await coordinator.offer(desk.page, caseId, 'Dr. Inger Solheim', look);
    const reading = await people.as('reader');
    await reader.accept(reading.page, BRAIN, look);
    await reader.write(reading.page, BRAIN, caseId, look);
    await reader.lock(reading.page, look);
    await reading.page.getByRole('heading', { name: 'There is no original report' }).waitFor();
    await reader.sign(reading.page, look);
    await expect
      .poll(async () => (await asking.get(`/api/cases/${caseId}/report.pdf`)).status, { timeout: 30_000 })
      .toBe(200);
    await asking.page.goto(`${service.url}/case/${caseId}/result`);
    await asking.page.getByRole('heading', { name: 'A second doctor has read your MRI' }).waitFor();
    const treating = await people.as('referrer');
    await treating.page.goto(`${service.url}/referrals/${caseId}`);
    await treating.page.getByRole('heading', { name: /there is no original to compare it with/ }).waitFor();
    await people.leave();
  });

  const lumbar = sharedData('discs/lspine_hitachi_ihe_pdi_jp.zip');
  it.skipIf(lumbar === null)(
    'walks a real lumbar spine whose name is written otherwise (needs the shared data)',
    async () => {
      const people = cast();
      const report = join(folder, LUMBAR.report.fileName);
      writeFileSync(report, LUMBAR.report.text);
      const caseId = await prepared(LUMBAR, lumbar ?? '', report, people);
      const desk = await people.as('coordinator');
      await coordinator.attachHeld(desk.page, caseId, 'The daughter showed his passport: the same person.', look);
      await coordinator.check(desk.page, caseId, '395', look);
      await coordinator.offer(desk.page, caseId, 'Dr. Inger Solheim', look);
      await readAndSigned(LUMBAR, caseId, people);
      await decided(LUMBAR, caseId, people);
      await people.leave();
    },
  );
});
