import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { readLayout } from '@overread/documents';
import { type Config, openCasePacket, type PacketDisc, type Practice, readConfig } from '@overread/server';
import type { Command } from 'commander';
import { demoPractice } from './demo/handover.ts';
import { readPractice } from './start/practice-file.ts';

interface PacketFlags {
  readonly case: string;
  readonly out: string;
  readonly split?: string;
  readonly data?: string;
}

const PROGRESS_MS = 1000;
const UNITS: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30 };
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export function registerPacket(program: Command): void {
  program
    .command('packet')
    .description('write a case as a ZIP, a disc image or a folder: images, both reports, history, DICOMDIR, checksums')
    .requiredOption('--case <number>', 'number or id of the case')
    .requiredOption('--out <path>', 'FILE.zip, FILE.iso, or the name of a folder to make')
    .option('--split <size>', 'most of one disc, such as 700MB or 4.7GB; further discs get a number')
    .option('--data <folder>', 'folder for database, images and keys (OVERREAD_DATA)')
    .action(async (flags: PacketFlags) => {
      process.exitCode = await packet(flags);
    });
}

/** Exit code 0 when every disc is written whole, 1 when it could not be; nothing half-written stays under its name then. */
async function packet(flags: PacketFlags): Promise<number> {
  try {
    const config = readConfig(process.env, { OVERREAD_DATA: flags.data });
    const split = flags.split === undefined ? null : sizeOf(flags.split);
    const format = formatOf(flags.out);
    const orderedBy = `overread packet, ${userInfo().username}@${hostname()}`;
    const made = await openCasePacket({
      ...{ config, practice: practiceOf(config), caseName: flags.case, split, orderedBy },
    });
    try {
      const outs = made.discs.map((_, i) => numbered(flags.out, made.discs.length > 1 ? i + 1 : null));
      const taken = outs.find((out) => existsSync(out));
      if (taken !== undefined) throw new Error(`${taken} is there already. Take it away, or name another: --out`);
      for (const [i, disc] of made.discs.entries()) await writeDisc(disc, outs[i] ?? '', format);
      return 0;
    } finally {
      await made.close();
    }
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** A service that only ever ran as the demo has no file of its practice. */
function practiceOf({ demo, dataFolder }: Config): Practice {
  const isDemo = demo || !existsSync(join(dataFolder, 'practice.json'));
  return isDemo ? demoPractice() : readPractice(dataFolder).practice;
}

type Format = 'zip' | 'iso' | 'folder';

/** What is written, by the ending of its name. */
export function formatOf(out: string): Format {
  const ending = extname(out).toLowerCase();
  if (ending === '.zip' || ending === '.iso') return ending.slice(1) as Format;
  if (ending !== '') throw new Error(`A packet is written as .zip, .iso, or into a folder; ${ending} is none of them.`);
  return 'folder';
}

/** Bytes from "700MB", "4.7GB", "650MiB". */
export function sizeOf(text: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMG]i?B)$/i.exec(text.trim()) ?? [];
  const size = Math.floor(Number(amount) * (UNITS[unit.toUpperCase()] ?? 0));
  if (size === 0) throw new Error(`${text} is no size. Write it as 700MB or 4.7GB: --split`);
  return size;
}

/** "case.iso", or "case-2.iso" of a set. */
function numbered(out: string, number: number | null): string {
  const ending = extname(out);
  return number === null ? out : `${out.slice(0, out.length - ending.length)}-${number}${ending}`;
}

async function writeDisc(disc: PacketDisc, out: string, format: Format): Promise<void> {
  const progress = createProgress(out);
  const part = `${out}.part`;
  try {
    await rm(part, { recursive: true, force: true });
    if (format === 'folder') await writeFolder(disc, part, progress.count);
    else await writeBytes(readLayout(disc.layout(format)), part, progress.count);
    await rename(part, out);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    progress.stop();
  }
  print(`${out}: ${disc.images} images, ${megabytes(progress.bytes())}. SHA-256 of its SHA256SUMS: ${disc.sha256}`);
}

async function writeFolder({ files }: PacketDisc, folder: string, count: (bytes: number) => void): Promise<void> {
  await mkdir(folder);
  for (const { path, size, read } of files) {
    const to = join(folder, ...path.split('/'));
    await mkdir(dirname(to), { recursive: true });
    await writeBytes(read(0, size), to, count);
  }
}

/** Whole and on the disk when it resolves. */
async function writeBytes(bytes: AsyncIterable<Uint8Array>, path: string, count: (bytes: number) => void) {
  const file = await open(path, 'wx');
  try {
    for await (const chunk of bytes) {
      await file.writeFile(chunk);
      count(chunk.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Says on a terminal how far it is; in a log it would be noise. */
function createProgress(out: string) {
  let bytes = 0;
  const show = (): void => void process.stderr.write(`\r\u001b[K${out}: ${megabytes(bytes)}`);
  const timer = process.stderr.isTTY ? setInterval(show, PROGRESS_MS) : null;
  return {
    bytes: () => bytes,
    count(more: number): void {
      bytes += more;
    },
    stop(): void {
      if (timer === null) return;
      clearInterval(timer);
      process.stderr.write('\r\u001b[K');
    },
  };
}
