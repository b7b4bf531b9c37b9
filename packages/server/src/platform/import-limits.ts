import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { sizeText } from './size-text.ts';

/** What one delivery of images may hold; what is beyond is refused with a reason that names the limit. */
export interface ImportLimits {
  readonly files: number;
  /** One file, unpacked: it is held in memory by one worker. */
  readonly fileBytes: number;
  /** All files, unpacked: so many times the upload's size, and `totalBytes` always. */
  readonly ratio: number;
  readonly totalBytes: number;
  /** Archives inside archives. */
  readonly depth: number;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** A size in bytes, or with a unit behind it: 1073741824, 1024MiB, 1GiB. Gives bytes. */
export const size = (least: number, most: number) =>
  z.string().transform((text, context) => {
    const [, digits = '', unit = ''] = /^(\d{1,15})\s*([KMGT]iB)?$/i.exec(text.trim()) ?? [];
    const bytes = Number(digits) * (UNITS[unit.toUpperCase()] ?? 1);
    if (digits !== '' && bytes >= least && bytes <= most) return bytes;
    context.addIssue(`give a size from ${sizeText(least)} to ${sizeText(most)}, as 500MiB or 2GiB`);
    return z.NEVER;
  });

/** Settings of the limits, by the same names for the service and for `overread inspect`. */
export const IMPORT_SETTINGS = {
  OVERREAD_IMPORT_FILES: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000_000)
    .default(200_000)
    .describe('most files of one delivery'),
  OVERREAD_IMPORT_FILE_BYTES: size(2 ** 20, 2 ** 31 - 1)
    .default(2 ** 30)
    .describe('largest file, unpacked, such as 1GiB'),
  OVERREAD_IMPORT_RATIO: z.coerce
    .number()
    .min(1)
    .max(10_000)
    .default(100)
    .describe('how many times its own size a delivery may unpack to'),
  OVERREAD_IMPORT_TOTAL_BYTES: size(2 ** 20, 2 ** 44)
    .default(2 ** 30)
    .describe('what a delivery may always unpack to, whatever its size, such as 1GiB'),
  OVERREAD_IMPORT_DEPTH: z.coerce.number().int().min(1).max(10).default(3).describe('archives inside archives'),
} as const;

const SETTINGS = z.object(IMPORT_SETTINGS);

export function importLimitsOf(read: z.output<typeof SETTINGS>): ImportLimits {
  return {
    files: read.OVERREAD_IMPORT_FILES,
    fileBytes: read.OVERREAD_IMPORT_FILE_BYTES,
    ratio: read.OVERREAD_IMPORT_RATIO,
    totalBytes: read.OVERREAD_IMPORT_TOTAL_BYTES,
    depth: read.OVERREAD_IMPORT_DEPTH,
  };
}

/** The limits alone, for a command that needs no other setting. Throws `ConfigError`. */
export function readImportLimits(environment: Readonly<Record<string, string | undefined>>): ImportLimits {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const read = SETTINGS.safeParse(Object.fromEntries(given));
  if (read.success) return importLimitsOf(read.data);
  throw new ConfigError(read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}.`).join('\n'));
}

export const DEFAULT_LIMITS: ImportLimits = readImportLimits({});
