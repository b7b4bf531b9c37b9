import {
  DamagedDicom,
  describeStudies,
  drawPreview,
  type InstanceHeader,
  measureGeometry,
  NotDicom,
  orderFrames,
  parseHeader,
  pixelProblem,
  windowFromHeader,
} from '@overread/imaging';
import { openDataSet } from '@overread/server/archive/data-set.ts';
import { dicomJson } from '@overread/server/archive/dicomweb/dicom-json.ts';
import { headerJson } from '@overread/server/archive/index-row.ts';
import type { ArchivedInstance, FrameOf, ReadFrames, StoredFrame } from '@overread/server/archive/model.ts';
import { asProblem } from '@overread/server/archive/stream/open-frames.ts';
import type { DecodePool } from '@overread/server/archive/stream/pixels/decode-pool.ts';
import { openSeriesStream } from '@overread/server/archive/stream/series-stream.ts';
import { Problem } from '@overread/server/platform/ports.ts';

/** What became of a file: read, read but not shown, or refused with a reason. */
export interface Outcome {
  readonly became: 'read' | 'not shown' | 'refused';
  readonly reason: string;
}

/** An archive of one file that lies in memory. */
function archiveOf(bytes: Buffer, header: InstanceHeader): { archive: ReadFrames; instance: ArchivedInstance } {
  const place = { packId: 'none', packOffset: 0, firstSegment: 0, segments: [] };
  const { sopInstanceUid, studyInstanceUid, seriesInstanceUid } = header;
  const uids = { sopInstanceUid, studyInstanceUid, seriesInstanceUid };
  const instance = { ...uids, size: bytes.length, sha256: '', header, place, madeFrom: null };
  async function* frames(_: string, wanted: readonly FrameOf[]): AsyncGenerator<StoredFrame> {
    for (const { frame } of wanted) {
      const range = header.frameRanges[frame];
      if (range === undefined) continue;
      const pieces = (range.pieces ?? [range]).map(({ offset, length }) => bytes.subarray(offset, offset + length));
      yield { sopInstanceUid, frame, bytes: Buffer.concat(pieces) };
    }
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield bytes;
  }
  return { archive: { frames, files: whole, headers: whole }, instance };
}

async function stream(bytes: Buffer, header: InstanceHeader, decoders: DecodePool): Promise<string> {
  const { archive, instance } = archiveOf(bytes, header);
  try {
    const opened = await openSeriesStream({ archive, decoders }, 'case', [instance], false);
    let sent = 0;
    for await (const chunk of opened.chunks) {
      sent += chunk.length;
      // Large pictures of a few damaged bytes are not read to the end here.
      if (sent > 64 << 20) return '';
    }
    return sent === opened.bytes ? '' : wrong(`${sent} bytes sent of ${opened.bytes}`);
  } catch (error) {
    const problem = asProblem(error);
    if (problem instanceof Problem) return problem.message || 'a problem';
    throw error;
  }
}

function wrong(message: string): never {
  throw new Error(message);
}

/** No identifier may be there that the file does not hold as it stands. */
function checkUids(file: Buffer, { sopInstanceUid, studyInstanceUid, seriesInstanceUid }: InstanceHeader): void {
  for (const uid of [sopInstanceUid, studyInstanceUid, seriesInstanceUid]) {
    if (!file.includes(Buffer.from(uid, 'utf8')) && !file.includes(Buffer.from(uid, 'latin1')))
      wrong(`the identifier ${uid} is not in the file`);
  }
}

function describe(bytes: Uint8Array, header: InstanceHeader): void {
  const [study] = describeStudies([header, header]);
  if (study?.studyInstanceUid !== header.studyInstanceUid) wrong('the study is another');
  measureGeometry(orderFrames([header]));
  windowFromHeader(header);
  pixelProblem(header);
  JSON.parse(headerJson(header));
  const range = header.frameRanges[0];
  if (range !== undefined) drawPreview(bytes.subarray(range.offset, range.offset + range.length), header, 64);
}

function metadata(bytes: Buffer, header: InstanceHeader): void {
  const elements = openDataSet(bytes, header.transferSyntaxUid);
  const json = dicomJson(elements, {
    transferSyntaxUid: header.transferSyntaxUid,
    hasPixels: header.frameRanges.length > 0,
    bulkUri: (tag) => `/${tag}`,
  });
  JSON.parse(JSON.stringify(json));
}

/** Takes a file through all that reads files from strangers. Throws for what is neither read nor refused with a reason. */
export async function walkFile(file: Uint8Array, decoders: DecodePool): Promise<Outcome> {
  let header: InstanceHeader;
  try {
    header = parseHeader(file);
  } catch (error) {
    const isRefusal = error instanceof DamagedDicom || error instanceof NotDicom;
    if (!isRefusal || !/\w{3}/.test(error.message)) throw error;
    return { became: 'refused', reason: error.message };
  }
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  checkUids(Buffer.concat([bytes, openDataSet(bytes, header.transferSyntaxUid).bytes]), header);
  describe(file, header);
  metadata(bytes, header);
  const reason = await stream(bytes, header, decoders);
  return { became: reason === '' ? 'read' : 'not shown', reason };
}
