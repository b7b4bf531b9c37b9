import type { BatchManifest } from '@overread/contract/imports.ts';
import { type ByteSource, UnreadableContainer } from '@overread/imaging';
import { z } from 'zod';

const MANIFEST = z.object({
  version: z.literal(1),
  files: z.array(
    z.object({ path: z.string().max(4096), size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
}) satisfies z.ZodType<BatchManifest>;

/** 32 MiB of small files have a manifest of far less. */
const MAX_MANIFEST_BYTES = 64 << 20;

const BROKEN = 'the batch of files cannot be read: it was changed on its way. Send the files again';

/** Why a file is refused whose bytes do not fit the hash that the sender took. */
export const CHANGED = 'it changed on its way here. Send it again';

/** Reads the framing of a batch: length, manifest; the files' bytes follow at `dataOffset`. */
export async function readManifest(source: ByteSource): Promise<{ manifest: BatchManifest; dataOffset: number }> {
  const head = await source.read(0, 4);
  const length = head.length === 4 ? new DataView(head.buffer, head.byteOffset, 4).getUint32(0, true) : 0;
  if (length === 0 || length > MAX_MANIFEST_BYTES || 4 + length > source.size) throw new UnreadableContainer(BROKEN);
  const manifest = parse(await source.read(4, length));
  const total = manifest.files.reduce((sum, { size }) => sum + size, 0);
  if (4 + length + total !== source.size) throw new UnreadableContainer(BROKEN);
  return { manifest, dataOffset: 4 + length };
}

function parse(bytes: Uint8Array): BatchManifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableContainer(BROKEN);
  }
  const parsed = MANIFEST.safeParse(json);
  if (!parsed.success) throw new UnreadableContainer(BROKEN);
  return parsed.data;
}

/** Frames a manifest; the files' bytes are to follow in its order. */
export function writeManifest(manifest: BatchManifest): Buffer {
  const json = Buffer.from(JSON.stringify(manifest));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  return Buffer.concat([head, json]);
}
