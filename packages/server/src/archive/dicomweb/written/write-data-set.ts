import { isKnownVr } from '@overread/imaging/headers/file-meta.ts';
import type { Elements } from '@overread/imaging/headers/read-elements.ts';
import type { Element } from 'dicom-parser';
import { vrOf } from '../attribute-vrs.ts';
import { element } from './element.ts';

/** Bytes of the numbers or words that values of a representation are made of; everything else is bytes. */
const WORDS: Readonly<Record<string, number>> = {
  ...{ US: 2, SS: 2, OW: 2, AT: 2, UL: 4, SL: 4, FL: 4, OF: 4, OL: 4, FD: 8, OD: 8, OV: 8, SV: 8, UV: 8 },
};

/** A value in little endian, whatever it was written in. */
export function littleEndian(vr: string, value: Uint8Array, isLittle: boolean): Uint8Array {
  const word = WORDS[vr] ?? 1;
  if (isLittle || word === 1) return value;
  const whole = Buffer.from(value.subarray(0, value.length - (value.length % word)));
  return word === 2 ? whole.swap16() : word === 4 ? whole.swap32() : whole.swap64();
}

/** Attributes that are signed where the pixels are (PS3.5 annex A.1), in files that do not say. */
const SIGNED_AS_PIXELS = new Set(
  ['0106', '0107', '0108', '0109', '0110', '0111', '0120', '0121'].map((each) => `x0028${each}`),
);

/** What is written of a data set. */
export interface Source {
  readonly elements: Pick<Elements, 'bytes' | 'littleEndian'>;
  /** Whether PixelRepresentation is 1. */
  readonly signed: boolean;
}

const FRAGMENTS_INSIDE = 'x00880200';
/** Group lengths are not used any more (PS3.5 7.2); the meta header is another's affair; fffe are delimiters, fffc padding. */
const isLeftOut = (tag: string) => tag.endsWith('0000') || /^x(?:0002|fffe|fffc)/.test(tag);

const numberOf = (tag: string) => Number.parseInt(tag.slice(1), 16);

function itemOf(elements: Readonly<Record<string, Element>>, source: Source): Uint8Array[] {
  const content = dataSetBytes(elements, source);
  const head = Buffer.alloc(8);
  head.writeUInt16LE(0xfffe, 0);
  head.writeUInt16LE(0xe000, 2);
  head.writeUInt32LE(
    content.reduce((sum, { length }) => sum + length, 0),
    4,
  );
  return [head, ...content];
}

function elementBytes(each: Element, source: Source): readonly Uint8Array[] {
  const tag = numberOf(each.tag);
  const vr = vrOf(each);
  if (vr === 'SQ') {
    const items = (each.items ?? []).flatMap((item) => itemOf(item.dataSet?.elements ?? {}, source));
    return element(tag, 'SQ', Buffer.concat(items));
  }
  const { bytes, littleEndian: isLittle } = source.elements;
  const value = bytes.subarray(each.dataOffset, each.dataOffset + each.length);
  const said = each.vr !== undefined && isKnownVr(each.vr);
  const written = !said && source.signed && SIGNED_AS_PIXELS.has(each.tag) ? 'SS' : vr;
  // Of bytes that nobody knows the order stays as it is.
  return element(tag, written, littleEndian(written, value, isLittle));
}

/** The elements of a data set or an item, in ascending order and explicit little endian. */
export function dataSetBytes(elements: Readonly<Record<string, Element>>, source: Source): Uint8Array[] {
  return Object.values(elements)
    .filter(({ tag }) => !isLeftOut(tag))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .flatMap((each) => elementBytes(each, source));
}

const holdsFragments = (each: Element): boolean =>
  each.encapsulatedPixelData === true ||
  (each.items ?? []).some((item) => Object.values(item.dataSet?.elements ?? {}).some(holdsFragments));

/** Without icons whose own pixels are compressed: nothing in an uncompressed file may be. */
export function withoutCompressedIcons(elements: Readonly<Record<string, Element>>): Record<string, Element> {
  const { [FRAGMENTS_INSIDE]: icon, ...rest } = elements;
  return icon === undefined || holdsFragments(icon) ? rest : { ...rest, [FRAGMENTS_INSIDE]: icon };
}
