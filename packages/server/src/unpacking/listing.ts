import { nameProblem, safePath } from '@overread/imaging';
import type { Left } from '@overread/imaging/model.ts';

/** What the archive says of one of its files. */
export interface ListedFile {
  readonly size: number | null;
  readonly crc32: number | null;
  /** Why it is not taken, or null. */
  readonly refusal: string | null;
}

export interface Listing {
  /** By path; several files may have one name. */
  readonly files: ReadonlyMap<string, ListedFile[]>;
  readonly count: number;
  /** Names that lead out of the archive: what is unpacked under other names than these is theirs. */
  readonly escapes: readonly Left[];
  readonly encrypted: boolean;
}

export const PASSWORD =
  'it is protected by a password. Open the archive with the password that came with it, and drop the folder';

/** Unix modes as 7-Zip prints them: a letter of the file's type, then nine of its rights. */
const TYPE = /(?:^|\s)([a-z-])[r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-]/;

function refusalOf(fields: ReadonlyMap<string, string>): string | null {
  const problem = nameProblem(fields.get('Path') ?? '');
  if (problem !== null) return problem;
  if (fields.get('Encrypted') === '+') return PASSWORD;
  const attributes = fields.get('Attributes') ?? '';
  const type = TYPE.exec(attributes)?.[1] ?? '-';
  if (type === 'l' || /^\S*L/.test(attributes) || (fields.get('Symbolic Link') ?? '') !== '') {
    return 'a link to another file';
  }
  return type === '-' ? null : 'a device or pipe, not a file';
}

const isFolder = (fields: ReadonlyMap<string, string>) =>
  fields.get('Folder') === '+' || /^\S*D/.test(fields.get('Attributes') ?? '');

/** Reads what `7z l -slt -ba` prints, line by line: blocks of "Name = value", one per file. */
export function createListing(): { line(line: string): void; count(): number; end(): Listing } {
  const files = new Map<string, ListedFile[]>();
  const escapes: Left[] = [];
  let count = 0;
  let encrypted = false;
  let fields = new Map<string, string>();
  const close = () => {
    const name = fields.get('Path');
    if (name === undefined || isFolder(fields)) return;
    const refusal = refusalOf(fields);
    encrypted ||= refusal === PASSWORD;
    count += 1;
    const path = safePath(name);
    if (path === null) escapes.push({ path: name, reason: 'its name leads out of the archive' });
    else {
      const size = fields.get('Size') ?? '';
      const crc = fields.get('CRC') ?? '';
      const file = {
        size: size === '' ? null : Number(size),
        crc32: crc === '' ? null : Number.parseInt(crc, 16),
        refusal,
      };
      const same = files.get(path);
      if (same === undefined) files.set(path, [file]);
      else same.push(file);
    }
  };
  return {
    line(line) {
      const at = line.indexOf(' =');
      const key = at < 0 ? '' : line.slice(0, at);
      if (key === 'Path') {
        close();
        fields = new Map();
      }
      if (key !== '') fields.set(key, line.slice(at + 3));
    },
    count: () => count,
    end() {
      close();
      fields = new Map();
      return { files, count, escapes, encrypted };
    },
  };
}
