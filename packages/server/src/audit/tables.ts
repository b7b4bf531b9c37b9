import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const AUDIT_TABLES = {
  room: 'audit',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
