import { createHash } from 'node:crypto';

/** SHA-256 of a UTF-8 string, hex: what `decide` is given. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
