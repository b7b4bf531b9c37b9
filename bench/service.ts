import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Caller, caller } from '../testing/service.ts';

export interface BenchService {
  readonly url: string;
  readonly pid: number;
  readonly coordinator: Caller;
  /** Signs the coordinator in, also in a browser. */
  readonly coordinatorLink: string;
  /** kill -9: no handler runs, nothing is closed; its PostgreSQL stays behind. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The service in a process of its own, as `overread start --demo` runs it, without the demo's cases; on a folder that is
 * taken away at its end, or on `keptFolder`.
 */
export async function startBenchService(
  settings: Readonly<Record<string, string>> = {},
  keptFolder?: string,
): Promise<BenchService> {
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'overread-bench-')));
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, [fileURLToPath(new URL('./service.child.ts', import.meta.url)), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
  });
  const { url, coordinator } = await said(child);
  const person = caller(url);
  await person.fetch(coordinator);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    pid: child.pid as number,
    coordinator: person,
    coordinatorLink: new URL(coordinator, url).href,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      if (keptFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function said(child: ChildProcess): Promise<{ url: string; coordinator: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((each) => each.startsWith('{"url":'));
      if (line !== undefined && text.includes('\n', text.indexOf(line))) resolve(JSON.parse(line));
    });
    child.once('exit', (code) => reject(new Error(`The service ended with code ${code}: ${text}`)));
  });
}

/** A case to import into, opened by the coordinator. */
export async function openBenchCase(coordinator: Caller): Promise<string> {
  const patient = { name: { family: 'Bench', given: 'Study' }, birthDate: '1970-01-01', sex: 'O' };
  const contact = { email: 'bench@example.org', phone: '' };
  const view = await coordinator.post<{ id: string }>('/api/cases', { patient, contact, place: 'US-MD' });
  return view.id;
}
