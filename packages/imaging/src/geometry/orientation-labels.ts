import { axesOf, type Vector } from './vectors.ts';

/** Patient-side letters at the four edges of a picture: R L A P H F, up to two each, '' where unknown. */
export interface EdgeLabels {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

const LETTERS = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;

/** A second letter is added when its axis has at least this part of the direction (about 15 degrees off the main axis). */
const SECOND_LETTER = 0.25;

/** Where a direction in patient coordinates points to: the letter of its longest axis, then that of a marked second one. */
function pointsTo(direction: Vector): string {
  return direction
    .map((part, axis) => ({ size: Math.abs(part), letter: LETTERS[axis]?.[part >= 0 ? 0 : 1] ?? '' }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .filter(({ size }, rank) => rank === 0 || size >= SECOND_LETTER)
    .map(({ letter }) => letter)
    .join('');
}

const reverse = ([x, y, z]: Vector): Vector => [-x, -y, -z];

/** The letters for ImageOrientationPatient (0020,0037): rows run to the right edge, columns to the bottom. PS3.3 C.7.6.1.1.1. */
export function orientationLabels(orientation: readonly number[] | null): EdgeLabels {
  const axes = axesOf(orientation);
  if (axes === null) return { left: '', right: '', top: '', bottom: '' };
  return {
    left: pointsTo(reverse(axes.row)),
    right: pointsTo(axes.row),
    top: pointsTo(reverse(axes.column)),
    bottom: pointsTo(axes.column),
  };
}
