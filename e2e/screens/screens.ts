import type { Page } from 'playwright-core';
import type { DemoRole } from '../demo-service.ts';

/** Who looks: somebody with a demo link, a patient of a seeded case by the family name, or nobody who is known. */
export type Viewer = DemoRole | 'stranger' | `patient ${string}`;

/** One screen: who goes where, and what is done there before it is looked at. */
export interface Screen {
  readonly name: string;
  readonly by: Viewer;
  /** `{Lange}` stands for the id of the seeded case of that family, `{own}` and `{stop}` for cases of the demo's patient. */
  readonly path: string;
  /** What stands there when the page is complete; a heading of level 1 when nothing is named. */
  readonly shows?: string | RegExp;
  readonly before?: (page: Page) => Promise<void>;
}

const openDialog = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
};
/** A parcel that lies on the table, opened: it is put on the register by hand. */
const openParcel = async (page: Page) => {
  await page.getByRole('button', { name: 'A parcel without an announcement' }).click();
  await page.getByLabel('What is in it').fill('Two CDs and a report on paper');
  await page.getByLabel('Back to').fill('Ruth Almeida\n7 Wharf Lane\nAstoria, OR 97103');
  await page.getByRole('button', { name: 'Put it on the register' }).click();
  await page.getByRole('button', { name: 'I opened it' }).click();
  await page.getByRole('button', { name: 'It cannot be read' }).waitFor();
};
const announceParcel = async (page: Page) => {
  await page.getByLabel('What is in the parcel?').fill('One CD');
  await page.getByLabel('Where does it go back to?').fill('Mara Okafor\n3 Elm Street');
  await page.getByRole('button', { name: 'Make the sheet' }).click();
  await page.getByRole('link', { name: 'Print the sheet' }).waitFor();
};
const makeToken = async (page: Page) => {
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Reception, disc station');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('It is not kept here').waitFor();
};
/** A copy that stays half made, as of a case of thousands of images. */
const makeCopy = async (page: Page) => {
  await page.evaluate(() => {
    const { fetch } = window;
    const line = JSON.stringify({ making: { images: 1612, ofImages: 4180, bytes: 2_140_000_000 } });
    const body = () => new ReadableStream({ start: (into) => into.enqueue(new TextEncoder().encode(`${line}\n`)) });
    const headers = { 'content-type': 'application/x-ndjson' };
    window.fetch = async (to, init) =>
      init?.method === 'POST' && String(to).endsWith('/copy') ? new Response(body(), { headers }) : fetch(to, init);
  });
  await page.locator('form button[type="submit"]').click();
  await page.getByRole('progressbar').waitFor();
};

/** A term of the reader's, asked about by the keyboard. */
const askTerm = async (page: Page) => {
  await page.locator('.doctor button[aria-expanded]').first().press('Enter');
  await page.locator('.doctor [role=status] > span').waitFor();
};
const images = (page: Page) => page.locator('canvas').first().waitFor();

/** Every screen that a person can be sent to; what comes up on the patient's way through her own case is in `own-case.ts`. */
export const SCREENS: readonly Screen[] = [
  { name: 'home of a stranger', by: 'stranger', path: '/' },
  { name: 'sign-in', by: 'stranger', path: '/sign-in' },
  { name: 'sign-in by a link', by: 'stranger', path: '/sign-in?token=made-up' },
  { name: 'mailbox', by: 'stranger', path: '/mailbox' },
  { name: 'not found', by: 'stranger', path: '/no/such/page' },

  { name: 'second step', by: 'coordinator', path: '/second-step' },
  { name: 'desk', by: 'coordinator', path: '/desk', shows: 'Almeida, Ruth' },
  { name: 'new case', by: 'coordinator', path: '/desk', shows: 'Almeida, Ruth', before: openDialog(/^New case/) },
  { name: 'desk case, red flag', by: 'coordinator', path: '/desk/{Costa}' },
  { name: 'desk case, preparing', by: 'coordinator', path: '/desk/{Almeida}' },
  { name: 'desk case, two people', by: 'coordinator', path: '/desk/{Nakamura}' },
  { name: 'desk case, identity', by: 'coordinator', path: '/desk/{Yilmaz}' },
  { name: 'desk case, authorization', by: 'coordinator', path: '/desk/{Dubois}' },
  { name: 'desk case, matching', by: 'coordinator', path: '/desk/{Banerjee}', shows: 'Dr. Inger Solheim' },
  { name: 'desk case, reading', by: 'coordinator', path: '/desk/{Lange}' },
  { name: 'erase a case', by: 'coordinator', path: '/desk/{Almeida}', before: openDialog(/^Erase images/) },
  { name: 'desk case, delivered', by: 'coordinator', path: '/desk/{Rivera}' },

  { name: 'mailed discs', by: 'coordinator', path: '/desk/parcels', shows: 'Mailed discs' },
  { name: 'mailed disc, opened', by: 'coordinator', path: '/desk/parcels', shows: 'Mailed discs', before: openParcel },

  { name: 'holding area', by: 'coordinator', path: '/desk/holding', shows: 'Name and birth date agree.' },
  {
    ...{ name: 'holding area, put into a case', by: 'coordinator', path: '/desk/holding' },
    ...{ shows: 'Name and birth date agree.', before: openDialog(/^Put into case/) },
  },

  { name: 'work list', by: 'reader', path: '/work', shows: /Grant/ },
  { name: 'accept an offer', by: 'reader', path: '/work', shows: /Grant/, before: openDialog(/^Accept…/) },
  { name: 'reading room', by: 'reader', path: '/read/{Lange}', before: images },
  { name: 'reading room, a series', by: 'reader', path: '/read/{Lange}', before: openDialog(/^Details of series/) },
  { name: 'comparison', by: 'reader', path: '/compare/{Rivera}', shows: /^Signed by / },

  { name: 'referrals', by: 'referrer', path: '/referrals', shows: /Rivera/ },
  { name: 'referral', by: 'referrer', path: '/referrals/{Rivera}', shows: 'What will be done?' },
  { name: 'referral, being read', by: 'referrer', path: '/referrals/{Lange}' },

  { name: 'administration', by: 'administrator', path: '/admin', shows: 'Dr. Inger Solheim' },

  { name: 'token of a station', by: 'administrator', path: '/admin', shows: 'Dr. Inger Solheim', before: makeToken },

  { name: 'ask', by: 'stranger', path: '/ask' },
  { name: 'way in of a facility', by: 'stranger', path: '/facility' },
  { name: 'start', by: 'patient', path: '/start' },
  { name: 'stop page', by: 'patient', path: '/case/{stop}' },
  { name: 'case of a patient, new', by: 'patient', path: '/case/{own}' },
  { name: 'question', by: 'patient', path: '/case/{own}/question' },
  { name: 'history', by: 'patient', path: '/case/{own}/history' },
  { name: 'consent', by: 'patient', path: '/case/{own}/consent' },
  { name: 'payment', by: 'patient', path: '/case/{own}/payment' },
  { name: 'doctor', by: 'patient', path: '/case/{own}/doctor' },
  { name: 'images', by: 'patient', path: '/case/{own}/images' },
  { name: 'disc by mail', by: 'patient', path: '/case/{own}/mail' },
  { name: 'disc by mail, announced', by: 'patient', path: '/case/{own}/mail', before: announceParcel },
  { name: 'report', by: 'patient', path: '/case/{own}/report' },
  { name: 'records', by: 'patient', path: '/case/{own}/records' },
  { name: 'cases of a patient', by: 'patient', path: '/cases' },
  { name: 'messages', by: 'patient', path: '/case/{own}/messages' },
  { name: 'my data', by: 'patient', path: '/case/{own}/data' },
  { name: 'result, not yet', by: 'patient', path: '/case/{own}/result' },

  { name: 'case of a patient, waiting', by: 'patient Almeida', path: '/case/{Almeida}' },
  { name: 'history given', by: 'patient Almeida', path: '/case/{Almeida}/history' },
  { name: 'consent given', by: 'patient Almeida', path: '/case/{Almeida}/consent' },
  { name: 'records asked for', by: 'patient Almeida', path: '/case/{Almeida}/records' },
  { name: 'case of a patient, delivered', by: 'patient Rivera', path: '/case/{Rivera}' },
  { name: 'another service', by: 'patient Rivera', path: '/case/{Rivera}/outside' },
  { name: 'payment, paid', by: 'patient Rivera', path: '/case/{Rivera}/payment' },
  { name: 'result', by: 'patient Rivera', path: '/case/{Rivera}/result' },
  { name: 'result, a term', by: 'patient Rivera', path: '/case/{Rivera}/result', before: askTerm },
  { name: 'copy', by: 'patient Rivera', path: '/case/{Rivera}/copy' },
  { name: 'copy, being made', by: 'patient Rivera', path: '/case/{Rivera}/copy', before: makeCopy },
];
