import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const ARCHIVE_TABLES = {
  room: 'archive',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
