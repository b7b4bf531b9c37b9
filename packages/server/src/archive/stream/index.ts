/** Frames opened and drawn: what DICOMweb uses of the stream's room. */
export { createDrawer, type DrawFrame } from './draw-frames.ts';
export { asProblem, openCompressed, refuseUnread } from './open-frames.ts';
