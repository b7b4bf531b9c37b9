import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Unix socket's path may have 107 bytes (unix(7)); ".s.PGSQL.5432" and room for the lock file are taken off. */
const LONGEST_SOCKET_FOLDER = 85;

/** Where the sockets of a data folder are: inside of it, or in the folder for temporary files when its path is too long. */
export function socketFolder(dataFolder: string): string {
  const inside = join(dataFolder, 'run');
  const name = `overread-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
  const folder = Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER ? inside : join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
