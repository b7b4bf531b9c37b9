import { inflateRawSync } from 'node:zlib';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { type Elements, readElements } from '@overread/imaging/headers/read-elements.ts';
import { DEFLATED } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { ArchivedInstance, ReadFrames } from './model.ts';

const BIGGEST_INFLATED = 1 << 30;

/** The data set of a deflated file (PS3.5 A.5), unpacked. */
export function inflateDataSet(file: Buffer) {
  const meta = readFileMeta(file, file.length);
  const bytes = inflateRawSync(file.subarray(meta.dataSetOffset), { maxOutputLength: BIGGEST_INFLATED });
  return { bytes, elements: readElements(bytes, 0, meta.encoding) };
}

/** A data set from an instance's header, or from its whole file when that is deflated. */
export function openDataSet(bytes: Buffer, transferSyntaxUid: string): Elements {
  if (transferSyntaxUid === DEFLATED) return inflateDataSet(bytes).elements;
  const meta = readFileMeta(bytes, bytes.length);
  return readElements(bytes, meta.dataSetOffset, meta.encoding);
}

/** The data sets of instances without their pixels, in the order given. */
export async function* dataSetsOf(
  archive: ReadFrames,
  caseId: string,
  instances: readonly ArchivedInstance[],
): AsyncGenerator<Elements> {
  const isDeflated = instances.some(({ header }) => header.transferSyntaxUid === DEFLATED);
  const read = isDeflated ? archive.files(caseId, instances) : archive.headers(caseId, instances);
  let at = 0;
  for await (const bytes of read) {
    yield openDataSet(bytes, (instances[at] as ArchivedInstance).header.transferSyntaxUid);
    at += 1;
  }
}

export async function dataSetOf(archive: ReadFrames, caseId: string, instance: ArchivedInstance): Promise<Elements> {
  for await (const elements of dataSetsOf(archive, caseId, [instance])) return elements;
  throw wordedProblem(404, 'images.no-such-instance');
}

/** Data sets, each read once. */
export function createDataSetReader(archive: ReadFrames, caseId: string) {
  const read = new Map<string, Promise<Elements>>();
  return (instance: ArchivedInstance): Promise<Elements> => {
    const known = read.get(instance.sopInstanceUid) ?? dataSetOf(archive, caseId, instance);
    read.set(instance.sopInstanceUid, known);
    return known;
  };
}
