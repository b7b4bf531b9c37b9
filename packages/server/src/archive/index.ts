/**
 * Images at rest, and out again: packs of sealed segments, the index over them, the series stream, DICOMweb.
 *
 *     const archive = createArchive({ db, blobs, keys, log })
 *     registerArchiveRoutes(app, { archive, log })
 */
export { type ArchiveGround, createArchive, packIdOf } from './archive.ts';
export { checkPacks, keysOfPacks } from './check-packs.ts';
export { fileHead, IMPLEMENTATION } from './dicomweb/written/file-head.ts';
export { type OpenFrame, openedFrames } from './grey-frames.ts';
export type { Archive, ArchivedInstance, ClosedPack, HeldFile, Intake, StoredFrame, Taken } from './model.ts';
export { createPackWriter, type PackWriter } from './pack-writer.ts';
export { createPictures, type DrawnFrame, type Pictures } from './pictures.ts';
export { type ArchiveRouteDeps, registerArchiveRoutes } from './routes.ts';
export { createDecodePool, type DecodePool } from './stream/pixels/decode-pool.ts';
export { ARCHIVE_TABLES } from './tables.ts';
export { seenInstances, sightOf } from './visible.ts';
