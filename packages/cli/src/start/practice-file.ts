import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Practice, priceListShape } from '@overread/server';
import { z } from 'zod';

const file = z.object({
  name: z.string().min(1),
  place: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
  address: z.string(),
  phone: z.string(),
  emergencyNumber: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  ...priceListShape,
  billing: z
    .object({
      legalName: z.string().min(1),
      npi: z.string().regex(/^(\d{10})?$/),
      tin: z.string(),
      bank: z.string(),
    })
    .optional(),
  calendar: z.object({
    workingDays: z.array(z.number().int().min(1).max(7)).min(1),
    holidays: z.array(z.iso.date()),
    endOfDayUtcHour: z.number().int().min(0).max(23),
  }),
  outsideServices: z
    .array(
      z.object({
        name: z.string().min(1),
        address: z.string(),
        portal: z.union([z.url(), z.literal('')]),
        instructions: z.array(z.string().min(1).max(500)).max(20),
      }),
    )
    .default([]),
});

/** What stands in a new practice's file: a form to fill in, with prices of nothing so that nobody owes by mistake. */
const BLANK: z.infer<typeof file> = {
  name: 'Second opinion service',
  place: 'US-MA',
  address: '',
  phone: '',
  emergencyNumber: '911',
  currency: 'USD',
  levels: {
    standard: { amountMinor: 0, workingDays: 5 },
    expedited: { amountMinor: 0, workingDays: 2 },
    urgent: { amountMinor: 0, workingDays: 1 },
  },
  calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [], endOfDayUtcHour: 17 },
  outsideServices: [],
};

/** The practice from `practice.json` in the data folder, which is made at the first start for the operator to fill in. */
export function readPractice(dataFolder: string): {
  readonly practice: Practice;
  readonly path: string;
  readonly fresh: boolean;
} {
  const path = join(dataFolder, 'practice.json');
  const fresh = !existsSync(path);
  if (fresh) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(BLANK, null, 2)}\n`);
  }
  const { levels, extras, thirdRead, refunds, billing, ...rest } = parse(path);
  const more = { ...(extras ? { extras } : {}), ...(thirdRead ? { thirdRead } : {}), ...(refunds ? { refunds } : {}) };
  const prices = { currency: rest.currency, levels, ...more };
  return { practice: { ...rest, demo: false, prices, ...(billing ? { billing } : {}) }, path, fresh };
}

function parse(path: string): z.infer<typeof file> {
  const parsed = file.safeParse(json(path));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
  throw new ConfigError(`The practice's file ${path} has to be mended. ${wrong.join('; ')}`);
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`The practice's file ${path} is not JSON: ${(error as Error).message}`);
  }
}
