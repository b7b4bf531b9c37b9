import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Under which account PostgreSQL runs, and how it gets there. */
export interface PostgresAccount {
  /** Who owns its files; null when that is ourselves and nothing has to be done. */
  readonly owner: Owner | null;
  /** What to spawn in place of `command`, so that it runs under that account. */
  wrap(command: string, args: readonly string[]): { command: string; args: readonly string[] } & Partial<Owner>;
}

const NAME = 'postgres';
const ROOT: Owner = { uid: 0, gid: 0 };

/**
 * PostgreSQL refuses to run as root, so a service that does gives it the account `postgres` (made when there is none; on a
 * machine that makes no accounts, `nobody`). `folders` are what it has to reach: its data and its programs. Where a folder
 * above them is closed to others (/root, a folder of mktemp), the database runs in a user namespace of its own in which
 * our account bears another number: it reaches what we reach, and has none of root's rights. Where the machine has no
 * such namespaces, an error says which folder is closed and what to do.
 */
export function postgresAccount(folders: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { owner: null, wrap: (command, args) => ({ command, args }) };
  const account = findAccount(NAME) ?? makeAccount() ?? findAccount('nobody');
  if (account === null) {
    throw new Error(
      'The database cannot run as root, and there is no other account. Start Overread as an ordinary user.',
    );
  }
  const closed = folders.map(closedAbove).find((folder) => folder !== null) ?? null;
  if (closed === null) return { owner: account, wrap: (command, args) => ({ command, args, ...account }) };
  if (!folders.every((folder) => reaches(account, folder))) throw new Error(explain(closed));
  return {
    owner: ROOT,
    wrap: (command, args) => ({ command: 'unshare', args: [...inNamespace(account), command, ...args] }),
  };
}

function explain(closed: string): string {
  return (
    `The database cannot run as root, and its own account may not enter ${closed}. Start Overread as an ordinary user, ` +
    `allow passage with "chmod o+x ${closed}", or put the project and the data folder (--data /var/lib/overread) elsewhere.`
  );
}

function findAccount(name: string): Owner | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** By useradd (Debian, Red Hat) or adduser (BusyBox). */
function makeAccount(): Owner | null {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    ['adduser', '-S', '-D', '-H', NAME],
  ] as const;
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return findAccount(NAME);
    } catch {
      // The next way may be this machine's.
    }
  }
  return null;
}

/** The first folder on the way to this one that others may not pass; null when the way is open. */
function closedAbove(folder: string): string | null {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return at;
  }
  return null;
}

function inNamespace({ uid, gid }: Owner): string[] {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

function reaches(account: Owner, folder: string): boolean {
  try {
    execFileSync('unshare', [...inNamespace(account), 'test', '-x', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
