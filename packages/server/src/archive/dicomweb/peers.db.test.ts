import { existsSync } from 'node:fs';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { api } from 'dicomweb-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOrthanc, startOrthanc } from '../../../../../bench/orthanc.ts';
import { FetchXhr } from '../../../../../testing/images/fetch-xhr.ts';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../../testing/images/image-rooms.ts';

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';
const hasPlugin = existsSync(PLUGIN) && existsSync('/usr/sbin/Orthanc');
const scale = { slices: 3, matrix: 64 };
const { instances, truth } = makeStudy({ seed: 'peers', scale });
const compressed = makeStudy({ seed: 'peers-rle', scale, faults: { transferSyntax: 'rle' } });

/** The methods that are used; the package's own types ask for options that its code does not. */
type Method =
  | `searchFor${'Studies' | 'Series' | 'Instances'}`
  | `retrieve${'Study' | 'Series' | 'Instance'}${'' | 'Metadata'}`
  | `retrieveInstance${'Frames' | 'Rendered' | 'Thumbnail' | 'FramesRendered' | 'FramesThumbnail'}`
  | 'retrieveBulkData';
type Client = Readonly<Record<Method, (options: object) => Promise<unknown>>>;

let rooms: ImageRooms;
let app: ImageApp;
const keep = (caseId: string, files: typeof instances) =>
  rooms.ingest.importFiles(
    caseId,
    files.map(({ path, bytes }) => ({ path, read: async () => bytes })),
    SENDER,
  );

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
  await keep('peers', instances);
  await keep('peers-rle', compressed.instances);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

const rootOf = (caseId: string) => `${app.url}/api/cases/${caseId}/dicomweb`;
const same = (answer: ArrayBuffer, bytes: Uint8Array) => Buffer.from(answer).equals(Buffer.from(bytes));

describe("npm's dicomweb-client", () => {
  const clientOf = (caseId: string) => {
    globalThis.XMLHttpRequest = FetchXhr as unknown as typeof XMLHttpRequest;
    return new api.DICOMwebClient({ url: rootOf(caseId), verbose: false, singlepart: false }) as unknown as Client;
  };
  const [made] = instances as [(typeof instances)[number]];
  const of = {
    studyInstanceUID: made.studyInstanceUid,
    seriesInstanceUID: made.seriesInstanceUid,
    sopInstanceUID: made.sopInstanceUid,
  };
  const inSeries = instances.filter(({ seriesInstanceUid }) => seriesInstanceUid === made.seriesInstanceUid);

  it('searches, and takes it that nothing is there', async () => {
    const client = clientOf('peers');
    expect(await client.searchForStudies({ queryParams: { PatientName: 'okafor*' } })).toHaveLength(1);
    expect(await client.searchForStudies({ queryParams: { PatientName: 'petrov*' } })).toHaveLength(0);
    expect(await client.searchForSeries(of)).toHaveLength(truth.series.length);
    expect(await client.searchForInstances(of)).toHaveLength(inSeries.length);
  });

  it('reads metadata of study, series and instance', async () => {
    const client = clientOf('peers');
    expect(await client.retrieveStudyMetadata(of)).toHaveLength(instances.length);
    expect(await client.retrieveSeriesMetadata(of)).toHaveLength(inSeries.length);
    const one = [await client.retrieveInstanceMetadata(of)].flat()[0] as Record<string, { Value: unknown[] }>;
    expect(one['00080018']?.Value).toEqual([made.sopInstanceUid]);
  });

  it('retrieves study, series and instance as they were sent', async () => {
    const client = clientOf('peers');
    const bySop = new Map(instances.map(({ sopInstanceUid, bytes }) => [sopInstanceUid, bytes]));
    const check = (answers: readonly ArrayBuffer[], count: number) => {
      expect(answers).toHaveLength(count);
      for (const answer of answers) {
        const { sopInstanceUid } = parseHeader(new Uint8Array(answer));
        expect(same(answer, bySop.get(sopInstanceUid) as Uint8Array)).toBe(true);
      }
    };
    check((await client.retrieveStudy(of)) as ArrayBuffer[], instances.length);
    check((await client.retrieveSeries(of)) as ArrayBuffer[], inSeries.length);
    check([(await client.retrieveInstance(of)) as ArrayBuffer], 1);
  });

  it('retrieves frames, pictures and thumbnails', async () => {
    const client = clientOf('peers');
    const [range] = parseHeader(made.bytes).frameRanges as [{ offset: number; length: number }];
    const pixels = made.bytes.subarray(range.offset, range.offset + range.length);
    const [frame] = (await client.retrieveInstanceFrames({ ...of, frameNumbers: [1] })) as ArrayBuffer[];
    expect(same(frame as ArrayBuffer, pixels)).toBe(true);
    const bulk = `${rootOf('peers')}/studies/${of.studyInstanceUID}/series/${of.seriesInstanceUID}/instances/${of.sopInstanceUID}/bulkdata/7FE00010`;
    const [whole] = (await client.retrieveBulkData({ BulkDataURI: bulk })) as ArrayBuffer[];
    expect(same(whole as ArrayBuffer, pixels)).toBe(true);
    const mediaTypes = [{ mediaType: 'image/png' }];
    const pictures = [
      client.retrieveInstanceRendered({ ...of, mediaTypes }),
      client.retrieveInstanceRendered({ ...of, mediaTypes, queryParams: { viewport: '32,32' } }),
      client.retrieveInstanceThumbnail({ ...of, mediaTypes }),
      client.retrieveInstanceFramesRendered({ ...of, mediaTypes, frameNumbers: [1] }),
      client.retrieveInstanceFramesThumbnail({ ...of, mediaTypes, frameNumbers: [1] }),
    ];
    const widths = (await Promise.all(pictures)).map((picture) =>
      Buffer.from([picture].flat()[0] as ArrayBuffer).readUInt32BE(16),
    );
    expect(widths).toEqual([64, 32, 128, 64, 128]);
  });
});

describe.skipIf(!hasPlugin)("Orthanc's DICOMweb plug-in (skipped without Debian's orthanc-dicomweb)", () => {
  let orthanc: RunningOrthanc;
  beforeAll(async () => {
    const servers = Object.fromEntries(['peers', 'peers-rle'].map((caseId) => [caseId, { Url: `${rootOf(caseId)}/` }]));

    orthanc = await startOrthanc({ Plugins: [PLUGIN], DicomWeb: { Enable: true, Servers: servers } });
  }, 60_000);
  afterAll(() => orthanc?.stop());

  const retrieve = (server: string, study: string, more: object = {}) =>
    fetch(`${orthanc.url}/dicom-web/servers/${server}/retrieve`, {
      method: 'POST',
      body: JSON.stringify({ Resources: [{ Study: study }], Synchronous: true, ...more }),
    });
  async function held(sopInstanceUid: string): Promise<Buffer> {
    const found = await fetch(`${orthanc.url}/tools/lookup`, { method: 'POST', body: sopInstanceUid });
    const [{ Path } = { Path: '' }] = (await found.json()) as { Path: string }[];
    return Buffer.from(await (await fetch(`${orthanc.url}${Path}/file`)).arrayBuffer());
  }

  it('searches a case', async () => {
    const answer = await fetch(`${orthanc.url}/dicom-web/servers/peers/qido`, {
      method: 'POST',
      body: JSON.stringify({ Uri: '/studies' }),
    });
    expect(await answer.json()).toHaveLength(1);
  }, 60_000);

  it('pulls a study bit for bit', async () => {
    expect((await retrieve('peers', instances[0]?.studyInstanceUid as string)).status).toBe(200);
    for (const { sopInstanceUid, bytes } of instances)
      expect((await held(sopInstanceUid)).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);

  it('pulls a compressed study bit for bit where it says that it takes any syntax', async () => {
    const headers = { Accept: 'multipart/related; type="application/dicom"; transfer-syntax=*' };
    const study = compressed.instances[0]?.studyInstanceUid as string;
    expect((await retrieve('peers-rle', study, { HttpHeaders: headers })).status).toBe(200);
    for (const { sopInstanceUid, bytes } of compressed.instances)
      expect((await held(sopInstanceUid)).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);
});
