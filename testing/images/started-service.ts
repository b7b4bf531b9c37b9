import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Caller, caller } from '../service.ts';

const CLI = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** `overread start --demo` in a process of its own, to be killed. */
export interface StartedService {
  readonly url: string;
  /** The role's link, as it was printed. */
  link(role: string): string;
  /** Signed in by the role's link. */
  as(role: string): Promise<Caller>;
  /** kill -9: no handler runs, nothing is closed. The database's process stays behind, as it would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the service on a data folder, on a free port or on OVERREAD_PORT, and waits until it says that it is ready. */
export async function startInProcess(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedService> {
  const port = settings.OVERREAD_PORT ?? '0';
  const child = spawn(process.execPath, [CLI, 'start', '--demo', '--data', dataFolder, '--port', port], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings },
  });
  const printed = await readUntilReady(child);
  const url = /Overread is ready: (\S+)/.exec(printed)?.[1] ?? '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  const linkOf = (role: string): string => {
    const link = new RegExp(`^\\s*${role}\\s.*?(https?://\\S+)$`, 'm').exec(printed)?.[1];
    if (link === undefined) throw new Error(`No link of the ${role} was printed.`);
    return link;
  };
  return {
    url,
    link: linkOf,
    async as(role) {
      const person = caller(url);
      await person.fetch(linkOf(role));
      return person;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C stops the service')) resolve(printed);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The service ended with code ${code} and said: ${printed}`)));
  });
}
