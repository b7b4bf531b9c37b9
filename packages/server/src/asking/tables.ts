import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const ASKING_TABLES = {
  room: 'asking',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
