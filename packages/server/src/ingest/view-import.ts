import type { ImportView } from '@overread/contract/imports.ts';
import { checkDiscList } from '@overread/imaging';
import type { ListedOnDisc } from '@overread/imaging/model.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Say } from '@overread/words';
import type { Archive } from '../archive/index.ts';
import type { Ground } from '../platform/ports.ts';
import { mergeStudies, sortLeft } from './findings.ts';
import type { Importer, Progress } from './import-upload.ts';
import { knownStudies } from './known-store.ts';
import type { ImportRow, UploadRow } from './store.ts';
import type { UploadFiles } from './upload-files.ts';

export interface ViewDeps extends Pick<Ground, 'db'> {
  readonly files: UploadFiles;
  readonly importer: Importer;
  readonly say: Say;
  readonly archive: Pick<Archive, 'instances'>;
}

const STATES = { open: 'uploading', finished: 'importing', done: 'done', failed: 'failed' } as const;

function errorWords(say: Say, error: string | null): string | null {
  if (error === null) return null;
  return say(error.startsWith('refusal.') ? 'problem.images.not-taken' : `problem.${error}`);
}

/** What the discs' own lists name, held against what the case has; told once the delivery is done. */
async function checkLists(
  archive: ViewDeps['archive'],
  row: ImportRow,
  uploads: readonly UploadRow[],
): Promise<ListedOnDisc[]> {
  const lists = [...uploads.flatMap((upload) => upload.lists), ...(row.statement?.lists ?? [])];
  if (lists.length === 0 || row.state !== 'done') return [];
  const there = new Set((await archive.instances(row.caseId)).map(({ sopInstanceUid }) => sopInstanceUid));
  return lists.map((list) => checkDiscList(list, (uid) => there.has(uid)));
}

/** Bytes that are here, and of them those whose import is over; of a running one as many as its files are done. */
async function bytesOf({ files, importer }: ViewDeps, uploads: readonly UploadRow[]) {
  let received = 0;
  let imported = 0;
  for (const { uploadId, state, size } of uploads) {
    received += state === 'uploading' ? ((await files.received(uploadId)) ?? 0) : size;
    const running = importer.progress(uploadId);
    if (state === 'imported') imported += size;
    else if (running !== null) imported += Math.floor(size * Math.min(1, running.files / Math.max(1, running.ofFiles)));
  }
  return { bytesReceived: received, bytesImported: imported };
}

/** How far one delivery is: what its uploads brought, what is on its way, what runs now, what was here before. */
export async function viewImport(
  deps: ViewDeps,
  row: ImportRow,
  uploads: readonly UploadRow[],
  state: CaseState | null,
): Promise<ImportView> {
  const { importer, say, archive, db } = deps;
  // An upload that is imported counts by its row, though its import may be tidying up.
  const running = uploads
    .filter((upload) => upload.state !== 'imported')
    .map(({ uploadId }) => importer.progress(uploadId))
    .filter((progress) => progress !== null);
  const held = await knownStudies(db, row.importId);
  const here = held.reduce((total, { instances }) => total + instances, 0);
  const sum = (of: (upload: UploadRow) => number, live: (progress: Progress) => number) =>
    uploads.reduce((total, upload) => total + of(upload), 0) + running.reduce((total, each) => total + live(each), 0);
  const studies = mergeStudies([...[...uploads, ...running].map((each) => each.studies), held]);
  return {
    importId: row.importId,
    way: row.way,
    state: STATES[row.state],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...(await bytesOf(deps, uploads)),
    files:
      here +
      sum(
        (upload) => upload.files,
        (progress) => progress.files,
      ),
    instances:
      here +
      sum(
        (upload) => upload.instances,
        (progress) => progress.instances,
      ),
    alreadyHere: here + uploads.reduce((total, { alreadyHere }) => total + alreadyHere, 0),
    studies: studies.map(({ series, ...study }) => ({
      ...study,
      series: series.length,
      state: studyState(row, state, study.studyInstanceUid),
    })),
    refused: sortLeft([...uploads.flatMap(({ refused }) => refused), ...(row.statement?.refused ?? [])]),
    ignored: sortLeft(uploads.flatMap(({ ignored }) => ignored)),
    listed: await checkLists(archive, row, uploads),
    notSent: row.statement?.notSent ?? [],
    leftOnDisc: row.statement?.leftOnDisc ?? [],
    error: errorWords(say, row.error),
  };
}

/** What became of a study; `pending` until the case was told. */
export function studyState(
  row: ImportRow,
  state: CaseState | null,
  uid: string,
): ImportView['studies'][number]['state'] {
  if (row.state !== 'done') return 'pending';
  return state?.studies.findLast(({ studyInstanceUid }) => studyInstanceUid === uid)?.state ?? 'pending';
}
