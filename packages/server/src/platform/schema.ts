import { customType, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Data keys, each sealed with the master key. A destroyed key keeps its row, so that it is never made anew. */
export const platformKeys = pgTable('platform_keys', {
  keyId: text('key_id').primaryKey(),
  wrapped: bytea('wrapped'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  destroyedAt: timestamp('destroyed_at', { withTimezone: true }),
});
