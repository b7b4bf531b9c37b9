import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { GreyFrame } from '@overread/imaging/quality/frame-measures.ts';
import { frameBytes, greyFrame } from '@overread/imaging/quality/grey-frame.ts';
import type { CompressedLayout, OpenedFrame } from './stream/pixels/codecs.ts';
import { COMPRESSED, type Codec } from './stream/pixels/syntaxes.data.ts';

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';

/** Opens one compressed frame: codecs of this thread, or a pool beside it. */
export type OpenFrame = (codec: Codec, frame: Uint8Array, layout: CompressedLayout) => Promise<OpenedFrame>;

/** The frames of a compressed file, so that they can be searched for letters; null where one cannot be opened. */
export async function openedFrames(
  file: Uint8Array,
  header: InstanceHeader,
  open: OpenFrame,
): Promise<GreyFrame[] | null> {
  const codec = COMPRESSED[header.transferSyntaxUid]?.codec ?? null;
  if (codec === null || header.frameRanges.length < header.frames) return null;
  const { rows, columns, samplesPerPixel: samples, bitsAllocated } = header;
  const frames: GreyFrame[] = [];
  for (const range of header.frameRanges) {
    const opened = await open(codec, frameBytes(file, range), { rows, columns, samples, bitsAllocated }).catch(
      () => null,
    );
    const layout = { ...header, transferSyntaxUid: EXPLICIT_LITTLE };
    const grey =
      opened === null
        ? null
        : greyFrame(opened.bytes, {
            ...layout,
            bitsAllocated: opened.bitsAllocated,
            bitsStored: Math.min(header.bitsStored, opened.bitsAllocated),
            samplesPerPixel: opened.samples,
          });
    if (grey === null) return null;
    frames.push(grey);
  }
  return frames;
}
