import { parentPort } from 'node:worker_threads';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { measureFrame } from '@overread/imaging/quality/frame-signs.ts';
import { type GreyHeader, greyFrame, openGreyFrame } from '@overread/imaging/quality/grey-frame.ts';
import { type CompressedLayout, createCodecs, type OpenedFrame } from './codecs.ts';
import { type Drawing, drawPicture } from './draw.ts';
import { encodePicture } from './encode-picture.ts';
import type { Codec } from './syntaxes.data.ts';

export interface DecodeRequest {
  readonly id: number;
  /** Null for pixels that are not compressed, which are only drawn. */
  readonly codec: Codec | null;
  readonly frame: Uint8Array;
  readonly layout: CompressedLayout;
  /** What becomes of the opened frame: itself, a picture file, or what was measured in it. */
  readonly use: { readonly drawing: Drawing } | { readonly measured: GreyHeader } | null;
}
export type DecodeAnswer =
  | { readonly id: number; readonly opened: OpenedFrame }
  | { readonly id: number; readonly measures: FrameMeasures | null }
  | { readonly id: number; readonly reason: string };
/** What the worker says: first that it is up, then its answers, each with the time that it has computed so far. */
export type DecodeMessage = { readonly spentMs: number; readonly answer: DecodeAnswer | null };

const open = createCodecs();

async function openedOf({ codec, frame, layout }: DecodeRequest): Promise<OpenedFrame> {
  const { samples, bitsAllocated } = layout;
  if (codec === null) return { bytes: frame, samples, bitsAllocated: bitsAllocated as 8 | 16, isRgb: false };
  return open(codec, frame, layout);
}

async function draw(request: DecodeRequest, drawing: Drawing): Promise<OpenedFrame> {
  const opened = await openedOf(request);
  const native = request.codec === null ? { ...drawing.stored, byPixel: false } : { littleEndian: true, byPixel: true };
  return { ...opened, bytes: encodePicture(drawPicture({ ...opened, ...native }, drawing), drawing) };
}

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

async function measure(request: DecodeRequest, header: GreyHeader): Promise<FrameMeasures | null> {
  const { bytes, bitsAllocated } = await openedOf(request);
  const bitsStored = Math.min(header.bitsStored, bitsAllocated);
  const native = { ...header, transferSyntaxUid: EXPLICIT_LITTLE_ENDIAN, bitsAllocated, bitsStored };
  const grey = request.codec === null ? openGreyFrame(bytes, header) : greyFrame(bytes, native);
  return grey === null ? null : measureFrame(grey);
}

async function answer(request: DecodeRequest): Promise<DecodeAnswer> {
  const { id, use } = request;
  if (use !== null && 'measured' in use) return { id, measures: await measure(request, use.measured) };
  return { id, opened: use === null ? await openedOf(request) : await draw(request, use.drawing) };
}

function say(answer: DecodeAnswer | null, transferred: ArrayBuffer[] = []): void {
  const { user, system } = process.threadCpuUsage();
  const message: DecodeMessage = { spentMs: (user + system) / 1000, answer };
  parentPort?.postMessage(message, transferred);
}

parentPort?.on('message', (request: DecodeRequest) => {
  const { id } = request;
  answer(request).then(
    (done) => {
      if (!('opened' in done)) return say(done);
      const { opened } = done;
      // Views of a part share their memory with others; Node's pool of small buffers is not to be sent away at all, also where
      // a view is the first in it. Emscripten's are clamped, which streams do not take.
      const { buffer, length } = opened.bytes;
      const bytes = buffer.byteLength === length ? new Uint8Array(buffer) : new Uint8Array(opened.bytes);
      say({ id, opened: { ...opened, bytes } }, [bytes.buffer as ArrayBuffer]);
    },
    (error: unknown) => say({ id, reason: error instanceof Error ? error.message : String(error) }),
  );
});
say(null);
