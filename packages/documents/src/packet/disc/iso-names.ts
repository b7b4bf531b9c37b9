/** Names of one volume tree: ISO 9660 level 2 for every system, Joliet for those that show names as they are. */
export interface Naming {
  /** Identifiers of files in one folder, by their names; each different. */
  files(names: readonly string[]): readonly string[];
  folders(names: readonly string[]): readonly string[];
  encode(identifier: string): Buffer;
}

function partsOf(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot + 1) };
}

const joined = (stem: string, extension: string): string => (extension === '' ? `${stem}.` : `${stem}.${extension}`);

/** Gives each name an identifier of its own: the second of two that come out the same gets a number. */
function distinct(names: readonly string[], make: (name: string, mark: string) => string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let made = make(name, '');
    for (let count = 1; taken.has(made.toLowerCase()); count += 1) made = make(name, `_${count}`);
    taken.add(made.toLowerCase());
    return made;
  });
}

/** Capitals, digits and "_" (ECMA-119 7.4.1), the rest of the letters as near as that comes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9_]/g, '_');

/** Name and extension have 30 characters together (ECMA-119 7.5, level 2), a folder 31 (7.6). */
export const PLAIN_NAMES: Naming = {
  files: (names) =>
    distinct(names, (name, mark) => {
      const { stem, extension } = partsOf(name);
      const end = plain(extension).slice(0, 8);
      return `${joined(plain(stem).slice(0, 30 - end.length - mark.length) + mark, end)};1`;
    }),
  folders: (names) => distinct(names, (name, mark) => plain(name).slice(0, 31 - mark.length) + mark),
  encode: (identifier) => Buffer.from(identifier, 'latin1'),
};

/** 64 characters of UCS-2, version included, and none of those that Windows forbids (Joliet 1.0, "Relaxed restrictions"). */
const LONGEST = 62;
const allowed = (text: string): string =>
  [...text.normalize('NFC').replace(/[*/:;?\\\p{Cc}]/gu, '_')].filter((sign) => sign.length === 1).join('');

export const JOLIET_NAMES: Naming = {
  files: (names) =>
    distinct(names, (name, mark) => {
      const { stem, extension } = partsOf(allowed(name));
      const end = extension.slice(0, 20);
      const most = LONGEST - end.length - mark.length - 1;
      return `${stem.slice(0, most)}${mark}${end === '' ? '' : `.${end}`};1`;
    }),
  folders: (names) => distinct(names, (name, mark) => allowed(name).slice(0, LONGEST - mark.length) + mark),
  encode: (identifier) => Buffer.from(identifier, 'utf16le').swap16(),
};

/** The order of records in a folder (ECMA-119 9.3): by name, then by extension. */
export function inRecordOrder(a: string, b: string): number {
  const [left, right] = [a, b].map((identifier) => partsOf(identifier.replace(/;1$/, '')));
  if (left === undefined || right === undefined) return 0;
  const [first, second] = left.stem === right.stem ? [left.extension, right.extension] : [left.stem, right.stem];
  return first < second ? -1 : first > second ? 1 : 0;
}
