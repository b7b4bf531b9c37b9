import { createHash } from 'node:crypto';
import { element, fileMeta, item, longElement, sequence, shortElement } from './elements.ts';
import { type FiledAs, type InstanceKeys, readInstanceKeys } from './instance-keys.ts';

const DIRECTORY_CLASS = '1.2.840.10008.1.3.10';

/** An image on its way into the tree. */
export interface TreeFile extends FiledAs {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  /** Bytes of the whole file. */
  readonly size: number;
}

export interface TreePlace {
  /** "DICOM/PAT1/ST1/SE1/IM1": from the root of the disc. */
  readonly path: string;
  /** Whether the DICOMDIR names it. */
  readonly listed: boolean;
  /** What has to be written in front of the file, or null. */
  readonly prefix: Buffer | null;
}

/** A directory record: its keys, and the records below it. */
interface RecordNode {
  readonly type: string;
  readonly folder: string;
  /** File ID, UIDs: of records that name a file. */
  readonly names: Buffer;
  readonly keys: Buffer;
  readonly below: Map<string, RecordNode>;
}

export interface DiscTree {
  /** Takes a file by its head, and says where it goes. Files come in the order in which they are to be listed. */
  add(head: Uint8Array, file: TreeFile): TreePlace;
  /** The DICOMDIR of all files so far (PS3.3 annex F, PS3.10 section 8). The same files give the same bytes. */
  dicomdir(fileSetId: string): Buffer;
}

const EMPTY = Buffer.alloc(0);

/** Null for a file that is kept although it is damaged: it leaves with the case, and no list names it. */
function keysOf(head: Uint8Array, file: TreeFile): InstanceKeys | null {
  try {
    return readInstanceKeys(head, file.size, file);
  } catch {
    return null;
  }
}

/** The node of this kind below another, made with the keys of the first file that belongs to it. */
function nodeOf(parent: RecordNode, id: string, type: string, prefix: string, keys: Buffer): RecordNode {
  const found = parent.below.get(id);
  if (found !== undefined) return found;
  const folder = `${parent.folder}/${prefix}${parent.below.size + 1}`;
  const made: RecordNode = { type, folder, names: EMPTY, keys, below: new Map() };
  parent.below.set(id, made);
  return made;
}

/**
 * The tree of a file-set: patient, study, series, instance, each in a folder of its own. File IDs have up to four parts of
 * up to eight capitals and digits (PS3.10 8.2, IHE RAD TF-3 4.47.4.1.2.2). A study belongs to the patient of its first file.
 */
export function createDiscTree(): DiscTree {
  const root: RecordNode = { type: '', folder: 'DICOM', names: EMPTY, keys: EMPTY, below: new Map() };
  const patientOfStudy = new Map<string, RecordNode>();
  let others = 0;
  return {
    add(head, file) {
      const keys = keysOf(head, file);
      if (keys === null || keys.recordType === null) {
        others += 1;
        return { path: `OTHER/FILE${others}`, listed: false, prefix: null };
      }
      const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = file;
      const patient =
        patientOfStudy.get(studyInstanceUid) ?? nodeOf(root, keys.patient, 'PATIENT', 'PAT', keys.patientKeys);
      patientOfStudy.set(studyInstanceUid, patient);
      const study = nodeOf(patient, studyInstanceUid, 'STUDY', 'ST', keys.studyKeys);
      const series = nodeOf(study, seriesInstanceUid, 'SERIES', 'SE', keys.seriesKeys);
      const path = `${series.folder}/IM${series.below.size + 1}`;
      const names = Buffer.concat([
        element(0x00041500, 'CS', path.replaceAll('/', '\\')),
        element(0x00041510, 'UI', file.sopClassUid),
        element(0x00041511, 'UI', sopInstanceUid),
        element(0x00041512, 'UI', file.transferSyntaxUid),
      ]);
      const below = new Map<string, RecordNode>();
      series.below.set(path, { type: keys.recordType, folder: '', names, keys: keys.instanceKeys, below });
      return { path, listed: true, prefix: keys.prefix };
    },
    dicomdir: (fileSetId) => writeDicomdir(fileSetId, root),
  };
}

/** Where the offsets stand in the item of a record: after its header, (0004,1400); then two more elements, (0004,1420). */
const NEXT_AT = 16;
const LOWER_AT = 38;

interface Written {
  readonly pieces: Buffer[];
  at: number;
}

/** Writes the records of one level, each followed by those below it; gives the offsets of the first and the last. */
function writeLevel(nodes: Iterable<RecordNode>, into: Written): { first: number; last: number } {
  let first = 0;
  let last: { readonly at: number; readonly record: Buffer } | null = null;
  for (const node of nodes) {
    const record = item([
      longElement(0x00041400, 0),
      shortElement(0x00041410, 0xffff),
      longElement(0x00041420, 0),
      element(0x00041430, 'CS', node.type),
      node.names,
      node.keys,
    ]);
    const at = into.at;
    into.pieces.push(record);
    into.at += record.length;
    last?.record.writeUInt32LE(at, NEXT_AT);
    first ||= at;
    last = { at, record };
    const lower = writeLevel(node.below.values(), into);
    record.writeUInt32LE(lower.first, LOWER_AT);
  }
  return { first, last: last?.at ?? 0 };
}

/** Bytes of the sequence's own header: tag, VR, length. */
const SEQUENCE_HEADER = 12;

function writeDicomdir(fileSetId: string, root: RecordNode): Buffer {
  const head = (first: number, last: number): Buffer =>
    Buffer.concat([
      element(0x00041130, 'CS', fileSetId),
      longElement(0x00041200, first),
      longElement(0x00041202, last),
      shortElement(0x00041212, 0),
    ]);
  // The UID hangs on what is listed, and has the same length whatever it is, so that offsets can be counted before it is known.
  const meta = (uid: string): Buffer => fileMeta({ sopClassUid: DIRECTORY_CLASS, sopInstanceUid: uid });
  const uidOf = (records: readonly Buffer[]): string => {
    const hash = createHash('sha256').update(fileSetId);
    for (const record of records) hash.update(record);
    const number = BigInt(`0x${hash.digest('hex').slice(0, 30)}`) | (1n << 119n);
    return `2.25.${number.toString().padStart(39, '1')}`;
  };
  const start = meta(uidOf([])).length + head(0, 0).length + SEQUENCE_HEADER;
  const written: Written = { pieces: [], at: start };
  const { first, last } = writeLevel(root.below.values(), written);
  return Buffer.concat([meta(uidOf(written.pieces)), head(first, last), sequence(0x00041220, written.pieces)]);
}
