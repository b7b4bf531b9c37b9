import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const CASES_TABLES = {
  room: 'cases',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
