import { createRequire } from 'node:module';
import { decodeRle, UnreadableFrame } from './rle.ts';
import { statedSize } from './stated-size.ts';
import type { Codec } from './syntaxes.data.ts';

/** What a codec has to know of a frame beside its bytes. */
export interface CompressedLayout {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
  readonly bitsAllocated: number;
}

/** Native little-endian pixels, colour by pixel. */
export interface OpenedFrame {
  readonly bytes: Uint8Array;
  readonly bitsAllocated: 8 | 16;
  readonly samples: number;
  /** Whether a colour frame is RGB now, whatever its header says. */
  readonly isRgb: boolean;
}

/** The parts of the Emscripten modules that are used (@cornerstonejs/codec-*). */
interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): { width: number; height: number; bitsPerSample: number; componentCount: number };
  delete(): void;
}
type WasmModule = Readonly<Record<string, new () => WasmDecoder>>;

type WasmFactory = (options: { print: () => void; printErr: () => void }) => Promise<WasmModule>;
/** The decoders tell each step of their work; nobody reads it. */
const quiet = () => undefined;

const require = createRequire(import.meta.url);

const WASM = {
  'jpeg-2000': { module: '@cornerstonejs/codec-openjpeg/decodewasmjs', decoder: 'J2KDecoder' },
  'jpeg-ls': { module: '@cornerstonejs/codec-charls/decodewasmjs', decoder: 'JpegLSDecoder' },
  jpeg: { module: '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs', decoder: 'JPEGDecoder' },
} as const;

interface LosslessDecoder {
  decode(buffer: ArrayBuffer, offset: number, length: number): ArrayBuffer & { buffer?: ArrayBuffer };
}

/** A damaged size would have a codec ask for gigabytes. */
function checkSize(frame: Uint8Array, { rows, columns }: CompressedLayout): void {
  const stated = statedSize(frame);
  if (stated === null) throw new UnreadableFrame('a frame does not begin as its syntax does');
  if (stated.rows !== rows || stated.columns !== columns || stated.components > 4)
    throw new UnreadableFrame('a frame has another size than its header says');
}

/** Opens compressed frames. Modules are loaded when the first frame of their kind comes. */
export function createCodecs() {
  const loaded = new Map<string, Promise<WasmModule>>();
  const load = (module: string): Promise<WasmModule> => {
    const known = loaded.get(module) ?? (require(module) as WasmFactory)({ print: quiet, printErr: quiet });
    loaded.set(module, known);
    return known;
  };

  async function openWasm(codec: keyof typeof WASM, frame: Uint8Array): Promise<OpenedFrame> {
    const { module, decoder: name } = WASM[codec];
    const Decoder = (await load(module))[name];
    if (Decoder === undefined) throw new Error(`${module} has no ${name}.`);
    const decoder = new Decoder();
    try {
      decoder.getEncodedBuffer(frame.length).set(frame);
      decoder.decode();
      const { bitsPerSample, componentCount } = decoder.getFrameInfo();
      const bitsAllocated = bitsPerSample > 8 ? 16 : 8;
      return {
        bytes: decoder.getDecodedBuffer().slice(),
        bitsAllocated,
        samples: componentCount,
        // JPEG-LS gives colours as they were put in; the others undo their own transform.
        isRgb: componentCount === 3 && codec !== 'jpeg-ls',
      };
    } catch (cause) {
      // Emscripten throws numbers for what the decoder refuses; what they stand for is of no use to anybody. After anything
      // else its memory is in no known state: the next frame gets a module of its own.
      if (typeof cause !== 'number') loaded.delete(module);
      throw new UnreadableFrame(`a frame cannot be opened as ${codec}`, { cause });
    } finally {
      decoder.delete();
    }
  }

  function openLossless(frame: Uint8Array, layout: CompressedLayout): OpenedFrame {
    const { Decoder } = require('jpeg-lossless-decoder-js') as { Decoder: new () => LosslessDecoder };
    try {
      const decoded = new Decoder().decode(frame.slice().buffer, 0, frame.length);
      const bytes = new Uint8Array(decoded.buffer ?? decoded);
      const wide = bytes.length > layout.rows * layout.columns * layout.samples;
      return { bytes, bitsAllocated: wide ? 16 : 8, samples: layout.samples, isRgb: false };
    } catch (cause) {
      throw new UnreadableFrame('a frame cannot be opened as jpeg-lossless', { cause });
    }
  }

  /** Throws `UnreadableFrame` for a damaged frame. */
  return async (codec: Codec, frame: Uint8Array, layout: CompressedLayout): Promise<OpenedFrame> => {
    if (codec === 'rle') {
      const bitsAllocated = layout.bitsAllocated > 8 ? 16 : 8;
      const shape = { pixels: layout.rows * layout.columns, samples: layout.samples, bytes: bitsAllocated / 8 };
      return { bytes: decodeRle(frame, shape), bitsAllocated, samples: layout.samples, isRgb: false };
    }
    checkSize(frame, layout);
    const opened = codec === 'jpeg-lossless' ? openLossless(frame, layout) : await openWasm(codec, frame);
    const expected = layout.rows * layout.columns * opened.samples * (opened.bitsAllocated / 8);
    if (opened.bytes.length < expected) throw new UnreadableFrame('a frame is smaller than its header says');
    return opened;
  };
}
