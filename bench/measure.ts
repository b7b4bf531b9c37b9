/** One line of a benchmark. Only `ratio` means something on another machine: ours and peer were taken in turns in one run. */
export interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 'MiB' | 'instances/s';
  readonly ours: number;
  /** Null when the peer is not installed. */
  readonly peer: number | null;
  /** ours / peer. */
  readonly ratio: number | null;
  readonly rounds: number;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Medians of rounds that were run in turns. */
export function compare(
  { name, unit }: Pick<Measure, 'name' | 'unit'>,
  ours: readonly number[],
  peers: readonly number[],
  note?: string,
): Measure {
  const peer = peers.length === 0 ? null : median(peers);
  const mine = median(ours);
  const ratio = peer === null ? null : mine / peer;
  return { name, unit, ours: mine, peer, ratio, rounds: ours.length, ...(note === undefined ? {} : { note }) };
}

/** How long `work` takes, in ms. */
export async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

/** Rounds of a run; `OVERREAD_BENCH_ROUNDS` is no setting of the service, hence its own name. */
export const rounds = () => Number(process.env.BENCH_ROUNDS ?? 5);
