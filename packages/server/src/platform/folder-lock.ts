import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { socketFolder } from './socket-folder.ts';

/** Another service works on this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Holds a data folder for one process. A socket, not a file with a process id in it: the system itself closes it when the
 * process dies in whatever way, so a lock that was left behind is told from one that is held by knocking.
 */
export async function lockFolder(dataFolder: string): Promise<{ release(): Promise<void> }> {
  const path = join(socketFolder(dataFolder), 'service.sock');
  if (await answers(path)) {
    throw new FolderInUse(
      `Another Overread is running on the data folder ${dataFolder}. Stop it first, or give this one a folder of its own (--data).`,
    );
  }
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  server.unref();
  return { release: () => close(server) };
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
