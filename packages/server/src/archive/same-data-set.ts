import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import type { ArchivedInstance } from './model.ts';
import { type PackReader, readBytes } from './read-frames.ts';

/** Bytes that are read and compared at a time. */
const STRETCH = 4 << 20;
/** Longer than any file meta header that was seen. */
const HEAD = 64 << 10;

async function dataSetOffset(reader: PackReader, instance: ArchivedInstance): Promise<number> {
  const head = await readBytes(reader, instance, 0, Math.min(HEAD, instance.size));
  return readFileMeta(head, instance.size).dataSetOffset;
}

/**
 * Whether two files hold the same data set, byte for byte, whatever stands in front of it: preamble and file meta header are of
 * whoever wrote the file (PS3.10 7.1), and a disc's are not those that a C-STORE receiver writes.
 */
export async function isSameDataSet(reader: PackReader, a: ArchivedInstance, b: ArchivedInstance): Promise<boolean> {
  if (a.header.transferSyntaxUid !== b.header.transferSyntaxUid) return false;
  const [fromA, fromB] = [await dataSetOffset(reader, a), await dataSetOffset(reader, b)];
  const length = a.size - fromA;
  if (length !== b.size - fromB) return false;
  for (let at = 0; at < length; at += STRETCH) {
    const end = Math.min(length, at + STRETCH);
    const [one, other] = await Promise.all([
      readBytes(reader, a, fromA + at, fromA + end),
      readBytes(reader, b, fromB + at, fromB + end),
    ]);
    if (!one.equals(other)) return false;
  }
  return true;
}
