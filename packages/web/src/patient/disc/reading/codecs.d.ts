declare module '@cornerstonejs/codec-*/decodewasm?url' {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: this is how Vite gives the address of a file.
  export default url;
}
declare module '@cornerstonejs/codec-*/decodewasmjs' {
  const factory: (options: object) => Promise<never>;
  // biome-ignore lint/style/noDefaultExport: the codecs are CommonJS modules.
  export default factory;
}
declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    /** Bytes of a sample, once a frame was decoded. */
    readonly numBytes: number;
    decompress(buffer: ArrayBuffer, offset: number, length: number): ArrayBuffer;
  }
}
