import type { Lesion } from './lesions.ts';
import type { StudyPatient } from './options.ts';
import type { SeriesPlan } from './protocol.ts';
import type { Placement } from './slices.ts';

/** One image of a made study, with what is needed to find it again. */
export interface MadeInstance {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly patientId: string;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly seriesDescription: string;
  readonly seriesNumber: number;
  readonly instanceNumber: number;
  readonly frames: number;
  readonly rows: number;
  readonly columns: number;
  /** LPS millimetres of the first pixel of the first frame; row and column direction. */
  readonly position: readonly number[];
  readonly orientation: readonly number[];
  readonly pixelSpacingMm: number;
}

/** What is known of a series because it was made so. */
export interface SeriesTruth {
  readonly seriesInstanceUid: string;
  readonly number: number;
  readonly description: string;
  readonly weighting: SeriesPlan['truth']['weighting'];
  readonly plane: SeriesPlan['truth']['plane'];
  readonly role: SeriesPlan['truth']['role'];
  readonly derived: boolean;
  readonly dimension: '2D' | '3D';
  readonly fatSuppressed: boolean;
  readonly contrastEnhanced: boolean;
  readonly sliceThicknessMm: number;
  readonly spacingMm: number;
  readonly matrix: number;
  /** How many slices were planned, and how many files and frames are on the disc. */
  readonly planned: number;
  readonly instances: number;
  readonly frames: number;
  readonly placements: readonly Placement[];
}

/** A lesion with its centre in the axes of DICOM (LPS: x to the left, y to the back, z up; mm). */
export interface LesionTruth extends Lesion {
  readonly lps: readonly [number, number, number];
}

export interface StudyTruth {
  readonly studyInstanceUid: string;
  readonly frameOfReferenceUid: string;
  readonly patient: StudyPatient;
  readonly date: string;
  readonly accessionNumber: string;
  readonly institution: string;
  readonly description: string;
  readonly series: readonly SeriesTruth[];
  readonly lesions: readonly LesionTruth[];
  /** Paths of files that were damaged or cut on purpose, and of files that are no images. */
  readonly damaged: readonly string[];
  readonly truncated: readonly string[];
  readonly notDicom: readonly string[];
  /** The second person's study, where the disc has one. */
  readonly other: StudyTruth | null;
}

export interface DiscFile {
  /** Relative, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface MadeStudy {
  readonly files: readonly DiscFile[];
  readonly instances: readonly MadeInstance[];
  readonly truth: StudyTruth;
}
