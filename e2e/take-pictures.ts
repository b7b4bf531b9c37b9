// `npm run pictures`: walks the demo's case through the real service and keeps the pictures of docs/walkthrough.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoDisc, writeDisc } from '@overread/demo';
import type { Page } from 'playwright-core';
import { DESKTOP, launchChromium, PHONE, signIn } from './browser.ts';
import { startDemoService } from './demo-service.ts';
import * as coordinator from './journey/coordinator.ts';
import * as patient from './journey/patient.ts';
import * as reader from './journey/reader.ts';
import * as referrer from './journey/referrer.ts';
import { BRAIN } from './journey/told.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** What the walkthrough shows; other looks of the journey are passed by. */
const KEPT = new Set([
  'patient-why',
  'patient-disc',
  'patient-letters',
  'patient-report',
  'patient-payment',
  'coordinator-match',
  'reading-room',
  'reader-lock',
  'comparison',
  'referrer',
]);

async function keep(name: string, page: Page): Promise<void> {
  if (!KEPT.has(name)) return;
  await shoot(name, page);
}

async function shoot(name: string, page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

mkdirSync(FOLDER, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'overread-pictures-'));
const [service, browser] = await Promise.all([startDemoService(), launchChromium()]);
try {
  const disc = join(scratch, 'disc');
  await writeDisc(disc, demoDisc());
  const report = join(scratch, 'report-harbour-imaging.pdf');
  writeFileSync(report, Buffer.from(await (await fetch(`${service.url}/demo/report.pdf`)).arrayBuffer()));

  const phone = await signIn(browser, service, 'patient', PHONE);
  const caseId = await patient.ask(phone.page, BRAIN, keep);
  await patient.tell(phone.page, BRAIN, caseId, keep);
  await phone.page.goto(`${service.url}/case/${caseId}`);
  await shoot('patient-case', phone.page);
  const { page: desktop } = await signIn(browser, service, 'patient', DESKTOP);
  await patient.bringDisc(desktop, caseId, disc, keep);
  await patient.requestReport(desktop, BRAIN, caseId, keep);
  await patient.bringReport(desktop, caseId, report, keep);
  await patient.choosePayment(desktop, caseId, keep);

  const { page: desk } = await signIn(browser, service, 'coordinator');
  await desk.goto(`${service.url}/desk`);
  await desk.getByText('Okafor, Mara').first().waitFor();
  await shoot('desk', desk);
  await coordinator.check(desk, caseId, '395', keep);
  await coordinator.offer(desk, caseId, 'Dr. Inger Solheim', keep);

  const { page: room } = await signIn(browser, service, 'reader');
  await reader.accept(room, BRAIN, keep);
  await reader.write(room, BRAIN, caseId, keep);
  await reader.lock(room, keep);
  await reader.compare(room, BRAIN, keep);
  await reader.sign(room, keep);

  // The document is made after the signature, by a job.
  while ((await phone.get(`/api/cases/${caseId}/report.pdf`)).status !== 200) await phone.page.waitForTimeout(500);
  await phone.page.goto(`${service.url}/case/${caseId}/result`);
  await phone.page.getByText(BRAIN.comparison.plainWords).waitFor();
  await shoot('patient-result', phone.page);
  const { page: treating } = await signIn(browser, service, 'referrer');
  await referrer.decide(treating, BRAIN, caseId, keep);
  await coordinator.close(desk, caseId, keep);
} finally {
  await browser.close();
  await service.stop();
  rmSync(scratch, { recursive: true, force: true });
}
