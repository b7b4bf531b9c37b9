import { z } from 'zod';
import { ConfigError } from './config-error.ts';

/** The settings of payments by card and of messages to insurers. */
export const MONEY_SETTINGS = {
  OVERREAD_STRIPE_KEY: z.string().min(1).optional().describe('secret key of Stripe; without it no cards are taken'),
  OVERREAD_STRIPE_WEBHOOK_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('signing secret of the Stripe webhook that calls /api/payments/stripe'),
  OVERREAD_STRIPE_URL: z.url().default('https://api.stripe.com').describe('address of Stripe’s API'),
  OVERREAD_CLEARINGHOUSE_URL: z
    .url()
    .optional()
    .describe('address of a clearing house that takes X12 by CAQH CORE connectivity; without it messages go by hand'),
  OVERREAD_CLEARINGHOUSE_USER: z.string().default('').describe('user name at the clearing house'),
  OVERREAD_CLEARINGHOUSE_PASSWORD: z.string().default('').describe('password at the clearing house'),
  OVERREAD_CLEARINGHOUSE_SENDER: z
    .string()
    .max(15)
    .default('OVERREAD')
    .describe('id under which the practice sends, 15 characters at most'),
  OVERREAD_CLEARINGHOUSE_RECEIVER: z
    .string()
    .max(15)
    .default('RECEIVER')
    .describe('id of the clearing house, 15 characters at most'),
};

type Given = z.infer<z.ZodObject<typeof MONEY_SETTINGS>>;

export interface MoneyConfig {
  /** Payments by card, or null. */
  readonly stripe: { readonly key: string; readonly webhookSecret: string; readonly url: string } | null;
  /** Who sends to whom in X12, and where to; the address is null where messages go by hand. */
  readonly clearingHouse: {
    readonly url: string | null;
    readonly user: string;
    readonly password: string;
    readonly sender: string;
    readonly receiver: string;
  };
}

/** Throws where one of two that belong together is missing. */
export function moneyConfigOf(given: Given): MoneyConfig {
  const { OVERREAD_STRIPE_KEY: key, OVERREAD_STRIPE_WEBHOOK_SECRET: webhookSecret } = given;
  if ((key === undefined) !== (webhookSecret === undefined))
    throw new ConfigError(
      'OVERREAD_STRIPE_KEY and OVERREAD_STRIPE_WEBHOOK_SECRET belong together: set both or neither.',
    );
  const takesCards = key !== undefined && webhookSecret !== undefined;
  return {
    stripe: takesCards ? { key, webhookSecret, url: given.OVERREAD_STRIPE_URL } : null,
    clearingHouse: {
      url: given.OVERREAD_CLEARINGHOUSE_URL ?? null,
      user: given.OVERREAD_CLEARINGHOUSE_USER,
      password: given.OVERREAD_CLEARINGHOUSE_PASSWORD,
      sender: given.OVERREAD_CLEARINGHOUSE_SENDER,
      receiver: given.OVERREAD_CLEARINGHOUSE_RECEIVER,
    },
  };
}
