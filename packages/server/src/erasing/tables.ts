import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const ERASING_TABLES = {
  room: 'erasing',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
