import { detectKind, type FileKind, ignoredAs } from './detect.ts';
import { isNamedLikeImage, knownName } from './known-names.ts';

/** How a file that is not taken is told: `refused` wants someone to look at it, `ignored` stays behind. */
export interface LeftFile {
  readonly as: 'refused' | 'ignored';
  readonly reason: string;
}

/** Files that hold no pictures are left; one that is named like an image is refused, so that someone looks at it. */
export function leaveFile(path: string, kind: FileKind, reason: string): LeftFile {
  const known = knownName(path);
  // DICOM by its content and no image is the list of a disc, whatever its name.
  if (known === null && kind !== 'dicom' && isNamedLikeImage(path)) {
    const said = kind === 'unknown' ? 'its content is not a DICOM image' : `it is ${ignoredAs(kind) ?? reason}`;
    return { as: 'refused', reason: `named like an image, but ${said}. Ask for a new copy` };
  }
  return { as: 'ignored', reason: known ?? (kind === 'dicom' ? reason : (ignoredAs(kind) ?? reason)) };
}

/** A file that only looked like a data set, and is none: what it is otherwise. */
export function leaveNotDicom(path: string, head: Uint8Array, reason: string): LeftFile {
  const kind = detectKind(head);
  return leaveFile(path, kind === 'maybe-dicom' ? 'unknown' : kind, reason);
}
