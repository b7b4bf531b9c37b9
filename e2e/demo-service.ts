import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROLES = ['patient', 'coordinator', 'reader', 'referrer', 'administrator'] as const;
export type DemoRole = (typeof ROLES)[number];

export interface DemoService {
  /** The address, without a slash at the end. */
  readonly url: string;
  /** The sign-in link of each role, as `start` printed it. */
  readonly links: Readonly<Record<DemoRole, string>>;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url));
/** The first start makes a database cluster; a busy machine of two cores takes its time. */
const START_MS = 120_000;

/** Starts the service with the demo practice as a person would, on a free port and a data folder of its own. */
export async function startDemoService(): Promise<DemoService> {
  const folder = mkdtempSync(join(tmpdir(), 'overread-journey-'));
  // The database runs under another account when this runs as root, and has to enter the folder.
  const args = [MAIN, 'start', '--demo', '--data', join(folder, 'data'), '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await untilSaid(child, 'The demo practice is complete.');
  const linkOf = (role: DemoRole): string => {
    const link = new RegExp(`^ +${role} .*?(http\\S+)$`, 'm').exec(said)?.[1];
    if (link === undefined) throw new Error(`The service printed no link for the ${role}. It said:\n${said}`);
    return link;
  };
  return {
    url: new URL(linkOf('patient')).origin,
    links: Object.fromEntries(ROLES.map((role) => [role, linkOf(role)])) as Record<DemoRole, string>,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilSaid(child: ChildProcess, sentence: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${why} It said:\n${said}`));
    const timer = setTimeout(() => fail(`The service was not ready after ${START_MS / 1000} s.`), START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (!said.includes(sentence)) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`The service ended with code ${code}.`);
    });
  });
}
