import { createHmac } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  type ReadyFile,
  type TeachingImage,
  type TeachingInput,
  type TeachingPaper,
  teachingManifest,
  teachingPapers,
} from '@overread/documents';
import { isTelling, namedIn } from '@overread/findings';
import { isNativeSyntax, parseHeader } from '@overread/imaging';
import { deidentify, shiftOf, uidMap } from '@overread/imaging/deidentify/deidentify.ts';
import { facesIn, isOfTheHead } from '@overread/imaging/deidentify/faces.ts';
import { regionOf } from '@overread/imaging/series/region.ts';
import { finalReport } from '@overread/rules/case/decide/reading.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { identifyingWords } from '@overread/rules/learning/identifying.ts';
import type { DecodePool } from '../archive/index.ts';
import { type Archive, type ArchivedInstance, openedFrames } from '../archive/index.ts';
import type { Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { type Reading, readerReportText } from '../reading/index.ts';

export interface TeachingDeps extends Pick<Ground, 'db' | 'keys' | 'clock' | 'say'> {
  readonly archive: Pick<Archive, 'openReader'>;
  readonly decoders: Pick<DecodePool, 'open'>;
  readonly reading: Pick<Reading, 'originalText'>;
}

/** What all files of one case have in common: made from its own key, so that it goes with the case. */
interface Choices {
  readonly label: string;
  readonly mapUid: (uid: string) => string;
  readonly shiftDays: number;
}

async function choicesOf({ db, keys }: TeachingDeps, caseId: string): Promise<Choices> {
  const secret = await keys.dataKey(db, `case/${caseId}`);
  const hash = (text: string) => createHmac('sha256', secret).update(`teaching/${text}`).digest('hex');
  const label = `TEACHING-${hash('label').slice(0, 8).toUpperCase()}`;
  return { label, mapUid: uidMap(hash), shiftDays: shiftOf(hash) };
}

/** Whole years from one ISO date to another; null where one is missing. */
function yearsBetween(from: string, to: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return null;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

async function papersOf(deps: TeachingDeps, state: CaseState, label: string, identifiers: readonly string[]) {
  const { comparison } = state.reading;
  const [original, second] = [await deps.reading.originalText(state), finalReport(state)];
  if (comparison === null || original === null || second === null || state.question === null)
    throw wordedProblem(404, 'no-original');
  const { region, side } = state.question;
  const [examined = ''] = state.studies
    .map(({ date }) => date)
    .filter(Boolean)
    .toSorted();
  const input: TeachingInput = {
    ...{ label, region, side, comparison, identifiers },
    sex: state.patient.sex,
    age: yearsBetween(state.patient.birthDate, examined),
    original: original.text,
    second: readerReportText(second),
  };
  return teachingPapers(deps.say, input);
}

interface Named {
  readonly instance: ArchivedInstance;
  readonly path: string;
  readonly series: string;
}

/** Numbers for folders and files: names and UIDs would tell of the source. */
function named(instances: readonly ArchivedInstance[]): readonly Named[] {
  const order = (a: ArchivedInstance, b: ArchivedInstance) =>
    (a.header.seriesNumber ?? 0) - (b.header.seriesNumber ?? 0) ||
    a.seriesInstanceUid.localeCompare(b.seriesInstanceUid) ||
    (a.header.instanceNumber ?? 0) - (b.header.instanceNumber ?? 0);
  const groups = [...Map.groupBy(instances.toSorted(order), ({ seriesInstanceUid }) => seriesInstanceUid).values()];
  return groups.flatMap((group, s) => {
    const series = `SE${String(s + 1).padStart(4, '0')}`;
    return group.map((instance, i) => ({
      instance,
      series,
      path: `images/${series}/IM${String(i + 1).padStart(6, '0')}`,
    }));
  });
}

/** Images that show a face, by their UID, with the reason. */
function faces(state: CaseState, instances: readonly ArchivedInstance[]): ReadonlyMap<string, string> {
  const studies = Map.groupBy(instances, ({ studyInstanceUid }) => studyInstanceUid).values();
  return new Map(
    [...studies].flatMap((study) => {
      const headers = study.map(({ header }) => header);
      if (!isOfTheHead(state.question?.region ?? '', regionOf(headers))) return [];
      const series = Map.groupBy(headers, ({ seriesInstanceUid }) => seriesInstanceUid).values();
      return [...series].flatMap((own) => [...facesIn(own)]);
    }),
  );
}

const whole = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return new Uint8Array(Buffer.concat(parts));
};

/** Whether something that the case knows of somebody stands before the pixels of a file that was made clean. */
function tells(bytes: Uint8Array, identifiers: readonly string[]): boolean {
  const head = Buffer.from(bytes.subarray(0, parseHeader(bytes).frameRanges[0]?.offset ?? bytes.length));
  return namedIn(`${head.toString('latin1')}\n${head.toString('utf8')}`, identifiers).length > 0;
}

/**
 * A case to teach with, file by file: papers first, each image as it is made clean, the manifest last. The case is one that
 * `teachingBar` lets through. What cannot be made clean is left out and named by its number, with the reason.
 */
export async function openTeachingCase(deps: TeachingDeps, state: CaseState) {
  const choices = await choicesOf(deps, state.id);
  const identifiers = identifyingWords(state);
  // Made before anything is sent: what would leave a name in it ends as an error, not as half a file.
  const papers = await papersOf(deps, state, choices.label, identifiers);
  return { label: choices.label, files: () => filesOf(deps, { state, choices, identifiers, papers }) };
}

interface Making {
  readonly state: CaseState;
  readonly choices: Choices;
  readonly identifiers: readonly string[];
  readonly papers: readonly TeachingPaper[];
}

const asFile = ({ path, text }: TeachingPaper): ReadyFile => ({ path, bytes: Buffer.from(text, 'utf8') });

async function* filesOf(deps: TeachingDeps, making: Making): AsyncGenerator<ReadyFile> {
  const { state, choices, papers } = making;
  yield* papers.map(asFile);
  const attached = state.studies.filter((study) => study.state === 'attached');
  const reader = await deps.archive.openReader(
    state.id,
    attached.map(({ studyInstanceUid }) => studyInstanceUid),
  );
  const images = reader.instances.filter(({ madeFrom }) => madeFrom === null);
  const shown = faces(state, images);
  const told: TeachingImage[] = [];
  const telling = making.identifiers.filter(isTelling);
  for (const { instance, path, series } of named(images)) {
    const face = shown.get(instance.sopInstanceUid);
    const made =
      face === undefined
        ? await cleaned(deps, await whole(reader.read(instance.sopInstanceUid, 0, instance.size)), choices, telling)
        : face;
    if (typeof made !== 'string') yield { path, bytes: made };
    told.push({ path, series, leftOutBecause: typeof made === 'string' ? made : null });
    // Others are answered between two images.
    await breathe();
  }
  yield asFile(teachingManifest(choices.label, told));
}

/** The file without what names somebody, or why there is none. */
async function cleaned(
  { decoders }: TeachingDeps,
  file: Uint8Array,
  choices: Choices,
  telling: readonly string[],
): Promise<Uint8Array | string> {
  const header = parseHeader(file);
  const isPacked = header.frames > 0 && !isNativeSyntax(header.transferSyntaxUid);
  const frames = isPacked ? await openedFrames(file, header, decoders.open) : undefined;
  const result = deidentify(file, { ...choices, ...(frames === undefined ? {} : { frames }) });
  if (result.kind === 'refused') return result.because;
  return tells(result.bytes, telling) ? 'something that names somebody would stay in it' : result.bytes;
}
