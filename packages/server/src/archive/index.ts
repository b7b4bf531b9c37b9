/**
 * Images at rest, and out again: packs of sealed segments, the index over them, the series stream, DICOMweb.
 *
 *     const archive = createArchive({ db, blobs, keys, clock, newId, log })
 *     registerArchiveRoutes(app, { archive, log })
 */
export type { Archive, ArchivedInstance, ClosedPack, Intake, StoredFrame, Taken } from './model.ts';
export { ARCHIVE_TABLES } from './tables.ts';
