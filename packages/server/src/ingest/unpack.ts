import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { localHeaderLength, UnreadableContainer } from '@overread/imaging';
import { sizeText } from '../platform/size-text.ts';
import type { JobControl } from './job-control.ts';

/** The packed bytes cannot be unpacked, or are not what was packed. `message` is a reason for people. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

const ASK = 'Ask for a new copy';

/** What the directory of a ZIP says of an entry; both are believed only when the bytes bear them out. */
interface Expected {
  readonly size: number;
  readonly crc32: number;
}

/** One entry of a ZIP, whose local header begins at `at`. */
export function unzipEntry(
  bytes: Uint8Array,
  at: number,
  entry: Expected & { readonly storedSize: number; readonly deflated: boolean },
  control: JobControl,
): Uint8Array {
  const start = at + headerLength(bytes, at);
  const packed = bytes.subarray(start, start + entry.storedSize);
  if (packed.length < entry.storedSize) throw new DamagedFile(`damaged in its archive: it is cut short. ${ASK}`);
  const plain = entry.deflated ? inflate(packed, entry, control) : packed;
  const whole = plain.length === entry.size && crc32(plain) === entry.crc32;
  if (!whole) throw new DamagedFile(`damaged in its archive: its checksum is wrong. ${ASK}`);
  return plain;
}

function headerLength(bytes: Uint8Array, at: number): number {
  try {
    return localHeaderLength(bytes, at);
  } catch (error) {
    if (error instanceof UnreadableContainer) throw new DamagedFile(error.message);
    throw error;
  }
}

/** A chunk a little larger than the file makes zlib work in one piece, which is a quarter faster. */
function inflate(packed: Uint8Array, { size }: Expected, control: JobControl): Uint8Array {
  control.spend(size);
  try {
    return inflateRawSync(packed, { chunkSize: Math.max(64, size + 64), maxOutputLength: size + 1 });
  } catch {
    throw new DamagedFile(`damaged in its archive: it cannot be unpacked. ${ASK}`);
  }
}

/** A gzip file of at most `maxBytes`. */
export function gunzip(packed: Uint8Array, maxBytes: number, control: JobControl): Uint8Array {
  let plain: Uint8Array;
  try {
    plain = gunzipSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new DamagedFile(
        `it unpacks to more than this service opens at once, ${sizeText(maxBytes)}; open it and send the folder`,
      );
    }
    throw new DamagedFile(`damaged: it cannot be unpacked. ${ASK}`);
  }
  control.spend(plain.length);
  return plain;
}
