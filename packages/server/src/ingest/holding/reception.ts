import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { SpoolFile } from '../spool-file.ts';
import type { Origin } from './model.ts';
import { type HoldingDeps, openSpool } from './room.ts';
import * as store from './store.ts';
import { studyOfHeader } from './study-of.ts';

/** Files that come one after the other from one sender, each durable when it was taken. */
export interface Reception {
  take(header: InstanceHeader, pieces: readonly Uint8Array[]): Promise<void>;
  /** Nothing more comes: what was taken goes on its way. */
  close(): Promise<void>;
}

export interface ReceptionLimits {
  /** A spool that is so large goes on its way while the rest comes in, bytes. */
  readonly spoolBytes: number;
  /** So does one to which nothing was added for so long. */
  readonly idleMs: number;
}

interface OpenSpool {
  readonly arrivalId: string;
  readonly file: SpoolFile;
  timer: NodeJS.Timeout | undefined;
}

const keyOf = ({ studyInstanceUid, patient }: InstanceHeader) => JSON.stringify([studyInstanceUid, patient]);

/**
 * A spool for each study and patient. `leave` is handed what is closed, and answers for it from then on: it never throws.
 * One file after the other is taken: the caller waits for each.
 */
export function createReception(
  deps: HoldingDeps,
  { origin, limits, leave }: { origin: Origin; limits: ReceptionLimits; leave(arrivalId: string): Promise<void> },
): Reception {
  const open = new Map<string, OpenSpool>();
  const leaving = new Set<Promise<void>>();

  async function begin(header: InstanceHeader): Promise<OpenSpool> {
    const arrivalId = deps.newId();
    const study = studyOfHeader(header);
    // The row comes first: a spool without one would never be found again.
    await store.insertArrival(deps.db, { ...origin, arrivalId, at: deps.clock.now(), state: 'arriving', study });
    return { arrivalId, file: await openSpool(deps, arrivalId, true), timer: undefined };
  }

  async function end(key: string): Promise<void> {
    const spool = open.get(key);
    if (spool === undefined) return;
    open.delete(key);
    clearTimeout(spool.timer);
    await spool.file.close();
    const left = leave(spool.arrivalId).finally(() => leaving.delete(left));
    leaving.add(left);
  }

  return {
    async take(header, pieces) {
      const key = keyOf(header);
      const spool = open.get(key) ?? (await begin(header));
      open.set(key, spool);
      clearTimeout(spool.timer);
      await spool.file.add(pieces);
      if (spool.file.bytes >= limits.spoolBytes) await end(key);
      else {
        const late = () =>
          void end(key).catch((error: unknown) => deps.log.error({ err: error }, 'a spool stays open'));
        spool.timer = setTimeout(late, limits.idleMs);
        spool.timer.unref();
      }
    },
    async close() {
      for (const key of [...open.keys()]) await end(key);
      await Promise.all(leaving);
    },
  };
}
