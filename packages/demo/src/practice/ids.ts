import { createHash } from 'node:crypto';

/** A UUID (version 8) that depends on `name` alone, so that a demo that is set up again has the same ids. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`overread demo ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
