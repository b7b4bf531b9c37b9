import { inflateRawSync } from 'node:zlib';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { nativeFrames } from '@overread/imaging/headers/frame-ranges.ts';
import { readElements } from '@overread/imaging/headers/read-elements.ts';
import { DEFLATED } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Archive, ArchivedInstance, FrameOf, StoredFrame } from './model.ts';

const BIGGEST_INFLATED = 1 << 30;

/** Whether the file holds this frame: one that was cut short has fewer than it says. */
export const isStored = ({ header }: ArchivedInstance, frame: number): boolean =>
  header.frameRanges[frame] !== undefined || (header.transferSyntaxUid === DEFLATED && frame < header.frames);

/** Frames of a data set that is deflated as a whole: the file is opened once for all of its frames. */
async function* deflatedFrames(
  archive: Archive,
  caseId: string,
  wanted: readonly FrameOf[],
): AsyncGenerator<StoredFrame> {
  let opened = { sopInstanceUid: '', frames: [] as Buffer[] };
  for (const { instance, frame } of wanted) {
    const { sopInstanceUid, header } = instance;
    if (opened.sopInstanceUid !== sopInstanceUid) {
      const file = await archive.openInstance(caseId, sopInstanceUid);
      if (file === null) throw wordedProblem(404, 'images.no-such-instance');
      const { bytes, elements } = inflateDataSet(file);
      const found = elements.pixelData === null ? [] : nativeFrames(elements.pixelData, header, bytes.length).ranges;
      opened = { sopInstanceUid, frames: found.map(({ offset, length }) => bytes.subarray(offset, offset + length)) };
    }
    const bytes = opened.frames[frame];
    if (bytes === undefined) throw wordedProblem(422, 'images.damaged');
    yield { sopInstanceUid, frame, bytes };
  }
}

/** The data set of a deflated file (PS3.5 A.5), unpacked. */
export function inflateDataSet(file: Buffer) {
  const meta = readFileMeta(file, file.length);
  const bytes = inflateRawSync(file.subarray(meta.dataSetOffset), { maxOutputLength: BIGGEST_INFLATED });
  return { bytes, elements: readElements(bytes, 0, meta.encoding) };
}

/** Frames as they are stored, in the order given, deflated files too. */
export function storedFrames(archive: Archive, caseId: string, wanted: readonly FrameOf[]): AsyncIterable<StoredFrame> {
  const deflated = wanted.some(({ instance }) => instance.header.transferSyntaxUid === DEFLATED);
  return deflated ? mixedFrames(archive, caseId, wanted) : archive.frames(caseId, wanted);
}

async function* mixedFrames(archive: Archive, caseId: string, wanted: readonly FrameOf[]): AsyncGenerator<StoredFrame> {
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
