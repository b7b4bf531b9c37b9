import { createHash } from 'node:crypto';

/** A UID under 2.25 (PS3.5 annex B.2) that depends on `name` alone: a UUID of version 8 out of its SHA-256. */
export function uidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `2.25.${BigInt(`0x${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`)}`;
}
