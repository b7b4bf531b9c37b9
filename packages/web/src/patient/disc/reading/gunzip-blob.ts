import { UnreadableContainer } from '@overread/imaging';

/**
 * A gzip file unpacked into the browser's own store piece by piece. Throws UnreadableContainer where it is damaged or
 * unpacks to more than `maxBytes`: the service opens no more at once either.
 */
export async function gunzipped(packed: Blob, maxBytes: number): Promise<Blob> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Blob[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(pieces);
      size += value.length;
      if (size > maxBytes) break;
      pieces.push(new Blob([value as Uint8Array<ArrayBuffer>]));
    }
  } catch {
    throw new UnreadableContainer('damaged: it cannot be unpacked. Ask for a new copy');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  throw new UnreadableContainer('it unpacks to more than can be opened at once; open it and drop the folder');
}
