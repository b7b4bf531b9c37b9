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
import { jsonForm, notAcceptable } from './negotiate.ts';

/** The media type in which this client takes JSON; all text is UTF-8. */
export function jsonTypeFor(request: Asked): string {
  if (!takesUtf8(request)) throw notAcceptable(['charset=utf-8']);
  return jsonForm(acceptOf(request));
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
      const type = jsonTypeFor(request);
      const answer = await describe(deps, request, await retrieved(deps, request));
      reply.type(type);
      return JSON.stringify(answer);
    });
  }
}
