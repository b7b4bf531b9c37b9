import { createHash } from 'node:crypto';
import type { ImportReceipt, ImportView, ReceiptFile, ReceiptStudy } from '@overread/contract/imports.ts';
import type { Archive, HeldFile } from '../archive/index.ts';
import type { Database } from '../platform/ports.ts';
import { knownOf } from './known-store.ts';
import type { ImportRow, UploadRow } from './store.ts';

export interface ReceiptDeps {
  readonly db: Database;
  readonly archive: Pick<Archive, 'brought' | 'held'>;
}

/** The list of files as it is vouched for: a line for each file, sorted by its UIDs, lines end in CR LF (RFC 4180). */
export function filesCsv(files: readonly ReceiptFile[]): string {
  const head = 'sha256,bytes,sop_instance_uid,series_instance_uid,study_instance_uid,was';
  const lines = files.map((file) =>
    [file.sha256, file.size, file.sopInstanceUid, file.seriesInstanceUid, file.studyInstanceUid, file.was].join(','),
  );
  return [head, ...lines, ''].join('\r\n');
}

const byUids = (a: ReceiptFile, b: ReceiptFile) =>
  compare(a.studyInstanceUid, b.studyInstanceUid) ||
  compare(a.seriesInstanceUid, b.seriesInstanceUid) ||
  compare(a.sopInstanceUid, b.sopInstanceUid);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Told {
  readonly file: HeldFile;
  readonly was: ReceiptFile['was'];
}

function studiesOf(all: readonly Told[], view: ImportView): ReceiptStudy[] {
  const groups = Map.groupBy(all, ({ file }) => `${file.studyInstanceUid}\n${file.patientName}`);
  return [...groups.values()].map((told) => {
    const { studyInstanceUid, patientName } = (told[0] as Told).file;
    const said = (of: (file: HeldFile) => string) => told.map(({ file }) => of(file)).find((text) => text !== '') ?? '';
    const series = [...Map.groupBy(told, ({ file }) => file.seriesInstanceUid)].map(([seriesInstanceUid, own]) => ({
      seriesInstanceUid,
      description: own.map(({ file }) => file.seriesDescription).find((text) => text !== '') ?? '',
      modality: (own[0] as Told).file.modality,
      arrived: own.filter(({ was }) => was === 'new').length,
      alreadyHere: own.filter(({ was }) => was === 'here').length,
    }));
    return {
      studyInstanceUid,
      description: said((file) => file.studyDescription),
      date: said((file) => file.studyDate),
      patientName,
      state: view.studies.find((study) => study.studyInstanceUid === studyInstanceUid)?.state ?? 'pending',
      series,
    };
  });
}

/** Files that are no images: those that stayed on the disc, and those that came in an archive. */
function noImagesOf({ leftOnDisc, ignored }: ImportView): ImportReceipt['noImages'] {
  const counts = new Map(leftOnDisc.map(({ reason, files }) => [reason, files]));
  for (const { reason } of ignored) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, files]) => ({ reason, files })).sort((a, b) => b.files - a.files);
}

/** What one delivery brought, by the index of the images and not by what was said on the way. */
export async function makeReceipt(
  { db, archive }: ReceiptDeps,
  {
    row,
    uploads,
    view,
  }: { readonly row: ImportRow; readonly uploads: readonly UploadRow[]; readonly view: ImportView },
): Promise<Omit<ImportReceipt, 'caseNumber'>> {
  const { importId, caseId } = row;
  const owners = uploads.map(({ uploadId }) => uploadId);
  const brought = await archive.brought(caseId, owners);
  const held = await archive.held(caseId, await knownOf(db, importId));
  const all: readonly Told[] = [
    ...brought.map((file): Told => ({ file, was: 'new' })),
    ...held.map((file): Told => ({ file, was: 'here' })),
  ];
  const files = all
    .map(({ file, was }): ReceiptFile => {
      const { sha256, size, sopInstanceUid, seriesInstanceUid, studyInstanceUid } = file;
      return { sha256, size, sopInstanceUid, seriesInstanceUid, studyInstanceUid, was };
    })
    .sort(byUids);
  return {
    importId,
    state: view.state,
    way: row.way,
    by: row.personName,
    startedAt: view.startedAt,
    finishedAt: view.finishedAt,
    bytesReceived: view.bytesReceived,
    listed: view.listed ?? [],
    studies: studiesOf(all, view),
    refused: view.refused,
    noImages: noImagesOf(view),
    notSent: view.notSent,
    sentAgain: uploads.reduce((sum, { alreadyHere }) => sum + alreadyHere, 0),
    files,
    filesSha256: createHash('sha256').update(filesCsv(files)).digest('hex'),
  };
}
