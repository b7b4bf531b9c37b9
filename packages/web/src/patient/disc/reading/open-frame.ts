import charls from '@cornerstonejs/codec-charls/decodewasm?url';
import turbo from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm?url';
import openjpeg from '@cornerstonejs/codec-openjpeg/decodewasm?url';
import type { OpenedGrey, OpenFrame } from './frame-picture.ts';

/** The parts of the Emscripten modules that are used. */
interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): { readonly bitsPerSample: number; readonly componentCount: number };
  delete(): void;
}
type WasmModule = Readonly<Record<string, (new () => WasmDecoder) | undefined>>;
type WasmFactory = (options: {
  readonly locateFile: () => string;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<WasmModule>;

interface Codec {
  readonly load: () => Promise<{ readonly default: WasmFactory }>;
  readonly wasm: string;
  readonly decoder: string;
}

const JPEG: Codec = {
  load: () => import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs'),
  wasm: turbo,
  decoder: 'JPEGDecoder',
};
const JPEG_LS: Codec = {
  load: () => import('@cornerstonejs/codec-charls/decodewasmjs'),
  wasm: charls,
  decoder: 'JpegLSDecoder',
};
const JPEG_2000: Codec = {
  load: () => import('@cornerstonejs/codec-openjpeg/decodewasmjs'),
  wasm: openjpeg,
  decoder: 'J2KDecoder',
};

/** Compressed transfer syntaxes by UID (PS3.5 annex A.4); JPEG Lossless and RLE are opened without WebAssembly. */
const CODECS: Readonly<Record<string, Codec>> = {
  '1.2.840.10008.1.2.4.50': JPEG,
  '1.2.840.10008.1.2.4.80': JPEG_LS,
  '1.2.840.10008.1.2.4.81': JPEG_LS,
  '1.2.840.10008.1.2.4.90': JPEG_2000,
  '1.2.840.10008.1.2.4.91': JPEG_2000,
};
const LOSSLESS: ReadonlySet<string> = new Set(['1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70']);

/** The decoders tell each step of their work; nobody reads it. */
const quiet = () => undefined;

async function openLossless(frame: Uint8Array): Promise<OpenedGrey> {
  const { Decoder } = await import('jpeg-lossless-decoder-js');
  const decoder = new Decoder();
  const bytes = new Uint8Array(decoder.decompress(frame.slice().buffer, 0, frame.length));
  return { bytes, bitsAllocated: decoder.numBytes === 1 ? 8 : 16 };
}

/** Opens compressed frames with the decoders of the web, each loaded when the first frame of its kind comes. */
export function createOpenFrame(): OpenFrame {
  const loaded = new Map<Codec, Promise<WasmModule>>();
  const load = (codec: Codec): Promise<WasmModule> => {
    const module =
      loaded.get(codec) ??
      codec
        .load()
        .then(({ default: factory }) => factory({ locateFile: () => codec.wasm, print: quiet, printErr: quiet }));
    loaded.set(codec, module);
    return module;
  };
  return async (transferSyntaxUid, frame) => {
    if (LOSSLESS.has(transferSyntaxUid)) return openLossless(frame);
    const codec = CODECS[transferSyntaxUid];
    if (codec === undefined) return null;
    const Decoder = (await load(codec))[codec.decoder];
    if (Decoder === undefined) throw new Error(`the codec has no ${codec.decoder}`);
    const decoder = new Decoder();
    try {
      decoder.getEncodedBuffer(frame.length).set(frame);
      decoder.decode();
      const { bitsPerSample, componentCount } = decoder.getFrameInfo();
      if (componentCount !== 1) return null;
      return { bytes: decoder.getDecodedBuffer().slice(), bitsAllocated: bitsPerSample > 8 ? 16 : 8 };
    } finally {
      decoder.delete();
    }
  };
}
