import type { BatchManifest } from '@overread/contract/imports.ts';

/** One file of a batch: what the manifest says of it, and its bytes. */
export interface BatchFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly blob: Blob;
}

/** The manifest as it is sent: keys and files always in the same order, so that the same files give the same text. */
export function manifestText(files: readonly Omit<BatchFile, 'blob'>[]): string {
  const manifest: BatchManifest = {
    version: 1,
    files: files.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  };
  return JSON.stringify(manifest);
}

/**
 * The body of a batch upload: length of the manifest (uint32 little-endian), manifest, then the files. A Blob of Blobs is lazy:
 * the browser reads the files while it sends them.
 */
export function batchBody(files: readonly BatchFile[]): { readonly manifest: string; readonly body: Blob } {
  const manifest = manifestText(files);
  const text = new TextEncoder().encode(manifest);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return { manifest, body: new Blob([length, text, ...files.map(({ blob }) => blob)]) };
}
