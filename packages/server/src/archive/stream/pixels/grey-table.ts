import type { Elements } from '@overread/imaging/headers/read-elements.ts';
import type { Element } from 'dicom-parser';
import { number16, valueBytes, valuesTo8Bits } from './lookup-table.ts';

/** A VOI LUT (PS3.3 C.11.2.1.1): the rescaled value that the first entry stands for, and 8-bit greys. */
export interface GreyTable {
  readonly first: number;
  readonly greys: Uint8Array;
}

type ByTag = Readonly<Record<string, Element>>;

const VOI_LUTS = 'x00283010';
const FRAME_VOI = 'x00289132';
const SHARED = 'x52009229';
const PER_FRAME = 'x52009230';

const itemOf = (byTag: ByTag | undefined, tag: string, nth = 0): ByTag | undefined =>
  byTag?.[tag]?.items?.[nth]?.dataSet?.elements;

/** The first table of a frame: its own, that of all frames (PS3.3 C.7.6.16.2.10), or that of the image. */
function tableItem({ byTag }: Elements, frame: number): ByTag | undefined {
  const groups = [itemOf(byTag, PER_FRAME, frame), itemOf(byTag, SHARED)];
  const places = [...groups.map((group) => itemOf(group, FRAME_VOI)), byTag];
  return places.map((place) => itemOf(place, VOI_LUTS)).find((item) => item !== undefined);
}

/**
 * The table that an image brings for its greys; null where it has none, or a damaged one.
 * @param signed whether rescaled values may be negative: then the first value that is mapped is a signed number, too
 */
export function readGreyTable(elements: Elements, frame: number, signed: boolean): GreyTable | null {
  const item = tableItem(elements, frame);
  if (item === undefined) return null;
  const descriptor = valueBytes(elements, item, 'x00283002');
  if (descriptor.length < 6) return null;
  const { littleEndian } = elements;
  const count = number16(descriptor, 0, littleEndian) || 65_536;
  const first = number16(descriptor, 2, littleEndian);
  const data = valueBytes(elements, item, 'x00283006');
  if (data.length < count) return null;
  const greys = valuesTo8Bits(data, { count, littleEndian, bits: number16(descriptor, 4, littleEndian) });
  return { first: signed && first > 0x7fff ? first - 0x1_0000 : first, greys };
}

/** What lies outside of a table takes its first or last entry. */
export function greyIn({ first, greys }: GreyTable, value: number): number {
  return greys[Math.min(greys.length - 1, Math.max(0, Math.round(value) - first))] as number;
}
