import { constants, inflateRawSync } from 'node:zlib';
import type { InstanceHeader } from '@overread/imaging';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { type Elements, readElements } from '@overread/imaging/headers/read-elements.ts';
import { element, fileMeta, item, longElement, sequence, shortElement } from './elements.ts';
import {
  INSTANCE_KEYS,
  ITEM_KEYS,
  type Key,
  PATIENT_KEYS,
  type RecordType,
  recordTypeOf,
  SERIES_KEYS,
  STAND_INS,
  STUDY_KEYS,
} from './record-types.data.ts';

/** What a DICOMDIR repeats of one file, each level encoded and in the order of its tags. */
export interface InstanceKeys {
  /** Null when no directory record may name the file: its class is not of the standard. */
  readonly recordType: RecordType | null;
  /** Files of one patient have the same: the id and the name as they are written. */
  readonly patient: string;
  readonly patientKeys: Buffer;
  readonly studyKeys: Buffer;
  readonly seriesKeys: Buffer;
  readonly instanceKeys: Buffer;
  /** What has to stand in front of the file in a file-set: a preamble and meta header, where it came without. */
  readonly prefix: Buffer | null;
}

/** The identity of a file as the index has it. */
export type FiledAs = Pick<InstanceHeader, 'sopInstanceUid' | 'sopClassUid' | 'transferSyntaxUid'>;

const CHARACTER_SET = 0x00080005;
const VERIFIED_AT = 0x0040a030;
const MOST_BYTES = 0xfffe;
/** A data set that was cut short gives what is there; none is larger than this. */
const INFLATE = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 256 << 20 };

type Tags = Elements['byTag'];

const nameOf = (tag: number): string => `x${tag.toString(16).padStart(8, '0')}`;

/** A value's bytes without padding; a value longer than an explicit length can say is left out. */
function bytesOf({ bytes }: Elements, tags: Tags, tag: number): Uint8Array {
  const found = tags[nameOf(tag)];
  if (found === undefined || found.length > MOST_BYTES) return new Uint8Array(0);
  const value = bytes.subarray(found.dataOffset, Math.min(found.dataOffset + found.length, bytes.length));
  let end = value.length;
  while (end > 0 && (value[end - 1] === 0x20 || value[end - 1] === 0)) end -= 1;
  return value.subarray(0, end);
}

function numberOf(source: Elements, tag: number, size: 2 | 4): number | null {
  const found = source.byTag[nameOf(tag)];
  if (found === undefined || found.length < size || found.dataOffset + size > source.bytes.length) return null;
  const view = new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  return size === 2
    ? view.getUint16(found.dataOffset, source.littleEndian)
    : view.getUint32(found.dataOffset, source.littleEndian);
}

/** An item with what a record repeats of it; of a content sequence only what modifies its title (PS3.3 F.5.15). */
function itemsOf(source: Elements, tags: Tags, tag: number): Buffer[] {
  const items = (tags[nameOf(tag)]?.items ?? []).flatMap(({ dataSet }) => (dataSet === undefined ? [] : [dataSet]));
  return items
    .filter(({ elements }) => tag !== 0x0040a730 || textOf(source, elements, 0x0040a010) === 'HAS CONCEPT MOD')
    .map(({ elements }) => item(itemKeys(source, elements)));
}

function itemKeys(source: Elements, tags: Tags): Buffer[] {
  return Object.keys(tags)
    .sort()
    .flatMap((name) => {
      const tag = Number.parseInt(name.slice(1), 16);
      const vr = ITEM_KEYS[tag];
      if (vr === undefined) return [];
      return vr === 'SQ' ? [sequence(tag, itemsOf(source, tags, tag))] : [element(tag, vr, bytesOf(source, tags, tag))];
    });
}

const textOf = (source: Elements, tags: Tags, tag: number): string =>
  Buffer.from(bytesOf(source, tags, tag))
    .toString('latin1')
    .trim();

function encode(source: Elements, [tag, vr, lacking]: Key): Buffer[] {
  if (vr === 'SQ') {
    const items = itemsOf(source, source.byTag, tag);
    return items.length === 0 && lacking === null ? [] : [sequence(tag, items)];
  }
  if (vr === 'US' || vr === 'UL') {
    const value = numberOf(source, tag, vr === 'US' ? 2 : 4);
    if (value === null) return [];
    return [vr === 'US' ? shortElement(tag, value) : longElement(tag, value)];
  }
  const found = [
    ...[tag, ...(STAND_INS[tag] ?? [])].map((each) => bytesOf(source, source.byTag, each)),
    ...(tag === VERIFIED_AT ? verifications(source) : []),
  ].find((value) => value.length > 0);
  if (found === undefined && lacking === null) return [];
  return [element(tag, vr, found ?? lacking ?? '')];
}

/** When each observer verified a report, the last first: the data set has it in a sequence, the record by itself. */
function verifications(source: Elements): Uint8Array[] {
  const observers = source.byTag[nameOf(0x0040a073)]?.items ?? [];
  return observers
    .map(({ dataSet }) => bytesOf(source, dataSet?.elements ?? {}, VERIFIED_AT))
    .sort((a, b) => Buffer.compare(b, a));
}

/** Keys in the order of their tags, after the character set in which their text is written. */
function encodeKeys(source: Elements, keys: readonly Key[]): Buffer {
  const set = bytesOf(source, source.byTag, CHARACTER_SET);
  const head = set.length === 0 ? [] : [element(CHARACTER_SET, 'CS', set)];
  const ordered = keys.toSorted(([a], [b]) => a - b);
  return Buffer.concat([...head, ...ordered.flatMap((key) => encode(source, key))]);
}

function dataSetOf(head: Uint8Array, fileSize: number): Elements {
  const { encoding, dataSetOffset } = readFileMeta(head, fileSize);
  if (!encoding.deflated) return readElements(head, dataSetOffset, encoding);
  return readElements(inflateRawSync(head.subarray(dataSetOffset), INFLATE), 0, encoding);
}

function prefixOf(head: Uint8Array, file: FiledAs): Buffer | null {
  const at = (offset: number): string => Buffer.from(head.subarray(offset, offset + 4)).toString('latin1');
  if (at(128) === 'DICM') return null;
  // The meta header is there, and only what belongs in front of it is not.
  if (at(0) === 'DICM') return Buffer.alloc(128);
  if (at(0) === '\u0002\0\0\0') return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM', 'latin1')]);
  return fileMeta(file);
}

/** Reads from the head of a file (everything in front of its pixels) what a DICOMDIR says of it. */
export function readInstanceKeys(head: Uint8Array, fileSize: number, file: FiledAs): InstanceKeys {
  const source = dataSetOf(head, fileSize);
  const recordType = recordTypeOf(file.sopClassUid);
  const named = [0x00100020, 0x00100010].map((tag) => textOf(source, source.byTag, tag));
  return {
    recordType,
    patient: named.join('\\').toUpperCase(),
    patientKeys: encodeKeys(source, PATIENT_KEYS),
    studyKeys: encodeKeys(source, STUDY_KEYS),
    seriesKeys: encodeKeys(source, SERIES_KEYS),
    instanceKeys: encodeKeys(source, recordType === null ? [] : INSTANCE_KEYS[recordType]),
    prefix: prefixOf(head, file),
  };
}
