/** How two stretches of text lie to each other. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Strictly within a longer phrase: "plateau" in "tibial plateau". */
export const inside = (hit: Range, longer: readonly Range[]): boolean =>
  longer.some(
    (other) => other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start,
  );
