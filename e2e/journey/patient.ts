import type { Locator, Page } from 'playwright-core';
import type { Told } from './told.ts';

/** Called with a name when a page stands that a reader of the walkthrough should see. */
export type Look = (name: string, page: Page) => Promise<void>;

const fill = (page: Page, label: string | RegExp, text: string) => page.getByLabel(label, { exact: true }).fill(text);
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name, level: 1 });

/** From the start page to a case with its question; answers the case's id. */
export async function ask(page: Page, told: Told, look: Look): Promise<string> {
  const { patient, contact, question } = told;
  await page.goto(new URL('/start', page.url()).href);
  await page
    .getByText(told.forWhom === 'self' ? 'For myself' : 'For somebody else', { exact: told.forWhom === 'self' })
    .click();
  await page.getByLabel(/first name/i).fill(patient.name.given);
  await page.getByLabel(/family name/i).fill(patient.name.family);
  const [year = '', month = '', day = ''] = patient.birthDate.split('-');
  await fill(page, 'Day', day);
  await fill(page, 'Month', month);
  await fill(page, 'Year', year);
  await page.getByLabel(/^Sex/).selectOption(patient.sex);
  await page.getByLabel('Country where the patient is now').selectOption('US');
  await page.getByLabel('State', { exact: true }).selectOption(told.place.slice(3));
  await fill(page, 'Your e-mail address', contact.email);
  await page.getByLabel(/^Your telephone number/).fill(contact.phone);
  await look('patient-who', page);
  await press(page, 'Continue');
  await heading(page, 'What made you ask?').waitFor();
  for (const reason of told.reasons) await page.getByText(reason).click();
  await look('patient-why', page);
  await press(page, 'Continue');
  await heading(page, 'Is one of these there now?').waitFor();
  await look('patient-signs', page);
  await page.getByText('None of these').click();
  await press(page, 'Continue');
  await heading(page, 'What shall the reader answer?').waitFor();
  await page.getByLabel('Part of the body in the images').selectOption(question.region);
  await fill(page, 'Your question, in your own words', question.questions[0]?.text ?? '');
  await page.getByLabel(/^What is felt/).fill(question.symptoms);
  await look('patient-question', page);
  await press(page, 'Send the question');
  await page.waitForURL(/\/case\/[^/]+$/);
  return /\/case\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

/** History, consent and the doctor's name, each on its own short page. */
export async function tell(page: Page, told: Told, caseId: string, look: Look): Promise<void> {
  const { history } = told;
  const to = (rest: string) => page.goto(new URL(`/case/${caseId}/${rest}`, page.url()).href);
  await to('history');
  await page.getByLabel(/^How it began/).fill(history.course);
  await page.getByLabel(/^What was tried so far/).fill(history.earlierTreatment);
  await page.getByLabel(/^Operations/).fill(history.surgery);
  await page.getByLabel(/^Medicines taken now/).fill(history.medicines);
  await page.getByLabel(/^Metal or devices/).fill(history.implants);
  await page.getByLabel(/^Earlier scans/).fill(history.priorImaging);
  await look('patient-history', page);
  await press(page, 'Send the history');
  await page.waitForURL(/\/case\/[^/]+$/);
  await to('consent');
  const own = told.forWhom === 'self';
  await page.getByText(own ? 'the patient' : /^a person who may act for the patient/, { exact: own }).click();
  await page.getByLabel('Your full name, as signature').fill(told.signer);
  await look('patient-consent', page);
  await press(page, 'I agree');
  await page.waitForURL(/\/case\/[^/]+$/);
  await to('doctor');
  await page.getByLabel('Doctor’s name').fill(told.referrer?.name ?? '');
  await page.getByLabel('Doctor’s e-mail address').fill(told.referrer?.email ?? '');
  await press(page, 'Name this doctor');
  await page.waitForURL(/\/case\/[^/]+$/);
}

/** A folder or a ZIP: looked at on the device, then sent; ends at the receipt. */
export async function bringDisc(page: Page, caseId: string, path: string, look: Look): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/images`, page.url()).href);
  await page.getByTestId(path.endsWith('.zip') ? 'files' : 'folder').setInputFiles(path);
  await page.getByRole('heading', { name: 'Does it fit your question?' }).waitFor();
  const allTheSame = page.getByText('Send it all the same', { exact: true });
  if (await allTheSame.isVisible()) await allTheSame.click();
  const send = page.getByRole('button', { name: /^Send \d+ pictures$/ });
  await send.waitFor();
  await look('patient-disc', page);
  await send.click();
  await page.getByText('Receipt', { exact: true }).waitFor({ timeout: 120_000 });
  await look('patient-receipt', page);
}

/** The letter by which the first report is asked for. */
export async function requestReport(page: Page, told: Told, caseId: string, look: Look): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/records`, page.url()).href);
  // Facility, day and what is missing are known from the disc, unless its person is still in doubt.
  const facility = page.getByLabel('Name of the hospital or practice');
  if ((await facility.inputValue()) === '') {
    await facility.fill(told.report.facility);
    await page.getByLabel('What was examined').fill('MRI');
    const report = page.getByLabel(/^The written report/);
    if (!(await report.isChecked())) await page.getByText(/^The written report/).click();
  }
  await page.getByLabel(/^Address/).fill('4 Pier Road, Northmoor, MA 01000');
  await look('patient-records', page);
  await press(page, 'Write the letter');
  await page
    .getByText(/^Due in \d+ days, on/)
    .first()
    .waitFor();
  await look('patient-letters', page);
}

export async function bringReport(page: Page, caseId: string, file: string, look: Look): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/report`, page.url()).href);
  await page.getByText('As a file or a photograph', { exact: true }).click();
  await page.getByTestId('report-file').setInputFiles(file);
  await press(page, 'Hand it in');
  await heading(page, 'The first report is here').waitFor();
  await look('patient-report', page);
}

/** "There is no original report" is a way of its own. */
export async function declareNoReport(page: Page, caseId: string): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/report`, page.url()).href);
  await page.getByText(/^There is no report/).click();
  await page.getByText('Nobody wrote one').click();
  await press(page, 'Go on without a report');
  await heading(page, 'You told us that there is no first report').waitFor();
}

export async function choosePayment(page: Page, caseId: string, look: Look): Promise<void> {
  await page.goto(new URL(`/case/${caseId}/payment`, page.url()).href);
  await page.getByText(/^Standard: /).click();
  await page.getByText('I pay myself', { exact: true }).click();
  await look('patient-payment', page);
  await press(page, 'Choose this');
  await page
    .getByText(/still to be paid/)
    .first()
    .waitFor();
}
