import type { Page } from 'playwright-core';
import { type Look, press } from './patient.ts';

const open = async (page: Page, caseId: string): Promise<void> => {
  await page.goto(new URL(`/desk/${caseId}`, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const inDialog = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

/** A study whose person is not plainly the patient: attached with the reason how the coordinator knows. */
export async function attachHeld(page: Page, caseId: string, reason: string, look: Look): Promise<void> {
  await open(page, caseId);
  await look('coordinator-held', page);
  await press(page, /^These are .*’s images$/);
  await page.getByRole('dialog').getByLabel('How you know').fill(reason);
  await inDialog(page, 'Attach the study');
  await closed(page);
}

export async function acceptImages(page: Page, caseId: string, look: Look): Promise<void> {
  await open(page, caseId);
  await look('coordinator-case', page);
  await press(page, 'Accept the images');
  await page
    .getByRole('dialog')
    .getByLabel(/^Note for the reader/)
    .fill('All series are there and readable.');
  await inDialog(page, 'Accept the images');
  await closed(page);
}

export async function acceptReport(page: Page): Promise<void> {
  const accept = page.getByRole('button', { name: 'It belongs to these images: accept' });
  await accept.click();
  await accept.waitFor({ state: 'detached' });
}

/** What the patient owes has come in. `amount` as it is typed. */
export async function recordPayment(page: Page, amount: string, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Record a payment' }).last().click();
  const payment = page.getByRole('dialog');
  await payment.getByLabel(/^Amount/).fill(amount);
  await payment.getByLabel('Reference').fill('Transfer of 24 November');
  await look('coordinator-payment', page);
  await inDialog(page, 'Record the payment');
  await closed(page);
}

/** Images and report looked at and accepted, the payment recorded as received. */
export async function check(page: Page, caseId: string, amount: string, look: Look): Promise<void> {
  await acceptImages(page, caseId, look);
  await acceptReport(page);
  await recordPayment(page, amount, look);
}

/** The suggestion with its reasons, and the offer to the reader named. */
export async function offer(page: Page, caseId: string, reader: string, look: Look): Promise<void> {
  await open(page, caseId);
  const line = page.getByRole('listitem').filter({ hasText: reader });
  await line.getByRole('button', { name: /^Offer the case/ }).waitFor();
  await look('coordinator-match', page);
  await line.getByRole('button', { name: /^Offer the case/ }).click();
  await page
    .getByText(/asked on .*, no answer yet/)
    .first()
    .waitFor();
}

/** After the decision: the case is closed. */
export async function close(page: Page, caseId: string, look: Look): Promise<void> {
  await open(page, caseId);
  await page.getByRole('button', { name: 'Close the case' }).last().click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await inDialog(page, 'Close the case');
  await look('coordinator-closed', page);
}
