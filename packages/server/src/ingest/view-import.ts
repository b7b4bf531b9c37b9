import type { ImportView } from '@overread/contract/wire.ts';
import { checkDiscList } from '@overread/imaging';
import type { ListedOnDisc } from '@overread/imaging/model.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Say } from '@overread/words';
import type { Archive } from '../archive/index.ts';
import { mergeStudies, sortLeft } from './findings.ts';
import type { Importer, Progress } from './import-upload.ts';
import type { ImportRow, UploadRow } from './store.ts';
import type { UploadFiles } from './upload-files.ts';

export interface ViewDeps {
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
  const lists = uploads.flatMap((upload) => upload.lists);
  if (lists.length === 0 || row.state !== 'done') return [];
  const there = new Set((await archive.instances(row.caseId)).map(({ sopInstanceUid }) => sopInstanceUid));
  return lists.map((list) => checkDiscList(list, (uid) => there.has(uid)));
}

/** How far one delivery is: what its uploads brought, what is on its way, what runs now. */
export async function viewImport(
  { files, importer, say, archive }: ViewDeps,
  row: ImportRow,
  uploads: readonly UploadRow[],
  state: CaseState | null,
): Promise<ImportView> {
  const received = await Promise.all(
    uploads.map(async (upload) =>
      upload.state === 'uploading' ? ((await files.received(upload.uploadId)) ?? 0) : upload.size,
    ),
  );
  const running = uploads.map(({ uploadId }) => importer.progress(uploadId)).filter((progress) => progress !== null);
  const sum = (of: (upload: UploadRow) => number, live: (progress: Progress) => number) =>
    uploads.reduce((total, upload) => total + of(upload), 0) + running.reduce((total, each) => total + live(each), 0);
  const studies = mergeStudies([...uploads, ...running].map((each) => each.studies));
  const stateOf = (uid: string) => {
    if (row.state !== 'done') return 'pending';
    return state?.studies.findLast(({ studyInstanceUid }) => studyInstanceUid === uid)?.state ?? 'pending';
  };
  return {
    importId: row.importId,
    state: STATES[row.state],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    bytesReceived: received.reduce((total, bytes) => total + bytes, 0),
    files: sum(
      (upload) => upload.files,
      (progress) => progress.files,
    ),
    instances: sum(
      (upload) => upload.instances,
      (progress) => progress.instances,
    ),
    alreadyHere: uploads.reduce((total, { alreadyHere }) => total + alreadyHere, 0),
    studies: studies.map((study) => ({ ...study, state: stateOf(study.studyInstanceUid) })),
    refused: sortLeft(uploads.flatMap(({ refused }) => refused)),
    ignored: sortLeft(uploads.flatMap(({ ignored }) => ignored)),
    listed: await checkLists(archive, row, uploads),
    error: errorWords(say, row.error),
  };
}
