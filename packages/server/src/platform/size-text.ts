/** "1 GiB", "64 MiB": the largest unit that leaves a whole number, or one decimal. */
export function sizeText(bytes: number): string {
  const [unit, one] = Object.entries({ TiB: 2 ** 40, GiB: 2 ** 30, MiB: 2 ** 20, KiB: 2 ** 10 }).find(
    ([, each]) => bytes >= each,
  ) ?? ['bytes', 1];
  return `${Number((bytes / one).toFixed(1))} ${unit}`;
}
