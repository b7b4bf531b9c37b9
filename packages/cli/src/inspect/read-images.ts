import {
  type ByteSource,
  DamagedDicom,
  HeadTooShort,
  type InstanceHeader,
  isNativeSyntax,
  NotDicom,
  parseHeader,
  pixelProblem,
} from '@overread/imaging';

/** The part of a large file that is read first; most headers are shorter. */
export const HEAD_BYTES = 256 * 1024;
/** A single file beyond this is not read whole: no MR instance is that large. */
const MAX_WHOLE_BYTES = 2 ** 31 - 1;

/** What became of a file that is or might be DICOM. */
export type ImageRead =
  | { readonly kind: 'read'; readonly header: InstanceHeader; readonly incomplete: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not-dicom'; readonly reason: string };

async function wholeHeader(source: ByteSource): Promise<InstanceHeader> {
  if (source.size > MAX_WHOLE_BYTES) throw new DamagedDicom('its header is longer than 2 GiB');
  return parseHeader(await source.read(0, source.size));
}

/** Compressed frames are found by walking their fragments, which needs the whole file. */
const needsWhole = (header: InstanceHeader) =>
  header.frames > 0 && header.frameRanges.length === 0 && !isNativeSyntax(header.transferSyntaxUid);

async function parse(source: ByteSource, head: Uint8Array): Promise<InstanceHeader> {
  if (head.length >= source.size) return parseHeader(head);
  try {
    const header = parseHeader(head, { fileSize: source.size });
    return needsWhole(header) ? await wholeHeader(source) : header;
  } catch (error) {
    if (error instanceof HeadTooShort) return await wholeHeader(source);
    throw error;
  }
}

/** Reads one file that begins like DICOM. `head` holds its first bytes, at least HEAD_BYTES of a longer file. */
export async function readImage(source: ByteSource, head: Uint8Array): Promise<ImageRead> {
  try {
    const header = await parse(source, head);
    const problem = pixelProblem(header);
    if (problem !== null && header.frameRanges.length === 0) return { kind: 'refused', reason: problem };
    return { kind: 'read', header, incomplete: problem };
  } catch (error) {
    if (error instanceof NotDicom) return { kind: 'not-dicom', reason: error.message };
    if (error instanceof DamagedDicom || error instanceof HeadTooShort)
      return { kind: 'refused', reason: error.message };
    throw error;
  }
}
