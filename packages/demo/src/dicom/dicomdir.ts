import { binary, type Dataset, decimal, type Element, text } from '@overread/imaging/write/dataset.ts';
import { join, metaInformation, TRANSFER_SYNTAX_UIDS } from '@overread/imaging/write/part10.ts';
import { EXPLICIT_LITTLE, writeDataset } from '@overread/imaging/write/write-dataset.ts';

const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';

/** One image and everything above it. Entries of the same patient, study and series are gathered. Dates as DA. */
export interface DirectoryEntry {
  readonly patient: { readonly name: string; readonly id: string };
  readonly study: {
    readonly uid: string;
    readonly date: string;
    readonly time: string;
    readonly description: string;
    readonly id: string;
    readonly accessionNumber: string;
  };
  readonly series: { readonly uid: string; readonly number: number; readonly modality: string };
  readonly image: {
    readonly path: string;
    readonly sopClassUid: string;
    readonly sopInstanceUid: string;
    readonly transferSyntaxUid: string;
    readonly number: number;
  };
}

interface Node {
  readonly keys: Dataset;
  readonly below: Node[];
  /** Byte offset of the record's item in the file. */
  offset: number;
}

/** A DICOMDIR (PS3.3 annex F, PS3.10 section 8.6): patients, studies, series and images, linked by byte offsets. */
export function writeDicomdir(entries: readonly DirectoryEntry[], sopInstanceUid: string): Uint8Array {
  const roots = treeOf(entries);
  const meta = metaInformation(MEDIA_STORAGE_DIRECTORY, sopInstanceUid, TRANSFER_SYNTAX_UIDS.explicit);
  const head = (first: number, last: number): Dataset => [
    text(0x00041130, 'CS', 'OVERREAD'),
    binary(0x00041200, 'UL', first),
    binary(0x00041202, 'UL', last),
    binary(0x00041212, 'US', 0),
  ];
  const sequenceHead = 12;
  const start = meta.length + writeDataset(head(0, 0), EXPLICIT_LITTLE).length + sequenceHead;
  const records = flat(roots);
  let offset = start;
  for (const { node } of records) {
    node.offset = offset;
    offset += 8 + writeDataset(record(node, 0), EXPLICIT_LITTLE).length;
  }
  const body = writeDataset(
    [
      ...head(roots[0]?.offset ?? 0, roots.at(-1)?.offset ?? 0),
      { tag: 0x00041220, vr: 'SQ', value: records.map(({ node, next }) => record(node, next?.offset ?? 0)) },
    ],
    EXPLICIT_LITTLE,
  );
  return join([meta, body]);
}

function record(node: Node, next: number): Dataset {
  return [
    binary(0x00041400, 'UL', next),
    binary(0x00041410, 'US', 0xffff),
    binary(0x00041420, 'UL', node.below[0]?.offset ?? 0),
    ...node.keys,
  ];
}

/** Every record, each before what is below it, with its next neighbour of the same level. */
function flat(nodes: readonly Node[]): { node: Node; next: Node | undefined }[] {
  return nodes.flatMap((node, i) => [{ node, next: nodes[i + 1] }, ...flat(node.below)]);
}

function treeOf(entries: readonly DirectoryEntry[]): Node[] {
  const roots: Node[] = [];
  const known = new Map<string, Node>();
  const under = (siblings: Node[], key: string, keys: () => Dataset): Node => {
    let found = known.get(key);
    if (found === undefined) {
      found = { keys: keys(), below: [], offset: 0 };
      known.set(key, found);
      siblings.push(found);
    }
    return found;
  };
  for (const entry of entries) {
    const patient = under(roots, `patient ${entry.patient.id}`, () => patientKeys(entry));
    const study = under(patient.below, `study ${entry.study.uid}`, () => studyKeys(entry));
    const series = under(study.below, `series ${entry.series.uid}`, () => seriesKeys(entry));
    series.below.push({ keys: imageKeys(entry), below: [], offset: 0 });
  }
  return roots;
}

function type(name: string): Element[] {
  return [text(0x00041430, 'CS', name), text(0x00080005, 'CS', 'ISO_IR 192')];
}

function patientKeys({ patient }: DirectoryEntry): Dataset {
  return [...type('PATIENT'), text(0x00100010, 'PN', patient.name), text(0x00100020, 'LO', patient.id)];
}

function studyKeys({ study }: DirectoryEntry): Dataset {
  return [
    ...type('STUDY'),
    text(0x00080020, 'DA', study.date),
    text(0x00080030, 'TM', study.time),
    text(0x00080050, 'SH', study.accessionNumber),
    text(0x00081030, 'LO', study.description),
    text(0x0020000d, 'UI', study.uid),
    text(0x00200010, 'SH', study.id),
  ];
}

function seriesKeys({ series }: DirectoryEntry): Dataset {
  return [
    ...type('SERIES'),
    text(0x00080060, 'CS', series.modality),
    text(0x0020000e, 'UI', series.uid),
    decimal(0x00200011, 'IS', series.number),
  ];
}

function imageKeys({ image }: DirectoryEntry): Dataset {
  return [
    ...type('IMAGE'),
    text(0x00041500, 'CS', image.path.split('/')),
    text(0x00041510, 'UI', image.sopClassUid),
    text(0x00041511, 'UI', image.sopInstanceUid),
    text(0x00041512, 'UI', image.transferSyntaxUid),
    decimal(0x00200013, 'IS', image.number),
  ];
}
