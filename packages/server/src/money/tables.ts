import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const MONEY_TABLES = {
  room: 'money',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
