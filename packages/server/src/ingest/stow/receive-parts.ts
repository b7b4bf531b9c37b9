import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Archive } from '../../archive/index.ts';
import { DEFAULT_LIMITS, type ImportLimits } from '../../platform/import-limits.ts';
import type { Ground } from '../../platform/ports.ts';
import { needRoom } from '../case-room.ts';
import type { CasesPort } from '../cases-port.ts';
import type { Importer } from '../import-upload.ts';
import type { Settler } from '../settle-import.ts';
import * as store from '../store.ts';
import type { UploadFiles } from '../upload-files.ts';
import type { StowOutcome } from './answer.ts';
import { keepParts, type PartsRequest } from './keep-parts.ts';

/** What a STOW-RS request needs of the room that it is received in. */
export interface PartsRoom extends Pick<Ground, 'db' | 'newId'> {
  readonly archive: Archive;
  readonly cases: CasesPort;
  readonly files: UploadFiles;
  readonly importer: Importer;
  readonly settler: Settler;
  readonly limits?: ImportLimits;
  openImport(caseId: string, actor: Actor): Promise<string>;
  /** The upload's bytes are here: its import is a job from now on. */
  received(uploadId: string): Promise<void>;
}

/** Imports the parts of a STOW-RS request, one delivery of its own, and resolves when the case was told. */
export async function receiveParts(
  room: PartsRoom,
  caseId: string,
  request: PartsRequest,
  actor: Actor,
): Promise<StowOutcome> {
  const uploadId = room.newId();
  const { parts, size } = await keepParts(
    room.files.pathOfDraft(uploadId),
    request,
    room.limits ?? DEFAULT_LIMITS,
  ).catch(async (error: unknown) => {
    await room.files.remove(uploadId);
    throw error;
  });
  if (!parts.some(({ failure }) => failure === null)) {
    await room.files.remove(uploadId);
    return { parts, held: new Map(), refused: [], taken: true, shown: new Set() };
  }
  await needRoom(room, caseId, size).catch(async (error: unknown) => {
    await room.files.remove(uploadId);
    throw error;
  });
  const importId = await room.openImport(caseId, actor);
  await store.insertUpload(room.db, { uploadId, importId, caseId, kind: 'parts', name: '', size, state: 'uploading' });
  await room.files.keep(uploadId);
  await room.received(uploadId);
  await store.setImportState(room.db, importId, { state: 'finished' });
  await room.importer.importUpload(uploadId);
  await room.settler.settle(importId);
  const [row, upload, state] = await Promise.all([
    store.findImport(room.db, importId),
    store.findUpload(room.db, uploadId),
    room.cases.load(caseId),
  ]);
  const attached = (state?.studies ?? []).filter((study) => study.state === 'attached');
  return {
    parts,
    held: await room.archive.holds(
      caseId,
      parts.map(({ sha256 }) => sha256),
    ),
    refused: upload?.refused ?? [],
    taken: row?.state === 'done',
    shown: new Set(attached.map(({ studyInstanceUid }) => studyInstanceUid)),
  };
}
