import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { DamagedDicom, HeadTooShort, NotDicom, parseHeader } from '@overread/imaging';
import type { ImportLimits } from '../../platform/import-limits.ts';
import { wordedProblem } from '../../platform/problems.ts';
import { type ListedPart, partListFoot } from './part-list.ts';
import { BrokenMultipart, readMultipart } from './read-multipart.ts';
import { createSpool, type Spool } from './spool.ts';

export interface PartsRequest {
  readonly body: AsyncIterable<Buffer>;
  readonly boundary: string;
  /** The study that the address names: instances of another one are not taken. */
  readonly study: string | null;
}

/** What an instance is called. */
export interface Named {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
}

/** Why a part was not taken before anything of it was stored; the values of (0008,1197) are in `answer.ts`. */
export type PartFailure = 'unreadable' | 'other-study' | 'too-large' | 'no-dicom';

export interface KeptPart extends ListedPart {
  /** Null when the part cannot be read. */
  readonly named: Named | null;
  readonly failure: PartFailure | null;
}

/** A head of so many bytes nearly always holds all but the pixels; where it does not, the part is read again. */
const HEAD_BYTES = 32 << 10;
/** As for uploads of browsers. */
const MAX_BODY_BYTES = 32 * 2 ** 30;

interface OpenPart {
  readonly offset: number;
  readonly type: string;
  readonly hash: Hash;
  readonly head: Buffer[];
  headBytes: number;
  size: number;
}

/** Writes the parts of a request to disk as they come, with the list of those to be imported behind them. */
export async function keepParts(
  file: string,
  request: PartsRequest,
  limits: ImportLimits,
): Promise<{ parts: KeptPart[]; size: number }> {
  const handle = await open(file, 'wx+', 0o600);
  const spool = createSpool(handle);
  const parts: KeptPart[] = [];
  let part: OpenPart | null = null;
  const close = async () => {
    if (part !== null)
      parts.push(await judge({ handle, spool }, part, { nth: parts.length + 1, study: request.study, limits }));
    if (parts.length > limits.files) throw wordedProblem(413, 'images.stow-too-large');
  };
  try {
    for await (const event of readMultipart(request.body, request.boundary)) {
      if (event.type === 'part') {
        await close();
        const type = event.headers['content-type'] ?? 'application/dicom';
        part = { offset: spool.size(), type, hash: createHash('sha256'), head: [], headBytes: 0, size: 0 };
      } else if (part !== null) {
        take(part, event.bytes);
        await spool.write(event.bytes);
        if (spool.size() > MAX_BODY_BYTES) throw wordedProblem(413, 'images.stow-too-large');
      }
    }
    await close();
    const foot = partListFoot(
      parts
        .filter(({ failure }) => failure === null)
        .map(({ path, offset, size: bytes, sha256 }) => ({ path, offset, size: bytes, sha256 })),
    );
    await spool.write(foot);
    await spool.flush();
    return { parts, size: spool.size() };
  } catch (error) {
    throw error instanceof BrokenMultipart ? wordedProblem(400, 'images.stow-unclear') : error;
  } finally {
    await handle.close();
  }
}

function take(part: OpenPart, bytes: Buffer): void {
  part.hash.update(bytes);
  part.size += bytes.length;
  if (part.headBytes >= HEAD_BYTES) return;
  // A copy: the piece is a view of a larger buffer that would be held with it.
  const piece = Buffer.from(bytes.subarray(0, HEAD_BYTES - part.headBytes));
  part.head.push(piece);
  part.headBytes += piece.length;
}

interface Written {
  readonly handle: FileHandle;
  readonly spool: Spool;
}

async function judge(
  written: Written,
  part: OpenPart,
  { nth, study, limits }: { readonly nth: number; readonly study: string | null; readonly limits: ImportLimits },
): Promise<KeptPart> {
  const { offset, size, hash } = part;
  const listed = { path: `part ${nth}`, offset, size, sha256: hash.digest('hex') };
  if (!/^application\/dicom\s*(;|$)/i.test(part.type)) return { ...listed, named: null, failure: 'no-dicom' };
  if (size > limits.fileBytes) return { ...listed, named: null, failure: 'too-large' };
  const named = await nameOf(written, part);
  if (named === null) return { ...listed, named, failure: 'unreadable' };
  const isOther = study !== null && named.studyInstanceUid !== study;
  return { ...listed, named, failure: isOther ? 'other-study' : null };
}

async function nameOf({ handle, spool }: Written, { head, offset, size }: OpenPart): Promise<Named | null> {
  try {
    return parseHeader(Buffer.concat(head), { fileSize: size });
  } catch (error) {
    if (!(error instanceof HeadTooShort)) return unreadable(error);
  }
  await spool.flush();
  const whole = Buffer.alloc(size);
  await handle.read(whole, 0, size, offset);
  try {
    return parseHeader(whole);
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): null {
  if (error instanceof DamagedDicom || error instanceof NotDicom || error instanceof HeadTooShort) return null;
  throw error;
}
