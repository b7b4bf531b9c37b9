import type { MailView } from '@overread/contract/wire.ts';
import type { Say } from '@overread/words';
import type { Page } from 'playwright-core';
import type { TestService } from '../../testing/service.ts';
import { heading, type Look } from './patient.ts';

/** A person who asks from a telephone, in the language of `say`. */
export interface Asking {
  readonly say: Say;
  readonly email: string;
  readonly patient: { readonly given: string; readonly family: string; readonly birthDate: string };
  readonly forWhom: 'self' | 'other';
  /** The first report, as it is pasted. */
  readonly report: string;
  readonly question: string;
  readonly look: Look;
}

const send = (page: Page) => page.locator('form button[type="submit"]').click();

/** From the guided start without an account, by the link in the mail, to a case with its question; gives the case's id. */
export async function askByPhone(service: TestService, page: Page, asking: Asking): Promise<string> {
  const { say, email, look } = asking;
  await page.goto(`${service.url}/ask`);
  await page.getByText(say('ask.about.images'), { exact: true }).click();
  await page.getByText(say('patient.reason.treatment-proposed'), { exact: true }).click();
  await page.getByText(say('ask.readBy.no'), { exact: true }).click();
  await look('ask, why', page);
  await send(page);
  await page.getByText(say('patient.signs.none')).click();
  await send(page);
  await heading(page, say('ask.sheet.report')).waitFor();
  await page.locator('textarea[name="report"]').fill(asking.report);
  await page.getByRole('button', { name: say('ask.report.read'), exact: true }).click();
  await page.locator('mark').first().waitFor();
  await look('ask, report read', page);
  await send(page);
  await heading(page, say('ask.worth.usually')).waitFor();
  await look('ask, answer', page);
  await page.locator('input[name="email"]').fill(email);
  await send(page);
  await page.getByText(say('ask.sent.title')).waitFor();
  await page.goto(await mailedLink(service, email));
  await heading(page, say('signIn.link.heading')).waitFor();
  await look('link from the mail', page);
  await send(page);
  await heading(page, say('patient.sheet.who')).waitFor();
  await tellWho(page, asking);
  await send(page);
  // Why and what must not wait were answered before there was an account.
  await heading(page, say('patient.sheet.why')).waitFor();
  await send(page);
  await heading(page, say('patient.sheet.signs')).waitFor();
  await send(page);
  await page.waitForURL(/\/question$/);
  await page.locator('textarea[name^="question-"]').first().fill(asking.question);
  await look('question, part of the body known', page);
  await send(page);
  await page.waitForURL(/\/case\/[^/]+$/);
  return page.url().split('/').at(-1) ?? '';
}

async function tellWho(page: Page, { say, patient, forWhom, look }: Asking): Promise<void> {
  await page.getByText(say(`patient.start.${forWhom}`), { exact: true }).click();
  await page.locator('input[name="given"]').fill(patient.given);
  await page.locator('input[name="family"]').fill(patient.family);
  const [year = '', month = '', day = ''] = patient.birthDate.split('-');
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`input[name="birthDate-${part}"]`).fill(value);
  await page.locator('select[name="country"]').selectOption('US');
  await page.locator('select[name="state"]').selectOption('MA');
  await look('who it is for', page);
}

/** The link that brings the answers of the guided start along. */
async function mailedLink(service: TestService, email: string): Promise<string> {
  const reader = service.stranger();
  for (let tries = 0; tries < 50; tries += 1) {
    const mails = await reader.get<readonly MailView[]>('/api/mailbox');
    const link = mails
      .filter(({ to }) => to === email)
      .map(({ text }) => /https?:\S+\/sign-in\S*token=\S+/.exec(text)?.[0])
      .find((one) => one !== undefined);
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail with a link for ${email}.`);
}

/** Where it is felt, pressed on the picture, and what a person can tell of it. */
export async function tellHistory(page: Page, caseId: string, { say, look }: Asking): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/history`, page.url()).href);
  await page.getByTestId('body-back').locator('[data-place^="nape"]').first().click();
  await page.getByText(say('common.body.feeling.tingling'), { exact: true }).click();
  await page.locator('textarea[name="course"]').fill('Since March.');
  await page.locator('textarea[name="implants"]').fill('A plate at C5-C6, 2019.');
  await look('history with the picture of the body', page);
  await send(page);
  await page.waitForURL(/\/case\/[^/]+$/);
}

/** The consent, signed by the patient or by who may act for the patient. */
export async function signConsent(page: Page, caseId: string, { say, forWhom, look }: Asking, signer: string) {
  await page.goto(new URL(`/case/${caseId}/consent`, page.url()).href);
  const as = forWhom === 'self' ? 'self' : 'representative';
  await page.getByText(say(`patient.consent.relation.${as}`), { exact: true }).click();
  await page.locator('input[name="signerName"]').fill(signer);
  await look(`consent in ${say.locale}`, page);
  await send(page);
  await page.waitForURL(/\/case\/[^/]+$/);
}
