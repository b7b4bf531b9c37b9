import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type InstanceHeader, isNativeSyntax, parseHeader } from '@overread/imaging';
import { deidentify, shiftOf, uidMap } from '@overread/imaging/deidentify/deidentify.ts';
import { openedFrames } from '@overread/server/archive/grey-frames.ts';
import { createCodecs } from '@overread/server/archive/stream/pixels/codecs.ts';
import type { Command } from 'commander';

interface Options {
  readonly label: string;
  readonly dates: 'modified' | 'full';
  readonly key?: string;
}

/** What all files of one run have in common. Without a key of its own a run cannot be repeated, nor traced back. */
function choicesOf({ label, dates, key }: Options) {
  const secret = key === undefined ? randomBytes(32) : Buffer.from(key, 'utf8');
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  return { label, mapUid: uidMap(hash), shiftDays: dates === 'full' ? null : shiftOf(hash) };
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

const headerOf = (file: Uint8Array): InstanceHeader | null => {
  try {
    return parseHeader(file);
  } catch {
    // The reason is told by `deidentify`, which reads the file in the same way.
    return null;
  }
};

/** Numbers for the folders and files that are written: names would tell of the source. */
function createNames() {
  const series = new Map<string, { readonly folder: string; files: number }>();
  return (uid: string) => {
    const known = series.get(uid) ?? { folder: `SE${String(series.size + 1).padStart(4, '0')}`, files: 0 };
    series.set(uid, known);
    known.files += 1;
    return { folder: known.folder, name: `IM${String(known.files).padStart(6, '0')}` };
  };
}

/** Images of a folder without anything that names somebody, and what was left out, with the reason. */
export async function deidentifyFolder(source: string, out: string, options: Options) {
  const choices = choicesOf(options);
  const open = createCodecs();
  const nameOf = createNames();
  const left: { path: string; reason: string }[] = [];
  let written = 0;
  await mkdir(out, { recursive: false });
  for await (const path of filesIn(source)) {
    const file = new Uint8Array(await readFile(path));
    const header = headerOf(file);
    const isPacked = header !== null && header.frames > 0 && !isNativeSyntax(header.transferSyntaxUid);
    const frames = isPacked ? await openedFrames(file, header, open) : undefined;
    const result = deidentify(file, { ...choices, ...(frames === undefined ? {} : { frames }) });
    if (result.kind === 'refused') left.push({ path, reason: result.because });
    else {
      const { folder, name } = nameOf(result.header.seriesInstanceUid);
      await mkdir(join(out, folder), { recursive: true });
      await writeFile(join(out, folder, name), result.bytes, { flag: 'wx' });
      written += 1;
    }
  }
  return { written, left };
}

async function deidentifyCommand(source: string, out: string, options: Options): Promise<number> {
  const found = await stat(source).catch(() => null);
  if (found === null || !found.isDirectory()) return say(`${source} is no folder.`, 1);
  if ((await stat(out).catch(() => null)) !== null)
    return say(`${out} is there already; name a folder that is not.`, 1);
  const { written, left } = await deidentifyFolder(source, out, options);
  for (const [reason, group] of Map.groupBy(left, ({ reason: one }) => one)) {
    process.stdout.write(`Left out (${group.length}): ${reason}\n`);
    for (const { path } of group.slice(0, 5)) process.stdout.write(`    ${path}\n`);
    if (group.length > 5) process.stdout.write(`    and ${group.length - 5} more\n`);
  }
  process.stdout.write(`${written} images written to ${out}.\n`);
  process.stdout.write('A face can be made out of the slices of a head: look at them before you hand them on.\n');
  return written > 0 ? 0 : 2;
}

function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

export function registerDeidentify(program: Command): void {
  program
    .command('deidentify')
    .description('write the images of a folder without anything that names the patient (DICOM PS3.15 Annex E)')
    .argument('<folder>', 'where the images lie')
    .argument('<out>', 'a folder that is not there yet')
    .option('--label <text>', 'stands for the name and the number of the patient', 'ANONYMOUS')
    .option('--dates <manner>', 'modified: all moved by the same time; full: kept', 'modified')
    .option('--key <secret>', 'gives the same UIDs again for the same images; keep it secret')
    .action(async (folder: string, out: string, options: Options) => {
      process.exitCode = await deidentifyCommand(folder, out, options);
    });
}
