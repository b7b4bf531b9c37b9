import type { FastifyReply } from 'fastify';
import type { App } from '../../platform/ports.ts';
import { dataSetsOf } from '../data-set.ts';
import type { ArchivedInstance } from '../model.ts';
import {
  type Asked,
  addressOf,
  BASE,
  baseOf,
  type DicomWebDeps,
  LEVELS,
  type Route,
  retrieved,
  VIEW,
} from './addressed.ts';
import { type DicomJson, dicomJson } from './dicom-json.ts';
import { acceptOf, takesUtf8 } from './media-types.ts';
import { sendParts } from './multipart.ts';
import { nativeModel } from './native-model.ts';
import { type DataSetForm, DICOM_XML, dataSetForm, notAcceptable } from './negotiate.ts';

/** The form in which this client takes so many data sets; all text is UTF-8. */
export function dataSetFormFor(request: Asked, count: number): DataSetForm {
  if (!takesUtf8(request)) throw notAcceptable(['charset=utf-8']);
  return dataSetForm(acceptOf(request), count);
}

export async function sendDataSets(
  reply: FastifyReply,
  { media, multipart }: DataSetForm,
  dataSets: readonly DicomJson[],
): Promise<FastifyReply> {
  if (media !== DICOM_XML) return reply.type(media).send(JSON.stringify(dataSets));
  async function* parts() {
    for (const dataSet of dataSets) yield { type: DICOM_XML, bytes: Buffer.from(nativeModel(dataSet)) };
  }
  return sendParts(reply, { multipart, type: DICOM_XML }, parts());
}

async function describe({ archive }: DicomWebDeps, request: Asked, instances: readonly ArchivedInstance[]) {
  const base = baseOf(request);
  const all: DicomJson[] = [];
  for await (const elements of dataSetsOf(archive, request.params.caseId, instances)) {
    const instance = instances[all.length] as ArchivedInstance;
    const { transferSyntaxUid, frames } = instance.header;
    const bulkUri = (tag: string) => `${addressOf(base, instance)}/bulkdata/${tag}`;
    all.push(dicomJson(elements, { transferSyntaxUid, hasPixels: frames > 0, bulkUri }));
  }
  return all;
}

/** Retrieve Metadata (PS3.18 10.4.1.1.4). */
export function registerMetadata(app: App, deps: DicomWebDeps): void {
  for (const path of LEVELS) {
    app.get<Route>(`${BASE}${path}/metadata`, VIEW, async (request, reply) => {
      const instances = await retrieved(deps, request);
      const form = dataSetFormFor(request, instances.length);
      return sendDataSets(reply, form, await describe(deps, request, instances));
    });
  }
}
