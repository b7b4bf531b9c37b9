import dicomParser, { type DataSet } from 'dicom-parser';
import type { ListedOnDisc } from '../model.ts';

/** A file that a disc's own list (DICOMDIR, PS3.3 annex F) names. */
export interface ListedFile {
  /** As the list writes it, from the folder that the list lies in: `DICOM/IM1`. */
  readonly path: string;
  readonly sopInstanceUid: string;
}

/** One DICOMDIR: where it lies, and what it lists. */
export interface DiscList {
  readonly path: string;
  readonly files: readonly ListedFile[];
}

const CLASS = '1.2.840.10008.1.3.10';
/** A list beyond this describes more than any disc holds. */
export const MAX_LIST_BYTES = 64 << 20;
const MAX_RECORDS = 200_000;

/** Whether a file is a DICOMDIR, by the class that its meta header names (its first 512 bytes tell). */
export function isDiscList(head: Uint8Array): boolean {
  const text = new TextDecoder('iso-8859-1').decode(head.subarray(128, 512));
  return text.startsWith('DICM') && new RegExp(`${CLASS.replaceAll('.', '\\.')}(?![.\\d])`).test(text);
}

function fileOf(record: DataSet): ListedFile | null {
  const parts: string[] = [];
  for (let at = 0; at < (record.numStringValues('x00041500') ?? 0); at += 1) {
    parts.push(record.string('x00041500', at)?.trim() ?? '');
  }
  const path = parts.filter((part) => part !== '').join('/');
  const sopInstanceUid = record.string('x00041511')?.trim() ?? '';
  return path === '' || sopInstanceUid === '' ? null : { path, sopInstanceUid };
}

/** The files that a DICOMDIR lists, each once; null when it cannot be read: the disc's images are read without it. */
export function readDiscList(path: string, bytes: Uint8Array): DiscList | null {
  try {
    const records = dicomParser.parseDicom(bytes).elements.x00041220?.items ?? [];
    const files = new Map<string, ListedFile>();
    for (const { dataSet } of records.slice(0, MAX_RECORDS)) {
      const file = dataSet === undefined ? null : fileOf(dataSet);
      if (file !== null) files.set(file.sopInstanceUid, file);
    }
    return { path, files: [...files.values()] };
  } catch {
    return null;
  }
}

/** Which of the listed files were not read, by their SOP Instance UID, wherever they lie. */
export function checkDiscList({ path, files }: DiscList, isThere: (sopInstanceUid: string) => boolean): ListedOnDisc {
  const missing = files.filter(({ sopInstanceUid }) => !isThere(sopInstanceUid));
  const paths = missing.map((file) => file.path).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { path, images: files.length, missing: paths };
}
