/** Images understood: which files a disc holds, what each header says, what each series is. Runs in Node and in browsers. */

export { measureGeometry, type OrderedFrame, orderFrames, type SeriesGeometry } from './geometry/order-frames.ts';
export { type EdgeLabels, orientationLabels } from './geometry/orientation-labels.ts';
export { planeOf, planeOfAll } from './geometry/plane.ts';
export {
  measureSpace,
  placeOf,
  placeOfFrames,
  relateSpaces,
  type SeriesSpace,
  type SpaceRelation,
  type StackSpace,
} from './geometry/series-space.ts';
export { type Window, windowFromHeader, windowFromPixels } from './geometry/window.ts';
export { nativeFrameBytes, type PixelLayout } from './headers/frame-ranges.ts';
export { type ParseOptions, parseHeader } from './headers/parse-header.ts';
export { pixelProblem } from './headers/pixel-problem.ts';
export { DamagedDicom, HeadTooShort, NotDicom } from './headers/problems.ts';
export { isNativeSyntax } from './headers/transfer-syntaxes.ts';
export {
  type ByteSource,
  bytesSource,
  type SyncByteSource,
  sliceSource,
  UnreadableContainer,
} from './media/byte-source.ts';
export { DETECT_BYTES, detectKind, type FileKind, ignoredAs, isContainer, refusalOfKind } from './media/detect.ts';
export {
  checkDiscList,
  type DiscList,
  isDiscList,
  MAX_LIST_BYTES,
  readDiscList,
} from './media/dicomdir.ts';
export { readIso, readIsoSync } from './media/iso9660.ts';
export { isNamedLikeImage, knownName } from './media/known-names.ts';
export { type LeftFile, leaveFile, leaveNotDicom } from './media/leave-file.ts';
export { nameProblem, safePath } from './media/safe-path.ts';
export { readTar, readTarSync, type StoredDirectory, type StoredEntry } from './media/tar.ts';
export {
  LOCAL_HEADER_BYTES,
  localHeaderLength,
  parseCentralDirectory,
  readZip,
  readZipSync,
  type ZipDirectory,
  type ZipEntry,
} from './media/zip.ts';
export type * from './model.ts';
export { drawPreview, type Preview, type PreviewHeader } from './preview/draw-preview.ts';
export { describeSeries } from './series/describe-series.ts';
export { describeStudies } from './series/describe-study.ts';
export { checkSide, type SideCheck, sideConflicts, sidesSaid } from './series/laterality.ts';
export { regionOf, sideOf } from './series/region.ts';
export { isPriorImaging, pictureModalities } from './series/role.ts';
export { type DisplayStack, splitStacks } from './series/stacks.ts';
