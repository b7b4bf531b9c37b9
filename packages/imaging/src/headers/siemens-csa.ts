/** What is read of a Siemens CSA header; several values of one name stay in their order. */
export type CsaFields = ReadonlyMap<string, readonly string[]>;

const TAG_BYTES = 84;
const MAX_TAGS = 256;
const ITEM_HEAD_BYTES = 16;

function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let index = at; index < at + length && bytes[index] !== 0 && bytes[index] !== undefined; index += 1)
    text += String.fromCharCode(bytes[index] as number);
  return text.trim();
}

const isSecondForm = (bytes: Uint8Array) =>
  bytes[0] === 0x53 && bytes[1] === 0x56 && bytes[2] === 0x31 && bytes[3] === 0x30;

interface CsaForm {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Length of the item whose head stands at a place. */
  lengthAt(at: number): number;
}

/** The texts of a tag's items, and where the next tag begins; null where an item runs over the end. */
function readItems(
  { bytes, lengthAt }: CsaForm,
  start: number,
  items: number,
): { values: string[]; next: number } | null {
  const values: string[] = [];
  let at = start;
  for (let item = 0; item < items && at + ITEM_HEAD_BYTES <= bytes.length; item += 1) {
    const length = lengthAt(at);
    at += ITEM_HEAD_BYTES;
    if (length < 0 || at + length > bytes.length) return null;
    const value = textAt(bytes, at, length);
    if (value !== '') values.push(value);
    at += Math.ceil(length / 4) * 4;
  }
  return { values, next: at };
}

/** The older form counts item lengths from the number of items of its first tag. */
function formOf(bytes: Uint8Array, second: boolean): CsaForm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const base = second || bytes.length < 8 + TAG_BYTES ? 0 : view.getInt32(8 + 76, true);
  const lengthAt = second
    ? (at: number) => view.getInt32(at + 4, true)
    : (at: number) => view.getInt32(at, true) - base;
  return { bytes, view, lengthAt };
}

/**
 * Reads the named fields of a CSA header (0029,xx10): a list of tags, each with text items. Both forms, with "SV10" in front
 * and the older one without. Layout as published by nibabel and dcm2niix; a header that makes no sense gives what was read.
 */
export function readCsa(bytes: Uint8Array, wanted: ReadonlySet<string>): CsaFields {
  const fields = new Map<string, string[]>();
  const second = isSecondForm(bytes);
  const form = formOf(bytes, second);
  let at = second ? 8 : 0;
  if (at + 8 > bytes.length) return fields;
  const tags = form.view.getUint32(at, true);
  if (tags === 0 || tags > MAX_TAGS) return fields;
  at += 8;
  for (let tag = 0; tag < tags && at + TAG_BYTES <= bytes.length; tag += 1) {
    const name = textAt(bytes, at, 64);
    const read = readItems(form, at + TAG_BYTES, form.view.getInt32(at + 76, true));
    if (read === null) return fields;
    if (wanted.has(name) && read.values.length > 0) fields.set(name, read.values);
    at = read.next;
  }
  return fields;
}

/** The protocol's text lies behind binary fields; so much of it is searched. */
const PROTOCOL_BYTES = 131_072;

/** The name of the sequence's file in the protocol text of the series header (0029,xx20): "ep2d_diff", "tse", "gre" … */
export function sequenceOfProtocol(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, PROTOCOL_BYTES));
  const path = /tSequenceFileName\s*=\s*"{1,2}([^"\s]+)"/.exec(text)?.[1] ?? '';
  return path.split(/[\\/%]/).at(-1) ?? '';
}
