import { randomUUID } from 'node:crypto';
import { DEMO_CASES, DEMO_PEOPLE } from '@overread/demo';
import { splitSections } from '@overread/findings';
import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, until } from '../testing/rooms/rooms.ts';
import { as, COORDINATOR, READER, walk } from '../testing/rooms/walk.ts';
import { startTestService, type TestService } from '../testing/service.ts';
import { launchChromium, type Person, signIn } from './browser.ts';
import type { DemoRole } from './demo-service.ts';

/** From the lock to the closed case, in a browser: reports that agree, differ little or much, are read a third time, are withdrawn. */
const TOLD = DEMO_CASES.ms;
const HELD = { personId: 'third-reader', name: 'Dr. Tamsin Held', email: 'held@northmoor.example' } as const;
const THIRD = as({ ...DEMO_PEOPLE.solheim, ...HELD }, 'reader');
const { sections } = splitSections(TOLD.report.text);
/** As another doctor would dictate what the original says: nothing differs. */
const SAME: ReaderReport = {
  ...TOLD.second,
  findings: sections.findings ?? '',
  impression: sections.impression ?? '',
  recommendations: '',
  marks: [],
};

let service: TestService;
let browser: Browser;
let rooms: Rooms;
let links: Record<string, string>;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService(), launchChromium()]);
  // The service's own rooms: those of the tests' room are the same by name.
  rooms = { ...service.ground, ...service.rooms } as unknown as Rooms;
  const [standing] = (await rooms.matching.readers()).filter(({ readerId }) => readerId === READER.personId);
  if (standing === undefined) throw new Error('The demo has no reader.');
  await rooms.accounts.savePerson({ ...HELD, roles: ['reader'] });
  await rooms.matching.saveReader({ ...standing, readerId: HELD.personId, name: HELD.name, openCases: 0 });
  links = Object.fromEntries((await service.demoLinks()).map(({ role, href }) => [role, `${service.url}${href}`]));
  links[HELD.personId] = links.reader?.replace('/reader?', `/${HELD.personId}?`) ?? '';
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function enter(who: string, path: string): Promise<Person> {
  const role = who as DemoRole;
  const person = await signIn(browser, { url: service.url, links, stop: async () => undefined } as never, role);
  await person.page.goto(`${service.url}${path}`);
  return person;
}

async function leave(person: Person): Promise<void> {
  expect(person.errors, `script errors of ${person.role}`).toEqual([]);
  await person.context.close();
}

const load = async (id: string) => (await rooms.cases.load(id)) as CaseState;
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** A case whose findings are locked and whose original is open. */
async function revealed(report: ReaderReport): Promise<CaseState> {
  const { id } = await walk(rooms, 'reading');
  await rooms.cases.execute(READER, id, { type: 'lockFindings', report });
  return rooms.cases.execute(READER, id, { type: 'revealOriginal' });
}

interface Grade {
  readonly agreement: 'the reports agree' | 'minor difference' | 'major difference';
  readonly radpeer: string;
  readonly effect: string;
  readonly plainWords: string;
}

async function gradeAndSign(page: Page, { agreement, radpeer, effect, plainWords }: Grade): Promise<void> {
  await press(page, 'Overall grade…');
  const dialog = page.getByRole('dialog');
  // The grade that the rule proposes says so in its label.
  await dialog.getByRole('radio', { name: new RegExp(`^${agreement}`) }).check({ force: true });
  await dialog
    .getByText(new RegExp(`^${radpeer}`))
    .first()
    .click();
  await dialog.getByText(effect, { exact: true }).click();
  await dialog.getByText('not seen', { exact: true }).click();
  await dialog.getByLabel('What could settle it').fill('MRI of the cord.');
  await dialog.getByLabel(/^For the patient, in plain words/).fill(plainWords);
  await dialog.getByRole('button', { name: 'Save the grade' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign', exact: true }).click();
  await page
    .getByText(/^Signed by /)
    .first()
    .waitFor();
}

async function compareAndSign(caseId: string, grade: Grade): Promise<void> {
  const reader = await enter('reader', `/compare/${caseId}`);
  const { page } = reader;
  await page.getByRole('heading', { name: 'Two reports, finding by finding' }).waitFor();
  const agreeing = page.getByRole('button', { name: /^Confirm th(is|ese)/ });
  const confirm = page.getByRole('button', { name: /^Confirm(?! th(is|ese))/ });
  await agreeing.or(confirm).first().waitFor();
  if (await agreeing.isVisible()) await agreeing.click();
  while ((await confirm.count()) > 0) await confirm.first().click();
  await gradeAndSign(page, grade);
  await leave(reader);
}

const delivered = (id: string, of: 'second' | 'third' = 'second') =>
  until(async () => {
    const state = await load(id);
    return (of === 'third' ? state.third : state)?.delivery.deliveredAt == null ? null : state;
  });

async function patientReads(caseId: string, words: string): Promise<void> {
  const patient = await enter('patient', `/case/${caseId}/result`);
  await patient.page.getByText(words).first().waitFor();
  await leave(patient);
}

async function decideAndClose(caseId: string, outcome: RegExp): Promise<void> {
  const doctor = await enter('referrer', `/referrals/${caseId}`);
  await doctor.page.getByText(outcome).first().click();
  await doctor.page.getByLabel('What will be done?').fill('Seen in clinic next week.');
  await press(doctor.page, 'Record the decision');
  await doctor.page.getByRole('heading', { name: 'The decision' }).waitFor();
  await leave(doctor);
  const desk = await enter('coordinator', `/desk/${caseId}`);
  await press(desk.page, 'Close the case');
  await until(async () => ((await load(caseId)).closedAt === null ? null : true));
  await leave(desk);
}

const MAJOR: Grade = {
  agreement: 'major difference',
  radpeer: '2b',
  effect: 'Treatment changes',
  plainWords: 'The two doctors do not see the same.',
};

describe('a case goes on to its closure', () => {
  it.each<[string, ReaderReport, Grade, RegExp]>([
    [
      'where the reports agree',
      SAME,
      {
        agreement: 'the reports agree',
        radpeer: '1',
        effect: 'No effect on treatment',
        plainWords: 'Both say the same.',
      },
      /^My plan stands/,
    ],
    [
      'where they differ in small things',
      TOLD.second,
      { agreement: 'minor difference', radpeer: '2a', effect: 'Treatment may change', plainWords: 'A small thing.' },
      /^I need more first/,
    ],
    ['where they differ in what matters', TOLD.second, MAJOR, /^I need more first/],
  ])('%s', async (_, report, grade, outcome) => {
    const { id } = await revealed(report);
    await compareAndSign(id, grade);
    await delivered(id);
    await patientReads(id, grade.plainWords);
    await decideAndClose(id, outcome);
  });

  it('where the doctor has it read a third time', async () => {
    const { id } = await revealed(TOLD.second);
    await compareAndSign(id, MAJOR);
    await delivered(id);
    const doctor = await enter('referrer', `/referrals/${id}`);
    await press(doctor.page, 'Ask for a third read');
    await doctor.page.getByRole('dialog').getByLabel('What the third reader should settle').fill('Is it one lesion?');
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'Ask for it' }).click();
    await doctor.page
      .getByText(/A third read was asked for/)
      .first()
      .waitFor();
    await leave(doctor);

    const desk = await enter('coordinator', `/desk/${id}`);
    const line = desk.page.getByRole('listitem').filter({ hasText: HELD.name });
    await line.getByRole('button', { name: /^Offer the case/ }).click();
    await desk.page
      .getByText(/asked on .*, no answer yet/)
      .first()
      .waitFor();
    await leave(desk);

    const offerId = (await load(id)).third?.offers[0]?.offerId ?? '';
    await rooms.cases.execute(THIRD, id, { type: 'acceptOffer', offerId, noConflict: true });
    await rooms.cases.execute(THIRD, id, { type: 'openRead' });
    const third = await enter(HELD.personId, `/compare/${id}`);
    await third.page.getByRole('heading', { name: 'Three reports, finding by finding' }).waitFor();
    expect(await third.page.getByText(TOLD.second.impression).count()).toBe(0);
    await rooms.cases.execute(THIRD, id, { type: 'lockFindings', report: { ...TOLD.second, marks: [] } });
    await third.page.reload();
    await press(third.page, 'Open both reports');
    const confirm = third.page.getByRole('button', { name: 'Confirm', exact: true });
    await confirm.first().waitFor();
    while ((await confirm.count()) > 0) await confirm.first().click();
    await gradeAndSign(third.page, MAJOR);
    await leave(third);
    await delivered(id, 'third');

    const again = await enter('referrer', `/referrals/${id}`);
    await again.page.getByRole('heading', { name: 'Three opinions side by side' }).waitFor();
    await leave(again);
    await patientReads(id, 'Three opinions side by side');
    await decideAndClose(id, /^I need more first/);
  });

  it('where a signed report is withdrawn, and another takes its place', async () => {
    const { id } = await revealed(TOLD.second);
    await compareAndSign(id, MAJOR);
    await delivered(id);
    const desk = await enter('coordinator', `/desk/${id}`);
    await press(desk.page, 'Take this report back');
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText('The reading is wrong', { exact: true }).click();
    await dialog.getByLabel('The reason, in your words').fill('Left and right were mixed up.');
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await desk.page
      .getByText(/was withdrawn by/)
      .first()
      .waitFor();
    await leave(desk);
    await patientReads(id, 'Left and right were mixed up.');

    await rooms.matching.offer(COORDINATOR, { caseId: id, readerId: HELD.personId });
    const offerId = (await load(id)).offers.find(({ state }) => state === 'offered')?.offerId ?? '';
    for (const command of [
      { type: 'acceptOffer', offerId, noConflict: true },
      { type: 'openRead' },
      { type: 'lockFindings', report: TOLD.second },
      { type: 'revealOriginal' },
      { type: 'compareReports', comparison: TOLD.comparison },
      { type: 'signReport', statement: `I have read these images myself. ${randomUUID()}` },
    ] as const)
      await rooms.cases.execute(THIRD, id, command);
    await delivered(id);
    await patientReads(id, TOLD.comparison.plainWords);
    await decideAndClose(id, /^I need more first/);
  });
});
