import type { Page } from 'playwright-core';
import { type Look, press } from './patient.ts';
import type { Told } from './told.ts';

/** The offer is accepted from the work list. */
export async function accept(page: Page, told: Told, look: Look): Promise<void> {
  await page.goto(new URL('/work', page.url()).href);
  const line = page.getByRole('listitem').filter({ hasText: told.patient.name.family });
  await look('reader-work-list', page);
  await line.getByRole('button', { name: /^Accept…/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Accept the case' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The reading room: images on the screen, the report written, and saved. */
export async function write(page: Page, told: Told, caseId: string, look: Look): Promise<void> {
  await page.goto(new URL(`/read/${caseId}`, page.url()).href);
  const { second } = told;
  await page.getByLabel('Findings in your words').fill(second.findings);
  await page.getByLabel('Impression', { exact: true }).fill(second.impression);
  await page.getByLabel('Recommendations', { exact: true }).fill(second.recommendations);
  await page.getByLabel('Technique', { exact: true }).fill(second.technique);
  const answers = page.getByLabel(/^Answer to question/);
  for (let index = 0; index < (await answers.count()); index += 1)
    await answers.nth(index).fill(second.answers[index]?.text ?? 'The images cannot tell.');
  await page
    .getByText(/^saved /)
    .first()
    .waitFor();
  await look('reading-room', page);
}

/** Locks for good; the comparison opens. */
export async function lock(page: Page, look: Look): Promise<void> {
  await press(page, 'Lock my findings');
  const dialog = page.getByRole('alertdialog');
  await look('reader-lock', page);
  await dialog.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.waitForURL(/\/compare\//);
}

/** Every line confirmed, the whole graded, the report signed. */
export async function compare(page: Page, told: Told, look: Look): Promise<void> {
  const { comparison } = told;
  const reveal = page.getByRole('button', { name: 'Open the original' });
  await reveal
    .or(page.getByRole('heading', { name: 'Two reports, finding by finding' }))
    .first()
    .waitFor();
  if (await reveal.isVisible()) await reveal.click();
  await page.getByRole('heading', { name: 'Two reports, finding by finding' }).waitFor();
  await page
    .getByRole('button', { name: /^Confirm/ })
    .first()
    .waitFor();
  await look('comparison', page);
  const agreeing = page.getByRole('button', { name: /^Confirm th(is|ese)/ });
  if (await agreeing.isVisible()) await agreeing.click();
  const confirm = page.getByRole('button', { name: /^Confirm(?! th(is|ese))/ });
  while ((await confirm.count()) > 0) await confirm.first().click();
  await press(page, 'Overall grade…');
  const dialog = page.getByRole('dialog');
  // The grade that the rule proposes says so in its label.
  await dialog.getByRole('radio', { name: /^major difference/ }).check({ force: true });
  await dialog
    .getByText(new RegExp(`^${comparison.radpeer}`))
    .first()
    .click();
  await dialog.getByText('Treatment changes', { exact: true }).click();
  await dialog.getByText('not seen', { exact: true }).click();
  await dialog.getByLabel('What could settle it').fill(comparison.couldSettle);
  await dialog.getByLabel(/^For the patient, in plain words/).fill(comparison.plainWords);
  await look('comparison-grade', page);
  await dialog.getByRole('button', { name: 'Save the grade' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function sign(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await look('reader-sign', page);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await page
    .getByText(/^Signed by /)
    .first()
    .waitFor();
}
