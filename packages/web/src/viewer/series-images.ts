import type { StreamHeader } from '@overread/contract/images.ts';
import { slotsOf } from './stream-parser.ts';

/** The stored values of one frame: a view on the buffer of the whole series, never a copy. */
export type FramePixels = Uint8Array<ArrayBufferLike> | Uint16Array<ArrayBufferLike> | Int16Array<ArrayBufferLike>;

export type SeriesState = 'reading' | 'complete' | 'failed';

/** All frames of one series in one buffer, or one stack of them, while they arrive and after. Shared by every pane that shows it. */
export interface SeriesImages {
  readonly header: StreamHeader;
  readonly buffer: ArrayBufferLike;
  /** The stacks of the series by their labels, and which of them this is; empty where the series is not split. */
  readonly stacks: readonly string[];
  readonly stack: number;
  /** The index that a frame has in the whole series. */
  whole(index: number): number;
  state(): SeriesState;
  has(index: number): boolean;
  /** How many frames have arrived. */
  arrived(): number;
  /** Stored values of a frame, or null while it has not arrived. */
  pixels(index: number): FramePixels | null;
  /** Calls back on every arrived frame and on a change of state (`index` -1); answers the way to stop. */
  subscribe(listener: (index: number) => void): () => void;
}

/** What the reader of the stream calls; kept apart so that panes cannot write. */
export interface SeriesImagesWriter {
  readonly images: SeriesImages;
  frame(index: number): void;
  end(state: 'complete' | 'failed'): void;
}

function viewOf(header: StreamHeader, buffer: ArrayBufferLike, slot: number): FramePixels {
  const offset = slot * header.frameBytes;
  if (header.bitsAllocated === 8) return new Uint8Array(buffer, offset, header.frameBytes);
  const length = header.frameBytes / 2;
  return header.signed ? new Int16Array(buffer, offset, length) : new Uint16Array(buffer, offset, length);
}

export function createSeriesImages(header: StreamHeader, buffer: ArrayBufferLike): SeriesImagesWriter {
  const slots = slotsOf(header.order);
  const here = new Set<number>();
  const listeners = new Set<(index: number) => void>();
  let state: SeriesState = 'reading';
  const tell = (index: number) => {
    for (const listener of [...listeners]) listener(index);
  };
  return {
    images: {
      header,
      buffer,
      stacks: [],
      stack: 0,
      whole: (index) => index,
      state: () => state,
      has: (index) => here.has(index),
      arrived: () => here.size,
      pixels(index) {
        const slot = slots.get(index);
        return slot === undefined || !here.has(index) ? null : viewOf(header, buffer, slot);
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    frame(index) {
      here.add(index);
      tell(index);
    },
    end(next) {
      state = next;
      tell(-1);
    },
  };
}

/** One stack of a series, over the same buffer; the series itself where it is not split. */
export function stackOf(images: SeriesImages, stack: number): SeriesImages {
  const { header } = images;
  const own = header.stacks[stack]?.frames;
  if (own === undefined) return images;
  const place = new Map(own.map((index, at) => [index, at]));
  const whole = (at: number) => own[at] ?? -1;
  return {
    header: {
      ...header,
      frames: own.map((index) => header.frames[index] as StreamHeader['frames'][number]),
      order: header.order.map((index) => place.get(index)).filter((at) => at !== undefined),
      stacks: [],
    },
    buffer: images.buffer,
    stacks: header.stacks.map(({ label }) => label),
    stack,
    whole,
    state: images.state,
    has: (at) => images.has(whole(at)),
    arrived: () => own.filter((index) => images.has(index)).length,
    pixels: (at) => images.pixels(whole(at)),
    subscribe: (listener) =>
      images.subscribe((index) => {
        const at = index === -1 ? -1 : place.get(index);
        if (at !== undefined) listener(at);
      }),
  };
}
