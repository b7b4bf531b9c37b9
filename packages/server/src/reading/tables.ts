import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const READING_TABLES = {
  room: 'reading',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
