import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { DemoRole, DemoService } from './demo-service.ts';

/** Where Debian and others put it. */
const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The viewer draws with WebGL; without a graphics card Chromium must be told to do it in software.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

export const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** Debian's Chromium, headless. `more` are switches of its command line. Throws saying what to install when there is none. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const named = process.env.OVERREAD_CHROMIUM;
  const executablePath = (named === undefined ? CHROMIUMS : [named]).find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      `No Chromium at ${named ?? CHROMIUMS.join(', ')}. Install it (apt-get install chromium), or name one with OVERREAD_CHROMIUM.`,
    );
  return await chromium.launch({ executablePath, args: [...FLAGS, ...more] });
}

/** One person at a screen of her own, signed in by the demo's link. Script errors on her pages are collected. */
export interface Person {
  readonly role: DemoRole;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
  /** A request of hers to the service, past the screens. */
  get(path: string): Promise<{ status: number; text: string; bytes: Buffer }>;
}

export async function signIn(
  browser: Browser,
  service: DemoService,
  role: DemoRole,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: 'en-US', acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(service.links[role]);
  return {
    ...{ role, page, context, errors },
    async get(path) {
      const answer = await context.request.get(`${service.url}${path}`);
      const bytes = await answer.body();
      return { status: answer.status(), text: bytes.toString('utf8'), bytes };
    },
  };
}
