import { encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import { joinBits } from '@overread/imaging/pixels/packed-bits.ts';
import type { App } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import { dataSetOf } from '../data-set.ts';
import type { ArchivedInstance } from '../model.ts';
import { isPacked, isStored, storedFrames } from '../stored-frames.ts';
import { openCompressed } from '../stream/index.ts';
import {
  type Asked,
  addressOf,
  BASE,
  baseOf,
  createFailure,
  type DicomWebDeps,
  INSTANCE,
  type Route,
  retrieved,
  VIEW,
} from './addressed.ts';
import { acceptOf } from './media-types.ts';
import { type Part, sendParts } from './multipart.ts';
import { type FrameForm, formFor, frameForm, notAcceptable, OCTETS } from './negotiate.ts';

/** "1,3" as indices from 0; every frame has to be there, and not only to be listed. */
export function frameList(text: string, instance: ArchivedInstance): number[] {
  const wanted = text.split(',').map(Number);
  const { frames } = instance.header;
  const wrong = wanted.some((frame) => !Number.isInteger(frame) || frame < 1 || frame > frames);
  if (wrong || wanted.length > Math.max(frames, 1)) throw wordedProblem(404, 'images.no-such-instance');
  if (!wanted.every((frame) => isStored(instance, frame - 1))) throw wordedProblem(422, 'images.damaged');
  return wanted.map((frame) => frame - 1);
}

function toLittleEndian(bytes: Buffer, { transferSyntaxUid, bitsAllocated }: InstanceHeader): Buffer {
  return encodingOf(transferSyntaxUid).littleEndian || bitsAllocated !== 16 ? bytes : Buffer.from(bytes).swap16();
}

interface Wanted {
  readonly instance: ArchivedInstance;
  readonly frames: readonly number[];
  readonly form: FrameForm;
  /** Parts of the answer. */
  readonly parts: number;
}

/** The frames asked for, each a part of its own: as they are stored where that was agreed on, else uncompressed. */
async function* frameParts(
  deps: DicomWebDeps,
  request: Asked,
  { instance, frames, form, parts }: Wanted,
): AsyncGenerator<Part> {
  const { header } = instance;
  const compressed = encodingOf(header.transferSyntaxUid).encapsulated;
  const type = `${form.media}; transfer-syntax=${form.transferSyntax}`;
  const each = frames.map((frame) => ({ instance, frame }));
  const failure = createFailure(deps, parts);
  for await (const { frame, bytes } of storedFrames(deps.archive, request.params.caseId, each)) {
    const location = `${addressOf(baseOf(request), instance)}/frames/${frame + 1}`;
    try {
      if (form.asStored) yield { type, location, bytes };
      else if (compressed) yield { type, location, bytes: (await openCompressed(deps.decoders, header, bytes)).bytes };
      else yield { type, location, bytes: toLittleEndian(bytes, header) };
    } catch (error) {
      yield failure(error, location);
    }
  }
}

/** Uncompressed pixel data is one value, frame behind frame. */
async function* joined(instance: ArchivedInstance, parts: AsyncGenerator<Part>): AsyncGenerator<Part> {
  const all = await Array.fromAsync(parts);
  const { type } = all[0] as Part;
  const frames = all.map(({ bytes }) => bytes);
  const { rows, columns } = instance.header;
  yield { type, bytes: isPacked(instance) ? joinBits(frames, rows * columns) : Buffer.concat(frames) };
}

/** The bytes of one large attribute that is not the pixel data. */
async function* bulkPart({ archive }: DicomWebDeps, request: Asked, instance: ArchivedInstance): AsyncGenerator<Part> {
  const elements = await dataSetOf(archive, request.params.caseId, instance);
  const found = elements.byTag[`x${request.params.tag?.toLowerCase()}`];
  if (found === undefined) throw wordedProblem(404, 'images.no-such-instance');
  yield { type: OCTETS, bytes: elements.bytes.subarray(found.dataOffset, found.dataOffset + found.length) };
}

/** Retrieve Frames and Bulkdata (PS3.18 10.4.1.1.3 and .4). */
export function registerFrames(app: App, deps: DicomWebDeps): void {
  app.get<Route>(`${BASE}${INSTANCE}/frames/:frames`, VIEW, async (request, reply) => {
    const [instance] = (await retrieved(deps, request)) as [ArchivedInstance];
    const frames = frameList(request.params.frames ?? '', instance);
    const form = frameForm(acceptOf(request), instance.header.transferSyntaxUid, frames.length);
    const wanted = { instance, frames, form, parts: frames.length };
    return sendParts(reply, { ...form, type: form.media }, frameParts(deps, request, wanted));
  });
  app.get<Route>(`${BASE}${INSTANCE}/bulkdata/:tag`, VIEW, async (request, reply) => {
    const [instance] = (await retrieved(deps, request)) as [ArchivedInstance];
    if (request.params.tag?.toUpperCase() !== '7FE00010') {
      const form = acceptOf(request).flatMap((each) => formFor(each, OCTETS, 1) ?? [])[0];
      if (form === undefined) throw notAcceptable([`multipart/related; type="${OCTETS}"`, OCTETS]);
      return sendParts(reply, { ...form, type: OCTETS }, bulkPart(deps, request, instance));
    }
    const all = Array.from({ length: instance.header.frames }, (_, frame) => frame + 1);
    const frames = frameList(all.join(','), instance);
    const accepted = acceptOf(request);
    const { transferSyntaxUid } = instance.header;
    const whole = frameForm(accepted, transferSyntaxUid, 1);
    const form = whole.asStored ? frameForm(accepted, transferSyntaxUid, frames.length) : whole;
    const wanted = { instance, frames, form, parts: form.asStored ? frames.length : 1 };
    const parts = frameParts(deps, request, wanted);
    return sendParts(reply, { ...form, type: form.media }, form.asStored ? parts : joined(instance, parts));
  });
}
