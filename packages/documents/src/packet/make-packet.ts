import { createHash } from 'node:crypto';
import type { PassThrough, Writable } from 'node:stream';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One DICOM file of the packet. `path` is relative, with "/" between folders; `read` is called when its turn comes. */
export interface PacketImage {
  readonly path: string;
  read(): Promise<Readable | Uint8Array> | Readable | Uint8Array;
}

export interface PacketParts {
  /** ISO instant that every entry bears. */
  readonly createdAt: string;
  readonly coverLetter: Uint8Array;
  readonly caseSummary: Uint8Array;
  readonly readme: string;
  /** A file of its own, so that a reader can leave it closed; null when there is none. */
  readonly originalReport: { readonly extension: 'pdf' | 'txt'; readonly bytes: Uint8Array } | null;
  readonly images: AsyncIterable<PacketImage> | Iterable<PacketImage>;
}

export interface Packet {
  readonly bytes: number;
  /** SHA-256 of the whole ZIP, hex: what the case records. */
  readonly sha256: string;
  /** Names in the order in which they stand in the ZIP. */
  readonly files: readonly string[];
}

/**
 * Streams the packet for an outside reader as a ZIP into `output` and ends it: letters first, then the images in the order
 * of their paths under DICOM/. The same parts always give the same bytes, in any time zone. Images are read one after the
 * other, so memory stays small. Rejects when a path is unsafe or doubled, or when an image cannot be read; then the
 * output is destroyed and holds no whole ZIP.
 */
export async function makePacket(output: Writable, parts: PacketParts): Promise<Packet> {
  const images = await sorted(parts.images);
  const zip = new ZipFile();
  const stream = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => stream.destroy(error));
  const options = { mtime: sameEverywhere(parts.createdAt), mode: 0o100644, forceDosTimestamp: true };
  const papers = papersOf(parts);
  for (const [name, bytes] of papers) zip.addBuffer(Buffer.from(bytes), name, options);
  for (const image of images) {
    // Level 1: MR pixels hardly get smaller above it, and take several times as long.
    zip.addReadStreamLazy(`DICOM/${image.path}`, { ...options, compressionLevel: 1 }, (give) => {
      openImage(image).then(
        (opened) => give(null, opened),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  const meter = createMeter();
  await pipeline(stream, meter.stream, output);
  return {
    ...meter.result(),
    files: [...papers.map(([name]) => name), ...images.map((image) => `DICOM/${image.path}`)],
  };
}

function papersOf(parts: PacketParts): [name: string, bytes: Uint8Array][] {
  const { originalReport } = parts;
  return [
    ['README.txt', Buffer.from(`${parts.readme.trimEnd().replace(/\r?\n/g, '\r\n')}\r\n`, 'utf8')],
    ['COVER_LETTER.pdf', parts.coverLetter],
    ['CASE_SUMMARY.pdf', parts.caseSummary],
    ...(originalReport === null
      ? []
      : ([[`ORIGINAL_REPORT.${originalReport.extension}`, originalReport.bytes]] as [string, Uint8Array][])),
  ];
}

async function sorted(images: PacketParts['images']): Promise<PacketImage[]> {
  const all: PacketImage[] = [];
  const seen = new Set<string>();
  for await (const image of images) {
    const folded = image.path.toLowerCase();
    if (!isSafePath(image.path)) throw new Error(`The packet cannot hold a file with this path: ${image.path}`);
    // Some file systems do not tell upper from lower case: there one of the two would be lost.
    if (seen.has(folded)) throw new Error(`Two files of the packet have the same path: ${image.path}`);
    seen.add(folded);
    all.push(image);
  }
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Relative, forward slashes, no step upwards, no sign that Windows forbids. */
function isSafePath(path: string): boolean {
  return path.split('/').every((part) => /^[^\p{Cc}\\:*?"<>|]{1,200}$/u.test(part) && !/^\.+$/.test(part));
}

async function openImage(image: PacketImage): Promise<Readable> {
  const source = await image.read();
  return source instanceof Uint8Array ? Readable.from([Buffer.from(source)]) : source;
}

/** ZIP keeps local wall-clock time without a zone; this date shows the same wall clock everywhere. */
function sameEverywhere(isoInstant: string): Date {
  const at = new Date(isoInstant);
  return new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );
}

function createMeter(): { readonly stream: Transform; result(): { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
