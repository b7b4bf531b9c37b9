import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** Files up to this size are one request. S3 takes parts from 5 MiB on, and 10,000 of them. */
export const PART_BYTES = 16 << 20;
const MOST_PARTS = 10_000;
/** Parts under way at once: what an upload holds in memory is this many parts. */
const AT_ONCE = 3;

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** Uploads a file in parts, each with its checksum. Nothing is to be seen under the key before the last one is there. */
export async function uploadParts(
  client: S3Client,
  place: Place,
  { file, bytes, partBytes }: { readonly file: FileHandle; readonly bytes: number; readonly partBytes: number },
): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  const step = Math.max(partBytes, Math.ceil(bytes / MOST_PARTS));
  const parts: CompletedPart[] = [];
  const offsets = Array.from({ length: Math.ceil(bytes / step) }, (_, index) => index * step);
  const sendParts = async () => {
    for (let offset = offsets.shift(); offset !== undefined; offset = offsets.shift()) {
      const Body = await readWhole(file, offset, Math.min(step, bytes - offset));
      const PartNumber = offset / step + 1;
      const ContentMD5 = createHash('md5').update(Body).digest('base64');
      const { ETag } = await client.send(new UploadPartCommand({ ...place, UploadId, PartNumber, Body, ContentMD5 }));
      parts.push({ PartNumber, ETag });
    }
  };
  const senders = Array.from({ length: AT_ONCE }, sendParts);
  try {
    await Promise.all(senders);
    parts.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
    await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts: parts } }));
  } catch (error) {
    offsets.length = 0;
    await Promise.allSettled(senders);
    // Parts of an upload that nobody ends cost space unseen. When the store is away, its own rule for them has to do.
    await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    throw error;
  }
}

async function readWhole(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) throw new Error('A file became shorter while it was uploaded.');
    filled += bytesRead;
  }
  return buffer;
}
