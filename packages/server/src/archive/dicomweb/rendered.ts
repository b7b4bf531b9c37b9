import type { FastifyReply } from 'fastify';
import type { App } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { ArchivedInstance, FrameOf } from '../model.ts';
import { isStored, storedFrames } from '../stored-frames.ts';
import { createDrawer } from '../stream/index.ts';
import {
  type Asked,
  addressOf,
  BASE,
  baseOf,
  createFailure,
  type DicomWebDeps,
  INSTANCE,
  LEVELS,
  type Route,
  retrieved,
  VIEW,
} from './addressed.ts';
import { acceptOf } from './media-types.ts';
import { type Part, sendParts } from './multipart.ts';
import { type PictureForm, pictureForm } from './negotiate.ts';
import { type Rendering, renderingOf, thumbnailOf } from './rendered-parameters.ts';
import { frameList } from './wado-frames.ts';

/** Pictures that are being drawn while the one before them is sent. */
const AHEAD = 6;

const isPicture = ({ header }: ArchivedInstance) => header.rows > 0 && header.columns > 0 && header.frames > 0;

/** The frames under an address that can be drawn, in the order of their numbers. */
function pictures(instances: readonly ArchivedInstance[], frames: string | undefined): FrameOf[] {
  const shown = instances.filter(isPicture);
  const [first] = shown;
  // Nothing under this address can be drawn: a report, a document, or pictures that the file does not hold.
  if (first === undefined) throw wordedProblem(406, 'images.no-pictures');
  if (frames !== undefined) return frameList(frames, first).map((frame) => ({ instance: first, frame }));
  const all = shown.flatMap((instance) => {
    const stored = Array.from({ length: instance.header.frames }, (_, frame) => frame);
    return stored.filter((frame) => isStored(instance, frame)).map((frame) => ({ instance, frame }));
  });
  if (all.length === 0) throw wordedProblem(422, 'images.damaged');
  return all;
}

/** The one picture that stands for several: the middle one of the series with the most. */
function representative(all: readonly FrameOf[]): FrameOf {
  const groups = Map.groupBy(all, ({ instance }) => instance.seriesInstanceUid);
  const [largest = []] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return largest[Math.floor(largest.length / 2)] as FrameOf;
}

/** Each in turn; some are drawn ahead. What cannot be drawn is a part that says so. */
async function* drawn(
  { archive, decoders, ...deps }: DicomWebDeps,
  request: Asked,
  wanted: readonly FrameOf[],
  order: Rendering & PictureForm,
): AsyncGenerator<Part> {
  const { caseId } = request.params;
  const base = baseOf(request);
  const failure = createFailure(deps, wanted.length);
  const drawFrame = createDrawer({ archive, decoders }, caseId);
  const draw = async (at: FrameOf, bytes: Buffer): Promise<Part> => {
    const location = `${addressOf(base, at.instance)}/frames/${at.frame + 1}/rendered`;
    try {
      return { type: order.media, location, bytes: await drawFrame(at, bytes, order) };
    } catch (error) {
      return failure(error, location);
    }
  };
  const waiting: Promise<Part>[] = [];
  let at = 0;
  for await (const { bytes } of storedFrames(archive, caseId, wanted)) {
    const drawing = draw(wanted[at] as FrameOf, bytes);
    drawing.catch(() => undefined);
    waiting.push(drawing);
    at += 1;
    if (waiting.length >= AHEAD) yield await (waiting.shift() as Promise<Part>);
  }
  for (const drawing of waiting) yield await drawing;
}

const warn = (reply: FastifyReply, request: Asked, text: string) =>
  reply.header('warning', `299 ${request.host} "${text}"`);

async function sendRendered(deps: DicomWebDeps, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const all = pictures(await retrieved(deps, request), request.params.frames);
  const form = pictureForm(acceptOf(request), all.length);
  const wanted = form.multipart ? all : [all.length === 1 ? (all[0] as FrameOf) : representative(all)];
  const smallest = wanted
    .map(({ instance }) => instance.header)
    .reduce((a, b) => (b.rows * b.columns < a.rows * a.columns ? b : a));
  const order = renderingOf(request.query, smallest);
  if (order.passedOver.length > 0) {
    warn(reply, request, `The following parameters are not supported: ${order.passedOver.join(', ')}`);
  } else if (wanted.length < all.length) {
    warn(reply, request, `One of ${all.length} pictures; accept multipart/related to get all of them`);
  }
  return sendParts(reply, { ...form, type: form.media }, drawn(deps, request, wanted, { ...order, ...form }));
}

async function sendThumbnail(deps: DicomWebDeps, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const all = pictures(await retrieved(deps, request), request.params.frames);
  const form = pictureForm(acceptOf(request), 1);
  const order = { ...thumbnailOf(request.query), ...form };
  return sendParts(reply, { ...form, type: form.media }, drawn(deps, request, [representative(all)], order));
}

/** Rendered resources and thumbnails (PS3.18 10.4.1.1.2 and .5) of studies, series, instances and frames. */
export function registerRendered(app: App, deps: DicomWebDeps): void {
  for (const path of [...LEVELS, `${INSTANCE}/frames/:frames`]) {
    app.get<Route>(`${BASE}${path}/rendered`, VIEW, (request, reply) => sendRendered(deps, request, reply));
    app.get<Route>(`${BASE}${path}/thumbnail`, VIEW, (request, reply) => sendThumbnail(deps, request, reply));
  }
}
