import type { StreamHeader } from '@overread/contract/images.ts';
import { createStreamParser } from './stream-parser.ts';

/** Asks the worker for a series; `id` comes back with every answer. */
export interface StreamRequest {
  readonly id: number;
  readonly url: string;
  readonly shared: boolean;
}

/**
 * What the worker tells. With a shared buffer the frames are already in it when `frame` arrives; without one each frame
 * comes along as a transferred buffer.
 */
export type StreamAnswer =
  | {
      readonly id: number;
      readonly type: 'header';
      readonly header: StreamHeader;
      readonly buffer: SharedArrayBuffer | null;
    }
  | { readonly id: number; readonly type: 'frame'; readonly index: number; readonly bytes: ArrayBuffer | null }
  | { readonly id: number; readonly type: 'end' }
  | { readonly id: number; readonly type: 'error'; readonly message: string; readonly status: number };

const say = (answer: StreamAnswer, transfer: Transferable[] = []) =>
  (self as unknown as { postMessage(m: unknown, t: Transferable[]): void }).postMessage(answer, transfer);

async function read({ id, url, shared }: StreamRequest): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok || response.body === null) {
    say({ id, type: 'error', message: `the service answered ${response.status}`, status: response.status });
    return;
  }
  let frameBytes = 0;
  let bytes: Uint8Array<ArrayBufferLike> = new Uint8Array();
  const parser = createStreamParser({
    target(header, slots) {
      frameBytes = header.frameBytes;
      const buffer = shared ? new SharedArrayBuffer(slots * frameBytes) : null;
      bytes = new Uint8Array(buffer ?? new ArrayBuffer(slots * frameBytes));
      say({ id, type: 'header', header, buffer });
      return bytes;
    },
    frame(index, slot) {
      if (shared) return say({ id, type: 'frame', index, bytes: null });
      const copy = bytes.slice(slot * frameBytes, (slot + 1) * frameBytes).buffer as ArrayBuffer;
      say({ id, type: 'frame', index, bytes: copy }, [copy]);
    },
  });
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) parser.push(chunk);
  parser.finish();
  say({ id, type: 'end' });
}

self.addEventListener('message', (event: MessageEvent<StreamRequest>) => {
  read(event.data).catch((error: unknown) =>
    say({
      id: event.data.id,
      type: 'error',
      message: error instanceof Error ? error.message : String(error),
      status: 0,
    }),
  );
});
