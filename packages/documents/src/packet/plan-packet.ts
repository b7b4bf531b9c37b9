import { createHash } from 'node:crypto';
import type { InstanceHeader } from '@overread/imaging';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { Setting } from '../letters/letterhead.ts';
import { createDiscTree } from './dicomdir/disc-tree.ts';
import { mediaProfile } from './media-profile.ts';
import { indexPage, type ListedSeries, type PaperKind, readmeText } from './packet-pages.ts';

/** A document of the packet. */
export interface PacketPaper {
  readonly kind: PaperKind;
  readonly bytes: Uint8Array;
}

/** One DICOM file of the packet, in the order in which it is to be listed. */
export interface PacketImage {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly header: InstanceHeader;
  readonly size: number;
  /** SHA-256 of the file as it came, hex. */
  readonly sha256: string;
  /** Everything in front of the pixels. */
  head(): Promise<Uint8Array>;
  /** SHA-256, hex, of these bytes and the whole file behind them. */
  hashBehind(prefix: Uint8Array): Promise<string>;
}

export interface PacketParts {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly papers: readonly PacketPaper[];
  readonly images: Iterable<PacketImage>;
  /** For a reader who must not see the original report before the findings are written down. */
  readonly isBlind: boolean;
  /** Which of how many, where the case does not fit on one disc. */
  readonly volume: { readonly number: number; readonly of: number };
}

/** A file of the packet: its bytes, or the image whose bytes they are with what stands in front of them. */
export type PlannedFile = { readonly path: string; readonly size: number; readonly sha256: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly image: string; readonly prefix: Uint8Array | null }
);

/** Every file of a packet and where it goes. The same plan gives the same ZIP and the same disc image, byte for byte. */
export interface PacketPlan {
  /** ISO instant that every file bears. */
  readonly createdAt: string;
  readonly volumeId: string;
  readonly publisher: string;
  readonly files: readonly PlannedFile[];
}

/** Names that every file system takes. What INDEX.HTM leads to lies in IHE_PDI (IHE RAD TF-3, 4.47.4.1.2.3). */
const PAPER_PATHS: Readonly<Record<PaperKind, string>> = {
  cover: 'IHE_PDI/COVER.PDF',
  summary: 'IHE_PDI/SUMMARY.PDF',
  original: 'IHE_PDI/ORIGINAL.PDF',
  originalText: 'IHE_PDI/ORIGINAL.TXT',
  second: 'IHE_PDI/SECOND.PDF',
  third: 'IHE_PDI/THIRD.PDF',
  result: 'IHE_PDI/RESULT.PDF',
};
const CHECKSUMS = 'SHA256SUMS';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const held = (path: string, bytes: Uint8Array): PlannedFile => ({
  path,
  size: bytes.length,
  sha256: hashOf(bytes),
  bytes,
});
const crlf = (text: string): Buffer => Buffer.from(`${text.trimEnd().replace(/\r?\n/g, '\r\n')}\r\n`, 'utf8');

/** Capitals, digits and "_": volume identifiers and file-set IDs have nothing else. */
const identifier = (caseNumber: string, { number, of }: PacketParts['volume'], longest: number): string => {
  const part = of > 1 ? `_${number}` : '';
  const plain = caseNumber.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return plain.slice(0, longest - part.length) + part;
};

interface Arranged {
  readonly files: readonly PlannedFile[];
  readonly series: readonly ListedSeries[];
  readonly dicomdir: Buffer;
  readonly profile: string | null;
}

/** Gives each image its place on the disc, reading the head of one after the other. */
async function arrange(images: Iterable<PacketImage>, fileSetId: string): Promise<Arranged> {
  const tree = createDiscTree();
  const files: PlannedFile[] = [];
  const series = new Map<string, ListedSeries>();
  const syntaxes = new Set<string>();
  let isWhole = true;
  for (const image of images) {
    const { studyInstanceUid, seriesInstanceUid, sopInstanceUid, header, size, sha256 } = image;
    const { sopClassUid, transferSyntaxUid } = header;
    const file = { studyInstanceUid, seriesInstanceUid, sopInstanceUid, sopClassUid, transferSyntaxUid, size };
    const { path, prefix, listed } = tree.add(await image.head(), file);
    isWhole &&= listed;
    syntaxes.add(transferSyntaxUid);
    const written =
      prefix === null ? { size, sha256 } : { size: prefix.length + size, sha256: await image.hashBehind(prefix) };
    files.push({ path, ...written, image: sopInstanceUid, prefix });
    const key = `${studyInstanceUid} ${seriesInstanceUid}`;
    series.set(key, {
      header,
      studyInstanceUid,
      images: (series.get(key)?.images ?? 0) + 1,
      folder: path.replace(/\/[^/]*$/, ''),
    });
  }
  const profile = isWhole ? mediaProfile(syntaxes) : null;
  return { files, series: [...series.values()], dicomdir: tree.dicomdir(fileSetId), profile };
}

/**
 * Plans a packet by the rules of IHE Portable Data for Imaging (RAD TF-3, 4.47): DICOMDIR, README.TXT and INDEX.HTM at the
 * root, DICOM files in folders of their own, documents in IHE_PDI, and SHA256SUMS over every other file. Images stay as they
 * came; no program is on it. Only heads of images are read.
 */
export async function planPacket(setting: Setting, parts: PacketParts): Promise<PacketPlan> {
  const { caseNumber, volume, papers } = parts;
  const { files: images, series, dicomdir, profile } = await arrange(parts.images, identifier(caseNumber, volume, 16));
  const listed = papers.map(({ kind }) => ({ kind, path: PAPER_PATHS[kind] }));
  const pages = { ...parts, papers: listed, series, images: images.length, profile };
  const files = [
    held('README.TXT', crlf(readmeText(setting, pages))),
    held('INDEX.HTM', crlf(indexPage(setting, pages))),
    ...(images.length === 0 ? [] : [held('DICOMDIR', dicomdir)]),
    ...papers.map(({ kind, bytes }) => held(PAPER_PATHS[kind], bytes)),
  ];
  const sums = [...files, ...images].map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
  return {
    createdAt: setting.now,
    volumeId: identifier(caseNumber, volume, 32),
    publisher: setting.practice.name,
    files: [...files, held(CHECKSUMS, Buffer.from(sums, 'latin1')), ...images],
  };
}

/** The hash by which a record names a packet: of its list of checksums, which covers every other file of it. */
export function packetHash({ files }: PacketPlan): string {
  return files.find(({ path }) => path === CHECKSUMS)?.sha256 ?? '';
}
