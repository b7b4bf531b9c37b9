/** Messages between two processes: length of the head, length of the body (u32, little endian), the head as JSON, the body. */

const LENGTHS = 8;
/** No head is longer: it holds a path, or a reason. */
const MAX_HEAD = 1 << 20;

/** The parts of a frame as they are written one after the other; the body is not copied. */
export function frameParts(head: object, body: Uint8Array = new Uint8Array(0)): readonly [Uint8Array, Uint8Array] {
  const text = Buffer.from(JSON.stringify(head));
  const start = Buffer.allocUnsafe(LENGTHS + text.length);
  start.writeUInt32LE(text.length, 0);
  start.writeUInt32LE(body.length, 4);
  text.copy(start, LENGTHS);
  return [start, body];
}

/** Reads one frame with a call that fills a buffer or fails. */
export function readFrame<Head>(read: (length: number) => Uint8Array): {
  readonly head: Head;
  readonly body: Uint8Array;
} {
  const lengths = viewOf(read(LENGTHS));
  const head = JSON.parse(Buffer.from(read(headLength(lengths))).toString()) as Head;
  return { head, body: read(lengths.getUint32(4, true)) };
}

/** Takes frames out of pieces as they come. A body is its own memory, ready to be handed on. */
export function createFrameReader<Head>(onFrame: (head: Head, body: Uint8Array<ArrayBuffer>) => void) {
  let wanted: 'lengths' | 'head' | 'body' = 'lengths';
  let into = new Uint8Array(LENGTHS);
  let filled = 0;
  let bodyLength = 0;
  let head: Head | null = null;
  const expect = (part: typeof wanted, length: number) => {
    wanted = part;
    into = new Uint8Array(length);
    filled = 0;
  };
  const step = () => {
    if (wanted === 'lengths') {
      const lengths = viewOf(into);
      bodyLength = lengths.getUint32(4, true);
      expect('head', headLength(lengths));
    } else if (wanted === 'head') {
      head = JSON.parse(Buffer.from(into).toString()) as Head;
      expect('body', bodyLength);
    } else {
      const body = into;
      expect('lengths', LENGTHS);
      onFrame(head as Head, body);
    }
  };
  return (piece: Uint8Array): void => {
    for (let at = 0; at < piece.length || filled === into.length; ) {
      const part = piece.subarray(at, at + into.length - filled);
      into.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === into.length) step();
    }
  };
}

function headLength(lengths: DataView): number {
  const length = lengths.getUint32(0, true);
  if (length > MAX_HEAD) throw new Error('no frame begins here');
  return length;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
