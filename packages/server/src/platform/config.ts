import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { CarriedKind } from './carrier.ts';
import { ConfigError } from './config-error.ts';
import { IMPORT_SETTINGS, type ImportLimits, importLimitsOf, size } from './import-limits.ts';
import { MONEY_SETTINGS, type MoneyConfig, moneyConfigOf } from './money-config.ts';
import { readS3Address, type S3Address } from './s3-address.ts';

const flag = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'])
  .transform((value) => value === '1' || value === 'true' || value === 'yes');

const SETTINGS = z.object({
  OVERREAD_DATA: z.string().min(1).default('.data').describe('folder for database, images and keys'),
  OVERREAD_PORT: z.coerce.number().int().min(0).max(65_535).default(8042).describe('TCP port, 0 picks a free one'),
  OVERREAD_HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  OVERREAD_URL: z.url().optional().describe('address that people type, as mails name it'),
  OVERREAD_DATABASE_URL: z
    .string()
    .startsWith('postgres')
    .optional()
    .describe('PostgreSQL 15 or later; without it the service runs its own'),
  OVERREAD_BLOBS_URL: z
    .string()
    .startsWith('s3://')
    .optional()
    .describe('S3 store for images and documents, s3://bucket/prefix?region=…; without it they lie in the data folder'),
  OVERREAD_SMTP_URL: z.string().startsWith('smtp').optional().describe('smtp://user:password@host:port for mails'),
  OVERREAD_MAIL_FROM: z.string().min(3).default('Overread <no-reply@localhost>').describe('sender of mails'),
  OVERREAD_CARRIER_URL: z
    .url()
    .optional()
    .describe('gateway that takes faxes, letters and SMS; without it there is none'),
  OVERREAD_CARRIER_TOKEN: z.string().min(1).optional().describe('token for the gateway of faxes, letters and SMS'),
  OVERREAD_CARRIER_KINDS: z
    .string()
    .regex(/^(?:fax|letter|sms)(?:,(?:fax|letter|sms))*$/)
    .default('fax,letter,sms')
    .describe('what the gateway takes: fax, letter, sms, with commas between'),
  OVERREAD_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn').describe('how much the log says'),
  OVERREAD_DEMO: flag.default(false).describe('run the demo practice'),
  OVERREAD_TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('addresses of reverse proxies whose X-Forwarded-For counts, with commas between'),
  OVERREAD_SIGNING_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file of the key that signs reports; the service makes its own by default'),
  OVERREAD_SIGNING_CERTIFICATE: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file of its certificate, then of those that vouch for it'),
  OVERREAD_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('import workers; the default is one a core'),
  OVERREAD_DIMSE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('TCP port for C-STORE and C-ECHO, often 104 or 11112; without it there is none'),
  OVERREAD_DIMSE_HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on for C-STORE'),
  OVERREAD_DIMSE_AE: z
    .string()
    .regex(/^[A-Za-z0-9_. -]{1,16}$/)
    .default('OVERREAD')
    .describe('AE title of this service, 16 characters at most'),
  OVERREAD_DIMSE_PEERS: z
    .string()
    .default('')
    .describe('AE titles that may send, each with an address: SCANNER@10.1.2.3'),
  OVERREAD_DIMSE_TLS_KEY: z.string().min(1).optional().describe('PEM file with the private key, for C-STORE over TLS'),
  OVERREAD_DIMSE_TLS_CERT: z.string().min(1).optional().describe('PEM file with the certificate, for C-STORE over TLS'),
  OVERREAD_DIMSE_TLS_CA: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file with the CA that signs the certificates of peers'),
  OVERREAD_DIMSE_MAX_PDU: z.coerce
    .number()
    .int()
    .min(4_096)
    .max(1 << 20)
    .default(131_072)
    .describe('longest data PDU that peers may send, bytes'),
  OVERREAD_DIMSE_ASSOCIATIONS: z.coerce.number().int().min(1).max(256).default(16).describe('associations at a time'),
  OVERREAD_DIMSE_TIMEOUT: z.coerce
    .number()
    .int()
    .min(5)
    .max(3_600)
    .default(60)
    .describe('seconds of silence after which a peer is given up'),
  ...IMPORT_SETTINGS,
  OVERREAD_CASE_BYTES: size(2 ** 20, 2 ** 50)
    .default(50 * 2 ** 30)
    .describe('what one case may hold of images, such as 50GiB'),
  OVERREAD_REMIND_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(9)
    .describe('working hours after which an unopened result is asked after; then the coordinator, then by telephone'),
  OVERREAD_WATCH: z.string().default('').describe('folders to take images from, with commas between'),
  ...MONEY_SETTINGS,
  // Not the service's: a station that also runs the service has both in one environment.
  OVERREAD_TOKEN: z.string().min(1).optional().describe('token of this station, for `overread import`'),
});

export interface Config {
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
  /** The S3 store for blobs, or null for the data folder. */
  readonly blobsAt: S3Address | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where faxes, letters and SMS are handed over, or null. */
  readonly carrier: {
    readonly url: string;
    readonly token: string | null;
    readonly kinds: readonly CarriedKind[];
  } | null;
  readonly logLevel: string;
  readonly demo: boolean;
  readonly trustedProxies: readonly string[];
  /** PEM files of the key that signs reports and of its certificates. */
  readonly signing: { readonly key: string | null; readonly certificate: string | null };
  readonly workers: number | null;
  readonly importLimits: ImportLimits;
  /** What one case may hold of images, bytes. */
  readonly caseBytes: number;
  /** Working hours after which a result that nobody opened is asked after. */
  readonly remindAfterHours: number;
  readonly dimse: DimseConfig;
  readonly money: MoneyConfig;
  /** Absolute paths. */
  readonly watch: readonly string[];
}

/** C-STORE as it was set; the room that listens checks what belongs together. */
export interface DimseConfig {
  readonly port: number | null;
  readonly host: string;
  readonly ae: string;
  readonly peers: string;
  readonly tlsKey: string | null;
  readonly tlsCert: string | null;
  readonly tlsCa: string | null;
  readonly maxPdu: number;
  readonly associations: number;
  readonly timeoutSeconds: number;
}

/** Reads settings from the environment and from flags, which win. Unknown `OVERREAD_*` names are refused: a mistyped name must not go unnoticed. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, string | undefined>> = {},
): Config {
  const given = Object.fromEntries(
    Object.entries({ ...environment, ...flags }).filter(
      ([name, value]) => name.startsWith('OVERREAD_') && value !== undefined && value !== '',
    ),
  );
  const known = Object.keys(SETTINGS.shape);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  const parsed = SETTINGS.safeParse(given);
  const wrong = [
    ...unknown.map((name) => `${name} is no setting of Overread. The settings are: ${known.join(', ')}.`),
    ...(parsed.success
      ? []
      : parsed.error.issues.map(
          (issue) => `${String(issue.path[0])}: ${issue.message} (it is the ${describe(String(issue.path[0]))}).`,
        )),
  ];
  if (wrong.length > 0 || !parsed.success) throw new ConfigError(wrong.join('\n'));
  const s = parsed.data;
  return Object.freeze({
    dataFolder: isAbsolute(s.OVERREAD_DATA) ? s.OVERREAD_DATA : resolve(s.OVERREAD_DATA),
    port: s.OVERREAD_PORT,
    host: s.OVERREAD_HOST,
    publicUrl: s.OVERREAD_URL ?? null,
    databaseUrl: s.OVERREAD_DATABASE_URL ?? null,
    blobsAt: s.OVERREAD_BLOBS_URL === undefined ? null : readS3Address(s.OVERREAD_BLOBS_URL),
    smtpUrl: s.OVERREAD_SMTP_URL ?? null,
    mailFrom: s.OVERREAD_MAIL_FROM,
    carrier:
      s.OVERREAD_CARRIER_URL === undefined
        ? null
        : {
            url: s.OVERREAD_CARRIER_URL,
            token: s.OVERREAD_CARRIER_TOKEN ?? null,
            kinds: s.OVERREAD_CARRIER_KINDS.split(',') as CarriedKind[],
          },
    logLevel: s.OVERREAD_LOG,
    demo: s.OVERREAD_DEMO,
    trustedProxies: s.OVERREAD_TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    signing: { key: s.OVERREAD_SIGNING_KEY ?? null, certificate: s.OVERREAD_SIGNING_CERTIFICATE ?? null },
    workers: s.OVERREAD_WORKERS ?? null,
    importLimits: importLimitsOf(s),
    caseBytes: s.OVERREAD_CASE_BYTES,
    remindAfterHours: s.OVERREAD_REMIND_HOURS,
    dimse: {
      port: s.OVERREAD_DIMSE_PORT ?? null,
      host: s.OVERREAD_DIMSE_HOST,
      ae: s.OVERREAD_DIMSE_AE.trim(),
      peers: s.OVERREAD_DIMSE_PEERS,
      tlsKey: s.OVERREAD_DIMSE_TLS_KEY ?? null,
      tlsCert: s.OVERREAD_DIMSE_TLS_CERT ?? null,
      tlsCa: s.OVERREAD_DIMSE_TLS_CA ?? null,
      maxPdu: s.OVERREAD_DIMSE_MAX_PDU,
      associations: s.OVERREAD_DIMSE_ASSOCIATIONS,
      timeoutSeconds: s.OVERREAD_DIMSE_TIMEOUT,
    },
    money: moneyConfigOf(s),
    watch: s.OVERREAD_WATCH.split(',')
      .map((folder) => folder.trim())
      .filter((folder) => folder !== '')
      .map((folder) => resolve(folder)),
  });
}

function describe(name: string): string {
  return SETTINGS.shape[name as keyof typeof SETTINGS.shape]?.description ?? 'setting';
}
