import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTool, runTool, udfOnly } from './made-media.ts';
import { madeUdf } from './made-udf.ts';

/** A way to make one medium of a folder, with programs that others wrote. */
export interface Wrapping {
  readonly name: string;
  /** Programs that it takes. */
  readonly tools: readonly string[];
  /** Makes the medium of a folder. Throws with what the program said. */
  make(folder: string, to: string): void;
  /** Whether every path comes out as it was: an ISO without extensions has capital letters and eight of them. */
  readonly keepsNames: boolean;
}

const simple = (name: string, tool: string, args: (to: string) => readonly string[]): Wrapping => ({
  name,
  tools: [tool],
  make: (folder, to) => runTool(tool, args(to), folder),
  keepsNames: true,
});

const zip = (name: string, ...options: string[]) => simple(name, 'zip', (to) => ['-q', '-r', ...options, to, '.']);
const sevenZip = (name: string, ...options: string[]) =>
  simple(name, '7z', (to) => ['a', '-t7z', '-bso0', ...options, to, '.']);
const iso = (name: string, ...options: string[]) =>
  simple(name, 'genisoimage', (to) => ['-quiet', ...options, '-o', to, '.']);

const ZIP = zip('ZIP');
const SEVEN_ZIP = sevenZip('7z');
const ISO = iso('ISO with Joliet and Rock Ridge', '-J', '-joliet-long', '-R');

/** genisoimage writes UDF beside ISO 9660 only: its ISO descriptors are taken out, so that UDF alone is left. */
const UDF: Wrapping = {
  name: 'UDF of a bridge disc',
  tools: ['genisoimage'],
  keepsNames: true,
  make(folder, to) {
    runTool('genisoimage', ['-quiet', '-udf', '-o', to, '.'], folder);
    udfOnly(to);
  },
};

/** A disc that holds UDF alone, by the writer beside this. */
const OWN_UDF: Wrapping = {
  name: 'UDF alone',
  tools: [],
  make: (folder, to) => writeFileSync(to, madeUdf(filesUnder(folder))),
  keepsNames: true,
};

function filesUnder(root: string, below = ''): { path: string; bytes: Uint8Array }[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesUnder(root, path) : [{ path, bytes: readFileSync(join(root, path)) }];
  });
}

/** One medium as the only file of another. */
function nested(inner: Wrapping, outer: Wrapping): Wrapping {
  return {
    name: `${inner.name} in ${outer.name}`,
    tools: [...inner.tools, ...outer.tools],
    make(folder, to) {
      const between = mkdtempSync(`${to}-`);
      try {
        mkdirSync(join(between, 'disc'));
        // Named like nothing: what is in it decides.
        inner.make(folder, join(between, 'disc', 'INNER.BIN'));
        outer.make(join(between, 'disc'), to);
      } finally {
        rmSync(between, { recursive: true, force: true });
      }
    },
    keepsNames: false,
  };
}

export const WRAPPINGS: readonly Wrapping[] = [
  ZIP,
  zip('ZIP64', '-fz'),
  zip('ZIP, stored', '-0'),
  simple('tar', 'tar', (to) => ['cf', to, '.']),
  simple('tar.gz', 'tar', (to) => ['czf', to, '.']),
  SEVEN_ZIP,
  sevenZip('7z, not solid, LZMA', '-ms=off', '-m0=lzma'),
  { ...iso('ISO without extensions', '-iso-level', '4', '-U'), keepsNames: false },
  iso('ISO with Rock Ridge', '-R'),
  iso('ISO with Joliet', '-J', '-joliet-long'),
  ISO,
  simple('ISO of xorriso', 'xorriso', (to) => ['-as', 'mkisofs', '-quiet', '-R', '-J', '-o', to, '.']),
  UDF,
  OWN_UDF,
  nested(ZIP, ISO),
  nested(ISO, ZIP),
  nested(SEVEN_ZIP, ZIP),
];

/** Why a medium cannot be made here, or null. */
export function lacking({ tools }: Wrapping): string | null {
  const missing = tools.filter((tool) => !hasTool(tool));
  return missing.length === 0 ? null : `${missing.join(', ')} not installed`;
}
