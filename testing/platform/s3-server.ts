import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readS3Address, type S3Address } from '@overread/server/platform/s3-address.ts';

export const BUCKET = 'images';

/** An S3 store over HTTP in a process of its own, with a folder of its own, that can go away and come back. */
export interface S3Server {
  /** As OVERREAD_BLOBS_URL takes it. */
  readonly url: (prefix?: string) => string;
  readonly address: (prefix?: string) => S3Address;
  /** Kills it: every connection is cut, and whoever asks is refused until `comeBack`. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Its credentials are set in the environment of this process, where the SDK looks for them. */
export async function startS3Server(): Promise<S3Server> {
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER';
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';
  const directory = await mkdtemp(join(tmpdir(), 'overread-s3-'));
  let running = await run(directory, 0);
  const { port } = running;
  const url = (prefix = 'practice') => `s3://${BUCKET}/${prefix}?endpoint=http://127.0.0.1:${port}&path-style=1`;
  const goAway = async () => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    url,
    address: (prefix) => readS3Address(url(prefix)),
    goAway,
    async comeBack() {
      running = await run(directory, port);
    },
    async stop() {
      await goAway();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function run(directory: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');
  // Its tokens for further pages are made with DES, which OpenSSL 3 keeps among its old ciphers.
  const node = ['--no-deprecation', '--openssl-legacy-provider', program];
  const settings = ['-d', directory, '-a', '127.0.0.1', '-p', String(port), '-s', '--configure-bucket', BUCKET];
  const child = spawn(process.execPath, [...node, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, told] = /listening on .*:(\d+)$/i.exec(line) ?? [];
    if (told !== undefined) {
      child.stdout.resume();
      return { child, port: Number(told) };
    }
  }
  throw new Error('The S3 server did not start.');
}
