import type { BodyPlace } from '@overread/rules/case/vocabulary.ts';

/** A place of the body picture as an ellipse in a field of 200 by 420. `side` is the patient's own. */
export interface BodyShape {
  readonly place: BodyPlace;
  readonly side: 'left' | 'right' | 'none';
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

type Middle = readonly [place: BodyPlace, y: number, rx: number, ry: number];
type Paired = readonly [place: BodyPlace, fromMiddle: number, y: number, rx: number, ry: number];

/** Limbs look alike from the front and from the back. */
const LIMBS: readonly Paired[] = [
  ['shoulder', 36, 92, 15, 14],
  ['upper-arm', 46, 128, 10, 24],
  ['elbow', 51, 160, 9, 9],
  ['forearm', 56, 190, 9, 23],
  ['hand', 61, 228, 10, 15],
  ['thigh', 18, 262, 15, 36],
  ['knee', 18, 310, 12, 13],
  ['lower-leg', 18, 350, 11, 28],
  ['foot', 20, 394, 12, 12],
];
const FRONT: readonly Middle[] = [
  ['head', 24, 20, 16],
  ['face', 46, 15, 14],
  ['neck', 68, 10, 9],
  ['chest', 110, 27, 30],
  ['belly', 168, 25, 29],
  ['groin', 212, 15, 12],
];
const FRONT_PAIRS: readonly Paired[] = [...LIMBS, ['hip', 26, 205, 10, 14]];
const BACK: readonly Middle[] = [
  ['head', 34, 20, 27],
  ['nape', 68, 10, 9],
  ['upper-back', 110, 27, 30],
  ['lower-back', 168, 25, 28],
];
const BACK_PAIRS: readonly Paired[] = [...LIMBS, ['buttock', 15, 212, 14, 16]];

const MIDDLE = 100;
const middle = ([place, y, rx, ry]: Middle): BodyShape => ({ place, side: 'none', x: MIDDLE, y, rx, ry });

/** Who faces us has the right side on our left; who turns the back has it on our right. */
function pair([place, from, y, rx, ry]: Paired, facing: boolean): readonly BodyShape[] {
  const right = facing ? MIDDLE - from : MIDDLE + from;
  return [
    { place, side: 'right', x: right, y, rx, ry },
    { place, side: 'left', x: 2 * MIDDLE - right, y, rx, ry },
  ];
}

export const BODY: Readonly<Record<'front' | 'back', readonly BodyShape[]>> = {
  front: [...FRONT.map(middle), ...FRONT_PAIRS.flatMap((each) => pair(each, true))],
  back: [...BACK.map(middle), ...BACK_PAIRS.flatMap((each) => pair(each, false))],
};

/** Every place with its side once, head to foot, the right side before the left: the list beside the picture. */
export const BODY_LIST: readonly Pick<BodyShape, 'place' | 'side'>[] = [...BODY.front, ...BODY.back]
  .filter(
    (shape, index, all) => all.findIndex(({ place, side }) => place === shape.place && side === shape.side) === index,
  )
  .sort((a, b) => a.y - b.y)
  .map(({ place, side }) => ({ place, side }));
