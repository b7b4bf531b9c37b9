import { describe, expect, it } from 'vitest';
import { createTextReader } from './character-sets.ts';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)))),
  );
const ESC = 0x1b;

describe('single character sets', () => {
  it.each([
    ['ISO_IR 100', bytes('J', 0xe9, 'r', 0xf4, 'me'), 'Jérôme'],
    ['ISO_IR 101', bytes(0xa3, 0xf3, 'd', 0xbc), 'Łódź'],
    ['ISO_IR 109', bytes(0xa1, 'amrun'), 'Ħamrun'],
    ['ISO_IR 110', bytes(0xd3, 'egums'), 'Ķegums'],
    ['ISO_IR 144', bytes(0xbb, 0xee, 0xda), 'Люк'],
    ['ISO_IR 126', bytes(0xc4, 0xe9, 0xef), 'Διο'],
    ['ISO_IR 138', bytes(0xf9, 0xf8, 0xe5, 0xef), 'שרון'],
    ['ISO_IR 127', bytes(0xe4, 0xe6), 'لن'],
    ['ISO_IR 148', bytes(0xdd, 'zmir'), 'İzmir'],
    ['ISO_IR 166', bytes(0xca, 0xc1), 'สม'],
    ['ISO_IR 203', bytes(0xa4), '€'],
    ['ISO_IR 13', bytes(0xd4, 0xcf, 0xc0, 0xde), 'ﾔﾏﾀﾞ'],
    ['ISO_IR 192', new TextEncoder().encode('Müller 山田'), 'Müller 山田'],
    ['GB18030', bytes(0xcd, 0xf5), '王'],
    ['GBK', bytes(0xcd, 0xf5), '王'],
  ])('%s', (term, encoded, text) => {
    const reader = createTextReader([term]);
    expect(reader.read(encoded)).toBe(text);
    expect(reader.warnings).toEqual([]);
  });

  it('accepts the spellings that occur', () => {
    for (const term of ['ISO-IR 100', 'ISO IR 100', 'ISO_IR100', 'iso_ir 100 ']) {
      expect(createTextReader([term]).read(bytes(0xe9))).toBe('é');
    }
  });
});

describe('code extensions', () => {
  // Every term of PS3.3 table C.12-3 and C.12-4 that has codes above 80 hex, behind its escape sequence and by itself.
  it.each([
    ['100', '-A', bytes(0xe9), 'é'],
    ['101', '-B', bytes(0xa3), 'Ł'],
    ['109', '-C', bytes(0xa1), 'Ħ'],
    ['110', '-D', bytes(0xd3), 'Ķ'],
    ['126', '-F', bytes(0xc4), 'Δ'],
    ['127', '-G', bytes(0xe4), 'ل'],
    ['138', '-H', bytes(0xf9), 'ש'],
    ['144', '-L', bytes(0xbb), 'Л'],
    ['148', '-M', bytes(0xdd), 'İ'],
    ['166', '-T', bytes(0xca), 'ส'],
    ['203', '-b', bytes(0xa4), '€'],
    ['13', ')I', bytes(0xd4), 'ﾔ'],
    ['149', '$)C', bytes(0xfb, 0xf3), '洪'],
    ['58', '$)A', bytes(0xcd, 0xf5), '王'],
  ])('reads ISO 2022 IR %s', (number, sequence, code, text) => {
    const name = bytes('A^', ESC, sequence, ...code, '^B');
    const reader = createTextReader(['', `ISO 2022 IR ${number}`]);
    expect(reader.read(name)).toBe(`A^${text}^B`);
    expect(reader.warnings).toEqual([]);
    const isFirst = !sequence.startsWith('$');
    if (isFirst) expect(createTextReader([`ISO 2022 IR ${number}`, 'ISO 2022 IR 87']).read(code)).toBe(text);
  });

  it('reads the three groups of a Japanese name (PS3.5 H.3.1)', () => {
    const name = bytes(
      'Yamada^Tarou=',
      ESC,
      '$B;3ED',
      ESC,
      '(B^',
      ESC,
      '$BB@O:',
      ESC,
      '(B=',
      ESC,
      '$B$d$^$@',
      ESC,
      '(B^',
      ESC,
      '$B$?$m$&',
      ESC,
      '(B',
    );
    expect(createTextReader(['', 'ISO 2022 IR 87']).read(name)).toBe('Yamada^Tarou=山田^太郎=やまだ^たろう');
  });

  it('reads a Korean name (PS3.5 I.2)', () => {
    const name = bytes('Hong^Gildong=', ESC, '$)C', 0xfb, 0xf3, '^', ESC, '$)C', 0xd1, 0xce, 0xd4, 0xd7);
    expect(createTextReader(['', 'ISO 2022 IR 149']).read(name)).toBe('Hong^Gildong=洪^吉洞');
  });

  it('reads JIS X 0212', () => {
    const text = bytes(ESC, '$(D', 0x30, 0x21, ESC, '(B');
    expect(createTextReader(['', 'ISO 2022 IR 159']).read(text)).toBe('丂');
  });

  it('goes back to the first character set at a delimiter', () => {
    const text = bytes(ESC, '-F', 0xc4, '^', 0xe4);
    expect(createTextReader(['ISO 2022 IR 100', 'ISO 2022 IR 126']).read(text)).toBe('Δ^ä');
  });

  it('does not take the second byte of a character for a backslash', () => {
    expect(createTextReader(['', 'ISO 2022 IR 87']).read(bytes(ESC, '$B', 0x21, 0x5c, ESC, '(B'))).toBe('＋');
  });
});

describe('what a file does not say', () => {
  it('reads text without a character set as UTF-8 where it is that', () => {
    const reader = createTextReader([]);
    expect(reader.read(new TextEncoder().encode('Müller'))).toBe('Müller');
    expect(reader.warnings).toEqual(['no character set named, read as UTF-8']);
  });

  it('and as Latin-1 otherwise', () => {
    const reader = createTextReader([]);
    expect(reader.read(bytes('M', 0xfc, 'ller'))).toBe('Müller');
    expect(reader.warnings).toEqual(['no character set named, read as Latin-1']);
  });

  it('names a term that it does not know', () => {
    const reader = createTextReader(['ISO_IR 999']);
    expect(reader.read(bytes('M', 0xfc))).toBe('Mü');
    expect(reader.warnings).toEqual(['character set 999 unknown, read as Latin-1']);
  });

  it('falls back where text is not what the file says', () => {
    const reader = createTextReader(['ISO_IR 192']);
    expect(reader.read(bytes('M', 0xfc))).toBe('Mü');
    expect(reader.warnings).toHaveLength(1);
  });

  it('says nothing of plain text', () => {
    const reader = createTextReader(['NONSENSE']);
    expect(reader.read(bytes('Doe^Jane '))).toBe('Doe^Jane');
    expect(reader.warnings).toEqual([]);
  });
});
