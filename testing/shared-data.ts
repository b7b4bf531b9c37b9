import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A path in the folder of real test data beside the project, or null where that folder is not there. */
export function sharedData(path = ''): string | null {
  const full = fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url));
  return existsSync(full) ? full : null;
}
