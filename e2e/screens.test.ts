import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BRAIN_PROTOCOL, makeStudy, writeDisc } from '@overread/demo';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { type DemoService, startDemoService } from './demo-service.ts';
import * as patient from './journey/patient.ts';
import { BRAIN } from './journey/told.ts';
import { faultsInSpanish, isForPatients } from './screens/in-spanish.ts';
import { inspect } from './screens/inspect.ts';
import { SCREENS } from './screens/screens.ts';
import { Visitors } from './screens/visitors.ts';

let service: DemoService;
let browser: Browser;
let visitors: Visitors;
const folder = mkdtempSync(join(tmpdir(), 'overread-screens-'));
beforeAll(async () => {
  [service, browser] = await Promise.all([startDemoService(), launchChromium()]);
  visitors = new Visitors(browser, service);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What axe finds and does not hold grave is told all the same. */
function tell(remarks: readonly string[]): void {
  for (const remark of remarks) console.info(remark);
}

describe('every screen is sound at 1440 and 390 pixels', () => {
  it.each(SCREENS)('$name ($by)', async (screen) => {
    const { page, errors } = await visitors.visit(screen);
    const { faults, remarks } = await inspect(screen.name, page);
    tell(remarks);
    expect([...faults, ...errors.splice(0).map((error) => `${screen.name}: script error ${error}`)]).toEqual([]);
  });

  it.each(SCREENS.filter(isForPatients))('$name ($by), in Spanish', async (screen) => {
    expect(await faultsInSpanish(visitors, screen)).toEqual([]);
  });

  it('what a patient meets on the way through a case of her own', async () => {
    const { page, errors } = await visitors.as('patient');
    const faults: string[] = [];
    const look: patient.Look = async (name) => {
      const found = await inspect(name, page);
      tell(found.remarks);
      faults.push(...found.faults);
    };
    const disc = join(folder, 'disc');
    const scale = { slices: 6, matrix: 64 };
    await writeDisc(disc, makeStudy({ seed: 'screens', scale, protocol: BRAIN_PROTOCOL.slice(3, 5) }).files);
    const report = join(folder, 'report.txt');
    writeFileSync(report, BRAIN.report.text);

    const caseId = await patient.ask(page, BRAIN, look);
    await patient.tell(page, BRAIN, caseId, look);
    await patient.bringDisc(page, caseId, disc, look);
    await patient.requestReport(page, BRAIN, caseId, look);
    await patient.bringReport(page, caseId, report, look);
    await patient.choosePayment(page, caseId, look);
    await page.goto(`${service.url}/case/${caseId}`);
    await patient.heading(page, /./).waitFor();
    await look('case of a patient, complete', page);
    expect([...faults, ...errors.splice(0)]).toEqual([]);
  });
});
