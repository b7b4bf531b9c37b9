import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** People. Better Auth's `user`; the roles are ours. Whoever comes by a sign-in link alone is a patient. */
export const accountsPeople = pgTable('accounts_people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  roles: text('roles').array().notNull().default(sql`array['patient']`),
  /** The language that the person reads, for mails; null until the person's browser has said. */
  language: text('language'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Sessions. `strongAt` is when a second factor was shown in this session; null for a mail link or a password alone. */
export const accountsSessions = pgTable(
  'accounts_sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => accountsPeople.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    strongAt: instant('strong_at'),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('accounts_sessions_user').on(table.userId)],
);

/** Ways to sign in; here the hashed password alone. */
export const accountsCredentials = pgTable(
  'accounts_credentials',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => accountsPeople.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('accounts_credentials_user').on(table.userId)],
);

/** Sign-in links (hashed) and challenges that wait for an answer. */
export const accountsVerifications = pgTable(
  'accounts_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('accounts_verifications_identifier').on(table.identifier)],
);

/** Secrets of one-time codes and the backup codes, encrypted by Better Auth. */
export const accountsSecondFactors = pgTable(
  'accounts_second_factors',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => accountsPeople.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [index('accounts_second_factors_user').on(table.userId)],
);

/** Tokens of stations and other systems, each kept as its hash. A row stays when its token is withdrawn: the audit names it. */
export const accountsMachines = pgTable('accounts_machines', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  /** Who made it, as the person was called then. */
  madeBy: text('made_by').notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
});
