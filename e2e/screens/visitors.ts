import type { MailView } from '@overread/contract/wire.ts';
import { DEMO_SIGN_INS } from '@overread/demo';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import type { Browser } from 'playwright-core';
import { DESKTOP, type Person, signIn } from '../browser.ts';
import { type DemoService, ROLES } from '../demo-service.ts';
import type { Screen, Viewer } from './screens.ts';

/** Everybody who looks at screens, each in a browser of their own that is opened once, and the cases by name. */
export class Visitors {
  readonly #browser: Browser;
  readonly #service: DemoService;
  readonly #people = new Map<Viewer, Promise<Person>>();
  #cases: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(browser: Browser, service: DemoService) {
    this.#browser = browser;
    this.#service = service;
  }

  as(viewer: Viewer): Promise<Person> {
    const known = this.#people.get(viewer) ?? this.#enter(viewer);
    this.#people.set(viewer, known);
    return known;
  }

  /** Goes there; ends when the page is complete. */
  async visit(screen: Screen): Promise<Person> {
    const person = await this.as(screen.by);
    this.#cases ??= this.#allCases();
    const cases = await this.#cases;
    const path = screen.path.replace(/\{(.+?)\}/g, (_, name: string) => cases.get(name) ?? `no case of ${name}`);
    const { page } = person;
    await page.goto(`${this.#service.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    if (screen.shows !== undefined) await page.getByText(screen.shows).filter({ visible: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await screen.before?.(page);
    return person;
  }

  async #enter(viewer: Viewer): Promise<Person> {
    const role = ROLES.find((one) => one === viewer);
    if (role !== undefined) return await signIn(this.#browser, this.#service, role);
    const context = await this.#browser.newContext({ viewport: DESKTOP, locale: 'en-US' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    if (viewer !== 'stranger') {
      await page.goto(await this.#mailedLink(viewer.replace('patient ', '')));
      await page.locator('form button[type="submit"]').click();
      await page.waitForURL((now) => now.pathname !== '/sign-in');
    }
    const get = async () => Promise.reject(new Error('not asked'));
    return { role: 'patient', page, context, errors, get };
  }

  /** As a patient of the demo gets in who has no link: asks for one, and opens the mail. */
  async #mailedLink(family: string): Promise<string> {
    const email = DEMO_SIGN_INS.find(({ name }) => name.endsWith(` ${family}`))?.email ?? '';
    const { context } = await this.as('stranger');
    const { url } = this.#service;
    await context.request.post(`${url}/api/sign-in`, { headers: { origin: url }, data: { email } });
    for (let tries = 0; tries < 50; tries += 1) {
      const mails = (await (await context.request.get(`${url}/api/mailbox`)).json()) as MailView[];
      const link = mails
        .filter(({ to }) => to === email)
        .map(({ text }) => /https?:\S+\/sign-in\S*token=\S+/.exec(text)?.[0])
        .find((one) => one !== undefined);
      if (link !== undefined) return link;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No mail with a link for ${email} of ${family}.`);
  }

  async #allCases(): Promise<ReadonlyMap<string, string>> {
    const desk = await this.as('coordinator');
    const rows = JSON.parse((await desk.get('/api/cases')).text) as CaseRow[];
    const seeded = rows.map(({ id, patientName }) => [patientName.split(',')[0] ?? '', id] as const);
    const own = await this.#open();
    const stop = await this.#open();
    await this.#command(stop, { type: 'answerRedFlags', yes: ['cauda-equina'], asked: ['cauda-equina'] });
    return new Map([...seeded, ['own', own], ['stop', stop]]);
  }

  async #open(): Promise<string> {
    const { context } = await this.as('patient');
    const patient = { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' };
    const contact = { email: 'mara.okafor@example.org', phone: '' };
    const answer = await context.request.post(`${this.#service.url}/api/cases`, {
      headers: { origin: this.#service.url },
      data: { patient, contact, place: 'US-MA' },
    });
    return ((await answer.json()) as CaseView).id;
  }

  async #command(caseId: string, command: unknown): Promise<void> {
    const { context, get } = await this.as('patient');
    const { version } = JSON.parse((await get(`/api/cases/${caseId}`)).text) as CaseView;
    const answer = await context.request.post(`${this.#service.url}/api/cases/${caseId}/commands`, {
      headers: { origin: this.#service.url },
      data: { expectedVersion: version, command },
    });
    if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  }
}
