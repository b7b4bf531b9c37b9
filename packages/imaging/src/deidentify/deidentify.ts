import { deflateSync } from 'fflate';
import { attributesOf } from '../headers/attributes.ts';
import { readFileMeta } from '../headers/file-meta.ts';
import { nativeFrames } from '../headers/frame-ranges.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { DamagedDicom, HeadTooShort, NotDicom } from '../headers/problems.ts';
import { type Elements, readElements, UNDEFINED_LENGTH } from '../headers/read-elements.ts';
import type { InstanceHeader } from '../model.ts';
import type { GreyFrame } from '../quality/frame-measures.ts';
import { frameBytes, openGreyFrame } from '../quality/grey-frame.ts';
import { type Dataset, type Element, sequence, text } from '../write/dataset.ts';
import { join, metaInformation } from '../write/part10.ts';
import { writeDataset } from '../write/write-dataset.ts';
import { applyTo, type ProfileChoices } from './apply-profile.ts';
import { burnedInText, notAPicture, usesSpareBits } from './burned-in.ts';
import { identifiersIn, leaksIn } from './identifiers.ts';
import { inflateDataset } from './inflate-dataset.ts';
import { readDataset } from './read-dataset.ts';

/** A file with nothing in it that names somebody, or why none was made. */
export type Deidentified =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array; readonly header: InstanceHeader }
  | { readonly kind: 'refused'; readonly because: string };

export interface DeidentifyOptions extends ProfileChoices {
  /** The frames of a compressed file, opened by whoever has codecs; null where they cannot be opened. */
  readonly frames?: readonly GreyFrame[] | null;
}

/** Codes of PS3.16 CID 7050 for what was done. */
const METHODS: readonly (readonly [code: string, meaning: string])[] = [
  ['113100', 'Basic Application Confidentiality Profile'],
  ['113105', 'Clean Descriptors Option'],
  ['113108', 'Retain Patient Characteristics Option'],
  ['113109', 'Retain Device Identity Option'],
  ['113111', 'Retain Safe Private Option'],
];
const FULL_DATES = ['113106', 'Retain Longitudinal Temporal Information Full Dates Option'] as const;
const MODIFIED_DATES = ['113107', 'Retain Longitudinal Temporal Information Modified Dates Option'] as const;

/** What the file says of its own cleaning (PS3.15 E.1.1, PS3.3 C.7.1.1 and C.12.1). */
function ownWord({ shiftDays }: ProfileChoices): Dataset {
  const dates = shiftDays === null ? FULL_DATES : MODIFIED_DATES;
  const items = [...METHODS, dates].map(([code, meaning]) => [
    text(0x00080100, 'SH', code),
    text(0x00080102, 'SH', 'DCM'),
    text(0x00080104, 'LO', meaning),
  ]);
  return [
    text(0x00120062, 'CS', 'YES'),
    text(0x00120063, 'LO', 'PS3.15 Annex E'),
    sequence(0x00120064, ...items),
    text(0x00280303, 'CS', shiftDays === null ? 'UNMODIFIED' : 'MODIFIED'),
  ];
}

const delimiterAfter = (bytes: Uint8Array, start: number): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  while (at + 8 <= bytes.length && view.getUint16(at, true) === 0xfffe) {
    const element = view.getUint16(at + 2, true);
    if (element === 0xe0dd) return at + 8;
    at += 8 + view.getUint32(at + 4, true);
  }
  return null;
};

/** The pixel data element as it lies in the file, tag and all; null where it is cut short. What follows it is left behind. */
function pixelElement({ bytes, pixelData, stoppedAt }: Elements): Uint8Array | null {
  if (pixelData === null) return null;
  const { dataOffset, length } = pixelData;
  const end = length === UNDEFINED_LENGTH ? delimiterAfter(bytes, dataOffset) : dataOffset + length;
  return end === null || end > bytes.length ? null : bytes.subarray(stoppedAt.offset, end);
}

/** The frames of a file that needs no codec; null where one cannot be opened. */
function ownFrames(bytes: Uint8Array, header: InstanceHeader): GreyFrame[] | null {
  if (header.frameRanges.length < header.frames) return null;
  const frames: GreyFrame[] = [];
  for (const range of header.frameRanges) {
    const frame = openGreyFrame(frameBytes(bytes, range), header);
    if (frame === null) return null;
    frames.push(frame);
  }
  return frames;
}

const refused = (because: string): Deidentified => ({ kind: 'refused', because });

/** Why this picture may not be called clean, before its header is looked at. */
function suspicion(file: Uint8Array, header: InstanceHeader, elements: Elements, options: DeidentifyOptions) {
  const other = notAPicture(header);
  if (other !== null) return other;
  const { attributes } = attributesOf(elements);
  if (attributes.text('x00280301').toUpperCase() === 'YES') return 'the file says that text is burned into the picture';
  const frames = options.frames ?? ownFrames(file, header);
  if (frames === null) return 'its pictures cannot be opened, so nobody can say whether text is burned into them';
  const pixels = elements.pixelData;
  const spare = pixels !== null && pixels.length !== UNDEFINED_LENGTH;
  if (spare && usesSpareBits(elements.bytes.subarray(pixels.dataOffset, pixels.dataOffset + pixels.length), header))
    return 'bits beside the picture are used, where overlays with text were kept';
  return burnedInText(frames);
}

interface Opened {
  readonly header: InstanceHeader;
  readonly elements: Elements;
  readonly isDeflated: boolean;
  readonly isExplicit: boolean;
}

function open(file: Uint8Array): Opened | string {
  try {
    const header = parseHeader(file);
    const meta = readFileMeta(file, file.length);
    const isDeflated = meta.encoding.deflated;
    const bytes = isDeflated ? inflateDataset(file.subarray(meta.dataSetOffset)) : file;
    const elements = readElements(bytes, isDeflated ? 0 : meta.dataSetOffset, meta.encoding);
    return { header, elements, isDeflated, isExplicit: meta.encoding.explicit };
  } catch (error) {
    const known = error instanceof NotDicom || error instanceof DamagedDicom || error instanceof HeadTooShort;
    if (known) return error.message;
    throw error;
  }
}

/** Elements that the profile changed and the words about it; the latter win. */
function withOwnWord(dataset: Dataset, choices: ProfileChoices): Dataset {
  const own = ownWord(choices);
  const tags = new Set(own.map(({ tag }) => tag));
  return [...dataset.filter(({ tag }: Element) => !tags.has(tag)), ...own];
}

/**
 * One image de-identified by DICOM PS3.15 Annex E: the Basic Profile with the options to retain longitudinal temporal
 * information, patient characteristics, device identity and safe private attributes, and to clean descriptors. The pixel data
 * are the same, bit for bit. Refused where the file is no picture, is damaged, or where text may be burned into it. Faces that can
 * be made out of a head are not taken away (113102 is not claimed).
 */
export function deidentify(file: Uint8Array, options: DeidentifyOptions): Deidentified {
  const opened = open(file);
  if (typeof opened === 'string') return refused(opened);
  const { header, elements, isDeflated, isExplicit } = opened;
  if (elements.stopped !== 'end') return refused('its header cannot be read to the end');
  const why = suspicion(
    isDeflated ? elements.bytes : file,
    isDeflated ? inflated(header, elements) : header,
    elements,
    options,
  );
  if (why !== null) return refused(why);
  const pixels = pixelElement(elements);
  if (pixels === null) return refused('its pixel data are cut short');
  const source = readDataset(elements);
  const identifiers = identifiersIn(source);
  const { littleEndian } = elements;
  const dataset = applyTo(source, { ...options, identifiers, littleEndian, isExplicit });
  const body = writeDataset(withOwnWord(dataset, options), { explicit: isExplicit, littleEndian });
  if (leaksIn(body, identifiers)) return refused('something that names the patient would stay in it');
  const meta = metaInformation(header.sopClassUid, options.mapUid(header.sopInstanceUid), header.transferSyntaxUid);
  const rest = join([body, pixels]);
  const bytes = join([meta, isDeflated ? even(deflateSync(rest)) : rest]);
  return { kind: 'clean', bytes, header };
}

const even = (bytes: Uint8Array) => (bytes.length % 2 === 0 ? bytes : join([bytes, new Uint8Array(1)]));

/** The header of a deflated file with its frames where they lie in the inflated bytes. */
function inflated(header: InstanceHeader, { pixelData, bytes }: Elements): InstanceHeader {
  if (pixelData === null || header.frames === 0) return header;
  const { ranges: frameRanges } = nativeFrames(pixelData, header, bytes.length);
  return { ...header, transferSyntaxUid: '1.2.840.10008.1.2.1', frameRanges };
}

/**
 * UIDs that stand for others, derived from a secret of the case: the same one for the same one, and no way back without the
 * secret (PS3.5 B.2: 2.25 and 128 bits).
 * @param hash of a text, at least 32 hex digits, keyed with the case's secret
 */
export function uidMap(hash: (text: string) => string): (uid: string) => string {
  const known = new Map<string, string>();
  return (uid) => {
    const there = known.get(uid) ?? `2.25.${BigInt(`0x${hash(uid).slice(0, 32)}`)}`;
    known.set(uid, there);
    return there;
  };
}

/** Dates move back by up to two years, by whole weeks: what fell on a Monday still does. */
const MOST_WEEKS = 104;

/**
 * Days by which the dates of a case move, from its secret: the same for all its files.
 * @param hash as for `uidMap`
 */
export const shiftOf = (hash: (text: string) => string): number =>
  -7 * (1 + (Number.parseInt(hash('dates').slice(0, 8), 16) % MOST_WEEKS));
