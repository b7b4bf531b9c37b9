import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy, type TransferSyntax } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../../testing/images/image-rooms.ts';
import { partsOf } from '../../../../../testing/images/multipart-answer.ts';
import type { DicomJson } from './dicom-json.ts';

let rooms: ImageRooms;
let app: ImageApp;

const scale = { slices: 3, matrix: 64 };
const SYNTAXES: TransferSyntax[] = ['explicit', 'implicit', 'big-endian', 'deflated', 'rle'];
const studies = new Map(
  SYNTAXES.map((transferSyntax) => [transferSyntax, makeStudy({ seed: 'web', scale, faults: { transferSyntax } })]),
);

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
  for (const [syntax, { instances }] of studies) {
    const files = instances.map(({ path, bytes }) => ({ path, read: async () => bytes }));
    await rooms.ingest.importFiles(`web-${syntax}`, files, SENDER);
  }
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

const get = (syntax: string, path: string, accept = '*/*') =>
  fetch(`${app.url}/api/cases/web-${syntax}/dicomweb${path}`, { headers: { accept } });
const json = async (syntax: string, path: string) => {
  const answer = await get(syntax, path);
  return answer.status === 204 ? [] : ((await answer.json()) as DicomJson[]);
};

const first = (syntax: TransferSyntax) => {
  const [instance] = studies.get(syntax)?.instances ?? [];
  if (instance === undefined) throw new Error('no image was made');
  const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = instance;
  return { instance, path: `/studies/${studyInstanceUid}/series/${seriesInstanceUid}/instances/${sopInstanceUid}` };
};

const value = (record: DicomJson | undefined, tag: string) => record?.[tag]?.Value?.[0];

describe('QIDO-RS', () => {
  it('finds studies, series and instances', async () => {
    const { instances, truth } = studies.get('explicit') ?? makeStudy({ seed: 'web', scale });
    const [study] = await json('explicit', '/studies');
    expect(value(study, '0020000D')).toBe(truth.studyInstanceUid);
    expect(value(study, '00100010')).toEqual({ Alphabetic: truth.patient.name });
    expect(value(study, '00201208')).toBe(instances.length);
    const series = await json('explicit', `/studies/${truth.studyInstanceUid}/series`);
    expect(series.map((each) => value(each, '0020000E'))).toEqual(
      truth.series.map(({ seriesInstanceUid }) => seriesInstanceUid),
    );
    expect(await json('explicit', '/instances')).toHaveLength(instances.length);
  });

  it.each([
    ['PatientName=okafor*', 1],
    ['PatientName=Petrov*', 0],
    ['00100020=HI-204417', 1],
    ['StudyDate=19000101-', 1],
    ['StudyDate=-19000101', 0],
    ['ModalitiesInStudy=MR', 1],
    ['ModalitiesInStudy=CT', 0],
    ['StudyInstanceUID=1.2.3', 0],
    ['NoSuchKey=1', 1],
    ['SeriesDescription=nothing', 1],
    ['StudyTime=0000-2359', 1],
    ['StudyID=no-such-id', 0],
    ['PatientBirthDate=19000101-20991231', 1],
    ['limit=1&offset=1', 0],
  ])('matches %s', async (query, count) => {
    expect(await json('explicit', `/studies?${query}`)).toHaveLength(count);
  });

  it('answers the attributes that it has to, and those that are asked for', async () => {
    const { truth } = studies.get('explicit') ?? makeStudy({ seed: 'web', scale });
    const [study] = await json('explicit', '/studies?includefield=PatientAge,00181030');
    const required =
      '00080020 00080030 00080050 00080056 00080061 00081190 00100010 00100020 00100030 00100040 0020000D';
    for (const tag of required.split(' ')) expect(study?.[tag], tag).toBeDefined();
    // The protocol of one series is nothing that a study has.
    expect(study?.['00181030']).toBeUndefined();
    expect(value(study, '00081190')).toBe(
      `${app.url}/api/cases/web-explicit/dicomweb/studies/${truth.studyInstanceUid}`,
    );
    const [image] = await json('explicit', '/instances?includefield=EchoTime&includefield=00180081&limit=1');
    expect(image?.['00180081']?.vr).toBe('DS');
    const [all] = await json('explicit', '/instances?includefield=all&limit=1');
    expect(all?.['00200037']?.Value).toHaveLength(6);
  });

  it('says what it left out, and that it matches literally', async () => {
    const answer = await get('explicit', '/instances?limit=2&fuzzymatching=true&PatientName=Okáfor*');
    expect(await answer.json()).toHaveLength(2);
    expect(answer.headers.get('warning')).toMatch(/^299 .*There are \d+ additional results.*Only literal matching/);
  });

  it('answers JSON, or XML in a part for each that was found, and nothing else', async () => {
    const xml = 'multipart/related; type="application/dicom+xml"';
    const all = await partsOf(await get('explicit', '/instances?limit=2', xml));
    expect(all.map(({ head }) => head.includes('application/dicom+xml'))).toEqual([true, true]);
    expect(all[0]?.bytes.toString()).toContain('keyword="SOPInstanceUID"');
    const { path } = first('explicit');
    const alone = await get('explicit', `${path}/metadata`, 'application/dicom+xml');
    expect(alone.headers.get('content-type')).toBe('application/dicom+xml');
    expect(await alone.text()).toMatch(/<NativeDicomModel .*keyword="Rows"><Value number="1">64<.*<BulkData uri="http/);
    const either = 'application/dicom+json, multipart/related; type="application/dicom+xml"; q=0.5';
    expect((await get('explicit', `${path}/metadata`, either)).headers.get('content-type')).toContain('+json');
    const answer = await get('explicit', '/studies', 'text/html');
    expect(answer.status).toBe(406);
    expect((await answer.json()).message).toContain('application/dicom+json');
    expect((await get('explicit', '/studies?accept=application/json')).headers.get('content-type')).toContain(
      'application/json',
    );
    expect((await get('explicit', '/studies?charset=iso-8859-1')).status).toBe(406);
  });

  it('answers that there is nothing for a case without images', async () => {
    expect((await fetch(`${app.url}/api/cases/empty/dicomweb/studies`)).status).toBe(204);
  });
});

describe('WADO-RS', () => {
  it.each(SYNTAXES)('describes an instance from its own data set: %s', async (syntax) => {
    const { instance, path } = first(syntax);
    const [metadata] = await json(syntax, `${path}/metadata`);
    const header = parseHeader(instance.bytes);
    expect(value(metadata, '00080018')).toBe(instance.sopInstanceUid);
    expect(value(metadata, '00280010')).toBe(instance.rows);
    expect(value(metadata, '00180081')).toBe(header.echoTime);
    expect(metadata?.['00200032']?.Value).toEqual(header.position);
    expect(value(metadata, '00083002')).toBe(header.transferSyntaxUid);
    expect(metadata?.['7FE00010']?.BulkDataURI).toBe(
      `${app.url}/api/cases/web-${syntax}/dicomweb${path}/bulkdata/7FE00010`,
    );
    expect(Object.keys(metadata ?? {}).some((tag) => tag.startsWith('0002'))).toBe(false);
  });

  it('says the same of every syntax but for the syntax', async () => {
    const described = await Promise.all(
      SYNTAXES.map(async (syntax) => {
        const [{ '00083002': _, '7FE00010': _p, ...rest }] = (await json(syntax, `${first(syntax).path}/metadata`)) as [
          DicomJson,
        ];
        return rest;
      }),
    );
    for (const each of described.slice(1)) expect(each).toEqual(described[0]);
  });

  it.each(SYNTAXES)('gives the file as it came: %s', async (syntax) => {
    const { instance, path } = first(syntax);
    const any = 'multipart/related; type="application/dicom"; transfer-syntax=*';
    const [part] = await partsOf(await get(syntax, path, any));
    expect(part?.bytes.equals(Buffer.from(instance.bytes))).toBe(true);
    expect(part?.head).toContain(`application/dicom; transfer-syntax=${parseHeader(instance.bytes).transferSyntaxUid}`);
  });

  it('gives a whole series, every instance once', async () => {
    const { instance } = first('explicit');
    const all = await partsOf(
      await get('explicit', `/studies/${instance.studyInstanceUid}/series/${instance.seriesInstanceUid}`),
    );
    const wanted = studies
      .get('explicit')
      ?.instances.filter(({ seriesInstanceUid }) => seriesInstanceUid === instance.seriesInstanceUid);
    expect(all.map(({ bytes }) => parseHeader(bytes).sopInstanceUid).sort()).toEqual(
      wanted?.map(({ sopInstanceUid }) => sopInstanceUid).sort(),
    );
  });

  it.each(SYNTAXES)('gives frames uncompressed where nothing else is taken: %s', async (syntax) => {
    const { path } = first(syntax);
    const plain = parseHeader(first('explicit').instance.bytes).frameRanges[0] as { offset: number; length: number };
    const [part] = await partsOf(await get(syntax, `${path}/frames/1`));
    const pixels = first('explicit').instance.bytes.subarray(plain.offset, plain.offset + plain.length);
    expect(part?.bytes.equals(Buffer.from(pixels))).toBe(true);
    expect(part?.head).toContain('application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1');
  });

  it('gives frames as they are stored where any syntax is taken', async () => {
    const accept = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';
    const [part] = await partsOf(await get('rle', `${first('rle').path}/frames/1`, accept));
    expect(part?.head).toContain('image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5');
    const { frameRanges } = parseHeader(first('rle').instance.bytes);
    expect(part?.bytes.length).toBe(frameRanges[0]?.length);
  });

  const dicom = (syntax?: string) =>
    `multipart/related; type="application/dicom"${syntax === undefined ? '' : `; transfer-syntax=${syntax}`}`;
  const syntaxOf = (head: string | undefined) => /transfer-syntax=([0-9.]+)/.exec(head ?? '')?.[1];

  it.each(SYNTAXES)('opens what is stored to explicit little endian where that is taken: %s', async (syntax) => {
    const { path } = first(syntax);
    const plain = parseHeader(first('explicit').instance.bytes);
    for (const accept of ['*/*', dicom(), dicom('1.2.840.10008.1.2.1'), `${dicom('1.2.3')}, ${dicom()};q=0.5`]) {
      const [part] = await partsOf(await get(syntax, path, accept));
      expect(syntaxOf(part?.head), accept).toBe('1.2.840.10008.1.2.1');
      expect({ ...parseHeader(part?.bytes ?? new Uint8Array()), frameRanges: [] }).toEqual({
        ...plain,
        frameRanges: [],
      });
    }
  });

  it('sends one instance alone where that is wanted, and several never', async () => {
    const { path, instance } = first('explicit');
    const alone = await get('explicit', path, 'application/dicom');
    expect(alone.headers.get('content-type')).toBe('application/dicom; transfer-syntax=1.2.840.10008.1.2.1');
    expect(Buffer.from(await alone.arrayBuffer()).equals(Buffer.from(instance.bytes))).toBe(true);
    const several = await get('explicit', `/studies/${instance.studyInstanceUid}`, 'application/dicom');
    expect(several.status).toBe(406);
    expect((await several.json()).message).toContain(dicom('1.2.840.10008.1.2.1'));
  });

  it.each([
    ['rle', 'multipart/related; type="image/dicom-rle"', 'image/dicom-rle', '1.2.840.10008.1.2.5'],
    ['rle', 'multipart/related; type="image/x-dicom-rle"', 'image/x-dicom-rle', '1.2.840.10008.1.2.5'],
    ['rle', 'multipart/related; type="image/jls", */*;q=0.1', 'application/octet-stream', '1.2.840.10008.1.2.1'],
    [
      'implicit',
      'multipart/related; type="application/octet-stream"; transfer-syntax=*',
      'application/octet-stream',
      '1.2.840.10008.1.2.1',
    ],
  ] as const)('frames of %s for %s are %s', async (syntax, accept, media, uid) => {
    const [part] = await partsOf(await get(syntax, `${first(syntax).path}/frames/1`, accept));
    expect(part?.head).toContain(`${media}; transfer-syntax=${uid}`);
  });

  it('sends a frame alone where that is wanted; tells what there is where nothing fits', async () => {
    const { path } = first('rle');
    const alone = await get('rle', `${path}/frames/1`, 'application/octet-stream');
    expect(Buffer.from(await alone.arrayBuffer())).toHaveLength(64 * 64 * 2);
    const none = await get('rle', `${path}/frames/1`, 'multipart/related; type="image/jp2"');
    expect(none.status).toBe(406);
    expect((await none.json()).message).toContain('type="image/dicom-rle"; transfer-syntax=1.2.840.10008.1.2.5');
    expect((await get('explicit', `${path.replace('rle', '')}/bulkdata/7FE00010`, 'image/jp2')).status).toBeGreaterThan(
      403,
    );
  });

  it('knows no frame that is not there, and no instance of another case', async () => {
    expect((await get('explicit', `${first('explicit').path}/frames/2`)).status).toBe(404);
    expect((await get('explicit', `${first('rle').path.replace(/\d$/, '')}/metadata`)).status).toBe(404);
  });
});

const hasDcmtk = spawnSync('dcm2json', ['--version']).status === 0;

describe.skipIf(!hasDcmtk)('read back with dcmtk (apt-get install dcmtk)', () => {
  // dcm2json 3.6 writes broken JSON for compressed pixels, hence not `rle`.
  it.each(SYNTAXES.filter((syntax) => syntax !== 'rle'))('metadata says what dcm2json says: %s', async (syntax) => {
    const folder = await mkdtemp(join(tmpdir(), 'overread-dcm2json-'));
    const { instance, path } = first(syntax);
    const file = join(folder, 'image.dcm');
    await writeFile(file, instance.bytes);
    const done = spawnSync('dcm2json', [file], { encoding: 'utf8', maxBuffer: 1 << 28 });
    await rm(folder, { recursive: true });
    const theirs = JSON.parse(done.stdout) as DicomJson;
    const [ours] = (await json(syntax, `${path}/metadata`)) as [DicomJson];
    const skip = (record: DicomJson) =>
      Object.fromEntries(
        Object.entries(record)
          // What the answer adds or says in its own way: character set, syntax, pixels; group 2 and padding are the file's.
          .filter(([tag]) => !['00080005', '00083002', '7FE00010', 'FFFCFFFC'].includes(tag) && !tag.startsWith('0002'))
          .map(([tag, attribute]) => [
            tag,
            attribute.vr === 'DS' || attribute.vr === 'IS' ? attribute.Value?.map(Number) : (attribute.Value ?? null),
          ]),
      );
    expect(skip(ours)).toEqual(skip(theirs));
  });
});
