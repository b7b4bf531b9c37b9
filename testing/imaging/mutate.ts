/** Damages DICOM files in the ways that discs, programs and people who mean harm do; the same seed damages the same way. */

/** A generator of numbers from 0 to 1 (mulberry32), so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Dice {
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
}

const diceOf = (random: () => number): Dice => {
  const below = (limit: number) => Math.floor(random() * limit);
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] };
};

type Mutation = (bytes: Buffer, dice: Dice) => Buffer;

const VRS = [
  'AE',
  'AT',
  'CS',
  'DS',
  'FD',
  'IS',
  'LO',
  'OB',
  'OW',
  'OV',
  'PN',
  'SQ',
  'SV',
  'UI',
  'UL',
  'UN',
  'US',
  'UT',
];
const KNOWN = new Set([
  ...VRS,
  'AS',
  'DA',
  'DT',
  'FL',
  'LT',
  'OD',
  'OF',
  'OL',
  'SH',
  'SL',
  'SS',
  'ST',
  'TM',
  'UC',
  'UR',
  'UV',
]);
const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const LENGTHS = [0, 1, 3, 7, 0xfe, 0xfffe, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];
const COUNTS = [
  '-1',
  '0',
  '1e9',
  '999999',
  '1000001',
  '2147483648',
  'NaN',
  '',
  '1.5',
  '99999999999999999999',
  '1e-300',
];
const NUMBERS = [
  'NaN',
  '-Infinity',
  '1e308',
  '-1e308',
  '-0',
  '',
  ' ',
  '1,5',
  '0x10',
  '\\\\\\',
  '1\\NaN\\3',
  '--3',
  '1e999',
];
const SETS = [
  'ISO 2022 IR 87',
  'ISO 2022 IR 149',
  'GB18030',
  'ISO_IR 192',
  'ISO 2022 IR 58',
  'ISO_IR 13',
  'NONSENSE',
  '\\\\',
  '\x1b',
];
const ESCAPED = [
  '\x1b$B',
  '\x1b$)C\xb1',
  '\x1b$(D\x21',
  '\x1b(J\\',
  '\x1b',
  '\x1b$',
  '\x1b-b\xff',
  '\xff\xfe\x80',
  '\x81\x30',
];
const SYNTAXES = [
  '',
  '.1',
  '.2',
  '.1.99',
  '.5',
  '.4.50',
  '.4.51',
  '.4.57',
  '.4.70',
  '.4.80',
  '.4.90',
  '.4.201',
  '.4.100',
];

interface Found {
  readonly at: number;
  readonly tag: number;
  readonly vr: string;
  readonly header: number;
  readonly end: number;
}

/** The elements of an explicit little-endian file as far as they can be walked; of others those of the meta header. */
function elementsOf(bytes: Buffer): Found[] {
  const found: Found[] = [];
  let at = bytes.toString('latin1', 128, 132) === 'DICM' ? 132 : 0;
  while (at + 12 <= bytes.length) {
    const vr = bytes.toString('latin1', at + 4, at + 6);
    if (!KNOWN.has(vr)) break;
    const header = LONG.has(vr) ? 12 : 8;
    const length = header === 12 ? bytes.readUInt32LE(at + 8) : bytes.readUInt16LE(at + 6);
    const end = at + header + length;
    if (end > bytes.length) break;
    found.push({ at, tag: bytes.readUInt16LE(at) * 0x10000 + bytes.readUInt16LE(at + 2), vr, header, end });
    at = end;
  }
  return found;
}

const splice = (bytes: Buffer, from: number, to: number, piece: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]);

const even = (bytes: Buffer) => (bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(' ')]));

function withValue(bytes: Buffer, element: Found, raw: Buffer): Buffer {
  const value = even(raw);
  const head = Buffer.from(bytes.subarray(element.at, element.at + element.header));
  if (element.header === 12) head.writeUInt32LE(value.length, 8);
  else head.writeUInt16LE(Math.min(value.length, 0xfffe), 6);
  return splice(
    bytes,
    element.at,
    element.end,
    Buffer.concat([head, value.subarray(0, element.header === 12 ? undefined : 0xfffe)]),
  );
}

/** A change to one of the elements that `fits`; none there, a bit is flipped. */
const onElement =
  (fits: (element: Found) => boolean, change: (bytes: Buffer, element: Found, dice: Dice) => Buffer): Mutation =>
  (bytes, dice) => {
    const some = elementsOf(bytes).filter(fits);
    return some.length === 0 ? flipBits(bytes, dice) : change(bytes, dice.pick(some), dice);
  };
const any = () => true;
const isText = ({ vr }: Found) => ['CS', 'LO', 'PN', 'SH', 'UI', 'DA', 'TM'].includes(vr);
const isTag =
  (...tags: number[]) =>
  (element: Found) =>
    tags.includes(element.tag);

const flipBits: Mutation = (bytes, dice) => {
  const out = Buffer.from(bytes);
  if (out.length === 0) return out;
  const within = dice.below(2) === 0 ? out.length : Math.min(out.length, 900);
  for (let left = 1 + dice.below(8); left > 0; left -= 1) {
    const at = dice.below(within);
    out[at] = (out[at] as number) ^ (1 << dice.below(8));
  }
  return out;
};

const overwrite: Mutation = (bytes, dice) => {
  const out = Buffer.from(bytes);
  const from = dice.below(out.length);
  return out.fill(dice.pick([0, 0xff, 0x5c, 0x1b, 0x80]), from, Math.min(out.length, from + 1 + dice.below(64)));
};

const setLength = onElement(any, (bytes, { at, header }, dice) => {
  const out = Buffer.from(bytes);
  const length = dice.pick(LENGTHS);
  if (header === 12) out.writeUInt32LE(length, at + 8);
  else out.writeUInt16LE(length & 0xffff, at + 6);
  return out;
});

const setVr = onElement(any, (bytes, { at }, dice) => {
  const out = Buffer.from(bytes);
  out.write(dice.pick([...VRS, '??', '\0\0']), at + 4, 'latin1');
  return out;
});

const setTag = onElement(any, (bytes, { at }, dice) => {
  const out = Buffer.from(bytes);
  out.writeUInt16LE(dice.pick([0x0002, 0x0008, 0x0028, 0x5200, 0x7fe0, 0xfffe, 0x0009]), at);
  out.writeUInt16LE(dice.pick([0x0000, 0x0010, 0x0018, 0xe000, 0xe00d, 0xe0dd, 0x9230]), at + 2);
  return out;
});

const sequence = (depth: number, isDefinite: boolean): Buffer => {
  const open = Buffer.from('08001511534100000000000000'.slice(0, 8), 'hex');
  const head = Buffer.concat([open, Buffer.from('SQ\0\0\xff\xff\xff\xff', 'latin1')]);
  const item = Buffer.from('feff00e0ffffffff', 'hex');
  const close = Buffer.from('feff0de000000000feffdde000000000', 'hex');
  const opened = Buffer.concat(Array.from({ length: depth }, () => Buffer.concat([head, item])));
  return isDefinite ? Buffer.concat([opened, ...Array.from({ length: depth }, () => close)]) : opened;
};

/** Ends of several kinds for the offsets and lengths of fragments behind the pixel data's tag. */
const damageFragments: Mutation = (bytes, dice) => {
  const at = bytes.indexOf(Buffer.from('feff00e0', 'hex'), 132);
  if (at < 0 || at + 8 > bytes.length) return flipBits(bytes, dice);
  const out = Buffer.from(bytes);
  const next = out.indexOf(Buffer.from('feff00e0', 'hex'), at + 4);
  out.writeUInt32LE(dice.pick(LENGTHS), (dice.below(2) === 0 || next < 0 || next + 8 > out.length ? at : next) + 4);
  return out;
};

/** The bytes of the pictures: what codecs get to see. */
const damagePixels: Mutation = (bytes, dice) => {
  const out = Buffer.from(bytes);
  const start = Math.max(0, out.indexOf(Buffer.from('e07f1000', 'hex'), 132));
  for (let left = 1 + dice.below(20); left > 0; left -= 1) {
    const at = start + dice.below(Math.min(out.length - start, dice.pick([200, 1e9])));
    out[at] = dice.below(256);
  }
  return out;
};

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipBits,
  overwrite,
  setLength,
  setVr,
  setTag,
  damageFragments,
  damagePixels,
  truncate: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  shuffle: (bytes, dice) => {
    const from = dice.below(bytes.length);
    return splice(bytes, from, from, bytes.subarray(dice.below(bytes.length)).subarray(0, dice.below(400)));
  },
  deleteTag: onElement(any, (bytes, { at, end }) => splice(bytes, at, end, new Uint8Array(0))),
  doubleTag: onElement(any, (bytes, { at, end }) => splice(bytes, at, at, bytes.subarray(at, end))),
  count: onElement(isTag(0x00280008), (bytes, element, dice) =>
    withValue(bytes, element, Buffer.from(dice.pick(COUNTS))),
  ),
  size: onElement(
    isTag(0x00280002, 0x00280010, 0x00280011, 0x00280100, 0x00280101, 0x00280103),
    (bytes, element, dice) => {
      const value = Buffer.alloc(2);
      value.writeUInt16LE(dice.pick([0, 1, 2, 7, 8, 12, 32, 64, 255, 4096, 0x7fff, 0xffff]));
      return withValue(bytes, element, value);
    },
  ),
  number: onElement(
    ({ vr }) => vr === 'DS' || vr === 'IS',
    (bytes, element, dice) => withValue(bytes, element, Buffer.from(dice.pick(NUMBERS))),
  ),
  text: onElement(isText, (bytes, element, dice) => {
    const text = dice.pick([
      '',
      '\0',
      ' ',
      '\\'.repeat(500),
      'x'.repeat(60_000),
      '^'.repeat(900),
      ...ESCAPED,
      '2.25.\x01\x02',
    ]);
    return withValue(bytes, element, Buffer.from(text, 'latin1'));
  }),
  escapes: onElement(isText, (bytes, element, dice) => {
    const old = bytes.subarray(element.at + element.header, element.end);
    return withValue(
      bytes,
      element,
      splice(old as Buffer, 0, dice.below(old.length + 1), Buffer.from(dice.pick(ESCAPED), 'latin1')),
    );
  }),
  characterSet: onElement(isTag(0x00080008), (bytes, { at }, dice) => {
    const value = even(Buffer.from(`${dice.pick(SETS)}\\${dice.pick(SETS)}`));
    const head = Buffer.from('08000500435300' + '00', 'hex');
    head.writeUInt16LE(value.length, 6);
    return splice(bytes, at, at, Buffer.concat([head, value]));
  }),
  syntax: onElement(isTag(0x00020010), (bytes, element, dice) =>
    withValue(bytes, element, Buffer.from(`1.2.840.10008.1.2${dice.pick(SYNTAXES)}\0`)),
  ),
  deep: onElement(isTag(0x00080020, 0x00080018, 0x00100010), (bytes, { at }, dice) =>
    splice(bytes, at, at, sequence(dice.pick([1, 20, 500, 8000, 20_000]), dice.below(2) === 0)),
  ),
};

export interface Mutated {
  readonly bytes: Uint8Array;
  /** What was done, to be told with a failure. */
  readonly manner: string;
}

/** One to three damages to a file. */
export function mutate(file: Uint8Array, seed: number): Mutated {
  const dice = diceOf(seededRandom(seed));
  const names: string[] = [];
  let bytes = Buffer.from(file);
  for (let left = dice.pick([1, 1, 1, 2, 3]); left > 0 && bytes.length > 0; left -= 1) {
    const name = dice.pick(Object.keys(MUTATIONS));
    names.push(name);
    bytes = Buffer.from((MUTATIONS[name] as Mutation)(bytes, dice));
  }
  return { bytes: new Uint8Array(bytes), manner: names.join(' + ') };
}
