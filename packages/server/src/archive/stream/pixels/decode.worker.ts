import { parentPort } from 'node:worker_threads';
import { type CompressedLayout, createCodecs, type OpenedFrame } from './codecs.ts';
import type { Codec } from './syntaxes.data.ts';

export interface DecodeRequest {
  readonly id: number;
  readonly codec: Codec;
  readonly frame: Uint8Array;
  readonly layout: CompressedLayout;
}
export type DecodeAnswer =
  | { readonly id: number; readonly opened: OpenedFrame }
  | { readonly id: number; readonly reason: string };

const open = createCodecs();

parentPort?.on('message', ({ id, codec, frame, layout }: DecodeRequest) => {
  open(codec, frame, layout).then(
    (opened) => {
      const bytes = opened.bytes.byteOffset === 0 ? opened.bytes : opened.bytes.slice();
      parentPort?.postMessage({ id, opened: { ...opened, bytes } }, [bytes.buffer as ArrayBuffer]);
    },
    (error: unknown) => parentPort?.postMessage({ id, reason: error instanceof Error ? error.message : String(error) }),
  );
});
