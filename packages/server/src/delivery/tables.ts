import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const DELIVERY_TABLES = {
  room: 'delivery',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
