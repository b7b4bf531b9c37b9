/** Fields and descriptors of ISO 9660 (ECMA-119) and Joliet. */

export const SECTOR = 2048;
export const sectorsOf = (bytes: number): number => Math.ceil(bytes / SECTOR);

/** A number in both byte orders (ECMA-119 7.2.3, 7.3.3). */
export function both16(bytes: Buffer, at: number, value: number): void {
  bytes.writeUInt16LE(value, at);
  bytes.writeUInt16BE(value, at + 2);
}

export function both32(bytes: Buffer, at: number, value: number): void {
  bytes.writeUInt32LE(value, at);
  bytes.writeUInt32BE(value, at + 4);
}

/** Date and time of a directory record (ECMA-119 9.1.5), in UTC. */
export function recordTime(isoInstant: string): Buffer {
  const at = new Date(isoInstant);
  const parts = [at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  return Buffer.of(at.getUTCFullYear() - 1900, ...parts, 0);
}

/** Date and time of a volume descriptor (ECMA-119 8.4.26.1), in UTC: digits to the hundredth, then the zone. */
function volumeTime(isoInstant: string): Buffer {
  const digits = new Date(isoInstant).toISOString().replace(/\D/g, '').slice(0, 16);
  return Buffer.concat([Buffer.from(digits, 'latin1'), Buffer.of(0)]);
}

export const recordLength = (identifier: Buffer): number =>
  33 + identifier.length + (identifier.length % 2 === 0 ? 1 : 0);

interface Extent {
  readonly sector: number;
  readonly size: number;
}

/** A directory record (ECMA-119 9.1). */
export function directoryRecord(identifier: Buffer, { sector, size }: Extent, flags: number, time: Buffer): Buffer {
  const bytes = Buffer.alloc(recordLength(identifier));
  bytes[0] = bytes.length;
  both32(bytes, 2, sector);
  both32(bytes, 10, size);
  time.copy(bytes, 18);
  bytes[25] = flags;
  both16(bytes, 28, 1);
  bytes[32] = identifier.length;
  identifier.copy(bytes, 33);
  return bytes;
}

export interface Volume {
  readonly isJoliet: boolean;
  readonly volumeId: string;
  readonly publisher: string;
  readonly createdAt: string;
  readonly sectors: number;
  readonly pathTable: { readonly size: number; readonly little: number; readonly big: number };
  readonly root: Extent;
}

const A_CHARACTERS = /[^A-Z0-9_ !"%&'()*+,\-./:;<=>?]/g;

/** A primary volume descriptor (ECMA-119 8.4), or the supplementary one of Joliet (8.5, UCS-2 level 3). */
export function volumeDescriptor(volume: Volume): Buffer {
  const { isJoliet, createdAt, pathTable } = volume;
  const bytes = Buffer.alloc(SECTOR);
  const write = (text: string, at: number, length: number): void => {
    const plain = isJoliet
      ? text
      : text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(A_CHARACTERS, '_');
    const signs = isJoliet ? Math.floor(length / 2) : length;
    const padded = plain.slice(0, signs).padEnd(signs, ' ');
    (isJoliet ? Buffer.from(padded, 'utf16le').swap16() : Buffer.from(padded, 'latin1')).copy(bytes, at);
  };
  bytes[0] = isJoliet ? 2 : 1;
  bytes.write('CD001', 1, 'latin1');
  bytes[6] = 1;
  write('', 8, 32);
  write(volume.volumeId, 40, 32);
  both32(bytes, 80, volume.sectors);
  if (isJoliet) bytes.write('%/E', 88, 'latin1');
  both16(bytes, 120, 1);
  both16(bytes, 124, 1);
  both16(bytes, 128, SECTOR);
  both32(bytes, 132, pathTable.size);
  bytes.writeUInt32LE(pathTable.little, 140);
  bytes.writeUInt32BE(pathTable.big, 148);
  directoryRecord(Buffer.of(0), volume.root, 2, recordTime(createdAt)).copy(bytes, 156);
  write('', 190, 128);
  write(volume.publisher, 318, 128);
  write('', 446, 128);
  write('OVERREAD', 574, 128);
  for (const at of [702, 739, 776]) write('', at, 37);
  for (const at of [813, 830, 864]) volumeTime(createdAt).copy(bytes, at);
  // It never expires: sixteen zeros in digits.
  bytes.write('0'.repeat(16), 847, 'latin1');
  bytes[881] = 1;
  return bytes;
}

/** The descriptor that ends the list (ECMA-119 8.3). */
export function terminator(): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes[0] = 255;
  bytes.write('CD001', 1, 'latin1');
  bytes[6] = 1;
  return bytes;
}
