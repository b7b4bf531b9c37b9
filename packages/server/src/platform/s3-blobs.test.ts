import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blobsContract } from '../../../../testing/platform/blobs.contract.ts';
import { BUCKET, type S3Server, startS3Server } from '../../../../testing/platform/s3-server.ts';
import { createFolderBlobs } from './folder-blobs.ts';
import { BlobStoreFailed, type Blobs } from './ports.ts';
import { readS3Address, type S3Address } from './s3-address.ts';
import { checkS3, createS3Blobs } from './s3-blobs.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'overread-s3-scratch-'));
const open = async (address: S3Address, options = {}) =>
  createS3Blobs(address, { scratchFolder: await folder(), ...options });
const clientOf = ({ endpoint }: S3Address) =>
  new S3Client({ region: 'us-east-1', endpoint: endpoint ?? '', forcePathStyle: true, maxAttempts: 1 });

let store: S3Server;
beforeAll(async () => {
  store = await startS3Server();
});
afterAll(() => store.stop());

// Parts and pages far smaller than in earnest: files of more than one part, lists of more than one page.
blobsContract('a bucket', async () => open(store.address(), { partBytes: 100_000, pageKeys: 1 }));

const OWN_STORE = process.env.OVERREAD_TEST_S3_URL;
describe.skipIf(OWN_STORE === undefined)('the store that OVERREAD_TEST_S3_URL names', () => {
  const address = () => readS3Address(`${OWN_STORE}`);
  it('may be used', () => checkS3(address()));
  blobsContract('that store', async () => open(address(), { pageKeys: 1 }));
  it('takes a file in parts', async () => {
    const blobs = await open(address(), { partBytes: 5 << 20 });
    const [file, bytes] = [join(await blobs.scratch(), 'big'), randomBytes(12 << 20)];
    const key = `cases/${randomUUID()}`;
    await writeFile(file, bytes);
    await blobs.adopt(file, key);
    expect((await blobs.read(key)).equals(bytes)).toBe(true);
    await blobs.remove(key);
  });
});

describe('a bucket and a folder', () => {
  it('hold the same objects under the same names: copying is moving', async () => {
    const at = await folder();
    const before = await createFolderBlobs(at);
    const keys = [`cases/${randomUUID()}/packs/a`, `cases/${randomUUID()}/reports/b`];
    for (const key of keys) await before.write(key, Buffer.from(key));
    const address = store.address('moved');
    const client = clientOf(address);
    const files = await readdir(join(at, 'objects'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      const Key = `moved/${join(file.parentPath, file.name).slice(join(at, 'objects').length + 1)}`;
      const Body = await readFile(join(file.parentPath, file.name));
      await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
    }
    const after = await open(address);
    const found: string[] = [];
    for await (const key of after.list('cases/')) found.push(key);
    expect(found).toEqual([...keys].sort());
    for (const key of keys) expect((await after.read(key)).toString()).toBe(key);
  });

  it('keep to their prefix', async () => {
    const [one, other] = [await open(store.address('one')), await open(store.address('one2'))];
    await one.write('cases/a', Buffer.from('a'));
    await other.write('cases/b', Buffer.from('b'));
    const found: string[] = [];
    for await (const key of one.list('')) found.push(key);
    expect(found).toEqual(['cases/a']);
  });
});

describe('a store that fails', () => {
  it('is told from a blob that is missing', async () => {
    const blobs = await open(store.address());
    await blobs.write('cases/kept', Buffer.from('kept'));
    await store.goAway();
    const asks = [() => blobs.read('cases/kept'), () => blobs.size('cases/none'), () => blobs.ready()];
    for (const ask of asks) await expect(ask()).rejects.toThrow(BlobStoreFailed);
    await store.comeBack();
    expect((await blobs.read('cases/kept')).toString()).toBe('kept');
    await blobs.ready();
  });

  it('leaves the file in the scratch folder when it takes only a part of it', async () => {
    const blobs = await open(store.address(), { partBytes: 1000 });
    const file = join(await blobs.scratch(), 'pack');
    await writeFile(file, randomBytes(50_000));
    await store.goAway();
    await expect(blobs.adopt(file, 'cases/x')).rejects.toThrow(BlobStoreFailed);
    await store.comeBack();
    expect(await readdir(await blobs.scratch())).toEqual(['pack']);
    await blobs.adopt(file, 'cases/x');
    expect(await blobs.size('cases/x')).toBe(50_000);
  });
});

/** A store that answers as it is told, for what the real one never does. */
describe('an answer', () => {
  let closing: (() => void) | null = null;
  afterEach(() => closing?.());

  async function answering(listener: RequestListener): Promise<Blobs> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    closing = () => {
      server.closeAllConnections();
      server.close();
    };
    const { port } = server.address() as AddressInfo;
    return open(readS3Address(`s3://images?endpoint=http://127.0.0.1:${port}&path-style=1`));
  }

  it('that says "not now" is asked for again', async () => {
    let asked = 0;
    const blobs = await answering((_request, reply) => {
      asked += 1;
      if (asked < 3) reply.writeHead(503).end();
      else reply.writeHead(200, { 'content-length': 4 }).end('body');
    });
    expect((await blobs.read('cases/a')).toString()).toBe('body');
  });

  it('that breaks off is asked for again', async () => {
    let asked = 0;
    const blobs = await answering((_request, reply) => {
      asked += 1;
      reply.writeHead(200, { 'content-length': 10 });
      reply.write('half a');
      if (asked < 3) setTimeout(() => reply.destroy(), 10);
      else reply.end(' bod');
    });
    expect((await blobs.read('cases/a')).toString()).toBe('half a bod');
    expect(asked).toBe(3);
  });

  it('of a bucket that is gone is no missing blob', async () => {
    const blobs = await answering((_request, reply) => {
      reply.writeHead(404, { 'content-type': 'application/xml' });
      reply.end('<Error><Code>NoSuchBucket</Code><Message>gone</Message></Error>');
    });
    await expect(blobs.read('cases/a')).rejects.toThrow(BlobStoreFailed);
  });

  it('with what was signed in it does not reach the log', async () => {
    const blobs = await answering((_request, reply) => {
      reply.writeHead(403, { 'content-type': 'application/xml' });
      reply.end(
        '<Error><Code>SignatureDoesNotMatch</Code><Message>m</Message><AWSAccessKeyId>S3RVER</AWSAccessKeyId></Error>',
      );
    });
    const error = await blobs.read('cases/a').catch((caught: unknown) => caught);
    expect(String(error)).toContain('SignatureDoesNotMatch, 403');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('S3RVER');
  });
});

describe('at the start', () => {
  const at = (bucket: string, address = store.address()): S3Address => ({ ...address, bucket });

  it('a bucket that is there is taken, and nothing is left in it', async () => {
    await clientOf(store.address()).send(new CreateBucketCommand({ Bucket: 'empty-one' }));
    await checkS3(at('empty-one'));
    const blobs = await open(at('empty-one'));
    for await (const key of blobs.list('')) expect.fail(key);
  });

  it('a bucket that is not there, a store that is not there and closed doors are named with the fix', async () => {
    await expect(checkS3(at('nothing-here'))).rejects.toThrow(
      /^OVERREAD_BLOBS_URL: there is no bucket "nothing-here" at http:.*Make it, or correct its name/,
    );
    const nowhere = { ...store.address(), endpoint: 'http://127.0.0.1:9' };
    await expect(checkS3(nowhere)).rejects.toThrow(/does not answer \(ECONNREFUSED\).*that the store runs/);
    const keyId = process.env.AWS_ACCESS_KEY_ID;
    process.env.AWS_ACCESS_KEY_ID = 'unknown';
    const denied = checkS3(store.address()).finally(() => {
      process.env.AWS_ACCESS_KEY_ID = keyId;
    });
    await expect(denied).rejects.toThrow(/denies access to the bucket "images".*AWS_SECRET_ACCESS_KEY/);
  });
});
