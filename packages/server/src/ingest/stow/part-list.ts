import { type ByteSource, UnreadableContainer } from '@overread/imaging';
import { z } from 'zod';

const PART_LIST = z.array(
  z.object({
    path: z.string(),
    offset: z.int().min(0),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);
/** One part of a request, where it lies in the upload's file. */
export type ListedPart = z.infer<typeof PART_LIST>[number];

const FOOT_BYTES = 4;
const BROKEN = 'the images cannot be read: what was kept of the request was changed. Send them again';

/** The list as it stands behind the parts: only there are their sizes and hashes known. */
export function partListFoot(parts: readonly ListedPart[]): Buffer {
  const json = Buffer.from(JSON.stringify(parts));
  const foot = Buffer.alloc(FOOT_BYTES);
  foot.writeUInt32LE(json.length);
  return Buffer.concat([json, foot]);
}

export async function readPartList(source: ByteSource): Promise<ListedPart[]> {
  const foot = Buffer.from(await source.read(Math.max(0, source.size - FOOT_BYTES), FOOT_BYTES));
  const length = foot.length === FOOT_BYTES ? foot.readUInt32LE() : 0;
  const end = source.size - FOOT_BYTES - length;
  if (length === 0 || end < 0) throw new UnreadableContainer(BROKEN);
  const json: unknown = JSON.parse(Buffer.from(await source.read(end, length)).toString('utf8'));
  const parsed = PART_LIST.safeParse(json);
  if (!parsed.success || parsed.data.some(({ offset, size }) => offset + size > end)) {
    throw new UnreadableContainer(BROKEN);
  }
  return parsed.data;
}
