import { DEFLATED } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { FastifyRequest } from 'fastify';
import type { Access } from '../../platform/access-hook.ts';
import type { App } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { Archive, ArchivedInstance } from '../model.ts';
import { seenInstances, sightOf } from '../visible.ts';
import { dicomJson, openDataSet } from './dicom-json.ts';
import { type Part, sendMultipart } from './multipart.ts';
import { type QueryLevel, search } from './qido.ts';
import { frameList, frameParts, type OpenFrame } from './wado-frames.ts';

export interface DicomWebDeps {
  readonly archive: Archive;
  readonly openFrame: OpenFrame;
}

interface Addressed {
  readonly caseId: string;
  readonly study?: string;
  readonly series?: string;
  readonly instance?: string;
  readonly frames?: string;
  readonly tag?: string;
}
interface Route {
  readonly Params: Addressed;
  readonly Querystring: Record<string, string | undefined>;
}
type Asked = FastifyRequest<Route>;

const VIEW = { config: { action: 'images:view' } } as const;
const BASE = '/api/cases/:caseId/dicomweb';
const DICOM_JSON = 'application/dicom+json';

const baseOf = ({ protocol, host, params }: Asked) => `${protocol}://${host}/api/cases/${params.caseId}/dicomweb`;

const addressOf = (base: string, { studyInstanceUid, seriesInstanceUid, sopInstanceUid }: ArchivedInstance) =>
  `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}/instances/${sopInstanceUid}`;

/** The instances under an address that this person may see. */
async function seenUnder(archive: Archive, params: Addressed, access: Access): Promise<ArchivedInstance[]> {
  const { caseId, study, series, instance } = params;
  const found =
    series === undefined
      ? await archive.instances(caseId, study === undefined ? undefined : [study])
      : await archive.series(caseId, series);
  return seenInstances(sightOf(access), found).filter(
    (each) =>
      (study === undefined || each.studyInstanceUid === study) &&
      (instance === undefined || each.sopInstanceUid === instance),
  );
}

async function retrieve(deps: DicomWebDeps, request: Asked): Promise<ArchivedInstance[]> {
  const found = await seenUnder(deps.archive, request.params, request.access);
  if (found.length === 0) throw wordedProblem(404, 'images.no-such-instance');
  return found;
}

async function dataSetOf(archive: Archive, caseId: string, { header, sopInstanceUid }: ArchivedInstance) {
  const deflated = header.transferSyntaxUid === DEFLATED;
  const bytes = await (deflated
    ? archive.openInstance(caseId, sopInstanceUid)
    : archive.openHeader(caseId, sopInstanceUid));
  if (bytes === null) throw wordedProblem(404, 'images.no-such-instance');
  return openDataSet(bytes, header.transferSyntaxUid);
}

async function metadata({ archive }: DicomWebDeps, request: Asked, instances: readonly ArchivedInstance[]) {
  const base = baseOf(request);
  const all = [];
  for (const instance of instances) {
    const { transferSyntaxUid, frames } = instance.header;
    const elements = await dataSetOf(archive, request.params.caseId, instance);
    const bulkUri = (tag: string) => `${addressOf(base, instance)}/bulkdata/${tag}`;
    all.push(dicomJson(elements, { transferSyntaxUid, hasPixels: frames > 0, bulkUri }));
  }
  return all;
}

async function* wholeInstances(
  archive: Archive,
  request: Asked,
  instances: readonly ArchivedInstance[],
): AsyncGenerator<Part> {
  const base = baseOf(request);
  for (const instance of instances) {
    const bytes = await archive.openInstance(request.params.caseId, instance.sopInstanceUid);
    const type = `application/dicom; transfer-syntax=${instance.header.transferSyntaxUid}`;
    if (bytes !== null) yield { type, bytes, location: addressOf(base, instance) };
  }
}

/** The bytes of one large attribute that is not the pixel data. */
async function bulkPart({ archive }: DicomWebDeps, request: Asked, instance: ArchivedInstance): Promise<Part> {
  const elements = await dataSetOf(archive, request.params.caseId, instance);
  const found = elements.byTag[`x${request.params.tag?.toLowerCase()}`];
  if (found === undefined) throw wordedProblem(404, 'images.no-such-instance');
  const bytes = elements.bytes.subarray(found.dataOffset, found.dataOffset + found.length);
  return { type: 'application/octet-stream', bytes };
}

async function* once(part: Part): AsyncGenerator<Part> {
  yield part;
}

/** DICOMweb for other viewers (PS3.18): QIDO-RS for the case, WADO-RS of what is in it. STOW-RS is in the room of ingest. */
export function registerDicomWeb(app: App, deps: DicomWebDeps): void {
  const searches: readonly (readonly [string, QueryLevel])[] = [
    ['/studies', 'studies'],
    ['/series', 'series'],
    ['/instances', 'instances'],
    ['/studies/:study/series', 'series'],
    ['/studies/:study/instances', 'instances'],
    ['/studies/:study/series/:series/instances', 'instances'],
  ];
  for (const [path, level] of searches) {
    app.get<Route>(`${BASE}${path}`, VIEW, async (request, reply) => {
      const instances = await seenUnder(deps.archive, request.params, request.access);
      reply.type(DICOM_JSON);
      return JSON.stringify(search(level, instances, request.query, baseOf(request)));
    });
  }
  const levels = [
    '/studies/:study',
    '/studies/:study/series/:series',
    '/studies/:study/series/:series/instances/:instance',
  ];
  for (const path of levels) {
    app.get<Route>(`${BASE}${path}/metadata`, VIEW, async (request, reply) => {
      const answer = await metadata(deps, request, await retrieve(deps, request));
      reply.type(DICOM_JSON);
      return JSON.stringify(answer);
    });
    app.get<Route>(`${BASE}${path}`, VIEW, async (request, reply) => {
      const instances = await retrieve(deps, request);
      return sendMultipart(reply, 'application/dicom', wholeInstances(deps.archive, request, instances));
    });
  }
  registerFrames(app, deps);
}

function registerFrames(app: App, deps: DicomWebDeps): void {
  const { archive, openFrame } = deps;
  const path = `${BASE}/studies/:study/series/:series/instances/:instance`;
  const parts = (request: Asked, instance: ArchivedInstance, frames: readonly number[]) => {
    const wanted = { instance, frames, accept: request.headers.accept ?? '' };
    return frameParts(archive, request.params.caseId, wanted, openFrame);
  };
  app.get<Route>(`${path}/frames/:frames`, VIEW, async (request, reply) => {
    const [instance] = (await retrieve(deps, request)) as [ArchivedInstance];
    const frames = frameList(request.params.frames ?? '', instance.header.frames);
    return sendMultipart(reply, 'application/octet-stream', parts(request, instance, frames));
  });
  app.get<Route>(`${path}/bulkdata/:tag`, VIEW, async (request, reply) => {
    const [instance] = (await retrieve(deps, request)) as [ArchivedInstance];
    const frames = Array.from({ length: instance.header.frames }, (_, frame) => frame);
    const isPixelData = request.params.tag?.toUpperCase() === '7FE00010';
    const found = isPixelData ? parts(request, instance, frames) : once(await bulkPart(deps, request, instance));
    return sendMultipart(reply, 'application/octet-stream', found);
  });
}
