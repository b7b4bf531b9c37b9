import type { DeliveryStatement, ImportReceipt, ImportView, ImportWay } from '@overread/contract/imports.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { BlobStoreFailed, type Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { lackOfRoom, needRoom } from './case-room.ts';
import { createImporter, type Importer } from './import-upload.ts';
import type { Delivery, IncomingFile, Ingest, IngestDeps, TakenUpload } from './ingest-port.ts';
import { askKnown, forgetGone } from './known.ts';
import { makeReceipt } from './make-receipt.ts';
import { createSettler, type SettleListener, type Settler } from './settle-import.ts';
import * as store from './store.ts';
import { receiveParts } from './stow/receive-parts.ts';
import { openUploadFiles, type UploadFiles } from './upload-files.ts';
import { viewImport } from './view-import.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';
import { frameBatch, writeParts } from './write-batch.ts';

const UPLOAD_JOB = 'ingest-upload';
const SETTLE_JOB = 'ingest-settle';
const BATCH_BYTES = 32 << 20;
/** Pause after the store of blobs failed. */
const STORE_PAUSE_MS = 5_000;
/** Somebody who comes back later than this sends the disc again. */
const UPLOAD_KEPT_MS = 14 * 24 * 3_600_000;

interface Room extends IngestDeps {
  readonly settled: SettleListener[];
  readonly files: UploadFiles;
  readonly pool: WorkerPool;
  readonly importer: Importer;
  readonly settler: Settler;
}

/** The import of one upload, then the end of its delivery if it was the last; nobody waits for the file to be taken away. */
async function importAndSettle(room: Room, uploadId: string): Promise<void> {
  try {
    await room.importer.importUpload(uploadId);
  } catch (error) {
    if (!(error instanceof BlobStoreFailed)) throw error;
    // The store may be away for hours, and jobs and attempts give up before that: another job begins later.
    await store.forgiveAttempt(room.db, uploadId);
    const startAfter = new Date(room.clock.now().getTime() + STORE_PAUSE_MS);
    room.log.error({ err: error, uploadId }, 'the store does not take the images of an upload; it is tried again');
    await room.jobs.send(room.db, UPLOAD_JOB, { uploadId }, { startAfter });
    return;
  }
  const upload = await store.findUpload(room.db, uploadId);
  if (upload === null) return;
  await room.settler.settle(upload.importId);
  // The packs are the images now.
  if (upload.state === 'imported') await room.files.remove(uploadId);
}

/** Begins at once what the job would begin at its next poll; a failure is the job's to try again. */
function kick(room: Room, work: Promise<void>): void {
  work.catch((error: unknown) => room.log.warn({ err: error }, 'an import will be tried again'));
}

async function receivedUpload(room: Room, uploadId: string): Promise<void> {
  const fresh = await room.db.transaction(async (tx) => {
    if (!(await store.markReceived(tx, uploadId))) return false;
    await room.jobs.send(tx, UPLOAD_JOB, { uploadId });
    return true;
  });
  if (fresh) kick(room, importAndSettle(room, uploadId));
}

/** Uploads whose last byte is here although nobody said so: the process died between the byte and the word. */
async function receiveWhole(room: Room, uploads: readonly store.UploadRow[]): Promise<void> {
  for (const { uploadId, size, state } of uploads) {
    if (state === 'uploading' && (await room.files.received(uploadId)) === size) await receivedUpload(room, uploadId);
  }
}

async function ownImport(room: Room, caseId: string, importId: string): Promise<store.ImportRow> {
  const row = await store.findImport(room.db, importId);
  if (row === null || row.caseId !== caseId) throw wordedProblem(404, 'images.no-such-import');
  return row;
}

async function view(room: Room, row: store.ImportRow): Promise<ImportView> {
  const [uploads, state] = await Promise.all([
    store.uploadsOf(room.db, [row.importId]),
    row.state === 'done' ? room.cases.load(row.caseId) : null,
  ]);
  return viewImport(room, row, uploads, state);
}

async function receipt(room: Room, caseId: string, importId: string): Promise<Omit<ImportReceipt, 'caseNumber'>> {
  const row = await ownImport(room, caseId, importId);
  const uploads = await store.uploadsOf(room.db, [importId]);
  return makeReceipt(room, { row, uploads, view: await view(room, row) });
}

async function openImport(
  room: Room,
  caseId: string,
  { actor, way, at = room.clock.now() }: { readonly actor: Actor; readonly way: ImportWay; readonly at?: Date },
): Promise<string> {
  room.pool.warm();
  const importId = room.newId();
  const { personId, name: personName } = actor;
  await store.insertImport(room.db, { importId, caseId, personId, personName, way, startedAt: at });
  return importId;
}

async function drop(room: Room, uploadId: string): Promise<void> {
  await store.setUploadState(room.db, uploadId, 'dropped');
  await room.files.remove(uploadId);
}

async function known(
  room: Room,
  { caseId, importId }: Delivery,
  sha256s: readonly string[],
  actor: Actor,
): Promise<string[]> {
  const row = await ownImport(room, caseId, importId);
  if (!mayContinue(row, actor)) throw wordedProblem(404, 'images.no-such-import');
  if (row.state !== 'open') throw wordedProblem(410, 'images.import-finished');
  return askKnown(room, row, sha256s);
}

async function finish(
  room: Room,
  { caseId, importId }: Delivery,
  statement: DeliveryStatement | undefined,
): Promise<ImportView> {
  const row = await ownImport(room, caseId, importId);
  if (row.state === 'open') {
    const gone = await forgetGone(room, row);
    if (gone > 0) throw wordedProblem(409, 'images.known-gone', { count: gone });
    if (statement !== undefined) await store.setStatement(room.db, importId, statement);
    await receiveWhole(room, await store.uploadsOf(room.db, [importId]));
    await room.db.transaction(async (tx: Tx) => {
      const locked = await store.lockImport(tx, importId);
      if (locked?.state !== 'open') return;
      await store.setImportState(tx, importId, { state: 'finished' });
      await room.jobs.send(tx, SETTLE_JOB, { importId });
    });
    const left = (await store.uploadsOf(room.db, [importId])).filter(({ state }) => state === 'uploading');
    for (const { uploadId } of left) await drop(room, uploadId);
    await room.settler.settle(importId);
  }
  return view(room, await ownImport(room, caseId, importId));
}

/** Whether this person may go on with a delivery that somebody opened. */
const mayContinue = (row: store.ImportRow, actor: Actor) =>
  row.personId === actor.personId || actor.role === 'coordinator';

async function begin(room: Room, upload: Parameters<Ingest['begin']>[0], actor: Actor): Promise<void> {
  const row = await ownImport(room, upload.caseId, upload.importId);
  if (!mayContinue(row, actor)) throw wordedProblem(404, 'images.no-such-import');
  if (row.state !== 'open') throw wordedProblem(410, 'images.import-finished');
  await needRoom(room, upload.caseId, upload.size);
  await store.insertUpload(room.db, { ...upload, state: 'uploading' });
}

async function findUpload(
  room: Room,
  caseId: string,
  uploadId: string,
  actor?: Actor,
): Promise<store.UploadRow | null> {
  const found = await store.findUpload(room.db, uploadId);
  if (found?.caseId !== caseId) return null;
  const row = actor === undefined ? null : await store.findImport(room.db, found.importId);
  return actor !== undefined && (row === null || !mayContinue(row, actor)) ? null : found;
}

/** Frames files into batches as the browser does, each an upload of its own that is imported while the next is written. */
async function importFiles(
  room: Room,
  caseId: string,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  { actor, at, way = 'other' }: { readonly actor: Actor; readonly at?: Date; readonly way?: ImportWay },
): Promise<ImportView> {
  const opened = { actor, way, ...(at === undefined ? {} : { at }) };
  const importId = await openImport(room, caseId, opened);
  let files: { path: string; bytes: Uint8Array }[] = [];
  let bytes = 0;
  const send = async () => {
    const batch = files;
    files = [];
    bytes = 0;
    if (batch.length === 0) return;
    const uploadId = room.newId();
    const { parts, size: total } = frameBatch(batch);
    const upload = { uploadId, importId, caseId, kind: 'batch', name: '', size: total, state: 'uploading' } as const;
    await store.insertUpload(room.db, upload);
    await writeParts(room.files.pathOf(uploadId), parts);
    await receivedUpload(room, uploadId);
  };
  for await (const file of incoming) {
    const content = await file.read();
    if (bytes > 0 && bytes + content.length > BATCH_BYTES) await send();
    files.push({ path: file.path, bytes: content });
    bytes += content.length;
  }
  await send();
  if (at === undefined) await store.setImportState(room.db, importId, { state: 'finished' });
  const uploads = await store.uploadsOf(room.db, [importId]);
  for (const { uploadId } of uploads) await room.importer.importUpload(uploadId);
  await room.settler.settle(importId, at);
  return view(room, await ownImport(room, caseId, importId));
}

async function take(room: Room, tx: Tx, upload: TakenUpload): Promise<void> {
  const { ownerId: caseId, personId, importId, from, ...rest } = upload;
  const startedAt = room.clock.now();
  await store.insertImport(tx, { importId, caseId, personId, personName: from.sender, way: from.way, startedAt });
  await store.insertUpload(tx, { ...rest, importId, caseId, state: 'received' });
  await store.setImportState(tx, importId, { state: 'finished' });
  await room.jobs.send(tx, UPLOAD_JOB, { uploadId: upload.uploadId });
}

async function importNow(room: Room, importId: string): Promise<store.ImportRow | null> {
  for (const { uploadId } of await store.uploadsOf(room.db, [importId])) await room.importer.importUpload(uploadId);
  await room.settler.settle(importId);
  return store.findImport(room.db, importId);
}

async function start(room: Room): Promise<void> {
  await room.jobs.work(UPLOAD_JOB, ({ uploadId }) => importAndSettle(room, String(uploadId)));
  await room.jobs.work(SETTLE_JOB, ({ importId }) => room.settler.settle(String(importId)));
  // A job of a process that was killed is given again only after its time is up: what is unfinished is taken up at once.
  const abandoned = await store.abandonedUploads(room.db, new Date(room.clock.now().getTime() - UPLOAD_KEPT_MS));
  for (const uploadId of abandoned) await drop(room, uploadId);
  for (const uploadId of await store.overUploads(room.db, await room.files.list())) await room.files.remove(uploadId);
  const { uploading, received, finished } = await store.unfinished(room.db);
  await receiveWhole(room, uploading);
  for (const uploadId of received) kick(room, importAndSettle(room, uploadId));
  for (const importId of finished) kick(room, room.settler.settle(importId));
}

export async function createIngest(deps: IngestDeps): Promise<Ingest> {
  const files = await openUploadFiles(deps.uploadFolder);
  await files.removeDrafts();
  const pool = createWorkerPool(deps.workers ?? undefined);
  const importer = createImporter({ ...deps, pool, files });
  const settled: SettleListener[] = [];
  const room: Room = { ...deps, files, pool, importer, settled, settler: createSettler({ ...deps, settled }) };
  return {
    files,
    open: async (caseId, actor, way) =>
      view(room, await ownImport(room, caseId, await openImport(room, caseId, { actor, way }))),
    known: (place, sha256s, actor) => known(room, place, sha256s, actor),
    list: async (caseId) => Promise.all((await store.importsOf(room.db, caseId)).map((row) => view(room, row))),
    view: async (caseId, importId) => view(room, await ownImport(room, caseId, importId)),
    finish: (caseId, importId, statement) => finish(room, { caseId, importId }, statement),
    receipt: (caseId, importId) => receipt(room, caseId, importId),
    lackOfRoom: (caseId, bytes) => lackOfRoom(room, caseId, bytes),
    begin: (upload, actor) => begin(room, upload, actor),
    upload: (caseId, uploadId, actor) => findUpload(room, caseId, uploadId, actor),
    async received(uploadId) {
      // First the bytes, then the word of them: a sender that comes back after a power cut is told what is really here.
      await files.sync(uploadId);
      await receivedUpload(room, uploadId);
    },
    async receiveWhole(caseId, uploadId) {
      const found = await store.findUpload(room.db, uploadId);
      if (found?.caseId === caseId) await receiveWhole(room, [found]);
    },
    drop: (uploadId) => drop(room, uploadId),
    importFiles: (caseId, incoming, actor, options = {}) => importFiles(room, caseId, incoming, { actor, ...options }),
    receiveParts: (caseId, request, actor) =>
      receiveParts(
        {
          ...room,
          openImport: (id, sender) => openImport(room, id, { actor: sender, way: 'stow-rs' }),
          received: (uploadId) => receivedUpload(room, uploadId),
        },
        caseId,
        request,
        actor,
      ),
    take: (tx, upload) => take(room, tx, upload),
    importNow: (importId) => importNow(room, importId),
    async outcome(importId) {
      const uploads = await store.uploadsOf(room.db, [importId]);
      const images = uploads.reduce((sum, { instances }) => sum + instances, 0);
      return { images, refused: uploads.flatMap(({ refused }) => refused) };
    },
    close: (tx, importId, finishedAt) => store.setImportState(tx, importId, { state: 'done', finishedAt }),
    onSettled: (listener) => void room.settled.push(listener),
    async letGo(tx, caseId) {
      const waiting = await store.removeDeliveries(tx, caseId);
      return { erased: { uploads: waiting.length }, files: waiting };
    },
    async sweep(_caseId, uploads) {
      for (const uploadId of uploads) await files.remove(uploadId);
    },
    start: () => start(room),
    stop: () => pool.close(),
  };
}
