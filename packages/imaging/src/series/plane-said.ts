import { planeOf, planeOfAll } from '../geometry/plane.ts';
import type { Plane, SeriesSummary } from '../model.ts';
import { firstSaid, type Said } from './lexicon/lexicon.ts';
import type { SeriesSigns } from './series-signs.ts';

type NearestPlane = NonNullable<SeriesSummary['nearestPlane']> | 'unknown';

export interface PlaneSaid {
  readonly plane: Plane;
  readonly nearest: NearestPlane;
  /** Degrees against the nearest body plane, null without an orientation. */
  readonly angle: number | null;
  readonly because: string;
  readonly contradiction?: string;
}

const degrees = (cosine: number) => Math.round((Math.acos(Math.min(1, cosine)) * 180) / Math.PI);

const BODY_PLANES: readonly NearestPlane[] = ['axial', 'sagittal', 'coronal'];
const nearestOf = (plane: Plane) => BODY_PLANES.find((one) => one === plane) ?? 'unknown';

/** Where the header has no orientation: the plane as the scanner names it, a token, then the words. */
function withoutOrientation(signs: SeriesSigns): PlaneSaid {
  const token = BODY_PLANES.find((plane) => signs.tokens.has(plane.toUpperCase()));
  const named = signs.hints.plane ?? token;
  if (named !== undefined)
    return {
      plane: named,
      nearest: nearestOf(named),
      angle: null,
      because: `no orientation in the header; the scanner says ${named}`,
    };
  const said = firstSaid(signs.description, 'plane') ?? firstSaid(signs.protocol, 'plane');
  if (said === undefined) return { plane: 'unknown', nearest: 'unknown', angle: null, because: '' };
  const plane = said.value as Plane;
  return {
    plane,
    nearest: nearestOf(plane),
    angle: null,
    because: `no orientation in the header; the description says ${plane}`,
  };
}

/** Words for one plane against pictures in another, more than about 40 degrees away. */
const CLEARLY_OTHER = 0.77;

function contradiction(said: readonly Said[], signs: SeriesSigns, plane: Plane, cosine: number): string | undefined {
  const [word, ...more] = said;
  if (word === undefined || more.some(({ value }) => value !== word.value)) return undefined;
  if (plane === 'multiple' || cosine < CLEARLY_OTHER) return undefined;
  const nearest = planeOf(signs.ordered.find(({ orientation }) => orientation !== null)?.orientation ?? null).nearest;
  return nearest === word.value ? undefined : `the description says “${word.text}”, but the images are ${nearest}`;
}

/** The plane by orientation; by what the scanner or the words name only where no orientation is given. */
export function planeSaid(signs: SeriesSigns): PlaneSaid {
  const orientations = signs.ordered.map(({ orientation }) => orientation);
  const plane = planeOfAll(orientations);
  if (plane === 'unknown') return withoutOrientation(signs);
  const found = planeOf(orientations.find((orientation) => orientation !== null) ?? null);
  if (plane === 'multiple')
    return { plane, nearest: 'unknown', angle: null, because: 'the images lie in several planes' };
  const against = contradiction(signs.description.plane ?? [], signs, plane, found.cosine);
  const angle = degrees(found.cosine);
  const because = plane === 'oblique' ? `the plane is tilted ${angle} degrees against ${found.nearest}` : '';
  return {
    ...{ plane, nearest: found.nearest, angle },
    because: [because, against === undefined ? '' : against].filter(Boolean).join('; '),
    ...(against === undefined ? {} : { contradiction: against }),
  };
}
