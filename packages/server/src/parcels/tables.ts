import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const PARCELS_TABLES = {
  room: 'parcels',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
