import { parentPort } from 'node:worker_threads';
import { DEMO_ARRIVAL, DEMO_CASES, DEMO_SEED, type DemoIntake, demoDiscZip, makeStudy } from '@overread/demo';
import type { Made, MakeOrder } from './maker.ts';
import { reportPdf } from './report-pdf.ts';

/** Makes the demo's files beside the service: drawing a study takes seconds, and the service has to answer meanwhile. */
parentPort?.on('message', async (order: MakeOrder) => {
  try {
    parentPort?.postMessage({ id: order.id, made: await make(order) } satisfies Made);
  } catch (error) {
    parentPort?.postMessage({
      id: order.id,
      failed: error instanceof Error ? error.message : String(error),
    } satisfies Made);
  }
});

async function make(order: MakeOrder): Promise<readonly { path: string; bytes: Uint8Array }[]> {
  if (order.what === 'disc-zip') return [{ path: 'disc.zip', bytes: await demoDiscZip() }];
  if (order.what === 'arrival') return [...makeStudy(DEMO_ARRIVAL).files];
  const { study, report } = intakeOf(order.key);
  if (order.what === 'study') return study === null ? [] : [...makeStudy(study).files];
  return report === null ? [] : [{ path: report.fileName, bytes: await reportPdf(report) }];
}

function intakeOf(key: string): DemoIntake {
  const intakes = [...Object.values(DEMO_CASES), ...DEMO_SEED.map(({ intake }) => intake)];
  const found = intakes.find((intake) => intake.key === key);
  if (found === undefined) throw new Error(`The demo has no case "${key}".`);
  return found;
}
