import type { FileHandle } from 'node:fs/promises';

/** Pieces are collected up to this before they are written: they come from the network by 64 KiB. */
const WRITE_BYTES = 1 << 20;

/** Writes pieces one behind the other, the next ones being collected while the last are on their way to the disk. */
export interface Spool {
  write(piece: Buffer): Promise<void>;
  /** Resolves when everything so far can be read from the file. */
  flush(): Promise<void>;
  /** Bytes so far. */
  size(): number;
}

export function createSpool(handle: FileHandle): Spool {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  let writing: Promise<void> = Promise.resolve();

  async function send(): Promise<void> {
    await writing;
    writing = writeAll(handle, waiting, written);
    // Whoever writes next, or flushes, hears of a failure.
    writing.catch(() => undefined);
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }

  return {
    async write(piece) {
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes >= WRITE_BYTES) await send();
    },
    async flush() {
      if (waitingBytes > 0) await send();
      await writing;
    },
    size: () => written + waitingBytes,
  };
}

async function writeAll(handle: FileHandle, pieces: readonly Buffer[], at: number): Promise<void> {
  let rest = pieces;
  let position = at;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest, position);
    position += bytesWritten;
    rest = behind(rest, bytesWritten);
  }
}

/** The pieces without their first bytes. */
function behind(pieces: readonly Buffer[], bytes: number): readonly Buffer[] {
  let left = bytes;
  let first = 0;
  while (first < pieces.length && left >= (pieces[first] as Buffer).length) {
    left -= (pieces[first] as Buffer).length;
    first += 1;
  }
  const [cut, ...others] = pieces.slice(first);
  return cut === undefined ? [] : [cut.subarray(left), ...others];
}
