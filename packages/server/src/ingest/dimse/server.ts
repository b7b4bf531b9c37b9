import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Log } from '../../platform/ports.ts';
import { serveAssociation } from './association.ts';
import type { AssociationRecord, DimseSettings, Reception } from './model.ts';

export interface DimseDeps {
  readonly settings: DimseSettings;
  readonly log: Log;
  open(peer: { readonly callingAe: string; readonly address: string }): Reception;
  /** Told of each association when it ended, and of each that was refused. */
  record(association: AssociationRecord): Promise<void>;
}

export interface DimseServer {
  /** Listens when this resolves; gives the port. */
  start(): Promise<number>;
  /** Cuts off who is connected, and resolves when what they sent went on its way. */
  stop(): Promise<void>;
}

/** Objects that are being received lie in memory until they are whole; beyond this a sender is told to come later. */
const MOST_BYTES = 1 << 30;
/** How many may stand in the door to be told that they are refused. */
const DOOR = 8;
/** How long a peer may take to close its connection after the last word. */
const LINGER_MS = 2_000;

async function listener(settings: DimseSettings, serve: (socket: Socket) => void): Promise<Server> {
  if (settings.tls === null) return createServer(serve);
  const { key, cert, ca } = settings.tls;
  const certificates = { key: await readFile(key), cert: await readFile(cert) };
  const clients = ca === null ? {} : { ca: await readFile(ca), requestCert: true, rejectUnauthorized: true };
  return createTlsServer({ ...certificates, ...clients, minVersion: 'TLSv1.2' }, serve);
}

/** C-STORE and C-ECHO for those who are on the list; DICOM upper layer (PS3.8) over TCP or TLS. */
export function createDimseServer(deps: DimseDeps): DimseServer {
  const { settings, log } = deps;
  const open = new Map<Socket, Promise<void>>();
  let bytes = 0;
  let server: Server | null = null;
  const rules = {
    settings,
    log,
    open: deps.open,
    isFull: () => open.size > settings.associations,
    claim(more: number) {
      if (bytes + more > MOST_BYTES) return false;
      bytes += more;
      return true;
    },
    free(less: number) {
      bytes -= less;
    },
  };

  async function serve(socket: Socket): Promise<void> {
    try {
      const record = await serveAssociation(socket, rules);
      if (record !== null) await deps.record(record);
      const gone = once(socket, 'close');
      if (socket.destroyed) return;
      socket.resume();
      const late = setTimeout(() => socket.destroy(), LINGER_MS);
      await gone.finally(() => clearTimeout(late));
    } catch (error) {
      log.error({ err: error }, 'an association could not be ended in order');
    }
  }

  return {
    async start() {
      server = await listener(settings, (socket) => {
        socket.on('error', () => undefined);
        const served = serve(socket).finally(() => open.delete(socket));
        open.set(socket, served);
      });
      server.maxConnections = settings.associations + DOOR;
      server.on('tlsClientError', (error) => log.warn({ err: error }, 'a peer was refused by TLS'));
      const listening = server;
      await new Promise<void>((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(settings.port, settings.host, resolve);
      });
      return (listening.address() as AddressInfo).port;
    },
    async stop() {
      const closed = new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
      for (const socket of open.keys()) socket.destroy();
      await Promise.all(open.values());
      await closed;
    },
  };
}
