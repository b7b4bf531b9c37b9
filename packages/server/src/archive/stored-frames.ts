import { nativeFrames } from '@overread/imaging/headers/frame-ranges.ts';
import { DEFLATED, encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { bitsBefore, bitsFrom } from '@overread/imaging/pixels/packed-bits.ts';
import { wordedProblem } from '../platform/problems.ts';
import { inflateDataSet } from './data-set.ts';
import type { ArchivedInstance, FrameOf, ReadFrames, StoredFrame } from './model.ts';

/** Whether the file holds this frame: one that was cut short has fewer than it says. */
export const isStored = ({ header }: ArchivedInstance, frame: number): boolean =>
  header.frameRanges[frame] !== undefined || (header.transferSyntaxUid === DEFLATED && frame < header.frames);

async function wholeFile(archive: ReadFrames, caseId: string, instance: ArchivedInstance): Promise<Buffer> {
  for await (const file of archive.files(caseId, [instance])) return file;
  throw wordedProblem(404, 'images.no-such-instance');
}

/** Frames of a data set that is deflated as a whole: the file is opened once for all of its frames. */
async function* deflatedFrames(
  archive: ReadFrames,
  caseId: string,
  wanted: readonly FrameOf[],
): AsyncGenerator<StoredFrame> {
  let opened = { sopInstanceUid: '', frames: [] as Buffer[] };
  for (const { instance, frame } of wanted) {
    const { sopInstanceUid, header } = instance;
    if (opened.sopInstanceUid !== sopInstanceUid) {
      const { bytes, elements } = inflateDataSet(await wholeFile(archive, caseId, instance));
      const found = elements.pixelData === null ? [] : nativeFrames(elements.pixelData, header, bytes.length).ranges;
      opened = { sopInstanceUid, frames: found.map(({ offset, length }) => bytes.subarray(offset, offset + length)) };
    }
    const bytes = opened.frames[frame];
    if (bytes === undefined) throw wordedProblem(422, 'images.damaged');
    yield { sopInstanceUid, frame, bytes };
  }
}

/** Frames as they are stored, in the order given, deflated files too; each begins at its own first byte. */
export function storedFrames(
  archive: ReadFrames,
  caseId: string,
  wanted: readonly FrameOf[],
): AsyncIterable<StoredFrame> {
  const deflated = wanted.some(({ instance }) => instance.header.transferSyntaxUid === DEFLATED);
  const read = deflated ? mixedFrames(archive, caseId, wanted) : archive.frames(caseId, wanted);
  return wanted.some(({ instance }) => isPacked(instance)) ? alignedFrames(read, wanted) : read;
}

/** Whether pixels are single bits of which two frames may share a byte. */
export const isPacked = ({ header }: ArchivedInstance): boolean =>
  header.bitsAllocated === 1 &&
  (header.rows * header.columns) % 8 > 0 &&
  !encodingOf(header.transferSyntaxUid).encapsulated;

async function* alignedFrames(
  read: AsyncIterable<StoredFrame>,
  wanted: readonly FrameOf[],
): AsyncGenerator<StoredFrame> {
  let at = 0;
  for await (const stored of read) {
    const { instance, frame } = wanted[at] as FrameOf;
    const pixels = instance.header.rows * instance.header.columns;
    at += 1;
    if (!isPacked(instance)) yield stored;
    else yield { ...stored, bytes: Buffer.from(bitsFrom(stored.bytes, bitsBefore(frame, pixels), pixels)) };
  }
}

async function* mixedFrames(
  archive: ReadFrames,
  caseId: string,
  wanted: readonly FrameOf[],
): AsyncGenerator<StoredFrame> {
  for (const [isDeflated, part] of partsOf(wanted)) {
    yield* isDeflated ? deflatedFrames(archive, caseId, part) : archive.frames(caseId, part);
  }
}

function partsOf(wanted: readonly FrameOf[]): [boolean, FrameOf[]][] {
  const parts: [boolean, FrameOf[]][] = [];
  for (const frame of wanted) {
    const deflated = frame.instance.header.transferSyntaxUid === DEFLATED;
    const last = parts.at(-1);
    if (last?.[0] === deflated) last[1].push(frame);
    else parts.push([deflated, [frame]]);
  }
  return parts;
}
