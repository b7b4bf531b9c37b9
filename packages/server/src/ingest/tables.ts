import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const INGEST_TABLES = {
  room: 'ingest',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
