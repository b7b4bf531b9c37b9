/**
 * Optimal assignment (Hungarian method with potentials, Kuhn 1955, in the O(n²m) form of Jonker and Volgenant):
 * the pairing of rows and columns whose sum of gains is greatest. Pairs that gain nothing are left open.
 * @param gains `gains[row][column]`, at least 0; 0 forbids the pair.
 * @returns for each row its column, or -1.
 */
export function assign(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length;
  const columns = gains[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return gains.map(() => -1);
  if (rows > columns) return transposed(gains, columns);
  const rowOf = solve(gains, rows, columns);
  const found = gains.map(() => -1);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] ?? 0;
    if (row > 0 && (gains[row - 1]?.[column - 1] ?? 0) > 0) found[row - 1] = column - 1;
  }
  return found;
}

function transposed(gains: readonly (readonly number[])[], columns: number): number[] {
  const turned = Array.from({ length: columns }, (_, column) => gains.map((row) => row[column] ?? 0));
  const found = gains.map(() => -1);
  for (const [column, row] of assign(turned).entries()) if (row >= 0) found[row] = column;
  return found;
}

/** Costs are negative gains; index 0 is a sentinel. */
function solve(gains: readonly (readonly number[])[], rows: number, columns: number): number[] {
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = Array.from({ length: columns + 1 }, () => 0);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      column = relax({ gains, u, v, rowOf, way, least, used, columns }, column);
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  return rowOf;
}

interface Tableau {
  readonly gains: readonly (readonly number[])[];
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly rowOf: readonly number[];
  readonly way: Int32Array;
  readonly least: Float64Array;
  readonly used: Uint8Array;
  readonly columns: number;
}

function relax({ gains, u, v, rowOf, way, least, used, columns }: Tableau, column: number): number {
  const row = rowOf[column] ?? 0;
  let delta = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let j = 1; j <= columns; j += 1) {
    if (used[j]) continue;
    const cost = -(gains[row - 1]?.[j - 1] ?? 0) - (u[row] ?? 0) - (v[j] ?? 0);
    if (cost < (least[j] ?? 0)) {
      least[j] = cost;
      way[j] = column;
    }
    if ((least[j] ?? 0) < delta) {
      delta = least[j] ?? 0;
      next = j;
    }
  }
  for (let j = 0; j <= columns; j += 1) {
    if (used[j]) {
      const r = rowOf[j] ?? 0;
      u[r] = (u[r] ?? 0) + delta;
      v[j] = (v[j] ?? 0) - delta;
    } else least[j] = (least[j] ?? 0) - delta;
  }
  return next;
}
