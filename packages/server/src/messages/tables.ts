import { fileURLToPath } from 'node:url';

/** This room's tables, for `openDatabase`. */
export const MESSAGES_TABLES = {
  room: 'messages',
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
};
