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

/**
 * Rarer standard attributes and signs of vendors' private blocks that help to tell what a series is; each is left out where
 * the file does not say. Sources: PS3.3 C.8.13, PS3.6, dcm2niix's vendor notes, pydicom's private dictionary.
 */
export interface InstanceHints {
  /** AngioFlag (0018,0025) is Y. */
  readonly angiography?: true;
  /** Part of the complex signal: (0008,9208), GE (0043,xx2F), Philips (2005,xx11). */
  readonly component?: 'magnitude' | 'phase' | 'real' | 'imaginary';
  /** VolumeBasedCalculationTechnique (0008,9207): MAX_IP, MIN_IP, … */
  readonly volumeCalculation?: string;
  /** DiffusionDirectionality (0018,9075): NONE, DIRECTIONAL, ISOTROPIC; GE (0043,xx30). */
  readonly directionality?: string;
  /** The plane as the scanner names it, for files without an orientation. */
  readonly plane?: 'axial' | 'sagittal' | 'coronal' | 'oblique' | 'multiple';
  /** ReceiveCoilName (0018,1250), or the vendor's name of the coil. */
  readonly coil?: string;
  /** PatientPosition (0018,5100): HFS, FFS, … */
  readonly patientPosition?: string;
  /** The anatomic region by its code's meaning (0008,2218), where BodyPartExamined says something else or nothing. */
  readonly anatomicRegion?: string;
  /** NumberOfTemporalPositions (0020,0105), or the vendor's count of dynamic scans. */
  readonly timePoints?: number;
  /** CardiacNumberOfImages (0018,1090). */
  readonly cardiacPhases?: number;
  /** TriggerTime (0018,1060) in ms. */
  readonly triggerTime?: number;
  /** EchoNumbers (0018,0086). */
  readonly echoNumber?: number;
  /** ContrastBolusStartTime (0018,1042) as HH:MM:SS. */
  readonly contrastStart?: string;
  /** Images in one grid of slices (Siemens mosaic, United Imaging VFRAME). */
  readonly slicesPerGrid?: number;
  /** Velocity encoding (cm/s): (0018,9197) of enhanced images. */
  readonly velocityEncoding?: number;
  /** Words of the scanner beside ImageType: Siemens XA (0021,xx75), Philips preparation pulses (2001,xx1C and xx21). */
  readonly tokens?: readonly string[];
  /** RequestedProcedureDescription (0032,1060). */
  readonly requested?: string;
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
  readonly hints?: InstanceHints;
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
    /** Left out where it is that of the whole object. In ms. */
    readonly echoTime?: number;
    readonly temporalPosition?: number;
    /** Frame Type (0008,9007) behind its second value, joined by "\\", where frames differ. */
    readonly frameType?: string;
    /** DiffusionDirectionality (0018,9075). */
    readonly directionality?: string;
    readonly gradientDirection?: readonly number[];
  }[];
  /** Byte range of the pixel data of each frame in the file, for native syntaxes and for encapsulated ones alike. Empty
   * when the object has no pixels; shorter than `frames` when the file is cut short. */
  readonly frameRanges: readonly FrameRange[];
  /** "charset ISO_IR 13 unknown, read as Latin-1", "pixel data cut short after 12 of 40 frames" … */
  readonly warnings: readonly string[];
}

export type FatSuppressionKind =
  | 'none'
  | 'spectral'
  | 'stir'
  | 'water excitation'
  | 'dixon water'
  | 'dixon fat'
  | 'in phase'
  | 'opposed phase'
  | 'unknown';

/** How the pictures were made from others; `original` where they were acquired. */
export type SeriesOutput =
  | 'original'
  | 'map'
  | 'calculated'
  | 'reformat'
  | 'maximum projection'
  | 'minimum projection'
  | 'subtraction'
  | 'composed'
  | 'fusion'
  | 'phase'
  | 'screen'
  | 'derived';

/** Frames of one series that belong together on a screen: one plane, echo, b-value, time or part of the signal. */
export interface SeriesStack {
  /** "sagittal", "TE 30 ms", "b 1000", "time 3 of 12", "phase"; parts joined by ", ". */
  readonly label: string;
  readonly frames: number;
  readonly weighting: Weighting;
  readonly plane: Plane;
  readonly echoTime: number | null;
  readonly bValue: number | null;
  readonly timePoint: number | null;
}

/** Where the largest stack of a series lies in the patient (PS3.3 C.7.6.2.1.1): along its normal, in mm. */
export interface SeriesPlace {
  /** Every frame of reference that the series names. */
  readonly framesOfReference: readonly string[];
  readonly normal: readonly [number, number, number] | null;
  /** The first and the last slice. */
  readonly from: number | null;
  readonly to: number | null;
}

/** What is known of a series beside its summary: kinds, numbers, stacks, contradictions. */
export interface SeriesDetails {
  /** "TSE", "spoiled GRE", "EPI", … or '' where nothing says. */
  readonly technique: string;
  readonly output: SeriesOutput;
  readonly fatSuppression: FatSuppressionKind;
  /** Degrees between the pictures and that plane, null without an orientation. */
  readonly planeAngleDeg: number | null;
  /** In ms, ascending. */
  readonly echoTimes: readonly number[];
  readonly timePoints: number;
  /** "arterial", "portal venous", "delayed", "hepatobiliary", … or ''. */
  readonly contrastPhase: string;
  readonly agent: string;
  readonly stacks: readonly SeriesStack[];
  /** Where words and attributes contradict each other, a sentence each, for a person to decide. */
  readonly contradictions: readonly string[];
  /** What the first to the last slice of the largest stack span, with their thickness, in mm. */
  readonly coverageMm: number | null;
  /** Slices of that stack at different places. */
  readonly slices: number;
  /** Whether the series can be cut in other planes: one regular stack of enough parallel slices. */
  readonly reformattable: boolean;
  /** Why not, '' where it can be. */
  readonly whyNotReformattable: string;
  /** For `relateSpaces`. */
  readonly place: SeriesPlace;
  readonly frameOfReferenceUid: string;
  /** Side of the body that the series names, '' where it names none. */
  readonly side: string;
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
  /** The body plane nearest to the pictures, also where they are tilted; left out where no header says. */
  readonly nearestPlane?: 'axial' | 'sagittal' | 'coronal';
  readonly dimension: '2D' | '3D' | 'unknown';
  readonly fatSuppressed: boolean | 'unknown';
  readonly contrastEnhanced: boolean | 'unknown';
  readonly role: SeriesRole;
  readonly derived: boolean;
  readonly sliceThicknessMm: number | null;
  readonly spacingMm: number | null;
  readonly gaps: readonly string[];
  /** Of diffusion, in s/mm², each once, rising; left out where there is none. */
  readonly bValues?: readonly number[];
  readonly confidence: number;
  readonly because: readonly string[];
  /** Additive; left out for objects that are no pictures. */
  readonly details?: SeriesDetails;
  /** Hints from the pixels, where they were looked at and something was seen. */
  readonly quality?: readonly QualitySign[];
}

/** Where a side was read. `question` and `report` are of the caller; the others lie in the images. */
export type SideSource =
  | 'laterality'
  | 'study description'
  | 'series descriptions'
  | 'position'
  | 'request'
  | 'question'
  | 'report';

export interface SideSaid {
  readonly source: SideSource;
  readonly side: 'left' | 'right' | 'both';
  /** What was read, as it stands. */
  readonly text: string;
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
  /** What in the images names a side, where the region has sides; for `sideConflicts`. */
  readonly sides: readonly SideSaid[];
  readonly series: readonly SeriesSummary[];
  /** For the study's own region and description; for a case's question see `checkCase`. */
  readonly completeness: Completeness;
}

/** What a sequence gives to the reading, and so what is lacking without it: the key of the sentences that say it. */
export type Lack =
  | 'contrast'
  | 'before-contrast'
  | 'dynamic'
  | 'perfusion'
  | 't1'
  | 't1-marrow'
  | 't2'
  | 't2-spine'
  | 't2-prostate'
  | 't2-second'
  | 'axial-spine'
  | 'stir'
  | 'flair'
  | 'flair-second'
  | 'diffusion'
  | 'high-b'
  | 'adc'
  | 'blood'
  | 'fluid-axial'
  | 'fluid-sagittal'
  | 'fluid-coronal'
  | 'fluid-fat'
  | 'ear'
  | 'in-out'
  | 'bile'
  | 'vessels-head'
  | 'vessels-neck';

/** One line of a protocol, held against the series that are there. */
export interface ExpectedLine {
  readonly id: string;
  /** How it is called in reports: "axial T2". */
  readonly sequence: string;
  readonly need: 'required' | 'wished';
  readonly gives: Lack;
  readonly met: boolean;
  /** SeriesInstanceUIDs. */
  readonly by: readonly string[];
}

/** What lessens a series that meets a line. Only `slices-missing` changes the verdict. */
export interface Limit {
  readonly kind: 'slices-missing' | 'thick';
  readonly sequence: string;
  readonly series: string;
  /** The measurement in words. */
  readonly told: string;
}

export type CompletenessVerdict = 'complete' | 'readable-with-limits' | 'not-readable' | 'unknown';

export interface Completeness {
  readonly protocol: string;
  readonly expected: readonly ExpectedLine[];
  /** The sequences that are required and not there. */
  readonly missing: readonly string[];
  readonly limits: readonly Limit[];
  readonly verdict: CompletenessVerdict;
}

/** Completeness for the question of a case. */
export interface CaseCompleteness extends Completeness {
  /** The studies (UIDs) that it was asked of. */
  readonly studies: readonly string[];
  /** Where none shows the region of the question: the regions that they show. */
  readonly shows: readonly string[];
}

export type QualityKind = 'empty' | 'clipped' | 'ghosting' | 'noise' | 'wrap' | 'truncated' | 'text';

/** A hint at something wrong with the pictures of a series; never a verdict. */
export interface QualitySign {
  readonly kind: QualityKind;
  /** Indices of the frames in which it was seen, in the order of the series. */
  readonly frames: readonly number[];
  /** How many frames were looked at. */
  readonly of: number;
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
