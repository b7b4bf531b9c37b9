import { createSHA256 } from 'hash-wasm';

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Files up to this size are hashed at once; larger ones piece by piece, so that none is held whole. */
const WHOLE_BYTES = 16 << 20;
const PIECE_BYTES = 4 << 20;

async function inPieces(blob: Blob): Promise<string> {
  const hasher = await createSHA256();
  hasher.init();
  for (let at = 0; at < blob.size; at += PIECE_BYTES) {
    hasher.update(new Uint8Array(await blob.slice(at, at + PIECE_BYTES).arrayBuffer()));
  }
  return hasher.digest('hex');
}

/**
 * SHA-256 of bytes, hex. Browsers offer `crypto.subtle` in secure contexts only, so not on plain http to an address of the
 * local network; there the WebAssembly one is used.
 */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle !== undefined) return hex(await subtle.digest('SHA-256', bytes));
  const hasher = await createSHA256();
  return hasher.init().update(bytes).digest('hex');
}

/** SHA-256 of a file, hex, never holding more than 16 MiB of it. */
export async function sha256OfBlob(blob: Blob): Promise<string> {
  if (blob.size > WHOLE_BYTES) return inPieces(blob);
  return sha256Of(new Uint8Array(await blob.arrayBuffer()));
}

export const sha256OfText = (text: string) => sha256Of(new TextEncoder().encode(text));
