/** A file of a disc or archive. Its content is read when its turn comes, and may be read in part. */
export interface DiscFile {
  /** Relative, with "/" between folders. */
  readonly path: string;
  readonly size: number;
  /** Bytes `start` to `end` (exclusive). */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
  /** CRC-32 of the whole content; asked for in a ZIP. */
  crc32(): Promise<number>;
}

/** A stretch of an image: bytes made when they are wanted, the content of a file, or zeros. */
export type Piece =
  | { readonly size: number; bytes(): Uint8Array | Promise<Uint8Array> }
  | { readonly size: number; readonly file: DiscFile; readonly from: number }
  | { readonly size: number };

/** A disc image or archive that exists only as its plan: every byte has its place before any file is read. */
export interface Layout {
  readonly size: number;
  readonly pieces: readonly Piece[];
}

export const layoutOf = (pieces: readonly Piece[]): Layout => ({
  size: pieces.reduce((sum, { size }) => sum + size, 0),
  pieces,
});

const ZEROS = new Uint8Array(1 << 16);

async function* readPiece(piece: Piece, start: number, end: number): AsyncGenerator<Uint8Array> {
  if ('file' in piece) yield* piece.file.read(piece.from + start, piece.from + end);
  else if ('bytes' in piece) yield (await piece.bytes()).subarray(start, end);
  else for (let at = start; at < end; at += ZEROS.length) yield ZEROS.subarray(0, Math.min(ZEROS.length, end - at));
}

/** Bytes `start` to `end` (exclusive) of an image, one chunk in memory at a time. Throws when a file is shorter than it said. */
export async function* readLayout({ pieces, size }: Layout, start = 0, end = size): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(0, start - at);
    const to = Math.min(piece.size, end - at);
    at += piece.size;
    if (from >= to) continue;
    let given = 0;
    for await (const chunk of readPiece(piece, from, to)) {
      given += chunk.length;
      yield chunk;
    }
    if (given !== to - from) throw new Error(`A part of the packet has ${given} bytes where ${to - from} were told.`);
  }
}
