import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const MATCHING_TABLES = {
  room: 'matching',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
