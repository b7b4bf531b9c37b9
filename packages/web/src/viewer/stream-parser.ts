import type { StreamHeader } from '@overread/contract/images.ts';

/** "OVR1": the first four bytes of a series' framed stream. */
const MAGIC = [0x4f, 0x56, 0x52, 0x31];
/** A header describes each frame in some 200 bytes; a longer one is a broken length, not a series. */
const MAX_HEADER_BYTES = 32 * 1024 * 1024;

/** A stream that is not what the service sends, or that ended too early. `message` is for the log; the screen has its own words. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
}

/** Where the parser puts what it reads. `target` is asked once, right after the header, for room for all frames that come. */
export interface StreamSink {
  /** Bytes for `slots` frames of `header.frameBytes` each, in display order. */
  target(header: StreamHeader, slots: number): Uint8Array<ArrayBufferLike>;
  /** Frame `index` (of `header.frames`) lies complete in `slot` of the target. */
  frame(index: number, slot: number): void;
}

export interface StreamParser {
  push(chunk: Uint8Array<ArrayBufferLike>): void;
  /** To be called when the bytes end; throws `StreamError` when frames are missing. */
  finish(): void;
}

/** The slot of each frame in the buffer: display order, without gaps for the frames that the stream leaves out. */
export function slotsOf(order: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...order].sort((a, b) => a - b).map((index, slot) => [index, slot]));
}

function parseHeader(bytes: Uint8Array): StreamHeader {
  let header: StreamHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes)) as StreamHeader;
  } catch (cause) {
    throw new StreamError('the header of the series is not JSON', { cause });
  }
  const sampleBytes = header.bitsAllocated / 8;
  if (header.frameBytes !== header.rows * header.columns * header.samplesPerPixel * sampleBytes)
    throw new StreamError(`a frame of ${header.columns} x ${header.rows} cannot have ${header.frameBytes} bytes`);
  const known = new Set(header.order);
  if (known.size !== header.order.length || header.order.some((index) => header.frames[index] === undefined))
    throw new StreamError('the order of the frames names a frame twice, or one that is not there');
  return header;
}

/**
 * Reads the framed stream of one series (see `StreamHeader` in the contract) from chunks of any size, and copies each
 * frame straight to its place in display order, so that no frame is held twice.
 */
export function createStreamParser(sink: StreamSink): StreamParser {
  let head = new Uint8Array(8);
  let filled = 0;
  let header: StreamHeader | null = null;
  let target: Uint8Array<ArrayBufferLike> = head;
  let slots: ReadonlyMap<number, number> = new Map();
  let nth = 0;
  let inFrame = 0;

  /** Takes bytes for the preamble or the header; answers how many it used. */
  function takeHead(chunk: Uint8Array<ArrayBufferLike>): number {
    const used = Math.min(head.length - filled, chunk.length);
    head.set(chunk.subarray(0, used), filled);
    filled += used;
    if (filled < head.length) return used;
    if (head.length === 8) {
      if (MAGIC.some((byte, i) => head[i] !== byte)) throw new StreamError('the stream does not begin with OVR1');
      const length = new DataView(head.buffer).getUint32(4, true);
      if (length > MAX_HEADER_BYTES) throw new StreamError(`a header of ${length} bytes is too long`);
      const longer = new Uint8Array(8 + length);
      longer.set(head);
      head = longer;
      return used;
    }
    header = parseHeader(head.subarray(8));
    slots = slotsOf(header.order);
    target = sink.target(header, slots.size);
    return used;
  }

  function takeFrame(chunk: Uint8Array<ArrayBufferLike>, known: StreamHeader): number {
    const index = known.order[nth];
    const slot = index === undefined ? undefined : slots.get(index);
    if (index === undefined || slot === undefined) throw new StreamError('the stream goes on after its last frame');
    const used = Math.min(known.frameBytes - inFrame, chunk.length);
    target.set(chunk.subarray(0, used), slot * known.frameBytes + inFrame);
    inFrame += used;
    if (inFrame === known.frameBytes) {
      inFrame = 0;
      nth += 1;
      sink.frame(index, slot);
    }
    return used;
  }

  return {
    push(chunk) {
      let rest = chunk;
      while (rest.length > 0) rest = rest.subarray(header === null ? takeHead(rest) : takeFrame(rest, header));
    },
    finish() {
      if (header === null) throw new StreamError('the stream ended before its header');
      if (nth < header.order.length)
        throw new StreamError(`the stream ended after ${nth} of ${header.order.length} frames`);
    },
  };
}
