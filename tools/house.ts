import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** One import as it stands in a file: who imports, what was written, and the file it leads to inside the project. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly to: string | null;
}

export interface Fault {
  readonly file: string;
  readonly says: string;
}

/** Which packages a package may import. Everything below the pure four is a small library from npm. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  rules: ['imaging', 'findings'],
  words: ['rules'],
  imaging: [],
  findings: [],
  contract: ['rules', 'imaging', 'findings'],
  documents: ['words', 'rules', 'imaging', 'findings', 'contract'],
  demo: ['documents', 'words', 'rules', 'imaging', 'findings'],
  server: ['documents', 'words', 'rules', 'imaging', 'findings', 'contract'],
  web: ['words', 'rules', 'imaging', 'findings', 'contract'],
  cli: ['server', 'demo', 'documents', 'words', 'rules', 'imaging', 'findings', 'contract'],
};

const SKIPPED = new Set(['node_modules', 'dist', 'migrations', '.git', '.data']);
const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"();]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every .ts and .tsx file below `folder`, as paths from `root` with "/" between folders. */
export function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(root, path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** The imports of one file's text, types included. Comments are cut out first: an example in one is no import. */
export function importsOf(root: string, file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((hit) => {
    const specifier = hit[1] ?? hit[2] ?? '';
    return { from: file, specifier, to: targetOf(root, file, specifier) };
  });
}

function targetOf(root: string, file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    return relative(root, join(root, dirname(file), specifier))
      .split(sep)
      .join('/');
  }
  const own = /^@overread\/([a-z]+)(?:\/(.+))?$/.exec(specifier);
  if (own === null) return null;
  return `packages/${own[1]}/src/${own[2] ?? 'index.ts'}`;
}

const packageOf = (path: string): string | null => /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;
const isTest = (path: string) => /\.(test|spec|contract)\.tsx?$/.test(path);

/** The walls between packages that one import breaks; null where it breaks none. Tests may also use `testing/` and the demo. */
export function brokenWall({ from, specifier, to }: Import): Fault | null {
  const home = packageOf(from);
  if (
    /^@cornerstonejs\/(?!codec-)/.test(specifier) &&
    home !== null &&
    !isTest(from) &&
    !from.startsWith('packages/web/src/viewer/cornerstone/')
  ) {
    return { file: from, says: `imports ${specifier}: only packages/web/src/viewer/cornerstone may` };
  }
  if (home === null || to === null || isTest(from)) return null;
  const goal = packageOf(to);
  if (goal === null) {
    return { file: from, says: `imports ${to}: what a package runs on lies in a package` };
  }
  if (goal === home) return null;
  if (specifier.startsWith('.')) {
    return { file: from, says: `imports ${specifier}: name the package, @overread/${goal}` };
  }
  if (MAY_IMPORT[home]?.includes(goal)) return null;
  return { file: from, says: `imports ${specifier}: ${home} may not import ${goal}` };
}

/**
 * Groups of files that import each other in a circle, types counted, largest first (Tarjan's strongly connected
 * components, SIAM J Comput 1972;1:146). Empty when there is none.
 */
export function circles(imports: readonly Import[]): string[][] {
  const edges = edgesOf(imports);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const close = (file: string): void => {
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || edges.get(file)?.includes(file)) found.push(group);
  };
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.size - 1);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    close(file);
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return found.sort((a, b) => b.length - a.length);
}

function edgesOf(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (to !== null) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  return edges;
}

/** All imports of the project's own sources. */
export function houseImports(root: string): Import[] {
  const folders = ['packages', 'testing', 'e2e', 'bench', 'tools'];
  return folders
    .flatMap((folder) => sourceFiles(root, folder))
    .flatMap((file) => importsOf(root, file, readFileSync(join(root, file), 'utf8')));
}
