import type { TransferSyntax } from '@overread/imaging/write/part10.ts';
import type { Lesion } from './lesions.ts';
import type { SeriesPlan } from './protocol.ts';

/** Whom a made study belongs to. `name` as in DICOM (`Family^Given`), `birthDate` as ISO date. */
export interface StudyPatient {
  readonly name: string;
  readonly id: string;
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | 'O' | '';
}

/** What is wrong with a made disc; each is independent of the others. */
export interface Faults {
  /** Descriptions of series that never reached the disc. */
  readonly missingSeries?: readonly string[];
  /** Slices (0 is the first) that are missing from a series. */
  readonly missingSlices?: readonly SlicesOf[];
  /** Slices that are there twice: as a second file of the same instance, or under a UID of its own. */
  readonly doubledSlices?: readonly (SlicesOf & { readonly as?: 'same-instance' | 'new-instance' })[];
  /** The examination was done without contrast agent: no series after it. */
  readonly noContrast?: boolean;
  /** A second person's study lies on the same disc. */
  readonly otherPatient?: boolean | Partial<StudyPatient>;
  /** A side in the descriptions that the images do not bear out. */
  readonly wrongSideInDescription?: boolean | 'left' | 'right';
  /** One file whose elements are overwritten: its index among the images (true: the last but one). */
  readonly damagedFile?: boolean | number;
  /** One file cut in its pixel data: its index among the images (true: the last). */
  readonly truncatedFile?: boolean | number;
  /** Read-me, viewer program, start script and web pages beside the images, as discs have them. */
  readonly notDicomFiles?: boolean;
  /** One Enhanced MR object for each series instead of one file for each slice. */
  readonly enhancedMultiframe?: boolean;
  readonly transferSyntax?: TransferSyntax;
  /** Whether the disc has a DICOMDIR; it has one unless this is false. */
  readonly dicomdir?: boolean;
}

export interface SlicesOf {
  readonly series: string;
  readonly slices: readonly number[];
}

/** What to make. Everything has a default except the seed: the same options always make the same bytes. */
export interface StudyOptions {
  readonly seed: string | number;
  readonly patient?: StudyPatient;
  /** ISO date of the examination. */
  readonly date?: string;
  readonly accessionNumber?: string;
  readonly institution?: string;
  readonly studyDescription?: string;
  readonly bodyPart?: string;
  readonly referringPhysician?: string;
  /** The demo's eight lesions unless given; [] for a normal head. */
  readonly lesions?: readonly Lesion[];
  readonly protocol?: readonly SeriesPlan[];
  /** For small, quick studies: at most so many slices for each series, pictures of at most so many pixels a side. */
  readonly scale?: { readonly slices?: number; readonly matrix?: number };
  readonly faults?: Faults;
}

/** Options with every default filled in. */
export interface FullOptions extends Required<Omit<StudyOptions, 'seed' | 'scale'>> {
  readonly seed: string;
  readonly scale: { readonly slices?: number; readonly matrix?: number };
}

/** The lead patient of the demo: a woman of 34. */
export const DEMO_PATIENT: StudyPatient = {
  name: 'Okafor^Mara',
  id: 'HI-204417',
  birthDate: '1992-05-14',
  sex: 'F',
};

/** Whose study turns up on a disc by mistake. */
export const OTHER_PATIENT: StudyPatient = {
  name: 'Petrov^Ilya',
  id: 'HI-198630',
  birthDate: '1968-11-02',
  sex: 'M',
};
