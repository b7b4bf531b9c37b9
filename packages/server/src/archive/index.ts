/**
 * Images at rest, and out again: packs of sealed segments, the index over them, the series stream, DICOMweb.
 *
 *     const archive = createArchive({ db, blobs, keys, log })
 *     registerArchiveRoutes(app, { archive, log })
 */
export { type ArchiveGround, createArchive, packIdOf } from './archive.ts';
export { checkPacks, keysOfPacks } from './check-packs.ts';
export type { Archive, ArchivedInstance, ClosedPack, HeldFile, Intake, StoredFrame, Taken } from './model.ts';
export { createPackWriter, type PackWriter } from './pack-writer.ts';
export { type ArchiveRouteDeps, registerArchiveRoutes } from './routes.ts';
export { ARCHIVE_TABLES } from './tables.ts';
