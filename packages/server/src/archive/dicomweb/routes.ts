import type { App } from '../../platform/ports.ts';
import type { DicomWebDeps } from './addressed.ts';
import { registerMetadata } from './metadata.ts';
import { registerRendered } from './rendered.ts';
import { registerSearch } from './search.ts';
import { registerFrames } from './wado-frames.ts';
import { registerInstances } from './wado-instances.ts';

/** DICOMweb for other viewers (PS3.18): QIDO-RS for the case, WADO-RS of what is in it. STOW-RS is in the room of ingest. */
export function registerDicomWeb(app: App, deps: DicomWebDeps): void {
  registerSearch(app, deps);
  registerMetadata(app, deps);
  registerInstances(app, deps);
  registerFrames(app, deps);
  registerRendered(app, deps);
}
