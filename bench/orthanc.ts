import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BINARY = '/usr/sbin/Orthanc';
export const hasOrthanc = () => existsSync(BINARY);

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export interface RunningOrthanc {
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian's Orthanc with an empty store of its own and its own defaults: SQLite, no compression, no sign-in. */
export async function startOrthanc(extra: Readonly<Record<string, unknown>> = {}): Promise<RunningOrthanc> {
  const folder = await mkdtemp(join(tmpdir(), 'orthanc-bench-'));
  const port = await freePort();
  const config = {
    Name: 'bench',
    StorageDirectory: join(folder, 'db'),
    IndexDirectory: join(folder, 'db'),
    StorageCompression: false,
    HttpPort: port,
    DicomServerEnabled: false,
    RemoteAccessAllowed: false,
    AuthenticationEnabled: false,
    Plugins: [],
    ...extra,
  };
  const file = join(folder, 'orthanc.json');
  await writeFile(file, JSON.stringify(config));
  const child = spawn(BINARY, [file], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; ; waited += 50) {
    const up = await fetch(`${url}/system`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) break;
    if (waited > 30_000 || child.exitCode !== null) throw new Error('Orthanc does not start.');
    await sleep(50);
  }
  return {
    url,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
