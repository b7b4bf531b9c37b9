import type { Elements } from '@overread/imaging/headers/read-elements.ts';
import type { Element } from 'dicom-parser';

export const number16 = (bytes: Uint8Array, at: number, littleEndian: boolean): number =>
  at + 2 <= bytes.length
    ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(at, littleEndian)
    : 0;

/** The bytes of an attribute of a data set, or of one of its items; none where it is missing. */
export function valueBytes({ bytes }: Elements, byTag: Readonly<Record<string, Element>>, tag: string): Uint8Array {
  const element = byTag[tag];
  return element === undefined
    ? bytes.subarray(0, 0)
    : bytes.subarray(element.dataOffset, element.dataOffset + element.length);
}

interface TableForm {
  readonly count: number;
  readonly littleEndian: boolean;
  /** Bits of an entry, as the descriptor says. */
  readonly bits: number;
}

/** Entries of a grey table, of which the most that its bits can say is white; in bytes where there are too few for words. */
export function valuesTo8Bits(data: Uint8Array, { count, littleEndian, bits }: TableForm): Uint8Array {
  if (data.length < count * 2) return data.slice(0, count);
  const most = 2 ** Math.min(16, Math.max(1, bits)) - 1;
  return Uint8Array.from({ length: count }, (_, at) =>
    Math.min(255, Math.round((number16(data, at * 2, littleEndian) * 255) / most)),
  );
}
