import { textOf } from '@overread/imaging/headers/attributes.ts';
import { createTextReader, type TextReader } from '@overread/imaging/headers/character-sets.ts';
import type { Elements } from '@overread/imaging/headers/read-elements.ts';
import type { Element } from 'dicom-parser';
import { vrOf } from './attribute-vrs.ts';

/** One attribute of the DICOM JSON model (PS3.18 annex F). */
export interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
  readonly BulkDataURI?: string;
}
export type DicomJson = Readonly<Record<string, JsonAttribute>>;

/** Binary values up to this size go along; larger ones are fetched by their address. */
const INLINE_BYTES = 1024;

/** What a data set is read with. */
interface Reading {
  readonly elements: Elements;
  readonly text: TextReader;
  /** Address of a large value. */
  readonly bulkUri: (tag: string) => string;
}

const ONE_VALUE = new Set(['LT', 'ST', 'UT', 'UR']);
const TEXT = new Set(['AE', 'AS', 'CS', 'DA', 'DT', 'LO', 'SH', 'TM', 'UC', 'UI', ...ONE_VALUE]);

/** How many bytes a number takes, and how it is read. */
const NUMBERS: Readonly<
  Record<string, readonly [number, (view: DataView, at: number, little: boolean) => number | string]>
> = {
  US: [2, (view, at, little) => view.getUint16(at, little)],
  SS: [2, (view, at, little) => view.getInt16(at, little)],
  UL: [4, (view, at, little) => view.getUint32(at, little)],
  SL: [4, (view, at, little) => view.getInt32(at, little)],
  FL: [4, (view, at, little) => view.getFloat32(at, little)],
  FD: [8, (view, at, little) => view.getFloat64(at, little)],
  // Beyond 2^53 a JSON number would be another number: PS3.18 F.2.3.1 allows text.
  UV: [8, (view, at, little) => view.getBigUint64(at, little).toString()],
  SV: [8, (view, at, little) => view.getBigInt64(at, little).toString()],
};

/** Size of the words that binary values are made of; they go out in little endian. */
const WORDS: Readonly<Record<string, number>> = { OW: 2, OF: 4, OL: 4, OD: 8, OV: 8 };

/** A name by its component groups (PS3.18 F.2.2). */
export function personName(value: string): object {
  const [alphabetic = '', ideographic = '', phonetic = ''] = value.split('=');
  return {
    ...(alphabetic === '' ? {} : { Alphabetic: alphabetic }),
    ...(ideographic === '' ? {} : { Ideographic: ideographic }),
    ...(phonetic === '' ? {} : { Phonetic: phonetic }),
  };
}

const split = (text: string) => text.split('\\').map((value) => value.trim());
const orNull = (value: string) => (value === '' ? null : value);

function textValues(vr: string, text: string): unknown[] {
  if (text.trim() === '') return [];
  if (vr === 'PN') return split(text).map((value) => (value === '' ? null : personName(value)));
  if (vr === 'IS' || vr === 'DS') {
    return split(text).map((value) => (value === '' ? null : Number.isFinite(Number(value)) ? Number(value) : value));
  }
  return ONE_VALUE.has(vr) ? [text.trimEnd()] : split(text).map(orNull);
}

function numberValues(vr: string, bytes: Uint8Array, littleEndian: boolean): unknown[] {
  const [size, read] = NUMBERS[vr] as (typeof NUMBERS)[string];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: unknown[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    const value = read(view, at, littleEndian);
    values.push(typeof value === 'number' && !Number.isFinite(value) ? null : value);
  }
  return values;
}

function tagValues(bytes: Uint8Array, littleEndian: boolean): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = (at: number) => view.getUint16(at, littleEndian).toString(16).padStart(4, '0').toUpperCase();
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => hex(at * 4) + hex(at * 4 + 2));
}

function swapped(vr: string, bytes: Uint8Array, littleEndian: boolean): Buffer {
  const copy = Buffer.from(bytes);
  const word = WORDS[vr] ?? 1;
  if (littleEndian || word === 1 || copy.length % word !== 0) return copy;
  return word === 2 ? copy.swap16() : word === 4 ? copy.swap32() : copy.swap64();
}

function attributeOf(element: Element, reading: Reading): JsonAttribute {
  const vr = vrOf(element);
  const { bytes: all, littleEndian } = reading.elements;
  if (vr === 'SQ') {
    const items = (element.items ?? []).map((item) => itemJson(item.dataSet?.elements ?? {}, reading));
    return items.length === 0 ? { vr } : { vr, Value: items };
  }
  const bytes = all.subarray(element.dataOffset, element.dataOffset + element.length);
  const filled = (Value: readonly unknown[]): JsonAttribute => (Value.length === 0 ? { vr } : { vr, Value });
  if (TEXT.has(vr) || vr === 'PN' || vr === 'IS' || vr === 'DS')
    return filled(textValues(vr, reading.text.read(bytes)));
  if (vr === 'AT') return filled(tagValues(bytes, littleEndian));
  if (vr in NUMBERS) return filled(numberValues(vr, bytes, littleEndian));
  if (bytes.length === 0) return { vr };
  if (bytes.length > INLINE_BYTES) return { vr, BulkDataURI: reading.bulkUri(element.tag.slice(1).toUpperCase()) };
  return { vr, InlineBinary: swapped(vr, bytes, littleEndian).toString('base64') };
}

/** Group lengths say nothing in JSON; the file's own head (group 2) does not belong to the data set. */
const isLeftOut = (tag: string) => tag.endsWith('0000') || tag.startsWith('x0002') || tag.startsWith('xfffe');

function dataSetJson(elements: Readonly<Record<string, Element>>, reading: Reading): DicomJson {
  const json: Record<string, JsonAttribute> = {};
  for (const element of Object.values(elements).toSorted((a, b) => (a.tag < b.tag ? -1 : 1))) {
    if (!isLeftOut(element.tag)) json[element.tag.slice(1).toUpperCase()] = attributeOf(element, reading);
  }
  return json;
}

const UTF_8: JsonAttribute = { vr: 'CS', Value: ['ISO_IR 192'] };

/** An item, which may name a character set of its own; what goes out is UTF-8. */
function itemJson(elements: Readonly<Record<string, Element>>, reading: Reading): DicomJson {
  const text = textOf(elements, reading.elements, reading.text);
  const json = dataSetJson(elements, { ...reading, text });
  return '00080005' in json ? { ...json, '00080005': UTF_8 } : json;
}

/**
 * The attributes of an instance in the DICOM JSON model, from its own data set. Pixel data and other large values are
 * addresses; text is UTF-8 whatever the file was written in.
 */
export function dicomJson(
  elements: Elements,
  instance: {
    readonly transferSyntaxUid: string;
    readonly hasPixels: boolean;
    readonly bulkUri: (tag: string) => string;
  },
): DicomJson {
  const text = textOf(elements.byTag, elements, createTextReader([]));
  const reading: Reading = { elements, text, bulkUri: instance.bulkUri };
  const json: Record<string, JsonAttribute> = { ...dataSetJson(elements.byTag, reading) };
  // Whatever follows the pixels is not in a header that ends in front of them.
  delete json['7FE00010'];
  json['00080005'] = UTF_8;
  json['00083002'] = { vr: 'UI', Value: [instance.transferSyntaxUid] };
  if (instance.hasPixels) json['7FE00010'] = { vr: 'OW', BulkDataURI: instance.bulkUri('7FE00010') };
  return json;
}
