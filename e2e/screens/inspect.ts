import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A name that no catalogue knows is shown as it is; a file's name looks alike and is none. */
const ID = String.raw`^[a-z]+(\.[a-zA-Z-]+)+$`;
const FILE = String.raw`\.(pdf|txt|zip|dcm|org|example)$`;
/** Keeps a picture of each screen there, to be looked at. */
const PICTURES = process.env.SCREEN_PICTURES;

/** What is wrong with a page, and what axe would like to be otherwise. */
export interface Inspection {
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
}

/** The page's own shape: its heading and title, whether it scrolls sideways, ids in place of words. */
function faultsOfShape(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ id, file }) => {
      const faults: string[] = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth + 1) faults.push(`scrolls sideways: ${scrollWidth} px in ${clientWidth} px`);
      if (document.querySelector('h1') === null) faults.push('has no heading of level 1');
      if (document.title.trim() === '') faults.push('has no title');
      const texts = document.body.innerText.split('\n');
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
      for (const text of new Set([document.title, ...texts].map((one) => one.trim())))
        if (new RegExp(id).test(text) && !new RegExp(file).test(text)) faults.push(`shows the id ${text}`);
      return faults;
    },
    { id: ID, file: FILE },
  );
}

async function inspectAsIs(page: Page): Promise<Inspection> {
  const shape = await faultsOfShape(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  const told = violations.map(({ id, impact, help, nodes }) => ({
    grave: impact === 'serious' || impact === 'critical',
    text: `${impact} ${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  }));
  return {
    faults: [...shape, ...told.filter(({ grave }) => grave).map(({ text }) => text)],
    remarks: told.filter(({ grave }) => !grave).map(({ text }) => text),
  };
}

/** The page as it stands, on a desk's screen and on a phone. Each line begins with the screen's name and its width. */
export async function inspect(name: string, page: Page, sizes = [DESKTOP, PHONE]): Promise<Inspection> {
  const faults: string[] = [];
  const remarks: string[] = [];
  await page.evaluate(() => document.fonts.ready);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const found = await inspectAsIs(page);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/\W+/g, '-')}-${size.width}.png`) });
    const at = `${name} at ${size.width}:`;
    faults.push(...found.faults.map((fault) => `${at} ${fault}`));
    remarks.push(...found.remarks.map((remark) => `${at} ${remark}`));
  }
  await page.setViewportSize(DESKTOP);
  return { faults, remarks };
}
