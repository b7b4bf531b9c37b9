/** Value representations that the writer knows (PS3.5 section 6.2). */
export type Vr =
  | 'AE'
  | 'AS'
  | 'AT'
  | 'CS'
  | 'DA'
  | 'DS'
  | 'DT'
  | 'FD'
  | 'FL'
  | 'IS'
  | 'LO'
  | 'LT'
  | 'OB'
  | 'OD'
  | 'OF'
  | 'OL'
  | 'OV'
  | 'OW'
  | 'PN'
  | 'SH'
  | 'SL'
  | 'SQ'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'TM'
  | 'UC'
  | 'UI'
  | 'UL'
  | 'UN'
  | 'UR'
  | 'US'
  | 'UT'
  | 'UV';

/** One element: tag as 0xGGGGEEEE, and its value. Several values of text are an array; a sequence is an array of items. */
export interface Element {
  readonly tag: number;
  readonly vr: Vr;
  readonly value: string | readonly string[] | readonly number[] | Uint8Array | readonly Dataset[];
}

/** Elements in any order: the writer sorts them by tag. */
export type Dataset = readonly Element[];

/** A text element; an empty string makes an empty (type 2) element. */
export function text(tag: number, vr: Vr, value: string | readonly string[]): Element {
  return { tag, vr, value };
}

/** A decimal or integer string (DS, IS): at most 16 characters each. */
export function decimal(tag: number, vr: 'DS' | 'IS', ...values: readonly number[]): Element {
  return { tag, vr, value: values.map((value) => (vr === 'IS' ? String(Math.round(value)) : shortNumber(value))) };
}

/** A binary number element (US, UL, SS, SL, FL, FD, AT). */
export function binary(tag: number, vr: Vr, ...values: readonly number[]): Element {
  return { tag, vr, value: values };
}

/** A sequence of items. */
export function sequence(tag: number, ...items: readonly Dataset[]): Element {
  return { tag, vr: 'SQ', value: items };
}

function shortNumber(value: number): string {
  const plain = String(Math.round(value * 1e8) / 1e8 + 0);
  return plain.length <= 16 ? plain : value.toPrecision(9);
}
