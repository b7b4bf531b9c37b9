import type { StreamHeader } from '@overread/contract/images.ts';
import { type Window, windowFromHeader, windowFromPixels } from '@overread/imaging';
import { wordedProblem } from '../../platform/problems.ts';
import type { ArchivedInstance, FrameOf } from '../model.ts';
import { asProblem, type FrameSource, openFrames, refuseUnread } from './open-frames.ts';
import type { TargetFormat } from './pixels/to-target.ts';
import { planStream } from './plan-stream.ts';

export interface SeriesStream {
  readonly bytes: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** "OVR1", then the header's length and the header (see `StreamHeader`). */
function framed(header: StreamHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(8);
  head.write('OVR1', 'ascii');
  head.writeUInt32LE(json.length, 4);
  return Buffer.concat([head, json]);
}

function valuesOf(frame: Uint8Array, { bitsAllocated, signed }: TargetFormat) {
  if (bitsAllocated === 8) return frame;
  const { buffer, byteOffset, byteLength } = frame;
  return signed
    ? new Int16Array(buffer, byteOffset, byteLength / 2)
    : new Uint16Array(buffer, byteOffset, byteLength / 2);
}

/** The window of the middle frame's header, else from its pixels. */
function windowOf({ instance }: FrameOf, frame: Uint8Array, target: TargetFormat): Window {
  if (target.samplesPerPixel === 3) return { center: 127.5, width: 255 };
  return windowFromHeader(instance.header) ?? windowFromPixels(valuesOf(frame, target), target);
}

/** Opens the stream of a series: its first frame is read before anything is sent, because the window hangs on it. */
export async function openSeriesStream(
  source: FrameSource,
  caseId: string,
  instances: readonly ArchivedInstance[],
  onlyMiddle: boolean,
): Promise<SeriesStream> {
  const plan = planStream(instances, onlyMiddle);
  if (plan === null) throw wordedProblem(415, 'images.no-pictures');
  for (const { instance } of plan.sent) refuseUnread(instance.header);
  const frames = openFrames(source, caseId, plan.sent, plan.target);
  const first = await frames.next().catch((error: unknown) => {
    throw asProblem(error);
  });
  if (first.done) throw wordedProblem(415, 'images.no-pictures');
  const head = framed({ ...plan.header, window: windowOf(plan.sent[0] as FrameOf, first.value, plan.target) });
  async function* chunks() {
    yield head;
    yield first.value as Uint8Array;
    yield* frames;
  }
  return { bytes: head.length + plan.sent.length * plan.header.frameBytes, chunks: chunks() };
}
