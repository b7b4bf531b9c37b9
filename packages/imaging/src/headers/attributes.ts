import type { Element } from 'dicom-parser';
import { createTextReader, type TextReader } from './character-sets.ts';
import type { Elements } from './read-elements.ts';

/** Representations of numbers; IS stands for all that are written as text. */
export type NumberVr = 'US' | 'SS' | 'UL' | 'SL' | 'FL' | 'FD' | 'IS';

/** Typed reading of the attributes of a data set or of an item in it. Absent, empty and unreadable values are '' or null. */
export interface Attributes {
  has(tag: string): boolean;
  /** First value of a text attribute, decoded by the character set. */
  text(tag: string): string;
  /** All values of a text attribute. */
  texts(tag: string): string[];
  /** First value of a number written as text (DS, IS). */
  number(tag: string): number | null;
  numbers(tag: string): number[];
  /** Binary numbers: US, SS, FL, FD by their size and the caller's knowledge. */
  uint16(tag: string): number | null;
  uint32(tag: string): number | null;
  float32s(tag: string): number[];
  float64s(tag: string): number[];
  /** Numbers whatever way they are written; `vr` says how where the file does not (implicit encoding, UN). */
  anyNumbers(tag: string, vr: NumberVr): number[];
  /** YYYY-MM-DD, or '' when absent or no date. */
  date(tag: string): string;
  items(tag: string): Attributes[];
  bytes(tag: string): Uint8Array;
  /** The attribute of a private block, found by its creator (PS3.5 7.8.1): group and the low byte of the element. */
  privateTag(group: string, creator: string, element: string): string;
}

/** DA, also in the old form with dots and as the first part of DT. */
export function isoDate(value: string): string {
  const match = /^(\d{4})[.-]?(\d{2})[.-]?(\d{2})/.exec(value.trim());
  if (match === null) return '';
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const valid =
    Number(year) > 0 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return valid ? `${year}-${month}-${day}` : '';
}

const numberOf = (value: string): number | null => {
  const text = value.trim().replace(',', '.');
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
};

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

class DataSetAttributes implements Attributes {
  readonly #elements: Readonly<Record<string, Element>>;
  readonly #source: Elements;
  readonly #text: TextReader;
  readonly #view: DataView;
  #blocks: Map<string, string> | undefined;

  constructor(elements: Readonly<Record<string, Element>>, source: Elements, text: TextReader) {
    this.#elements = elements;
    this.#source = source;
    this.#text = text;
    this.#view = new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  }

  has(tag: string): boolean {
    return (this.#elements[tag]?.length ?? 0) > 0;
  }

  bytes(tag: string): Uint8Array {
    const element = this.#elements[tag];
    if (element === undefined || element.length === 0) return new Uint8Array(0);
    return this.#source.bytes.subarray(element.dataOffset, element.dataOffset + element.length);
  }

  texts(tag: string): string[] {
    if (!this.has(tag)) return [];
    const bytes = this.bytes(tag);
    if (bytes.length === 0) return [];
    return this.#text
      .read(bytes)
      .split('\\')
      .map((value) => value.trim());
  }

  text(tag: string): string {
    return this.has(tag) ? (this.texts(tag)[0] ?? '') : '';
  }

  numbers(tag: string): number[] {
    return this.texts(tag).map(numberOf).filter(isNumber);
  }

  number(tag: string): number | null {
    return numberOf(this.text(tag));
  }

  #binary(tag: string, size: number, read: (at: number) => number): number[] {
    const element = this.#elements[tag];
    const values: number[] = [];
    if (element === undefined) return values;
    const end = Math.min(element.dataOffset + element.length, this.#source.bytes.length);
    for (let at = element.dataOffset; at + size <= end; at += size) values.push(read(at));
    return values;
  }

  uint16(tag: string): number | null {
    return this.#binary(tag, 2, (at) => this.#view.getUint16(at, this.#source.littleEndian))[0] ?? null;
  }

  uint32(tag: string): number | null {
    return this.#binary(tag, 4, (at) => this.#view.getUint32(at, this.#source.littleEndian))[0] ?? null;
  }

  float32s(tag: string): number[] {
    return this.#binary(tag, 4, (at) => this.#view.getFloat32(at, this.#source.littleEndian)).filter(isNumber);
  }

  float64s(tag: string): number[] {
    return this.#binary(tag, 8, (at) => this.#view.getFloat64(at, this.#source.littleEndian)).filter(isNumber);
  }

  anyNumbers(tag: string, vr: NumberVr): number[] {
    const written = this.#elements[tag]?.vr;
    switch (written === undefined || written === 'UN' ? vr : written) {
      case 'FL':
        return this.float32s(tag);
      case 'FD':
        return this.float64s(tag);
      case 'US':
        return this.#binary(tag, 2, (at) => this.#view.getUint16(at, this.#source.littleEndian));
      case 'SS':
        return this.#binary(tag, 2, (at) => this.#view.getInt16(at, this.#source.littleEndian));
      case 'UL':
        return this.#binary(tag, 4, (at) => this.#view.getUint32(at, this.#source.littleEndian));
      case 'SL':
        return this.#binary(tag, 4, (at) => this.#view.getInt32(at, this.#source.littleEndian));
      default:
        return this.numbers(tag);
    }
  }

  date(tag: string): string {
    return isoDate(this.text(tag));
  }

  items(tag: string): Attributes[] {
    const items = this.#elements[tag]?.items ?? [];
    return items.map((item) => {
      const elements = item.dataSet?.elements ?? {};
      return new DataSetAttributes(elements, this.#source, textOf(elements, this.#source, this.#text));
    });
  }

  #readBlocks(): Map<string, string> {
    const blocks = new Map<string, string>();
    for (const tag of Object.keys(this.#elements)) {
      const reserved = /^x(...[13579bdf])00([1-9a-f].)$/.exec(tag);
      if (reserved === null) continue;
      const key = `${reserved[1]} ${this.text(tag)}`;
      if (!blocks.has(key)) blocks.set(key, reserved[2] as string);
    }
    return blocks;
  }

  privateTag(group: string, creator: string, element: string): string {
    this.#blocks ??= this.#readBlocks();
    const block = this.#blocks.get(`${group} ${creator}`);
    return block === undefined ? '' : `x${group}${block}${element}`;
  }
}

/** How text is read in an item: by a character set of its own where it names one (PS3.3 C.12.1.1.2). */
export function textOf(elements: Readonly<Record<string, Element>>, source: Elements, around: TextReader): TextReader {
  if (elements.x00080005 === undefined) return around;
  return createTextReader(termsOf(elements, source), around);
}

/** The values of Specific Character Set. */
const termsOf = (elements: Readonly<Record<string, Element>>, source: Elements) =>
  new DataSetAttributes(elements, source, createTextReader([])).texts('x00080005');

/** The attributes of a whole data set, with the sentences about its text that end as warnings. */
export function attributesOf(elements: Elements): { attributes: Attributes; textWarnings: readonly string[] } {
  const text = createTextReader(termsOf(elements.byTag, elements));
  return { attributes: new DataSetAttributes(elements.byTag, elements, text), textWarnings: text.warnings };
}
