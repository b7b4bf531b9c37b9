import { createHash } from 'node:crypto';
import type { CheckedItem, CheckScope, Fault } from '../platform/checked.ts';
import { keyToCheck } from '../platform/keys.ts';
import { BlobMissing, type Ground } from '../platform/ports.ts';
import { openSegment, PackDamaged, type PackSeal, packSeal, sealedOffsets, TAG_BYTES } from './pack-format.ts';

type CheckGround = Pick<Ground, 'db' | 'blobs' | 'keys'>;

/** Segments are read together up to this many bytes; a larger one alone. The largest segment bounds the memory. */
const READ_BYTES = 8 << 20;
const ROWS = 500;

interface Row {
  readonly case_id: string;
  readonly sop_instance_uid: string;
  readonly sha256: string;
  readonly size: string;
  readonly pack_id: string;
  readonly pack_offset: string;
  readonly first_segment: number;
  readonly segments: number[];
  /** Bytes that the pack should have; null when the index does not know the pack. */
  readonly pack_bytes: string | null;
}

/** The pack whose instances are read now. */
interface OpenPack {
  readonly packId: string;
  readonly key: string;
  readonly seal: PackSeal | null;
  /** Why nothing of it can be read. */
  readonly fault: Fault | null;
}

/**
 * Reads every instance of the index again, those kept apart too: each segment's seal, and the hash of the file as it came.
 * The index is read at one moment; what was erased since is no fault.
 */
export async function* checkPacks(ground: CheckGround, { caseId }: CheckScope): AsyncGenerator<CheckedItem> {
  let pack: OpenPack | null = null;
  for await (const row of rowsOf(ground, caseId)) {
    if (pack?.packId !== row.pack_id) {
      const opened = await openPack(ground, row);
      pack = opened.pack;
      if (opened.item !== null) yield opened.item;
    }
    const fault = pack.seal === null ? pack.fault : await faultOf(ground, pack, row);
    if (fault === null) yield itemOf(row, null);
    else if (fault === 'erased' || (await isStillThere(ground, row))) yield itemOf(row, fault);
  }
}

/** The keys of all packs of a case that the index knows. */
export async function keysOfPacks({ db }: Pick<Ground, 'db'>, caseId: string): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ pack_id: string }>('select pack_id from archive_packs where case_id = $1', [
    caseId,
  ]);
  return rows.map(({ pack_id }) => packKey(caseId, pack_id));
}

const packKey = (caseId: string, packId: string): string => `cases/${caseId}/packs/${packId}`;

const itemOf = (row: Row, fault: Fault | null): CheckedItem => ({
  caseId: row.case_id,
  what: 'image',
  name: row.sop_instance_uid,
  bytes: fault === null ? Number(row.size) : 0,
  fault,
});

async function* rowsOf({ db }: CheckGround, caseId: string | null): AsyncGenerator<Row> {
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `declare every_instance no scroll cursor for
       select i.case_id, sop_instance_uid, sha256, size, pack_id, pack_offset, first_segment, segments, p.bytes as pack_bytes
       from archive_instances i left join archive_packs p using (pack_id)
       where $1::text is null or i.case_id = $1 order by i.case_id, pack_id, pack_offset`,
      [caseId],
    );
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${ROWS} from every_instance`);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** Looks at the pack as a whole once; an item tells when it is not as long as it was made. */
async function openPack(ground: CheckGround, row: Row): Promise<{ pack: OpenPack; item: CheckedItem | null }> {
  const { case_id: caseId, pack_id: packId, pack_bytes: expected } = row;
  const key = packKey(caseId, packId);
  const dataKey = await keyToCheck(ground, `case/${caseId}`);
  const shut = (fault: Fault): OpenPack => ({ packId, key, seal: null, fault });
  const item = (fault: Fault, detail: string): CheckedItem => ({
    ...{ caseId, what: 'pack', name: packId, bytes: 0, fault, detail },
  });
  if (typeof dataKey === 'string') return { pack: shut(dataKey), item: null };
  const size = await ground.blobs.size(key).catch((error: unknown) => {
    if (error instanceof BlobMissing) return null;
    throw error;
  });
  if (size === null) {
    const there = await isStillThere(ground, row);
    return { pack: shut('missing'), item: there ? item('missing', 'there is no such file') : null };
  }
  const pack: OpenPack = { packId, key, seal: packSeal(dataKey, packId), fault: null };
  if (expected === null) return { pack, item: item('damaged', 'the index does not list it') };
  if (size === Number(expected)) return { pack, item: null };
  return { pack, item: item('damaged', `it has ${size} bytes and was stored with ${expected}`) };
}

async function faultOf({ blobs }: CheckGround, pack: OpenPack, row: Row): Promise<Fault | null> {
  const hash = createHash('sha256');
  const seal = pack.seal as PackSeal;
  const offsets = sealedOffsets(Number(row.pack_offset), row.segments);
  try {
    for (let first = 0; first < row.segments.length; ) {
      const start = offsets[first] as number;
      let last = first + 1;
      while (last < row.segments.length && (offsets[last + 1] as number) - start <= READ_BYTES) last += 1;
      const sealed = await blobs.readRange(pack.key, start, offsets[last] as number);
      for (let at = first; at < last; at += 1) {
        const from = (offsets[at] as number) - start;
        const end = from + (row.segments[at] as number) + TAG_BYTES;
        hash.update(openSegment(seal, row.first_segment + at, sealed.subarray(from, end)));
      }
      first = last;
    }
  } catch (error) {
    if (error instanceof BlobMissing) return 'missing';
    // The file ends too early, the disc does not give it out, or a seal is broken.
    if (error instanceof PackDamaged || error instanceof RangeError || isDiscFault(error)) return 'damaged';
    throw error;
  }
  return hash.digest('hex') === row.sha256 ? null : 'damaged';
}

const isDiscFault = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EIO';

async function isStillThere({ db }: CheckGround, row: Row): Promise<boolean> {
  const found = await db.pool.query(
    'select 1 from archive_instances where case_id = $1 and sop_instance_uid = $2 and sha256 = $3',
    [row.case_id, row.sop_instance_uid, row.sha256],
  );
  return found.rowCount !== 0;
}
