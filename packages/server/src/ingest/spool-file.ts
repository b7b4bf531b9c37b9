import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ByteSource } from '@overread/imaging';
import { HEAD_BYTES, readRecordHead, sealRecord, TAG_BYTES } from './seal-spool.ts';

/** A spool that is being written. One call after the other: the records have an order. */
export interface SpoolFile {
  readonly bytes: number;
  readonly files: number;
  /** Adds a file, given in pieces; in a spool that is `durable` a power cut takes nothing of it away once this resolves. */
  add(pieces: readonly Uint8Array[]): Promise<void>;
  /** Resolves when everything is durable. */
  close(): Promise<void>;
}

async function writeAll(handle: FileHandle, pieces: readonly Buffer[], at: number): Promise<void> {
  const { bytesWritten } = await handle.writev(pieces as Buffer[], at);
  const whole = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (bytesWritten === whole) return;
  // A short write is a disc that is full; what is left is tried once more, so that its error is told.
  const rest = Buffer.concat(pieces).subarray(bytesWritten);
  for (let done = 0; done < rest.length; ) {
    done += (await handle.write(rest, done, rest.length - done, at + bytesWritten + done)).bytesWritten;
  }
}

/** One write that is synced with it: a second call to sync costs a way to another thread and back. */
const DURABLE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_DSYNC;

/** Makes a spool's file anew and its name durable. `durable`: each file that is added, too. */
export async function createSpoolFile(path: string, key: Uint8Array, durable: boolean): Promise<SpoolFile> {
  const handle = await open(path, durable ? DURABLE : 'w', 0o600);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
  let bytes = 0;
  let files = 0;
  let next = 0;
  return {
    get bytes() {
      return bytes;
    },
    get files() {
      return files;
    },
    async add(pieces) {
      // A number is never used again, not even that of a record that could not be written.
      const record = sealRecord(key, next, pieces);
      next += 1;
      try {
        await writeAll(handle, record, bytes);
      } catch (error) {
        // The next record takes the place of the one that failed; what cannot even be cut off is overwritten by it.
        await handle.truncate(bytes).catch(() => undefined);
        throw error;
      }
      bytes += record.reduce((sum, piece) => sum + piece.length, 0);
      files += 1;
    },
    async close() {
      await handle.datasync().finally(() => handle.close());
    },
  };
}

/** Where a record's sealed bytes lie in its spool. */
export interface SpooledFile {
  readonly nth: number;
  readonly offset: number;
  /** With the tag. */
  readonly storedSize: number;
  readonly size: number;
}

/** The whole records of a spool; a last one that was cut short is left out. */
export async function readSpool(source: ByteSource): Promise<SpooledFile[]> {
  const found: SpooledFile[] = [];
  for (let at = 0; at + HEAD_BYTES + TAG_BYTES <= source.size; ) {
    const head = readRecordHead(await source.read(at, HEAD_BYTES));
    const offset = at + HEAD_BYTES;
    if (head === null || head.nth <= (found.at(-1)?.nth ?? -1) || offset + head.size + TAG_BYTES > source.size) break;
    const storedSize = head.size + TAG_BYTES;
    found.push({ nth: head.nth, offset, storedSize, size: head.size });
    at = offset + storedSize;
  }
  return found;
}
