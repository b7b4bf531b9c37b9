/** Spinal levels, nerve roots, liver segments and clock positions. */

export interface LevelHit {
  readonly kind: 'level' | 'root';
  /** `L4-L5` a disc level, `T11` a vertebra, `segment 5`, `10 o'clock`. */
  readonly levels: readonly string[];
  readonly start: number;
  readonly end: number;
}

const order: readonly string[] = [
  ...Array.from({ length: 7 }, (_, i) => `C${i + 1}`),
  ...Array.from({ length: 12 }, (_, i) => `T${i + 1}`),
  ...Array.from({ length: 5 }, (_, i) => `L${i + 1}`),
  ...Array.from({ length: 5 }, (_, i) => `S${i + 1}`),
];

const letterOf = (raw: string): string => {
  const letter = raw.toUpperCase();
  return letter === 'D' || letter === 'TH' || letter === 'BWK' ? 'T' : letter;
};

/** The disc levels between two vertebrae: L3 and S1 -> L3-L4, L4-L5, L5-S1. */
function discsBetween(upper: string, lower: string): string[] {
  const from = order.indexOf(upper);
  const to = order.indexOf(lower);
  if (from < 0 || to <= from || to - from > 12) return [];
  return Array.from({ length: to - from }, (_, i) => `${order[from + i]}-${order[from + i + 1]}`);
}

const vertebra = String.raw`(C|Th|T|D|L|S)\s?(\d{1,2})`;
const disc = new RegExp(
  String.raw`\b${vertebra}\s*(?:[-–—/]|\bto\b|\bthrough\b|\bon\b|\bover\b|\bupon\b|\bagainst\b)\s*(?:(C|Th|T|D|L|S)\s?)?(\d{1,2})(?:\s*[-–—/]\s*(?:(C|Th|T|D|L|S)\s?)?(\d{1,2}))?\b(?!\s*(?:mm|cm|%|x\b|weighted|w\b|images?\b|FLAIR))`,
  'g',
);
const single = new RegExp(String.raw`\b${vertebra}\b`, 'g');
const imaging =
  /^\s*[-–]?\s*(?:weighted|w\b|hyper|hypo|iso|bright|dark|signal|\/|sequence|flair|fat|stir|images?|TSE|FSE|SE\b|GRE|prolong|relax|mapping|shine|shortening|post|pre|contrast|high|low|intermediate|and T[12]\b|elong|axial|sagittal|coronal|,? ?STIR|,? ?T2|,? ?T1|with|after|without|before|:|inter|-hyper|lesion|foci|focus|abnormal|change|increase|heterogen|homogen|isoint|show|reveal|demonstrat|and STIR|and FLAIR|and DWI)/i;
const rootAfter = /^\s*(?:(?:exiting|traversing|descending|nerve|spinal|dorsal)\s+)*(?:nerves?|roots?|radicul)/i;
const foramenAfter = /^\s*(?:nerve\s+|neural\s+|root\s+)?(?:exit\s+)?(?:neuro)?foram/i;

function resolve(letter: string, from: string, toLetter: string | undefined, to: string): [string, string] {
  const upper = `${letterOf(letter)}${Number(from)}`;
  const wrap = Number(to) <= Number(from) && toLetter === undefined;
  const below: Readonly<Record<string, string>> = { C: 'T', T: 'L', L: 'S', S: 'S' };
  const l = toLetter === undefined ? (wrap ? (below[letterOf(letter)] ?? '') : letterOf(letter)) : letterOf(toLetter);
  return [upper, `${l}${Number(to)}`];
}

function discHits(text: string): LevelHit[] {
  const found: LevelHit[] = [];
  for (const m of text.matchAll(disc)) {
    const [upper, lower] = resolve(m[1] ?? '', m[2] ?? '', m[3], m[4] ?? '');
    const last = m[6] === undefined ? lower : resolve(lower.slice(0, 1), lower.slice(1), m[5], m[6])[1];
    const levels = discsBetween(upper, last);
    // "T1/T2 hyperintense" is about sequences.
    const after = text.slice(m.index + m[0].length, m.index + m[0].length + 24);
    if (
      levels.length === 0 ||
      (/^T1?\s?[12]\D+T?[12]$/.test(m[0]) &&
        imaging.test(after) &&
        !/^\s*(?:disc|level)/i.test(after) &&
        !(/^T1\s?[-–]\s?2$/.test(m[0]) && /^\s*:/.test(after)))
    )
      continue;
    const roots = rootAfter.test(after) && levels.length === 1;
    found.push({
      kind: roots ? 'root' : 'level',
      levels: roots ? [upper, lower] : levels,
      start: m.index,
      end: m.index + m[0].length,
    });
  }
  return found;
}

/** "L2-3 to L4-5", "L2-3 through L4-5": everything between. */
function widen(text: string, hits: readonly LevelHit[]): LevelHit[] {
  const found: LevelHit[] = [];
  for (const hit of hits) {
    const last = found.at(-1);
    const between = last ? text.slice(last.end, hit.start) : '';
    if (last && /^\s*(?:to|through|thru|down to|bis|[-–])\s*$/.test(between)) {
      const upper = last.levels[0]?.split('-')[0] ?? '';
      const lower = hit.levels.at(-1)?.split('-')[1] ?? '';
      const levels = discsBetween(upper, lower);
      if (levels.length > 0) {
        found[found.length - 1] = { kind: 'level', levels, start: last.start, end: hit.end };
        continue;
      }
    }
    found.push(hit);
  }
  return found;
}

function vertebraLevel(name: string, after: string): { kind: 'level' | 'root'; levels: string[] } {
  if (rootAfter.test(after)) return { kind: 'root', levels: [name] };
  if (foramenAfter.test(after)) {
    // A lumbar root leaves below its vertebra, a cervical root above it.
    const at = order.indexOf(name);
    const [a, b] = name.startsWith('C') ? [order[at - 1], name] : [name, order[at + 1]];
    if (a && b) return { kind: 'level', levels: [`${a}-${b}`] };
  }
  return { kind: 'level', levels: [name] };
}

const touched =
  /\b(?:contact (?:to|with)|touch(?:es|ing)|abut(?:s|ting)|compress(?:es|ing|ion of)|irritat(?:es|ing|ion of)|imping(?:es|ing|ement) (?:on|upon|of)|(?:affection|compromise|displacement) of|affect(?:s|ing)|displac(?:es|ing))\s+(?:the\s+)?(?:(?:left|right|exiting|traversing)\s+)*$/i;

function singleHits(text: string, taken: readonly LevelHit[]): LevelHit[] {
  const found: LevelHit[] = [];
  for (const m of text.matchAll(single)) {
    const start = m.index;
    const end = start + m[0].length;
    const name = `${letterOf(m[1] ?? '')}${Number(m[2])}`;
    const after = text.slice(end, end + 40);
    const before = text.slice(Math.max(0, start - 24), start);
    if (!order.includes(name) || taken.some((hit) => start < hit.end && end > hit.start)) continue;
    const sequence = name === 'T1' || name === 'T2';
    if (sequence && /(?:flair|stir|dwi|gre|\bT[12])\W+(?:and|or|,)\s*$/i.test(before)) continue;
    if (
      sequence &&
      (imaging.test(after) || !/(?:\bat|\bof|level|vertebra|body|segment|and|,)\s*$/i.test(before)) &&
      !/^\s*(?:vertebra|level|body|nerve|root|lamina|pedicle)/i.test(after)
    )
      continue;
    // "L4 and L5 roots" names two roots.
    const listed =
      /^\s*(?:and|or|,|\/)\s*(?:[CTLS]\d{1,2}\s*(?:and|,)\s*)*[CTLS]\d{1,2}(.*)$/is.exec(after)?.[1] ?? after;
    // "With contact to S1": the root, not the vertebra.
    if (touched.test(text.slice(Math.max(0, start - 40), start))) {
      found.push({ kind: 'root', levels: [name], start, end });
      continue;
    }
    found.push({ ...vertebraLevel(name, rootAfter.test(listed) ? listed : after), start, end });
  }
  return found;
}

const roman: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8 };
const segment =
  /\bseg(?:ment|ments|s)?\.?\s+((?:[1-8]|VIII|VII|VI|IV|V|III|II|I)[ab]?(?:(?:\s*(?:,|and|\/|-|to|or|&)\s*)(?:segments?\s+)?(?:[1-8]|VIII|VII|VI|IV|V|III|II|I)[ab]?)*)\b(?!\s*(?:mm|cm))/gi;

function segmentHits(text: string): LevelHit[] {
  return [...text.matchAll(segment)].map((m) => {
    const names = [...(m[1] ?? '').matchAll(/([1-8]|VIII|VII|VI|IV|V|III|II|I)([ab]?)/gi)];
    const levels = names.map((n) => `segment ${roman[(n[1] ?? '').toUpperCase()] ?? n[1]}`);
    return { kind: 'level' as const, levels, start: m.index, end: m.index + m[0].length };
  });
}

function clockHits(text: string): LevelHit[] {
  return [
    ...text.matchAll(
      /\b(?:(1[0-2]|[1-9]):[0-5]\d\b(?!\s*(?:am|pm|[ap]\.m))(?:\s?h\b)?|(1[0-2]|[1-9])(?:\s*(?:-|to|–)\s*(1[0-2]|[1-9]))?\s*(?:o['’]?\s?clock|h\b))(?:\s?position)?/gi,
    ),
  ].map((m) => ({
    kind: 'level' as const,
    levels: m[3] ? [`${m[2]} o'clock`, `${m[3]} o'clock`] : [`${m[1] ?? m[2]} o'clock`],
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** Every level in a text: L4-5, L4/L5, L3-S1 (a range), L4 on L5, T11, roots, segments of the liver, clock positions. */
export function levelsIn(text: string): LevelHit[] {
  // "Between T5 and T8" is a range.
  const ranged = text.replace(/(\bbetween\s+[CTLS]h?\s?\d{1,2}\s+)and(?=\s)/g, '$1to ');
  const discs = widen(ranged, discHits(ranged));
  const others = [...segmentHits(text), ...clockHits(text)];
  return [...discs, ...singleHits(text, discs), ...others].sort((a, b) => a.start - b.start);
}
