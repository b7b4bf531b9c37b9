import type { Page } from 'playwright-core';
import { type Look, press } from './patient.ts';
import type { Told } from './told.ts';

/** The referring doctor sees both reports and records what follows. */
export async function decide(page: Page, told: Told, caseId: string, look: Look): Promise<void> {
  await page.goto(new URL(`/referrals/${caseId}`, page.url()).href);
  await page.getByRole('region', { name: 'Both reports' }).waitFor();
  await look('referrer', page);
  await page.getByText(/^I need more first/).click();
  await page.getByLabel('What will be done?').fill(told.decision.courseOfAction);
  await press(page, 'Record the decision');
  await page.getByRole('heading', { name: 'The decision' }).waitFor();
  await look('referrer-decided', page);
}
