/** Sizes in millimetres, volumes in millilitres and percentages, with their place in the text. */

export type Bound = '' | 'less than' | 'up to' | 'at least';

export interface Size {
  /** Millimetres, in the order written. */
  readonly mm: readonly number[];
  /** "3 to 4 mm", "5-7 mm": one extent between two values. */
  readonly range: boolean;
  /** What the report leaves open: "less than 1 cm", "up to 8 mm", "at least 2 cm"; empty for a plain size. */
  readonly bound: Bound;
  readonly start: number;
  readonly end: number;
}

export interface Amount {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const number = String.raw`(?:\d+(?:[.,]\d+)?|\.\d+)`;
const lengthUnit = String.raw`(?:millimet(?:er|re)s?|centimet(?:er|re)s?|mms?|cms?)`;
const axis = String.raw`(?:\s*\(?(?:AP|TR|CC|SI|ML|TV|transverse|craniocaudal|anteroposterior|axial|long axis|width|height|depth)\)?)?`;
const sizes = new RegExp(
  String.raw`(?<![\w.,])(${number})\s*-?\s*(${lengthUnit})?${axis}((?:\s*(?:x|×|\*|by)\s*${number}\s*-?\s*(?:${lengthUnit})?${axis}){0,2})\s*-?\s*(${lengthUnit})?(?![\w²³])`,
  'gi',
);
const ranges = new RegExp(
  String.raw`(?<![\w.,])(${number})\s*(?:-|–|to|and|bis)\s*(${number})\s*-?\s*(${lengthUnit})\b(?!\s*(?:x|×|by))`,
  'gi',
);

const value = (text: string): number => Number(text.replace(',', '.'));
const factor = (unit: string): number => (/^c/i.test(unit) ? 10 : 1);
const round = (mm: number): number => Math.round(mm * 100) / 100;

/** "3 mm to 1.2 cm". */
const mixedRanges = new RegExp(
  String.raw`(?<![\w.,])(${number})\s*-?\s*(${lengthUnit})\s*(?:-|–|to|and)\s*(${number})\s*-?\s*(${lengthUnit})\b(?!\s*(?:x|×|by))`,
  'gi',
);

const bounds: readonly (readonly [Bound, RegExp])[] = [
  ['less than', /(?:less than|smaller than|under|below|not exceeding|no more than|<)\s*$/i],
  ['up to', /(?:up to|as much as|at most|maximum(?: of| diameter of)?|max\.?|≤)\s*$/i],
  ['at least', /(?:at least|more than|greater than|larger than|exceeding|in excess of|minimum of|over|>|≥)\s*$/i],
];

function boundAt(text: string, start: number): Bound {
  const before = text
    .slice(Math.max(0, start - 40), start)
    .replace(/(?:approximately|about|around|circa|ca\.?|roughly)\s*$/i, '');
  return bounds.find(([, pattern]) => pattern.test(before))?.[0] ?? '';
}

function rangesIn(text: string): Size[] {
  const found = (match: RegExpExecArray, mm: number[]): Size => ({
    mm: mm.map(round),
    range: true,
    bound: '',
    start: match.index,
    end: match.index + match[0].length,
  });
  const same = [...text.matchAll(ranges)].map((match) => {
    const scale = factor(match[3] ?? 'mm');
    return found(match, [value(match[1] ?? '0') * scale, value(match[2] ?? '0') * scale]);
  });
  const mixed = [...text.matchAll(mixedRanges)].map((match) =>
    found(match, [value(match[1] ?? '0') * factor(match[2] ?? ''), value(match[3] ?? '0') * factor(match[4] ?? '')]),
  );
  return [...same, ...mixed];
}

const wordBounds: readonly (readonly [RegExp, number])[] = [
  [/\bsub-?\s?centimet(?:er|re|ric)\b/gi, 10],
  [/\bsub-?\s?cm\b/gi, 10],
  [/\bsub-?\s?millimet(?:er|re|ric)\b/gi, 1],
];

/** Sizes that only a word bounds: "sub-centimeter" is less than 10 mm. */
export function boundsIn(text: string): Size[] {
  return wordBounds.flatMap(([word, mm]) =>
    [...text.matchAll(word)].map(
      ({ 0: { length }, index }): Size => ({
        mm: [mm],
        range: false,
        bound: 'less than',
        start: index,
        end: index + length,
      }),
    ),
  );
}

/** "N+5.5 cm", "4 cm from the nipple", "within 4 cm of": how far away, not how large. */
const isDistance = (text: string, start: number, end: number): boolean =>
  /\bN\s?\+\s?$|\bwithin\s+(?:about\s+|approximately\s+)?$/i.test(text.slice(Math.max(0, start - 24), start)) ||
  /^\s*(?:from|away from|distal to|proximal to|deep to|lateral to|medial to)\b/i.test(text.slice(end, end + 16));

/** `1.2 x 0.8 cm`, `12 mm x 8 mm`, `4.2 cm`, `5-mm`, `3 to 4 mm` -> millimetres. Numbers without a unit are no size. */
export function sizesIn(text: string): Size[] {
  const found = rangesIn(text);
  for (const match of text.matchAll(sizes)) {
    const whole = match[0];
    const unit = match[4] ?? match[2] ?? new RegExp(lengthUnit, 'i').exec(match[3] ?? '')?.[0];
    const start = match.index;
    const end = start + whole.trimEnd().length;
    if (!unit || isDistance(text, start, end) || found.some((other) => start < other.end && end > other.start))
      continue;
    const parts = [{ n: match[1] ?? '0', unit: match[2] }];
    for (const part of (match[3] ?? '').matchAll(new RegExp(`(${number})\\s*-?\\s*(${lengthUnit})?`, 'gi')))
      parts.push({ n: part[1] ?? '0', unit: part[2] });
    const mm = parts.map((part) => round(value(part.n) * factor(part.unit ?? unit)));
    found.push({ mm, range: false, bound: boundAt(text, start), start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Volumes: `38 mL`, `38 cc`, `38 cm³`. */
export function volumesIn(text: string): Amount[] {
  const pattern = new RegExp(
    String.raw`(?<![\w.,])(${number})\s*(?:ml|cc|ccm|cm³|cm3|millilit(?:er|re)s?|g|grams?)\b`,
    'gi',
  );
  return [...text.matchAll(pattern)].map((m) => ({
    value: value(m[1] ?? '0'),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

const fractions: readonly (readonly [RegExp, number])[] = [
  [/\btwo[- ]thirds?\b/gi, 67],
  [/\bthree[- ]quarters?\b/gi, 75],
  [/\b(?:a|one)[- ]third\b/gi, 33],
  [/\b(?:a|one)[- ]quarter\b/gi, 25],
  [/\bhalf\b/gi, 50],
];

/** Percentages and the usual fractions: `30 %`, `about a third`, `more than half`. */
export function percentsIn(text: string): Amount[] {
  const pattern = new RegExp(String.raw`(${number})\s*(?:%|percent\b|per cent\b)`, 'gi');
  const found = [...text.matchAll(pattern)].map((m) => ({
    value: value(m[1] ?? '0'),
    start: m.index,
    end: m.index + m[0].length,
  }));
  for (const [word, percent] of fractions)
    for (const m of text.matchAll(word)) found.push({ value: percent, start: m.index, end: m.index + m[0].length });
  return found;
}

const within = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(2, 0.1 * Math.max(a, b)) + 1e-9;

/** Sizes agree up to 2 mm or 10 %; of a size that only one report gives in full, the largest extent is compared. */
export function sizesAgree(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const x = a.toSorted((p, q) => q - p);
  const y = b.toSorted((p, q) => q - p);
  if (x.length === y.length) return x.every((v, i) => within(v, y[i] ?? v));
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return short.length === 1 ? within(long[0] ?? 0, short[0] ?? 0) : short.every((v) => long.some((w) => within(v, w)));
}
