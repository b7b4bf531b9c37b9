import {
  DamagedDicom,
  DETECT_BYTES,
  type DiscList,
  detectKind,
  type FileKind,
  HeadTooShort,
  type InstanceHeader,
  ignoredAs,
  isContainer,
  isDiscList,
  isNamedLikeImage,
  knownName,
  MAX_LIST_BYTES,
  NotDicom,
  parseHeader,
  pixelProblem,
  readDiscList,
  refusalOfKind,
} from '@overread/imaging';
import type { ContainerKind } from '@overread/imaging/media/detect.ts';
import type { DiscItem } from './disc-items.ts';
import { sha256Of } from './sha256.ts';
import { DamagedEntry } from './zip-blob.ts';

/** The part of a file that is read first; most MR files are shorter, and then it is all that is ever read before sending. */
export const HEAD_BYTES = 256 * 1024;
/** Enough to see whether a file that is known by its name is DICOM all the same. */
const PEEK_BYTES = 1024;
/** A header that is longer than HEAD_BYTES makes the file be read whole, up to this size. */
const MAX_WHOLE_BYTES = 512 << 20;

/** What became of one file. */
export type Look =
  | {
      readonly kind: 'image';
      readonly header: InstanceHeader;
      /** Known already where the whole file was read. */
      readonly sha256: string | null;
      /** What is wrong with its pictures, where a part of them is there. */
      readonly incomplete: string | null;
    }
  | { readonly kind: 'container'; readonly container: ContainerKind }
  /** What only the service opens: 7z archives, UDF images. */
  | { readonly kind: 'packed' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ignored'; readonly reason: string; readonly list?: DiscList };

const refused = (reason: string): Look => ({ kind: 'refused', reason });

async function parse(item: DiscItem, head: Uint8Array): Promise<InstanceHeader> {
  if (head.length >= item.size) return parseHeader(head);
  try {
    return parseHeader(head, { fileSize: item.size });
  } catch (error) {
    if (!(error instanceof HeadTooShort)) throw error;
    if (item.size > MAX_WHOLE_BYTES) throw new DamagedDicom('its header is longer than any image’s is');
    return parseHeader(new Uint8Array(await (await item.blob()).arrayBuffer()));
  }
}

async function lookAtImage(item: DiscItem, head: Uint8Array<ArrayBuffer>): Promise<Look> {
  const header = await parse(item, head);
  const readWhole = head.length >= item.size;
  const incomplete = pixelProblem(header, readWhole);
  if (incomplete !== null && header.frameRanges.length === 0) return refused(incomplete);
  const sha256 = readWhole && item.plain ? await sha256Of(head) : null;
  return { kind: 'image', header, sha256, incomplete };
}

/** A file that is no image stays behind; one that is named like an image is refused, so that someone looks at it. */
function leave(path: string, kind: FileKind, reason: string): Look {
  const known = knownName(path);
  if (known === null && kind !== 'dicom' && isNamedLikeImage(path)) {
    const said = kind === 'unknown' ? 'its content is not a DICOM image' : `it is ${ignoredAs(kind) ?? reason}`;
    return refused(`named like an image, but ${said}. Ask for a new copy`);
  }
  return { kind: 'ignored', reason: known ?? (kind === 'dicom' ? reason : (ignoredAs(kind) ?? reason)) };
}

/** A file that begins like DICOM; what turns out to be none is left as what it is otherwise. */
async function lookAtDicom(item: DiscItem, head: Uint8Array<ArrayBuffer>, kind: FileKind): Promise<Look> {
  try {
    return await lookAtImage(item, head);
  } catch (error) {
    if (error instanceof NotDicom && isDiscList(head)) return leaveList(item, error.message);
    if (error instanceof NotDicom) return leave(item.path, kind === 'dicom' ? kind : 'unknown', error.message);
    throw error;
  }
}

/** A disc's own list is no image; what it lists is held against what is there. */
async function leaveList(item: DiscItem, reason: string): Promise<Look> {
  if (item.size > MAX_LIST_BYTES) return { kind: 'ignored', reason };
  const list = readDiscList(item.path, new Uint8Array(await (await item.blob()).arrayBuffer()));
  return list === null ? { kind: 'ignored', reason } : { kind: 'ignored', reason, list };
}

async function look(item: DiscItem): Promise<Look> {
  const known = knownName(item.path) !== null;
  const head = await item.head(known ? PEEK_BYTES : Math.max(HEAD_BYTES, DETECT_BYTES));
  const kind = detectKind(head);
  if (kind === 'dicom' || kind === 'maybe-dicom')
    return lookAtDicom(item, known ? await item.head(HEAD_BYTES) : head, kind);
  if (!known && (kind === '7z' || kind === 'udf')) return { kind: 'packed' };
  const reason = known ? null : refusalOfKind(kind);
  if (reason !== null) return refused(reason);
  if (!known && isContainer(kind)) return { kind: 'container', container: kind };
  return leave(item.path, kind, ignoredAs(kind) ?? 'not a medical image');
}

/** Looks at one file by its content. Whatever is wrong with it becomes its reason; the other files go on. */
export async function lookAtItem(item: DiscItem): Promise<Look> {
  try {
    return await look(item);
  } catch (error) {
    if (error instanceof DamagedDicom || error instanceof HeadTooShort || error instanceof DamagedEntry)
      return refused(error.message);
    if (error instanceof Error && error.name === 'UnreadableContainer') return refused(error.message);
    if (error instanceof DOMException) return refused(driveReason(error));
    throw error;
  }
}

/** Errors of the browser's own file reading. */
const driveReason = (error: DOMException) =>
  error.name === 'NotFoundError'
    ? 'it is no longer there: the disc was taken out or the file was moved'
    : 'the disc or drive cannot read it; clean the disc or ask for a new one';
