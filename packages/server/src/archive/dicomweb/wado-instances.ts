import { EXPLICIT_LITTLE } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { App } from '../../platform/ports.ts';
import type { ArchivedInstance } from '../model.ts';
import { openCompressed, refuseUnread } from '../stream/index.ts';
import {
  type Asked,
  addressOf,
  BASE,
  baseOf,
  createFailure,
  type DicomWebDeps,
  LEVELS,
  type Route,
  retrieved,
  VIEW,
} from './addressed.ts';
import { acceptOf } from './media-types.ts';
import { type Part, sendParts } from './multipart.ts';
import { DICOM, type InstanceForm, instanceForm } from './negotiate.ts';
import { toExplicitLittle } from './written/transcode.ts';

async function* wholeInstances(
  deps: DicomWebDeps,
  request: Asked,
  instances: readonly ArchivedInstance[],
  form: InstanceForm,
): AsyncGenerator<Part> {
  const base = baseOf(request);
  const failure = createFailure(deps, instances.length);
  const open = openCompressed.bind(null, deps.decoders);
  let at = 0;
  for await (const file of deps.archive.files(request.params.caseId, instances)) {
    const instance = instances[at] as ArchivedInstance;
    at += 1;
    const { header } = instance;
    const location = addressOf(base, instance);
    const part = (syntax: string, bytes: Uint8Array): Part => ({
      ...{ type: `${DICOM}; transfer-syntax=${syntax}`, bytes, location },
    });
    try {
      if (form.sent(header.transferSyntaxUid) === 'refused') refuseUnread(header);
      const asStored = form.sent(header.transferSyntaxUid) === 'stored';
      yield asStored
        ? part(header.transferSyntaxUid, file)
        : part(EXPLICIT_LITTLE, await toExplicitLittle(file, header, open));
    } catch (error) {
      yield failure(error, location);
    }
  }
}

/** Retrieve Study, Series and Instance (PS3.18 10.4). */
export function registerInstances(app: App, deps: DicomWebDeps): void {
  for (const path of LEVELS) {
    app.get<Route>(`${BASE}${path}`, VIEW, async (request, reply) => {
      const instances = await retrieved(deps, request);
      const syntaxes = instances.map(({ header }) => header.transferSyntaxUid);
      const form = instanceForm(acceptOf(request), syntaxes);
      // Some cannot be had in what the client takes: it gets the others, and is told which those are.
      if (syntaxes.some((uid) => form.sent(uid) === 'refused')) reply.code(206);
      return sendParts(reply, { ...form, type: DICOM }, wholeInstances(deps, request, instances, form));
    });
  }
}
