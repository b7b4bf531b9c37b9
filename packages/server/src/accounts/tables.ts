import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const ACCOUNTS_TABLES = {
  room: 'accounts',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
