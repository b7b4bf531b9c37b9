import type { ArchivedInstance, CaseReader } from './model.ts';
import { type PackReader, readBytes } from './read-frames.ts';

/** Bytes that are read and opened together; a longer segment is one stretch all the same. */
const STRETCH = 2 << 20;
/** A file up to this size is read whole and kept until the next one is asked for: it is often read twice in a row. */
const KEPT = 16 << 20;

/** Ends of stretches: at the ends of segments, so that none is opened twice. */
function* stretchEnds({ place }: ArchivedInstance): Generator<number> {
  let end = 0;
  let begun = 0;
  for (const length of place.segments) {
    end += length;
    if (end - begun < STRETCH) continue;
    yield end;
    begun = end;
  }
  if (end > begun) yield end;
}

export function createCaseReader(reader: PackReader, instances: readonly ArchivedInstance[]): CaseReader {
  const byUid = new Map(instances.map((instance) => [instance.sopInstanceUid, instance]));
  let kept: { readonly uid: string; readonly bytes: Promise<Buffer> } | null = null;
  const find = (uid: string): ArchivedInstance => {
    const found = byUid.get(uid);
    if (found === undefined) throw new Error(`The image ${uid} is not in the index.`);
    return found;
  };
  const whole = (instance: ArchivedInstance): Promise<Buffer> => {
    const { sopInstanceUid: uid, size } = instance;
    if (kept?.uid !== uid) kept = { uid, bytes: readBytes(reader, instance, 0, size) };
    return kept.bytes;
  };
  return {
    instances,
    head(uid) {
      const instance = find(uid);
      return readBytes(reader, instance, 0, instance.place.segments[0] ?? instance.size);
    },
    async *read(uid, start, end) {
      const instance = find(uid);
      if (instance.size <= KEPT) {
        yield (await whole(instance)).subarray(start, end);
        return;
      }
      let at = 0;
      for (const to of stretchEnds(instance)) {
        const [from, until] = [Math.max(start, at), Math.min(end, to)];
        if (from < until) yield await readBytes(reader, instance, from, until);
        at = to;
      }
    },
  };
}
