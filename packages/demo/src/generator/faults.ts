import { TRANSFER_SYNTAX_UIDS } from '@overread/imaging/write/part10.ts';
import { type DirectoryEntry, writeDicomdir } from '../dicom/dicomdir.ts';
import { uidOf } from '../dicom/uids.ts';
import { beside } from './beside-images.data.ts';
import { dicomDate } from './mr-attributes.ts';
import type { Faults, FullOptions, SlicesOf } from './options.ts';
import { createRandom } from './random.ts';
import type { DiscFile, MadeInstance, MadeStudy, SeriesTruth, StudyTruth } from './truth.ts';

/** One slice that reaches the disc; a twin is the same picture again, under the same UID or one of its own. */
export interface PresentSlice {
  readonly index: number;
  readonly twin: 'no' | 'same-instance' | 'new-instance';
}

/** The slices of a series that reach the disc: the planned ones without the missing, then those that are there twice. */
export function presentSlices(faults: Faults, series: string, planned: number): readonly PresentSlice[] {
  const missing = new Set(slicesOf(faults.missingSlices, series, planned));
  const once = Array.from({ length: planned }, (_, index): PresentSlice => ({ index, twin: 'no' }));
  const twice = (faults.doubledSlices ?? []).flatMap((each) =>
    slicesOf([each], series, planned).map((index): PresentSlice => ({ index, twin: each.as ?? 'new-instance' })),
  );
  return [...once.filter(({ index }) => !missing.has(index)), ...twice];
}

function slicesOf(faults: readonly SlicesOf[] = [], series: string, planned: number): readonly number[] {
  const named = faults.filter((each) => each.series === series).flatMap(({ slices }) => slices);
  const outside = named.find((slice) => !(slice >= 0 && slice < planned));
  if (outside !== undefined)
    throw new Error(`Series "${series}" has slices 0 to ${planned - 1}; there is no ${outside}.`);
  return named;
}

/** Faults that name a series which the protocol does not have would change nothing: they are refused. */
export function checkFaults({ faults, protocol }: FullOptions): void {
  const named = [
    ...(faults.missingSeries ?? []),
    ...[...(faults.missingSlices ?? []), ...(faults.doubledSlices ?? [])].map(({ series }) => series),
  ];
  const known = protocol.map(({ description }) => description);
  const unknown = named.find((series) => !known.includes(series));
  if (unknown !== undefined) throw new Error(`No series is called "${unknown}". There are: ${known.join(', ')}.`);
}

/** The side that the descriptions name wrongly, as a technologist writes it; empty when they name none. */
export function sideOf(faults: Faults): string {
  const side = faults.wrongSideInDescription;
  if (side === undefined || side === false) return '';
  return side === 'right' ? 'RIGHT' : 'LEFT';
}

/** Lays the images on the disc, with what is wrong with it. */
export function applyFaults(
  options: FullOptions,
  made: { instances: readonly MadeInstance[]; truth: StudyTruth },
): MadeStudy {
  const { faults } = options;
  const { instances } = made;
  const own = instances.filter(({ studyInstanceUid }) => studyInstanceUid === made.truth.studyInstanceUid).length;
  const damaged = pick(instances, faults.damagedFile, own - 2);
  const truncated = pick(instances, faults.truncatedFile, own - 1);
  const final = instances.map((instance): MadeInstance => {
    if (instance.path === damaged) return { ...instance, bytes: overwritten(instance.bytes, options.seed) };
    if (instance.path === truncated) return { ...instance, bytes: cut(instance.bytes) };
    return instance;
  });
  const others: readonly DiscFile[] = faults.notDicomFiles ? beside(options.institution) : [];
  const truth: StudyTruth = {
    ...made.truth,
    series: made.truth.series.map((series) => recount(series, final)),
    damaged: damaged === null ? [] : [damaged],
    truncated: truncated === null ? [] : [truncated],
    notDicom: others.map(({ path }) => path),
  };
  const directory = faults.dicomdir === false ? [] : [directoryOf(options, final, truth)];
  return {
    files: [...directory, ...final.map(({ path, bytes }) => ({ path, bytes })), ...others],
    instances: final,
    truth,
  };
}

function recount(series: SeriesTruth, instances: readonly MadeInstance[]): SeriesTruth {
  const own = instances.filter(({ seriesInstanceUid }) => seriesInstanceUid === series.seriesInstanceUid);
  return { ...series, instances: own.length, frames: own.reduce((sum, { frames }) => sum + frames, 0) };
}

function pick(
  instances: readonly MadeInstance[],
  which: boolean | number | undefined,
  otherwise: number,
): string | null {
  if (which === undefined || which === false) return null;
  const index = which === true ? Math.max(0, otherwise) : which;
  const found = instances[index];
  if (found === undefined) throw new Error(`There is no image ${index} to spoil: the disc has ${instances.length}.`);
  return found.path;
}

/** Keeps preamble and meta information, so that the file still looks like DICOM, and fills the elements with noise. */
function overwritten(bytes: Uint8Array, seed: string): Uint8Array {
  const out = bytes.slice();
  const random = createRandom(`${seed}/damage`);
  const end = Math.min(out.length, 4096);
  for (let i = 350; i < end; i++) out[i] = random.next() & 0xff;
  return out;
}

function cut(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * 0.6));
}

function directoryOf(options: FullOptions, instances: readonly MadeInstance[], truth: StudyTruth): DiscFile {
  const syntax = TRANSFER_SYNTAX_UIDS[options.faults.transferSyntax ?? 'explicit'];
  const studies = truth.other === null ? [truth] : [truth, truth.other];
  const entries = studies.flatMap((study) =>
    instances
      .filter(({ studyInstanceUid }) => studyInstanceUid === study.studyInstanceUid)
      .map(
        (instance): DirectoryEntry => ({
          patient: study.patient,
          study: {
            uid: study.studyInstanceUid,
            date: dicomDate(study.date),
            time: '091200',
            description: study.description,
            id: study.accessionNumber.slice(0, 16),
            accessionNumber: study.accessionNumber,
          },
          series: { uid: instance.seriesInstanceUid, number: instance.seriesNumber, modality: 'MR' },
          image: { ...instance, number: instance.instanceNumber, transferSyntaxUid: syntax },
        }),
      ),
  );
  return { path: 'DICOMDIR', bytes: writeDicomdir(entries, uidOf(`${truth.studyInstanceUid}/dicomdir`)) };
}
