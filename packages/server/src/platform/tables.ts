import { fileURLToPath } from 'node:url';

/** The ground floor's tables, for `openDatabase`. */
export const PLATFORM_TABLES = {
  room: 'platform',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
