import { existsSync } from 'node:fs';
import type { StudyView } from '@overread/contract/images.ts';
import { makeBenchStudy, zipOf } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { finishImport, openImport, type Sender, sendUpload } from '../testing/images/send-images.ts';
import { compare, type Measure, rounds, timed } from './measure.ts';
import { hasOrthanc, type RunningOrthanc, startOrthanc } from './orthanc.ts';
import { openBenchCase, startBenchService } from './service.ts';

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';
const AT_ONCE = 8;
/** Instances of the study; one series of it is what is retrieved. */
const INSTANCES = 1260;
const MISSING = 'Orthanc is not installed; install it with: apt-get install orthanc orthanc-dicomweb';

/** Somebody's DICOMweb: where it is, and how it is asked. */
interface Peer {
  readonly root: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** The images of the largest series, as a study's parts say. */
interface Series {
  readonly path: string;
  readonly instances: readonly string[];
  readonly bytes: number;
}

const WHOLE = 'multipart/related; type="application/dicom"';
const OCTETS = 'multipart/related; type="application/octet-stream"';

async function drain({ fetch, root }: Peer, path: string, accept: string): Promise<number> {
  const answer = await fetch(`${root}${path}`, { headers: { accept } });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  let bytes = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return bytes;
}

async function wholeSeries(peer: Peer, series: Series): Promise<number> {
  const [ms, bytes] = await timed(() => drain(peer, series.path, WHOLE));
  if (bytes < series.bytes) throw new Error(`${bytes} of ${series.bytes} bytes of a series came.`);
  return ms;
}

/** Every first frame of the series, eight requests at a time, as a viewer asks. */
async function singleFrames(peer: Peer, { path, instances }: Series): Promise<number> {
  const waiting = [...instances];
  const work = async () => {
    for (let uid = waiting.shift(); uid !== undefined; uid = waiting.shift())
      await drain(peer, `${path}/instances/${uid}/frames/1`, OCTETS);
  };
  const [ms] = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, work)));
  return ms;
}

function largestSeries(files: readonly { readonly bytes: Uint8Array }[]): Series {
  const headers = files.map(({ bytes }) => ({ header: parseHeader(bytes), bytes: bytes.length }));
  const groups = Map.groupBy(headers, ({ header }) => header.seriesInstanceUid);
  const [largest = []] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const [first] = largest;
  if (first === undefined) throw new Error('The study has no images.');
  return {
    path: `/studies/${first.header.studyInstanceUid}/series/${first.header.seriesInstanceUid}`,
    instances: largest.map(({ header }) => header.sopInstanceUid),
    bytes: largest.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

async function orthancWith(zip: Buffer): Promise<RunningOrthanc> {
  const orthanc = await startOrthanc({ Plugins: [PLUGIN], DicomWeb: { Enable: true } });
  const headers = { 'content-type': 'application/zip' };
  const answer = await fetch(`${orthanc.url}/instances`, { method: 'POST', body: zip as BodyInit, headers });
  if (!answer.ok) throw new Error(`Orthanc did not take the study: ${answer.status}.`);
  return orthanc;
}

/** A running service with a study in a case, and Orthanc with the same; null where that is not installed. */
interface RetrieveSetting {
  readonly ours: Peer;
  readonly orthanc: Peer | null;
  readonly series: Series;
}

/**
 * WADO-RS of a whole series, and of its frames eight at a time, in turns with Orthanc and its DICOMweb plug-in. Ours is
 * decrypted on its way, and each request is let in by the policy and put on record.
 */
async function measureRetrieve({ ours, orthanc, series }: RetrieveSetting): Promise<Measure[]> {
  const times = { series: [[], []] as [number[], number[]], frames: [[], []] as [number[], number[]] };
  // The first round of each warms up.
  for (let round = -1; round < rounds(); round += 1) {
    for (const [nth, peer] of [ours, orthanc].entries()) {
      if (peer === null) continue;
      const whole = await wholeSeries(peer, series);
      const frames = await singleFrames(peer, series);
      if (round < 0) continue;
      times.series[nth]?.push(whole);
      times.frames[nth]?.push(frames);
    }
  }
  const note = orthanc === null ? MISSING : undefined;
  return [
    compare({ name: 'retrieve.series', unit: 'ms' }, ...times.series, note),
    compare({ name: 'retrieve.frames-8-at-a-time', unit: 'ms' }, ...times.frames, note),
  ];
}

/** The same by itself: `npm run bench -- retrieve`. */
export async function run(): Promise<readonly Measure[]> {
  const { files } = makeBenchStudy({ instances: INSTANCES });
  const series = largestSeries(files);
  const zip = await zipOf(files);
  const service = await startBenchService();
  const orthanc = hasOrthanc() && existsSync(PLUGIN) ? await orthancWith(zip) : null;
  try {
    const { url, coordinator } = service;
    const caseId = await openBenchCase(coordinator);
    const sender: Sender = { url, fetch: coordinator.fetch };
    const { importId } = await openImport(sender, caseId);
    await sendUpload(sender, { caseId, importId, kind: 'archive' }, zip);
    await finishImport(sender, caseId, importId);
    const studies = await coordinator.get<StudyView[]>(`/api/cases/${caseId}/studies`);
    if (studies.length === 0) throw new Error('The study did not arrive.');
    return await measureRetrieve({
      ours: { root: `/api/cases/${caseId}/dicomweb`, fetch: (path, init) => coordinator.fetch(path, init) },
      orthanc: orthanc && { root: `${orthanc.url}/dicom-web`, fetch: (path, init) => fetch(path, init) },
      series,
    });
  } finally {
    await orthanc?.stop();
    await service.stop();
  }
}
