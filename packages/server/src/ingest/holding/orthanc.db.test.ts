import { existsSync } from 'node:fs';
import { makeStudy } from '@overread/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type RunningOrthanc, startOrthanc } from '../../../../../bench/orthanc.ts';
import { AE, type HoldingRooms, startDimse, startHoldingRooms } from '../../../../../testing/images/dimse-rooms.ts';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';
const hasPlugin = existsSync(PLUGIN) && existsSync('/usr/sbin/Orthanc');

describe.skipIf(!hasPlugin)(
  "Orthanc pushes by C-STORE and pulls back (skipped without Debian's orthanc-dicomweb)",
  () => {
    let rooms: HoldingRooms;
    let app: ImageApp;
    let dimse: Awaited<ReturnType<typeof startDimse>>;
    let orthanc: RunningOrthanc;
    const { instances } = makeStudy({ seed: 'orthanc', scale: { slices: 3, matrix: 64 } });

    beforeAll(async () => {
      rooms = await startHoldingRooms();
      app = await startImageApp(rooms);
      dimse = await startDimse(rooms, { peers: [{ ae: 'ORTHANC', from: null }] });
      const server = { Url: `${app.url}/api/cases/orthanc/dicomweb/`, HttpHeaders: { Origin: app.url } };
      orthanc = await startOrthanc({
        ...{ Plugins: [PLUGIN], DicomWeb: { Enable: true, Servers: { overread: server } } },
        ...{ DicomAet: 'ORTHANC', DicomModalities: { overread: [AE, '127.0.0.1', dimse.port] } },
        ...{ DicomPort: await freePort(), OverwriteInstances: true },
      });
    }, 60_000);
    afterAll(async () => {
      await orthanc?.stop();
      await dimse.stop();
      await app.stop();
      await rooms.holding.stop();
      await rooms.stop();
    });

    const post = (path: string, body: string | Uint8Array) =>
      fetch(`${orthanc.url}${path}`, { method: 'POST', body: body as BodyInit });
    const studies = async () => (await (await fetch(`${orthanc.url}/studies`)).json()) as string[];
    const filesIn = async () => {
      const ids = (await (await fetch(`${orthanc.url}/instances`)).json()) as string[];
      const files = await Promise.all(
        ids.map(async (id) => Buffer.from(await (await fetch(`${orthanc.url}/instances/${id}/file`)).arrayBuffer())),
      );
      return files.map((file) => file.subarray(144 + file.readUInt32LE(140)).toString('base64')).sort();
    };

    it('gives back what it was sent, bit for bit', async () => {
      for (const { bytes } of instances) expect((await post('/instances', bytes)).ok).toBe(true);
      const [study = ''] = await studies();
      const before = await filesIn();
      expect((await post('/modalities/overread/echo', '{}')).ok).toBe(true);
      const pushed = await post('/modalities/overread/store', study);
      expect((await pushed.json()) as object).toMatchObject({
        FailedInstancesCount: 0,
        InstancesCount: instances.length,
      });

      await expect.poll(async () => (await rooms.holding.list())[0]?.state, { timeout: 30_000 }).toBe('waiting');
      const [arrival] = await rooms.holding.list();
      rooms.open.push({
        id: 'orthanc',
        number: '2026-0001',
        patient: { name: { family: '', given: '' }, birthDate: '', sex: '' },
        studies: [],
        reading: { locked: null },
        closedAt: null,
        cancelled: null,
      } as never);
      const by = { personId: 'c', name: 'Ruth Lindqvist', role: 'coordinator' } as const;
      await rooms.holding.attach(arrival?.arrivalId ?? '', { caseId: 'orthanc', by, reason: 'asked on the telephone' });
      await expect.poll(() => rooms.holding.list(), { timeout: 30_000 }).toEqual([]);

      expect((await fetch(`${orthanc.url}/studies/${study}`, { method: 'DELETE' })).ok).toBe(true);
      expect(await filesIn()).toEqual([]);
      const uid = arrival?.study?.studyInstanceUid;
      const pulled = await post(
        '/dicom-web/servers/overread/retrieve',
        JSON.stringify({ Resources: [{ Study: uid }], Synchronous: true }),
      );
      expect(pulled.status).toBe(200);
      expect(await filesIn()).toEqual(before);
    }, 60_000);
  },
);
