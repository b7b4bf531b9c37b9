import { demoId } from '@overread/demo';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { createSay } from '@overread/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StripePeer, startStripePeer } from '../testing/money/stripe-peer.ts';
import { type Caller, startTestService, type TestService } from '../testing/service.ts';
import { DESKTOP, launchChromium, PHONE } from './browser.ts';
import { type Asking, askByPhone, signConsent, tellHistory } from './journey/by-phone.ts';
import { inspect } from './screens/inspect.ts';

let peer: StripePeer;
let service: TestService;
let browser: Browser;
const errors: string[] = [];
const id = (key: string) => demoId(`case/${key}`);

beforeAll(async () => {
  peer = await startStripePeer();
  const settings = {
    OVERREAD_STRIPE_KEY: peer.key,
    OVERREAD_STRIPE_WEBHOOK_SECRET: peer.webhookSecret,
    OVERREAD_STRIPE_URL: peer.url,
  };
  [service, browser] = await Promise.all([startTestService({ settings }), launchChromium()]);
  await service.seed(['dubois', 'banerjee', 'lange']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await peer?.close();
});

async function pageOf(who: string, viewport: { width: number; height: number } = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  const links = await service.demoLinks();
  const link = links.find(({ role }) => role === who)?.href ?? links[0]?.href.replace('/patient', `/${who}`) ?? '';
  await page.goto(new URL(link, service.url).href);
  return page;
}

async function send(by: Caller, caseId: string, command: object): Promise<CaseView> {
  const { version } = await by.get<CaseView>(`/api/cases/${caseId}`);
  return by.post<CaseView>(`/api/cases/${caseId}/commands`, { expectedVersion: version, command });
}

async function tell(url: string): Promise<void> {
  for (const event of peer.pay(url)) {
    const { body, signature } = peer.signed(event);
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    expect((await service.stranger().fetch('/api/payments/stripe', { method: 'POST', body, headers })).status).toBe(
      204,
    );
  }
}

async function sound(name: string, page: Page): Promise<void> {
  const { faults } = await inspect(name, page);
  expect([...faults, ...errors.splice(0)]).toEqual([]);
}

/** What the dialog says of the refund before the case is cancelled; then it is cancelled, or left alone. */
async function cancelOn(page: Page, caseId: string, sentence: RegExp, really = false): Promise<void> {
  await page.goto(`${service.url}/case/${caseId}`);
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
  await dialog.getByText(sentence).waitFor();
  if (!really) return await page.keyboard.press('Escape');
  await dialog.getByRole('textbox').fill('I have decided otherwise.');
  await dialog.getByRole('button', { name: /^Cancel/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

it('a spine case comes by telephone, is paid by card, and cancelled before the reading: everything goes back', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  const asking: Asking = {
    say: createSay('en', { unknown: 'throw' }),
    email: 'norahale@mail.example',
    patient: { given: 'Nora', family: 'Hale', birthDate: '1971-09-30' },
    forWhom: 'self',
    report:
      'HARBOUR IMAGING\nMRI LUMBAR SPINE\nFINDINGS: L4-L5: Grade I anterolisthesis, severe canal stenosis. Cyst at L4-L5, indeterminate.\nIMPRESSION: Instability at L4-L5 cannot be excluded.',
    question: 'Is the slip real, and do I need the fusion?',
    look: async () => undefined,
  };
  const caseId = await askByPhone(service, page, asking);
  await tellHistory(page, caseId, asking);
  await signConsent(page, caseId, asking, 'Nora Hale');
  await page.goto(`${service.url}/case/${caseId}/payment`);
  await page.getByText(/\$395/).first().click();
  await page.locator('input[data-field="route"]').first().check({ force: true });
  await page.locator('form button[type="submit"]').click();
  const pay = page.getByRole('button', { name: /^Pay \$395\S* by card/ });
  await pay.waitFor();
  await sound('payment, to be paid', page);
  await pay.click();
  await page.waitForURL((address) => address.href.startsWith(`${peer.url}/pay/`));
  const checkout = page.url();
  await page.goto(`${service.url}/case/${caseId}/payment?paid=1`);
  await page.getByText('Your payment is on its way').waitFor();
  await tell(checkout);
  await page.getByRole('heading', { level: 1, name: /is paid\. Nothing is left/ }).waitFor();
  await sound('payment, paid', page);
  await cancelOn(page, caseId, /Nobody has begun to read\. Of the \$395\S* that was paid, \$395\S* goes back/, true);
  await expect.poll(() => peer.books().refunded, { timeout: 20_000 }).toBe(39_500);
}, 120_000);

describe('what goes back is said before a case is cancelled', () => {
  it('while it is read a part, after it was read nothing', async () => {
    const { patientPersonId } = (await service.rooms.cases.load(id('lange'))) ?? {};
    const page = await pageOf(patientPersonId ?? '', PHONE);
    await cancelOn(page, id('lange'), /The reading is under way\. Of the .* that was paid/);
    const reader = await service.as('reader');
    const state = await service.rooms.cases.load(id('lange'));
    const answers = (state?.question?.questions ?? []).map(({ id: questionId }) => ({ questionId, text: 'Yes.' }));
    const report = { ...EMPTY_READER_REPORT, findings: 'Seen.', impression: 'As it is.', answers };
    await send(reader, id('lange'), { type: 'lockFindings', report });
    await cancelOn(page, id('lange'), /have been read\. .*\$0\S* goes back/, true);
    expect((await service.rooms.cases.load(id('lange')))?.funding.refund).toMatchObject({ refundMinor: 0 });
  }, 120_000);
});

it('an insured case: authorization is denied, appealed and granted by the coordinator', async () => {
  const page = await pageOf('coordinator');
  await page.goto(`${service.url}/desk/${id('dubois')}`);
  const dialog = page.getByRole('dialog').first();
  const act = (name: string) => page.locator('#funding').getByRole('button', { name, exact: true }).click();
  await act('The insurer said no');
  await dialog.getByLabel('Reason that it gave').fill('Not medically necessary');
  await dialog.getByRole('button', { name: 'Record the denial' }).click();
  await page.locator('#funding').getByText('said no.').first().waitFor();
  await act('Appeal');
  await dialog.getByLabel('Why the reading is needed').fill('Surgery hangs on it.');
  await dialog.getByRole('button', { name: 'Record and make the letter' }).click();
  const letter = page.locator('#funding').getByRole('link', { name: /^Appeal of/ });
  await letter.waitFor();
  expect((await page.request.get(`${service.url}${await letter.getAttribute('href')}`)).status()).toBe(200);
  await sound('desk case, appealed', page);
  const { patientPersonId } = (await service.rooms.cases.load(id('dubois'))) ?? {};
  const patient = await pageOf(patientPersonId ?? '', PHONE);
  await patient.goto(`${service.url}/case/${id('dubois')}/payment`);
  await patient.getByText('their answer is to come').waitFor();
  await sound('payment, appealed', patient);
  await act('Record the authorization');
  await dialog.getByLabel('Number', { exact: true }).fill('A-9');
  for (const [name, ...day] of [
    ['validFrom', '1', '11', '2026'],
    ['validTo', '31', '12', '2031'],
  ])
    for (const [at, part] of ['day', 'month', 'year'].entries())
      await dialog.locator(`input[name="${name}-${part}"]`).fill(day[at] ?? '');
  await dialog.getByLabel('For how many readings').fill('1');
  await dialog.getByRole('button', { name: 'Record the authorization' }).click();
  await page.locator('#funding').getByText('valid, 1 reading left').waitFor();
}, 120_000);

it('the administrator sees a ledger that balances, and sets the prices', async () => {
  const page = await pageOf('administrator');
  await page.goto(`${service.url}/admin#ledger`);
  await page.getByText('The ledger balances').waitFor();
  await page.getByRole('button', { name: 'Change the prices' }).click();
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel(/^standard/i).fill('410.00');
  await sound('prices', page);
  await dialog.getByRole('button', { name: 'Set the prices' }).click();
  await page.getByText(/\$410/).first().waitFor();
}, 120_000);
