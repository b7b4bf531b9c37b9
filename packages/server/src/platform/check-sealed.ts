import { createHash } from 'node:crypto';
import type { CheckedItem, Fault } from './checked.ts';
import { BlobMissing } from './ports.ts';

/** A sealed file and what its row says that it is. */
export interface SealedFile extends Pick<CheckedItem, 'caseId' | 'what' | 'name'> {
  readonly sha256: string;
  readonly key: Buffer | 'erased' | 'no-key';
  /** The plain bytes, in pieces; throws when a seal is broken. */
  readonly open: (key: Buffer) => AsyncIterable<Uint8Array>;
}

/** Reads a sealed file again and compares it with its hash. */
export async function checkSealed({ caseId, what, name, sha256, key, open }: SealedFile): Promise<CheckedItem> {
  const told = (fault: Fault | null, bytes = 0): CheckedItem => ({ caseId, what, name, bytes, fault });
  if (typeof key === 'string') return told(key);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of open(key)) {
      hash.update(piece);
      bytes += piece.byteLength;
    }
  } catch (error) {
    if (error instanceof BlobMissing) return told('missing');
    // What cannot be reached is told as an error of the check; what is read and does not open is damage.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && code !== 'EIO' && !code.startsWith('ERR_')) throw error;
    return told('damaged');
  }
  return hash.digest('hex') === sha256 ? told(null, bytes) : told('damaged');
}
