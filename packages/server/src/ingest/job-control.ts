/** Counters that main thread and workers share, so that neither has to wait for the other's messages. */
const NEXT_RUN = 0;
const STOPPED = 1;
const FILES = 2;
const INSTANCES = 3;
const PACKS_WAITING = 4;
const LENGTH = 5;

/** Packs that were closed and are not indexed yet; workers pause beyond it, because each holds its rows in memory. */
const MAX_PACKS_WAITING = 12;

export const createControl = () => new SharedArrayBuffer(LENGTH * Int32Array.BYTES_PER_ELEMENT);
export const createBudget = (bytes: number) => {
  const buffer = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  new BigInt64Array(buffer)[0] = BigInt(bytes);
  return buffer;
};

/** More was unpacked than the upload's size lets expect: an archive made to do harm. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

export interface JobControl {
  /** The next run that nobody took yet; the caller checks that there is one. */
  takeRun(): number;
  stop(): void;
  stopped(): boolean;
  countFile(): number;
  /** The file that was counted last is an archive: what is in it counts, not the archive. */
  uncountArchive(): void;
  countInstance(): void;
  files(): number;
  instances(): number;
  packClosed(): void;
  packTaken(): void;
  /** Blocks a worker until the main thread has caught up. */
  waitForRoom(): void;
  /** Bytes that may still be unpacked. */
  left(): number;
  /** Throws `BudgetSpent`. */
  spend(bytes: number): void;
}

export function jobControl(control: SharedArrayBuffer, budget: SharedArrayBuffer): JobControl {
  const counters = new Int32Array(control);
  const left = new BigInt64Array(budget);
  return {
    takeRun: () => Atomics.add(counters, NEXT_RUN, 1),
    stop() {
      Atomics.store(counters, STOPPED, 1);
      Atomics.notify(counters, PACKS_WAITING);
    },
    stopped: () => Atomics.load(counters, STOPPED) === 1,
    countFile: () => Atomics.add(counters, FILES, 1) + 1,
    uncountArchive: () => {
      Atomics.sub(counters, FILES, 1);
    },
    countInstance: () => {
      Atomics.add(counters, INSTANCES, 1);
    },
    files: () => Atomics.load(counters, FILES),
    instances: () => Atomics.load(counters, INSTANCES),
    packClosed: () => {
      Atomics.add(counters, PACKS_WAITING, 1);
    },
    packTaken() {
      Atomics.sub(counters, PACKS_WAITING, 1);
      Atomics.notify(counters, PACKS_WAITING);
    },
    waitForRoom() {
      for (;;) {
        const waiting = Atomics.load(counters, PACKS_WAITING);
        if (waiting < MAX_PACKS_WAITING || Atomics.load(counters, STOPPED) === 1) return;
        Atomics.wait(counters, PACKS_WAITING, waiting, 1000);
      }
    },
    left: () => Math.max(0, Number(Atomics.load(left, 0))),
    spend(bytes) {
      if (Atomics.sub(left, 0, BigInt(bytes)) - BigInt(bytes) < 0n) throw new BudgetSpent();
    },
  };
}
