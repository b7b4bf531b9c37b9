import { planeOf } from '../geometry/plane.ts';
import type { InstanceHeader } from '../model.ts';

/** Examinations on which a face lies; `other` ones count as well until the images say what they show. */
const OF_THE_HEAD: ReadonlySet<string> = new Set(['brain', 'pituitary', 'head-neck']);
const MAY_BE_THE_HEAD: ReadonlySet<string> = new Set(['vessels', 'other', 'unknown', '']);

/** Millimetres below the highest slice that hold the skull's roof and no eyes: in a grown head these lie 100 to 115 below. */
const ABOVE_THE_BROWS = 75;
/** A stack that does not reach this far down may as well begin at the eyes. */
const WHOLE_HEAD = 110;
/** Slices of this thickness and more do not join into a surface that shows a person. */
const THICK = 3;

/** Whether a face may lie on the images of a series: by the region of the case, or by what its own headers say. */
export function isOfTheHead(regionOfCase: string, regionOfImages: string): boolean {
  if (OF_THE_HEAD.has(regionOfCase) || OF_THE_HEAD.has(regionOfImages)) return true;
  return MAY_BE_THE_HEAD.has(regionOfCase) && MAY_BE_THE_HEAD.has(regionOfImages);
}

/** Heights of the four corners of a slice, in millimetres towards the top of the head; null where the header does not say. */
function heightsOf({ position, orientation, pixelSpacing, rows, columns }: InstanceHeader): readonly number[] | null {
  const from = position?.[2];
  const [along, down] = [orientation?.[2], orientation?.[5]];
  if (from === undefined || along === undefined || down === undefined || pixelSpacing === null) return null;
  const across = along * columns * pixelSpacing[1];
  const below = down * rows * pixelSpacing[0];
  return [from, from + across, from + below, from + across + below];
}

const middle = (heights: readonly number[]): number => heights.reduce((sum, one) => sum + one, 0) / heights.length;

/** Why a whole series of a head shows a face, or null where its single slices have to be asked. */
function wholeSeries(headers: readonly InstanceHeader[]): string | null {
  if (headers.some(({ frames }) => frames > 1)) return 'many pictures of a head in one file, with the face among them';
  if (headers.some(({ orientation }) => planeOf(orientation).nearest !== 'axial'))
    return 'a head from the side or the front, with the face';
  const isThin = ({ mrAcquisitionType, sliceThickness }: InstanceHeader) =>
    mrAcquisitionType === '3D' || sliceThickness === null || sliceThickness < THICK;
  return headers.some(isThin) ? 'thin slices of a head, which join into a face' : null;
}

/**
 * The images of one series of a head that have to be left out so that the face is: by SOP Instance UID, with the reason.
 * What stays are thick axial slices of the upper head. A face is not cut out of a picture here (113102 is not claimed): the
 * slices on which it lies are left out.
 */
export function facesIn(headers: readonly InstanceHeader[]): ReadonlyMap<string, string> {
  const all = (because: string) => new Map(headers.map(({ sopInstanceUid }) => [sopInstanceUid, because]));
  const whole = wholeSeries(headers);
  if (whole !== null) return all(whole);
  const placed = headers.map((header) => ({ uid: header.sopInstanceUid, heights: heightsOf(header) }));
  const known = placed.flatMap(({ heights }) => (heights === null ? [] : [middle(heights)]));
  const top = Math.max(...known);
  if (known.length < placed.length || top - Math.min(...known) < WHOLE_HEAD)
    return all('nobody can say where on these slices the face begins');
  return new Map(
    placed
      .filter(({ heights }) => Math.min(...(heights ?? [])) < top - ABOVE_THE_BROWS)
      .map(({ uid }) => [uid, 'a slice on which the face may lie']),
  );
}
