import type { Element as ParsedElement } from 'dicom-parser';
import { createTextReader, type TextReader } from '../headers/character-sets.ts';
import type { Elements } from '../headers/read-elements.ts';
import { ruleOf } from './profile.ts';

/** One element as the file has it: its bytes, or its items. */
export interface SourceElement {
  readonly tag: number;
  /** As the file says, else as the profile knows it, else UN. */
  readonly vr: string;
  readonly bytes: Uint8Array;
  readonly items: readonly SourceDataset[] | null;
}

export interface SourceDataset {
  readonly elements: readonly SourceElement[];
  readonly text: TextReader;
}

const CHARACTER_SET = 0x00080005;
const UNDEFINED_LENGTH = 0xffffffff;

const ascii = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text.replace(/[\0 ]+$/, '').trim();
};

type ByTag = Readonly<Record<string, ParsedElement>>;

function elementOf(source: Uint8Array, parsed: ParsedElement, reader: TextReader): SourceElement {
  const tag = Number.parseInt(parsed.tag.slice(1), 16);
  const length = parsed.length === UNDEFINED_LENGTH ? 0 : parsed.length;
  const items =
    parsed.items === undefined
      ? null
      : parsed.items.map((item) => datasetOf(source, (item.dataSet?.elements ?? {}) as ByTag, reader));
  const vr = parsed.vr ?? ruleOf(tag)?.vr ?? 'UN';
  return {
    tag,
    vr: items === null ? vr : 'SQ',
    bytes: items === null ? source.subarray(parsed.dataOffset, parsed.dataOffset + length) : new Uint8Array(0),
    items,
  };
}

function datasetOf(source: Uint8Array, byTag: ByTag, around?: TextReader): SourceDataset {
  const set = byTag.x00080005;
  const terms =
    set === undefined ? null : ascii(source.subarray(set.dataOffset, set.dataOffset + set.length)).split('\\');
  const text = terms === null && around !== undefined ? around : createTextReader(terms ?? [], around);
  return { text, elements: Object.values(byTag).map((parsed) => elementOf(source, parsed, text)) };
}

/** The elements in front of the pixel data as a tree, each with its bytes. */
export const readDataset = ({ bytes, byTag }: Elements): SourceDataset => datasetOf(bytes, byTag);

export const asciiOf = ascii;
export { CHARACTER_SET };
