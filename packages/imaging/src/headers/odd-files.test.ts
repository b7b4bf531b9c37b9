import { describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from './parse-header.ts';

const EXPLICIT = '1.2.840.10008.1.2.1';
const IMPLICIT = '1.2.840.10008.1.2';
const some = { EchoTime: 95.5, SeriesDescription: 'AX T2 TSE' };

/** Bytes from hex digits and 'texts'. */
const raw = (text: string) =>
  Uint8Array.from(
    [...text.matchAll(/'([^']*)'|([0-9a-f]{2})/g)].flatMap(([, letters, hex]) =>
      letters === undefined ? [Number.parseInt(hex ?? '', 16)] : [...letters].map((letter) => letter.charCodeAt(0)),
    ),
  );

function find(bytes: Uint8Array, pattern: Uint8Array): number {
  const at = bytes.findIndex((_, start) => pattern.every((byte, index) => bytes[start + index] === byte));
  if (at < 0) throw new Error('not in this file');
  return at;
}

/** The file with further bytes in front of the patient's name (0010,0010). */
function withElement(bytes: Uint8Array, element: Uint8Array): Uint8Array {
  const at = find(bytes, raw('1000 1000'));
  return new Uint8Array([...bytes.subarray(0, at), ...element, ...bytes.subarray(at)]);
}

const ITEM = 'feff00e0';
const ITEM_END = 'feff0de0 00000000';
const ALL_END = 'feffdde0 00000000';
const OPEN = 'ffffffff';

/** What is written in explicit little endian by somebody, and read all the same (PS3.5 6.2.2, 7.1, 7.5). */
const ODD_EXPLICIT: readonly (readonly [string, string])[] = [
  ['a value of odd length', `0900 0110 'LO' 0500 'THREE'`],
  ['an empty value', `0900 0110 'LO' 0000`],
  ['a private creator and its block', `0900 1000 'LO' 0600 'VENDOR' 0900 0110 'OB' 0000 02000000 0102`],
  ['a private sequence of undefined length', `0900 0110 'SQ' 0000 ${OPEN} ${ITEM} ${OPEN} ${ITEM_END} ${ALL_END}`],
  [
    'sequences in sequences, all of undefined length',
    `0900 0110 'SQ' 0000 ${OPEN} ${ITEM} ${OPEN} 0900 0210 'SQ' 0000 ${OPEN} ${ITEM} ${OPEN} 0900 0310 'LO' 0200 'AB'` +
      `${ITEM_END} ${ALL_END} ${ITEM_END} ${ALL_END}`,
  ],
  ['a sequence of defined length with an open item', `0900 0110 'SQ' 0000 10000000 ${ITEM} ${OPEN} ${ITEM_END}`],
  ['an empty sequence', `0900 0110 'SQ' 0000 00000000`],
  [
    'UN of undefined length, which is implicit inside',
    `0900 0110 'UN' 0000 ${OPEN} ${ITEM} ${OPEN} 0900 0210 02000000 'AB' ${ITEM_END} ${ALL_END}`,
  ],
  ['UN of a known length', `0900 0110 'UN' 0000 04000000 01020304`],
  ['an implicit element among explicit ones', `0900 0110 04000000 'ABCD'`],
  ['64-bit values', `0900 0110 'UV' 0000 08000000 0102030405060708`],
  ['a group length', `0900 0000 'UL' 0400 0a000000 0900 0110 'LO' 0200 'AB'`],
];

const ODD_IMPLICIT: readonly (readonly [string, string])[] = [
  ['a value of odd length', `0900 0110 05000000 'THREE'`],
  [
    'a private sequence of undefined length',
    `0900 0110 ${OPEN} ${ITEM} ${OPEN} 0900 0210 02000000 'AB' ${ITEM_END} ${ALL_END}`,
  ],
  ['a private sequence of defined length', `0900 0110 12000000 ${ITEM} 0a000000 0900 0210 02000000 'AB'`],
];

describe('odd but readable', () => {
  const cases = [
    ...ODD_EXPLICIT.map(([name, element]) => [name, EXPLICIT, element] as const),
    ...ODD_IMPLICIT.map(([name, element]) => [`implicit: ${name}`, IMPLICIT, element] as const),
  ];
  it.each(cases)('%s', (_, transferSyntaxUid, element) => {
    const plain = madeInstance(some, { transferSyntaxUid });
    const expected = parseHeader(plain);
    const added = raw(element);
    const header = parseHeader(withElement(plain, added));
    const frameRanges = expected.frameRanges.map((range) => ({ ...range, offset: range.offset + added.length }));
    expect(header).toEqual({ ...expected, frameRanges });
  });

  it.each([
    ['EchoTime', '1800 8100', 'DS', ['LO', 'SH', 'IS', 'CS', 'ST']],
    ['Rows', '2800 1000', 'US', ['SS']],
    ['SeriesDescription', '0800 3e10', 'LO', ['SH', 'ST', 'CS', 'PN', 'LT']],
  ])('%s with another representation than its own', (_, tag, vr, others) => {
    const plain = madeInstance(some, { transferSyntaxUid: EXPLICIT });
    const at = find(plain, raw(`${tag} '${vr}'`));
    for (const other of others) {
      const bytes = plain.slice();
      bytes.set(raw(`'${other}'`), at + 4);
      expect(parseHeader(bytes), other).toEqual(parseHeader(plain));
    }
  });
});
