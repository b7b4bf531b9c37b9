import { checkDiscList, describeStudies, type Inspection } from '@overread/imaging';
import { readImportLimits } from '@overread/server/platform/import-limits.ts';
import type { Command } from 'commander';
import { collect, LIMITS, type Limits } from './inspect/collect.ts';
import { inspectionText } from './inspect/print.ts';

/** What lies under the given paths, and whether any image was among it. */
export async function inspectPaths(
  paths: readonly string[],
  limits: Limits = LIMITS,
): Promise<{ inspection: Inspection; images: number }> {
  const { headers, refused, ignored, lists, look } = await collect(paths, limits);
  const images = headers.filter(({ frames }) => frames > 0).length;
  const read = new Set(headers.map(({ sopInstanceUid }) => sopInstanceUid));
  const listed = lists.map((list) => checkDiscList(list, (uid) => read.has(uid)));
  return { inspection: { studies: look.told(describeStudies(headers)), refused, ignored, listed }, images };
}

/** Prints what is on a disc. Exit code 0 when at least one image was read, 2 when none. */
export async function inspectCommand(paths: readonly string[], options: { json?: boolean }): Promise<number> {
  const limits = { ...LIMITS, ...readImportLimits(process.env) };
  const { inspection, images } = await inspectPaths(paths, limits);
  const asked = paths.length === 1 ? paths[0]?.replace(/\/+$/, '') : undefined;
  const text = options.json ? `${JSON.stringify(inspection, null, 2)}\n` : inspectionText(inspection, asked);
  process.stdout.write(text);
  return images > 0 ? 0 : 2;
}

export function registerInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what is on a disc: folder, file, ZIP, tar(.gz), 7z, ISO or UDF image')
    .argument('<path...>', 'what to look at')
    .option('--json', 'print the result as JSON')
    .action(async (paths: string[], options: { json?: boolean }) => {
      process.exitCode = await inspectCommand(paths, options);
    });
}
