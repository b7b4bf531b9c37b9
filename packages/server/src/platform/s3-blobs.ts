import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkKey, checkPrefix } from './blob-key.ts';
import { BlobMissing, type Blobs } from './ports.ts';
import type { S3Address } from './s3-address.ts';
import { isBeyondEnd, isMissing, storeFailed, unusable } from './s3-errors.ts';
import { PART_BYTES, uploadParts } from './s3-parts.ts';
import { openScratch } from './scratch-folder.ts';

/** Tries of one request, with growing pauses between them. */
const TRIES = 5;
/** Tries of a read whose answer began well and broke off: the SDK repeats requests, not the bodies of answers. */
const BODY_TRIES = 3;
const CONNECT_MS = 5_000;
const SILENT_MS = 30_000;
/** One look at the bucket, as /readyz asks for it: shorter than what /readyz waits. */
const LOOK_MS = 1_500;

export interface S3Options {
  /** Folder of this machine in which files wait until they are uploaded. */
  readonly scratchFolder: string;
  /** Keys in a page of a list, for tests. */
  readonly pageKeys?: number;
  readonly partBytes?: number;
}

/**
 * Blobs as objects of a bucket, each under its key behind the address's prefix. What is written carries a checksum that
 * the store compares; `write` and `adopt` resolve after its acknowledgement. Failures of the store are `BlobStoreFailed`.
 */
export async function createS3Blobs(address: S3Address, options: S3Options): Promise<Blobs> {
  const client = clientOf(address, TRIES);
  const scratch = await openScratch(options.scratchFolder);
  const partBytes = options.partBytes ?? PART_BYTES;
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: address.bucket, Key: `${address.prefix}${key}` };
  };

  async function size(key: string): Promise<number> {
    const head = new HeadObjectCommand(at(key));
    const { ContentLength = 0 } = await asked('HEAD', key, () => client.send(head));
    return ContentLength;
  }

  async function write(key: string, bytes: Uint8Array): Promise<void> {
    const ContentMD5 = createHash('md5').update(bytes).digest('base64');
    const put = new PutObjectCommand({ ...at(key), Body: bytes, ContentMD5 });
    await asked('PUT', key, () => client.send(put));
  }

  return {
    write,
    size,
    async readRange(key, start, end) {
      if (start === end) {
        await size(key);
        return Buffer.alloc(0);
      }
      const request = { ...at(key), Range: `bytes=${start}-${end - 1}` };
      const bytes = await asked('GET', key, () => readBody(client, request)).catch((error: unknown) => {
        if (isBeyondEnd(error)) return null;
        throw error;
      });
      if (bytes?.length !== end - start) throw new RangeError(`The blob "${key}" ends before byte ${end}.`);
      return bytes;
    },
    async read(key) {
      const request = at(key);
      return asked('GET', key, () => readBody(client, request));
    },
    async remove(key) {
      const remove = new DeleteObjectCommand(at(key));
      await asked('DELETE', key, () => client.send(remove));
    },
    list: (prefix) => listKeys(client, address, prefix, options.pageKeys),
    async adopt(path, key) {
      const place = at(key);
      const file = await open(path, 'r');
      try {
        const { size: bytes } = await file.stat();
        if (bytes <= partBytes) await write(key, await file.readFile());
        else await asked('PUT', key, () => uploadParts(client, place, { file, bytes, partBytes }));
      } finally {
        await file.close();
      }
      await rm(path, { force: true });
    },
    scratch: async () => scratch,
    ready: () => lookAtBucket(address),
  };
}

/** Throws `ConfigError` with the fix when the bucket is missing, closed to the service, or not to be written to. */
export async function checkS3(address: S3Address): Promise<void> {
  const client = clientOf(address, 2);
  const place = { Bucket: address.bucket, Key: `${address.prefix}start/${randomUUID()}` };
  try {
    await client.send(new HeadBucketCommand({ Bucket: address.bucket }));
    await client.send(new PutObjectCommand({ ...place, Body: 'written and removed at the start' }));
    await client.send(new GetObjectCommand(place)).then(({ Body }) => Body?.transformToByteArray());
    await client.send(new DeleteObjectCommand(place));
  } catch (error) {
    throw unusable(error, address);
  } finally {
    client.destroy();
  }
}

function clientOf({ region, endpoint, pathStyle }: S3Address, maxAttempts: number): S3Client {
  return new S3Client({
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    maxAttempts,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
  });
}

/** A client of its own, without tries: the answer is about now. */
async function lookAtBucket(address: S3Address): Promise<void> {
  const client = clientOf(address, 1);
  try {
    const look = new HeadBucketCommand({ Bucket: address.bucket });
    await client.send(look, { abortSignal: AbortSignal.timeout(LOOK_MS) });
  } catch (error) {
    throw storeFailed('HEAD of the bucket', error);
  } finally {
    client.destroy();
  }
}

async function asked<T>(doing: string, key: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) throw new BlobMissing(key);
    throw isBeyondEnd(error) ? error : storeFailed(`${doing} ${key}`, error);
  }
}

async function readBody(client: S3Client, request: { Bucket: string; Key: string; Range?: string }): Promise<Buffer> {
  for (let tries = 1; ; tries += 1) {
    const { Body, ContentLength } = await client.send(new GetObjectCommand(request));
    try {
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      if (bytes.length !== ContentLength) throw new Error('The answer broke off.');
      return bytes;
    } catch (error) {
      if (tries >= BODY_TRIES) throw error;
    }
  }
}

async function* listKeys(
  client: S3Client,
  { bucket, prefix: before }: S3Address,
  prefix: string,
  MaxKeys?: number,
): AsyncGenerator<string> {
  checkPrefix(prefix);
  const request = { Bucket: bucket, Prefix: `${before}${prefix}`, ...(MaxKeys === undefined ? {} : { MaxKeys }) };
  let ContinuationToken: string | undefined;
  do {
    const page = await asked('LIST', prefix, () =>
      client.send(new ListObjectsV2Command({ ...request, ContinuationToken })),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key.slice(before.length);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}
