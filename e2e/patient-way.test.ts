import { readFileSync } from 'node:fs';
import { demoId } from '@overread/demo';
import type { CaseView } from '@overread/rules/case/view.ts';
import { createSay } from '@overread/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poppler } from '../testing/documents/pdf-tools.ts';
import { startTestService, type TestService } from '../testing/service.ts';
import { DESKTOP, launchChromium, PHONE } from './browser.ts';
import { type Asking, askByPhone, signConsent, tellHistory } from './journey/by-phone.ts';
import { inspect } from './screens/inspect.ts';

/** What a person who asks meets besides the reading: records that come late, somebody who acts for a parent, a stop, a packet. */
let service: TestService;
let browser: Browser;
const errors: string[] = [];
const DAY_MS = 86_400_000;
const REPORT = [
  'HARBOUR IMAGING',
  'MRI CERVICAL SPINE WITHOUT CONTRAST, 12 October 2026',
  'FINDINGS: C5-C6: moderate to severe central canal stenosis; cord signal change cannot be excluded.',
  'IMPRESSION: Stenosis at C5-C6. Clinical correlation recommended.',
].join('\n');

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService(), launchChromium()]);
  await service.seed(['banerjee']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function open(locale: string, viewport: { width: number; height: number } = PHONE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale, acceptDownloads: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

async function openAs(who: string, viewport: { width: number; height: number } = PHONE): Promise<Page> {
  const page = await open('en-US', viewport);
  const links = await service.demoLinks();
  const link = links.find(({ role }) => role === who)?.href ?? links[0]?.href.replace('/patient', `/${who}`) ?? '';
  await page.goto(new URL(link, service.url).href);
  return page;
}

async function sound(name: string, page: Page): Promise<void> {
  const { faults } = await inspect(name, page, [PHONE]);
  expect([...faults, ...errors.splice(0)]).toEqual([]);
  await page.setViewportSize(PHONE);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor();
const dayAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

async function fillDay(page: Page, name: string, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`input[name="${name}-${part}"]`).fill(value);
}

describe('a son asks for his father, in Spanish, on a telephone', () => {
  const say = createSay('es', { unknown: 'throw' });
  const asking: Asking = {
    say,
    email: 'luisvega@mail.example',
    patient: { given: 'Andrés', family: 'Vega', birthDate: '1948-02-03' },
    forWhom: 'other',
    report: REPORT,
    question: '¿Necesita mi padre la operación que le propusieron?',
    look: sound,
  };
  let page: Page;
  let caseId: string;

  it('from the guided start to the consent that he signs, with the paper that lets him', async () => {
    page = await open('es-US');
    caseId = await askByPhone(service, page, asking);
    const desk = await service.as('coordinator');
    const asked = await desk.get<CaseView>(`/api/cases/${caseId}`);
    expect(asked.question).toMatchObject({
      region: 'cervical-spine',
      reasons: ['treatment-proposed', 'ambiguous-report'],
    });
    await tellHistory(page, caseId, asking);
    await signConsent(page, caseId, asking, 'Luis Vega');
    await page.goto(`${service.url}/case/${caseId}/consent`);
    await page.getByTestId('paper-proof').setInputFiles({
      ...{ name: 'poder.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
    });
    await page.getByRole('link', { name: 'poder.pdf' }).waitFor();
    await sound('consent, with proof', page);
    const view = await desk.get<CaseView>(`/api/cases/${caseId}`);
    expect(view.consent).toMatchObject({ signerName: 'Luis Vega', relation: 'representative', language: 'es' });
    expect(view.history?.felt).toMatchObject([{ place: 'nape', feelings: ['pain', 'tingling'] }]);
    expect(view.papers).toMatchObject([{ kind: 'proof' }]);
  }, 120_000);

  it('asks the hospital, which lets the time pass: a second letter, a complaint, and its own way in at last', async () => {
    await page.goto(`${service.url}/case/${caseId}/records`);
    // Facility and day are known from the report that was pasted before there was a case.
    expect(await page.locator('input[name="name"]').inputValue()).toBe('HARBOUR IMAGING');
    await page.locator('input[name="studyDescription"]').fill('MRI cervical spine');
    await page.locator('textarea[name="address"]').fill('1 Pier Road, Northmoor, MA 01000');
    await press(page, say('intake.records.write'));
    const letters = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    await letters.nth(1).waitFor();
    expect(await letters.count()).toBe(2);
    const report = letters.filter({ hasText: say('intake.records.short.report') });

    await report.getByRole('button', { name: say('follow.sign.open') }).click();
    const pad = await page.getByTestId('signature').boundingBox();
    const { x = 0, y = 0 } = pad ?? {};
    await page.mouse.move(x + 40, y + 40);
    await page.mouse.down();
    await page.mouse.move(x + 160, y + 20, { steps: 6 });
    await page.mouse.up();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('follow.sign.send') })
      .click();
    await report.getByText(/Luis Vega/).waitFor();

    await report
      .getByRole('button', { name: say('follow.letter.left') })
      .first()
      .click();
    await fillDay(page, 'on', dayAgo(40));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('follow.sent.note') })
      .click();
    await h1(page, /HARBOUR IMAGING/);
    await report.getByText(say('intake.records.overdueCall')).waitFor();
    await sound('records, late', page);
    const second = await letterText(report.getByRole('link', { name: say('follow.letter.second') }), page);
    // The hospital is American: its letter is English, for whom he acts and by which law.
    expect(second).toMatch(/Second letter: I have not received .* 164\.524\(b\)\(2\) .* Luis Vega, for Andrés Vega/);

    await report
      .getByRole('button', { name: say('follow.letter.left') })
      .first()
      .click();
    await fillDay(page, 'on', dayAgo(8));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('follow.sent.note') })
      .click();
    const complaint = report.getByRole('link', { name: say('follow.letter.complaint') });
    expect(await letterText(complaint, page)).toContain('Office for Civil Rights');

    await report.getByRole('button', { name: say('follow.link.make') }).click();
    const code = await report.locator('code').textContent();
    const clerk = await open('en-US', DESKTOP);
    await clerk.goto(`${service.url}/facility`);
    await clerk.getByRole('textbox').fill(code ?? '');
    await clerk.locator('form button[type="submit"]').click();
    await clerk.getByTestId('facility-report').setInputFiles({
      ...{ name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) },
    });
    await clerk.getByText('The report is here').or(clerk.getByRole('status')).first().waitFor();
    await sound('facility, report sent', clerk);
    await page.reload();
    await report.getByText(say('intake.records.here')).waitFor();
    const view = await (await service.as('coordinator')).get<CaseView>(`/api/cases/${caseId}`);
    expect(view.materials.report).toBe('received');
  }, 120_000);
});

/** The text of a letter behind a link. */
async function letterText(link: ReturnType<Page['locator']>, page: Page): Promise<string> {
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', service.url).href);
  return poppler('pdftotext', ['PDF', '-'], await answer.body()).replace(/\s+/g, ' ');
}

it('a sign that must not wait stops the guided start, says what to do now, and is on record', async () => {
  const page = await open('en-US');
  await page.goto(`${service.url}/ask`);
  await page.getByText('What the MRI images show').click();
  await page.getByText('The report leaves it open').click();
  await page.getByText('I do not know', { exact: true }).click();
  await press(page, 'Continue');
  await page.getByText(/^Numb between the legs/).click();
  await press(page, 'Continue');
  await page.getByRole('link', { name: /911/ }).first().waitFor();
  await sound('stop, before there is an account', page);
  const { rows } = await service.ground.db.pool.query('select flags from asking_stops');
  expect(JSON.stringify(rows)).toContain('cauda-equina');
}, 60_000);

it('a packet goes to a service outside, and its report comes back beside the first one', async () => {
  const caseId = demoId('case/banerjee');
  const { patientPersonId } = (await service.rooms.cases.load(caseId)) ?? {};
  const page = await openAs(patientPersonId ?? '');
  await page.goto(`${service.url}/case/${caseId}`);
  await page.getByRole('link', { name: 'Take the case to another service' }).click();
  await page.locator('select[name="entry"]').selectOption('Lakeside Second Opinions');
  await sound('packet, to whom', page);
  await press(page, 'Make the packet');
  await h1(page, 'The packet for Lakeside Second Opinions is ready');
  await page.getByText('One ZIP for each examination, at most 4 GB.').waitFor();
  await sound('packet, ready', page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the ZIP' }).click();
  expect(readFileSync(await (await coming).path()).includes('DICOMDIR')).toBe(true);
  const list = page.getByRole('link', { name: 'The checklist as PDF' });
  expect(await letterText(list, page)).toContain('upload.lakeside.example');

  await page.getByTestId('outside-report').setInputFiles({
    ...{ name: 'lakeside.txt', mimeType: 'text/plain' },
    buffer: Buffer.from('MRI BRAIN\nFINDINGS: A 6 mm lesion in the left pons.\nIMPRESSION: Left pontine lesion.\n'),
  });
  await h1(page, 'The report of Lakeside Second Opinions is here');
  await page.getByRole('heading', { name: 'They differ in something that may matter' }).waitFor();
  await page.getByText('A 6 mm lesion in the left pons.').first().waitFor();
  await sound('packet, report back', page);
}, 120_000);
