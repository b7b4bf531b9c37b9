/** Frames opened and drawn: what DICOMweb uses of the stream's room. */
export { asProblem, colourReader, drawFrame, openCompressed, refuseUnread } from './open-frames.ts';
