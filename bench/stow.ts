import { existsSync } from 'node:fs';
import { makeBenchStudy } from '@overread/demo';
import { partsOf, storeParts } from '../testing/images/send-images.ts';
import { compare, type Measure, rounds, timed } from './measure.ts';
import { hasOrthanc, startOrthanc } from './orthanc.ts';
import { type BenchService, openBenchCase, startBenchService } from './service.ts';

const INSTANCES = 1260;
const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';

/** How many instances a Store Instances Response (PS3.18 10.5.3) names as stored. */
async function storedIn(answer: Response): Promise<number> {
  const told = (await answer.json()) as Readonly<Record<string, { readonly Value?: readonly unknown[] } | undefined>>;
  return told['00081199']?.Value?.length ?? 0;
}

async function measured(send: () => Promise<Response>): Promise<number> {
  const [ms, stored] = await timed(async () => storedIn(await send()));
  if (stored !== INSTANCES) throw new Error(`${stored} of ${INSTANCES} images were stored.`);
  return ms;
}

async function oursOnce({ url, coordinator }: BenchService, files: readonly Uint8Array[]): Promise<number> {
  const caseId = await openBenchCase(coordinator);
  return measured(() => storeParts({ url, fetch: coordinator.fetch }, caseId, files));
}

async function orthancOnce(files: readonly Uint8Array[]): Promise<number> {
  const orthanc = await startOrthanc({ Plugins: [PLUGIN], DicomWeb: { Enable: true } });
  try {
    const { body, headers } = partsOf(files);
    return await measured(() => fetch(`${orthanc.url}/dicom-web/studies`, { method: 'POST', body, headers }));
  } finally {
    await orthanc.stop();
  }
}

/**
 * One made study of 1,260 images in one STOW-RS request. Ours: until the answer, which names every image as sealed, synced,
 * indexed and told to the case. Peer: Orthanc's DICOMweb plug-in.
 */
export async function run(): Promise<readonly Measure[]> {
  const files = makeBenchStudy({ instances: INSTANCES }).files.map(({ bytes }) => bytes);
  const hasPeer = hasOrthanc() && existsSync(PLUGIN);
  const service = await startBenchService();
  const ours: number[] = [];
  const peers: number[] = [];
  try {
    // The first request starts the workers and warms the code up; a service that runs is what is compared.
    await oursOnce(service, files);
    for (let round = 0; round < rounds(); round += 1) {
      ours.push(await oursOnce(service, files));
      if (hasPeer) peers.push(await orthancOnce(files));
    }
  } finally {
    await service.stop();
  }
  const perSecond = (ms: number) => (INSTANCES * 1000) / ms;
  const missing = hasPeer
    ? undefined
    : 'Orthanc or its DICOMweb plug-in is not installed: apt-get install orthanc orthanc-dicomweb';
  const named = { name: 'stow-rs', unit: 'instances/s' } as const;
  return [compare(named, ours.map(perSecond), peers.map(perSecond), missing)];
}
