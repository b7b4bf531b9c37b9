import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * A spool holds files that were acknowledged and are not imported yet: records one behind the other, each a head (magic,
 * bytes of the file, number of the record) and the file under AES-256-GCM with its tag. Head and spool are authenticated with
 * it. A record that is cut short by a crash is the last one, and was never acknowledged.
 */
export const HEAD_BYTES = 12;
export const TAG_BYTES = 16;
/** Id of the data key from which each spool's key is made. */
export const SPOOL_KEY = 'ingest/spool';
const MAGIC = Buffer.from('OVR1');

export interface RecordHead {
  readonly size: number;
  readonly nth: number;
}

/** The spool's own key: its nonces may start from 0, because no other spool has this key. */
export function spoolKey(master: Buffer, spoolId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `overread/spool/${spoolId}`, 32));
}

function headOf({ size, nth }: RecordHead): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  MAGIC.copy(head);
  head.writeUInt32BE(size, 4);
  head.writeUInt32BE(nth, 8);
  return head;
}

/** Null where no record begins. */
export function readRecordHead(bytes: Uint8Array): RecordHead | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.length < HEAD_BYTES || !head.subarray(0, 4).equals(MAGIC)) return null;
  return { size: head.readUInt32BE(4), nth: head.readUInt32BE(8) };
}

const nonceOf = (nth: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(nth, 8);
  return nonce;
};

/** The pieces of record number `nth`, in the order in which they are written. */
export function sealRecord(key: Uint8Array, nth: number, pieces: readonly Uint8Array[]): Buffer[] {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const head = headOf({ size, nth });
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(nth));
  cipher.setAAD(head);
  const sealed = pieces.map((piece) => cipher.update(piece));
  cipher.final();
  return [head, ...sealed, cipher.getAuthTag()];
}

/** The file of a record, from its ciphertext and tag; null when a bit was changed. */
export function openRecord(key: Uint8Array, head: RecordHead, sealed: Uint8Array): Buffer | null {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(head.nth), { authTagLength: TAG_BYTES });
  decipher.setAAD(headOf(head));
  try {
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(0, end));
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
