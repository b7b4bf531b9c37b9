import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const RECORDS_TABLES = {
  room: 'records',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
