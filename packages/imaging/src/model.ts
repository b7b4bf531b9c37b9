/** The vocabulary of images: what `inspect` prints, what the archive indexes, what the screens show. */

export type Weighting =
  | 'T1'
  | 'T2'
  | 'PD'
  | 'T2-FLAIR'
  | 'T1-FLAIR'
  | 'STIR'
  | 'DWI'
  | 'ADC'
  | 'DTI'
  | 'T2*'
  | 'SWI'
  | 'TOF'
  | 'PC-MRA'
  | 'CE-MRA'
  | 'DSC'
  | 'DCE'
  | 'ASL'
  | 'BOLD'
  | 'MRCP'
  | 'CINE'
  | 'LGE'
  | 'localizer'
  | 'other'
  | 'unknown';
export type Plane = 'axial' | 'sagittal' | 'coronal' | 'oblique' | 'multiple' | 'unknown';
export type SeriesRole = 'diagnostic' | 'localizer' | 'derived' | 'screenshot' | 'report' | 'other';

export interface DicomPatient {
  readonly name: string;
  readonly id: string;
  /** ISO date or empty. */
  readonly birthDate: string;
  readonly sex: string;
}

/**
 * Where one frame's pixel bytes lie in the file: offset and length in bytes. A compressed frame cut into several fragments
 * also names its `pieces`; offset and length then span them, item headers between included.
 */
export interface FrameRange {
  readonly offset: number;
  readonly length: number;
  readonly pieces?: readonly FrameRange[];
}

/** Everything of one instance that index, viewer and series naming need; plain JSON, a few KB. Lengths in mm, times in ms. */
export interface InstanceHeader {
  readonly sopInstanceUid: string;
  readonly sopClassUid: string;
  readonly transferSyntaxUid: string;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly patient: DicomPatient;
  readonly studyDate: string;
  readonly studyDescription: string;
  readonly accessionNumber: string;
  readonly institution: string;
  readonly modality: string;
  readonly manufacturer: string;
  readonly manufacturerModel: string;
  readonly seriesNumber: number | null;
  readonly seriesDescription: string;
  readonly protocolName: string;
  readonly bodyPart: string;
  readonly laterality: string;
  readonly imageType: readonly string[];
  readonly instanceNumber: number | null;
  readonly acquisitionTime: string;
  readonly scanningSequence: readonly string[];
  readonly sequenceVariant: readonly string[];
  readonly scanOptions: readonly string[];
  readonly sequenceName: string;
  readonly mrAcquisitionType: string;
  readonly repetitionTime: number | null;
  readonly echoTime: number | null;
  readonly inversionTime: number | null;
  readonly flipAngle: number | null;
  readonly echoTrainLength: number | null;
  readonly fieldStrength: number | null;
  readonly contrastAgent: string;
  readonly diffusionBValue: number | null;
  /** Signs that only some scanners write; left out where the file does not say. */
  readonly acquisitionContrast?: string;
  /** Enhanced PulseSequenceName, or the vendor's private name of the technique (GE, Philips, United Imaging). */
  readonly pulseSequenceName?: string;
  readonly gradientDirection?: readonly number[];
  readonly temporalPosition?: number;
  readonly aslContext?: string;
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly pixelRepresentation: number;
  readonly samplesPerPixel: number;
  readonly photometric: string;
  readonly pixelSpacing: readonly [number, number] | null;
  readonly sliceThickness: number | null;
  readonly spacingBetweenSlices: number | null;
  readonly orientation: readonly number[] | null;
  readonly position: readonly number[] | null;
  readonly frameOfReferenceUid: string;
  readonly windowCenter: number | null;
  readonly windowWidth: number | null;
  readonly rescaleSlope: number;
  readonly rescaleIntercept: number;
  /** Per-frame position, orientation, b-value of enhanced multi-frame objects; empty for classic ones. */
  readonly perFrame: readonly {
    readonly position: readonly number[] | null;
    readonly orientation: readonly number[] | null;
    readonly bValue: number | null;
  }[];
  /** Byte range of the pixel data of each frame in the file, for native syntaxes and for encapsulated ones alike. Empty
   * when the object has no pixels; shorter than `frames` when the file is cut short. */
  readonly frameRanges: readonly FrameRange[];
  /** "charset ISO_IR 13 unknown, read as Latin-1", "pixel data cut short after 12 of 40 frames" … */
  readonly warnings: readonly string[];
}

export interface SeriesSummary {
  readonly seriesInstanceUid: string;
  readonly number: number | null;
  readonly description: string;
  readonly modality: string;
  readonly manufacturer: string;
  readonly instances: number;
  readonly frames: number;
  readonly weighting: Weighting;
  readonly plane: Plane;
  readonly dimension: '2D' | '3D' | 'unknown';
  readonly fatSuppressed: boolean | 'unknown';
  readonly contrastEnhanced: boolean | 'unknown';
  readonly role: SeriesRole;
  readonly derived: boolean;
  readonly sliceThicknessMm: number | null;
  readonly spacingMm: number | null;
  readonly gaps: readonly string[];
  readonly confidence: number;
  readonly because: readonly string[];
}

export interface StudySummary {
  readonly studyInstanceUid: string;
  readonly date: string;
  readonly description: string;
  readonly accessionNumber: string;
  readonly institution: string;
  readonly patient: DicomPatient;
  readonly region: string;
  readonly side: string;
  readonly series: readonly SeriesSummary[];
  readonly completeness: {
    readonly protocol: string;
    readonly expected: readonly { readonly sequence: string; readonly met: boolean; readonly by: readonly string[] }[];
    readonly missing: readonly string[];
    readonly verdict: string;
  };
}

/** `refused`: looked like an image or an archive and could not be read. `ignored`: not an image, and stays behind. */
export interface Left {
  readonly path: string;
  readonly reason: string;
}

/** A disc's own list (DICOMDIR), held against what was read. */
export interface ListedOnDisc {
  readonly path: string;
  readonly images: number;
  /** Listed and not read: as the list writes their paths. */
  readonly missing: readonly string[];
}

export interface Inspection {
  readonly studies: readonly StudySummary[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  /** One for each DICOMDIR. */
  readonly listed: readonly ListedOnDisc[];
}
