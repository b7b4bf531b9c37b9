/** Directions and places in patient coordinates: x to the patient's left, y to the back, z to the head (PS3.3 C.7.6.2.1.1). */
export type Vector = readonly [number, number, number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export interface Axes {
  readonly row: Vector;
  readonly column: Vector;
  readonly normal: Vector;
}

/** Directions of a picture's rows and columns and their normal, or null where the six cosines are no directions. */
export function axesOf(orientation: readonly number[] | null): Axes | null {
  if (orientation?.length !== 6) return null;
  const [a, b, c, d, e, f] = orientation as [number, number, number, number, number, number];
  const row: Vector = [a, b, c];
  const column: Vector = [d, e, f];
  const normal = cross(row, column);
  const length = Math.sqrt(dot(normal, normal));
  if (!(length > 0.5)) return null;
  return { row, column, normal: [normal[0] / length, normal[1] / length, normal[2] / length] };
}
