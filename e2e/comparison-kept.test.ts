import { AxeBuilder } from '@axe-core/playwright';
import { DEMO_CASES } from '@overread/demo';
import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Person, signIn } from './browser.ts';
import { type DemoService, startDemoService } from './demo-service.ts';

let service: DemoService;
let browser: Browser;
let reader: Person;
let caseId: string;
beforeAll(async () => {
  [service, browser] = await Promise.all([startDemoService(), launchChromium()]);
  reader = await signIn(browser, service, 'reader');
  await reader.page.waitForURL(/\/work$/);
  caseId = await openComparison();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const asked = async <T>(path: string): Promise<T> => JSON.parse((await reader.get(path)).text) as T;

/** Locks the case that the demo's reader has open, and opens its original report. */
async function openComparison(): Promise<string> {
  const row = (await asked<CaseRow[]>('/api/cases')).find(({ stage }) => stage === 'reading');
  const view = await asked<CaseView>(`/api/cases/${row?.id}`);
  const answers = view.question?.questions.map(({ id }) => ({ questionId: id, text: 'Yes.' })) ?? [];
  const send = (expectedVersion: number, command: Command) =>
    reader.page.evaluate(
      async ({ url, body }) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(url, { method: 'POST', headers, body });
        return (await answer.json()) as { version: number };
      },
      { url: `/api/cases/${view.id}/commands`, body: JSON.stringify({ expectedVersion, command }) },
    );
  const report = { ...DEMO_CASES.ms.second, marks: [], answers };
  const { version } = await send(view.version, { type: 'lockFindings', report });
  await send(version, { type: 'revealOriginal' });
  return view.id;
}

const open = async (page: Page) => {
  await page.goto(`${service.url}/compare/${caseId}`);
  await page
    .getByRole('button', { name: /^Confirm/ })
    .first()
    .waitFor();
};
/** "10 of 14 to check" */
const left = async (page: Page): Promise<number> =>
  Number(/(\d+) of \d+ to check/.exec((await page.locator('header').textContent()) ?? '')?.[1]);

describe('lines that are checked', () => {
  it('are there again after a reload, also those that were not saved yet', async () => {
    const { page } = reader;
    await open(page);
    const before = await left(page);
    await page.keyboard.press('c');
    await page.keyboard.press('c');
    await page.getByText(/^saved \d/).waitFor();
    await page.keyboard.press('c');
    await page.reload();
    await page
      .getByRole('button', { name: /^Confirm/ })
      .first()
      .waitFor();
    expect(await left(page)).toBe(before - 3);
    expect(await page.getByText('Confirmed').count()).toBeGreaterThanOrEqual(3);

    const other = await signIn(browser, service, 'reader');
    await open(other.page);
    expect(await left(other.page)).toBe(before - 3);
    await other.context.close();
  }, 60_000);

  it('are what the patient will read, shown before anything is signed, with terms that explain themselves', async () => {
    const { page } = reader;
    await open(page);
    await page.getByRole('button', { name: 'What the patient will read' }).click();
    await page.getByText('A preview: nothing is signed, nothing is sent.').waitFor();
    const term = page.locator('.doctor button[aria-expanded]').first();
    const meaning = page.locator('.doctor [role=status]').first();
    await term.focus();
    await page.keyboard.press('Enter');
    expect((await meaning.textContent())?.length).toBeGreaterThan(8);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await meaning.textContent()).toBe('');
    await term.hover();
    expect((await meaning.textContent())?.length).toBeGreaterThan(8);
    expect((await asked<CaseView>(`/api/cases/${caseId}`)).reading.signedAt).toBeNull();
    await page.getByRole('link', { name: 'Back to the comparison' }).click();
    await page
      .getByRole('button', { name: /^Confirm/ })
      .first()
      .waitFor();
  }, 60_000);

  it('say by which rule they make the grade of the whole, and keep "not assessable" apart', async () => {
    const { page } = reader;
    await open(page);
    const panel = page.locator('details', { hasText: 'By which rule?' });
    expect(await panel.getByText('applies now').isVisible()).toBe(false);
    await panel.locator('summary').click();
    await panel.getByText(/^The (line that makes|\d+ lines that make) it a major difference$/).waitFor();
    expect(await panel.getByRole('listitem').filter({ hasText: 'applies now' }).textContent()).toMatch(
      /^major difference/,
    );
    const place = 'Spinal cord';
    await page
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Place').fill(place);
    await dialog.getByLabel('only in original').check();
    expect(await dialog.getByRole('radio', { name: 'major', exact: true }).count()).toBe(1);
    await dialog.getByLabel(/^The second reader could not judge it/).check();
    expect(await dialog.getByRole('radio', { name: 'major', exact: true }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    const row = page.locator('tbody tr', { hasText: place }).filter({ hasText: 'not assessable' });
    expect(await row.textContent()).toContain('no difference');
    expect(await row.textContent()).not.toContain('not mentioned');
    await panel.getByText('The other reader could not judge it on the images at hand.').first().waitFor();
    await page.getByRole('button', { name: 'Overall grade…' }).click();
    await dialog.getByLabel('minor difference').check();
    await dialog.getByRole('button', { name: 'Save the grade' }).click();
    await panel.getByText('Chosen now: minor difference.').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await panel.getByRole('button', { name: 'Take the grade by rule: major difference' }).click();
    await page.getByText('Overall: major difference.').waitFor();
    await page.getByText(/^saved \d/).waitFor();
  }, 60_000);

  it('have number and place beside each other, and the way back to the work list', async () => {
    const { page } = reader;
    await open(page);
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      const tops = await page
        .locator('tbody th[scope=row]')
        .evaluateAll((cells) =>
          cells.map((cell) =>
            [...(cell.firstElementChild?.children ?? [])].map((part) => part.getBoundingClientRect().top),
          ),
        );
      expect(tops.length).toBeGreaterThan(3);
      for (const [number, place] of tops) expect(place).toBe(number);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await page.getByRole('link', { name: 'Back to the work list' }).click();
    await page.waitForURL(/\/work$/);
    expect(reader.errors).toEqual([]);
  }, 60_000);
});
