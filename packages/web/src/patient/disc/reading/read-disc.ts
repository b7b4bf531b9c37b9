import {
  checkDiscList,
  describeStudies,
  type InstanceHeader,
  type OrderedFrame,
  orderFrames,
  type Preview,
  readIso,
  readTar,
  UnreadableContainer,
} from '@overread/imaging';
import type { ContainerKind } from '@overread/imaging/media/detect.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { framesToLookAt, qualitySigns } from '@overread/imaging/quality/series-signs.ts';
import { blobItem, type DiscItem, fileItem, type Inside, zipItem } from './disc-items.ts';
import {
  type DiscArchive,
  type DiscContents,
  type DiscPacked,
  type DiscReader,
  type DiscStudy,
  type FoundList,
  type LeftOnDisc,
  type PickedFile,
  partKey,
  type ReadingProgress,
  type ReadyImage,
  UnreadableImage,
} from './disc-model.ts';
import { frameMeasures, framePicture, type OpenFrame } from './frame-picture.ts';
import { gunzipped } from './gunzip-blob.ts';
import { lookAtItem } from './look-at-item.ts';
import { sha256OfBlob, sha256OfText } from './sha256.ts';
import { createShare, type Share } from './share-text.ts';
import { blobSource, listZip } from './zip-blob.ts';

/** Reads in flight: one more file is opened while another is parsed and hashed (MEASURED: twice as fast as one by one). */
const IN_FLIGHT = 4;
/** Longer side of a series' picture, in pixels: three beside each other on a desk, twice that on a fine screen. */
const PICTURE_SIZE = 384;

interface Found {
  readonly item: DiscItem;
  readonly header: InstanceHeader;
  readonly sha256: string | null;
}

interface Reading {
  readonly queue: DiscItem[];
  readonly found: Found[];
  readonly refused: LeftOnDisc[];
  readonly ignored: LeftOnDisc[];
  readonly archives: { name: string; blob: Blob; digest: string }[];
  readonly packed: DiscPacked[];
  readonly lists: FoundList[];
  readonly share: Share;
  progress: ReadingProgress;
}

/** Archives inside archives: as deep as the service goes. */
const DEPTH = 3;
const TOO_DEEP = 'an archive inside archives, too deep; open it and drop the folder';
/** An archive that lies packed in another one is unpacked into the browser's store first, up to this size. */
const MAX_INNER_BYTES = 1 << 30;
const TOO_LARGE = 'an archive inside an archive, too large to be opened here; open it and drop the folder';

async function openZip(item: DiscItem, reading: Reading): Promise<void> {
  const blob = await item.blob();
  const { entries, refused, summary } = await listZip(blob);
  // Of archives inside a ZIP the outermost counts: it is the one that can go as it came.
  const archive = item.archive ?? reading.archives.length;
  if (item.archive === null) {
    reading.archives.push({ name: item.path, blob, digest: await sha256OfText(summary) });
  }
  const inside = { archive, depth: item.depth + 1 };
  for (const { path, reason } of refused) reading.refused.push({ path: `${item.path}/${path}`, reason, archive });
  enqueue(
    entries.map((entry) => zipItem(`${item.path}/${entry.path}`, blob, entry, inside)),
    reading,
  );
}

async function openContainer(item: DiscItem, kind: ContainerKind, reading: Reading): Promise<void> {
  if (item.depth >= DEPTH) throw new UnreadableContainer(TOO_DEEP);
  if (!item.plain && item.size > MAX_INNER_BYTES) throw new UnreadableContainer(TOO_LARGE);
  if (kind === 'zip') return openZip(item, reading);
  const blob = await item.blob();
  const inside: Inside = { archive: item.archive, depth: item.depth + 1 };
  if (kind === 'gzip') {
    enqueue([blobItem(item.path.replace(/\.gz$/i, ''), await gunzipped(blob, MAX_INNER_BYTES), inside)], reading);
    return;
  }
  const directory = kind === 'tar' ? await readTar(blobSource(blob)) : await readIso(blobSource(blob));
  for (const { path, reason } of directory.refused)
    reading.refused.push({ path: `${item.path}/${path}`, reason, archive: item.archive });
  const entries = directory.entries.map(({ path, offset, size }) =>
    blobItem(`${item.path}/${path}`, blob.slice(offset, offset + size), inside),
  );
  enqueue(entries, reading);
}

function enqueue(items: readonly DiscItem[], reading: Reading): void {
  reading.queue.push(...items);
  const bytes = items.reduce((sum, { size }) => sum + size, 0);
  reading.progress = {
    ...reading.progress,
    ofFiles: reading.progress.ofFiles + items.length,
    ofBytes: reading.progress.ofBytes + bytes,
  };
}

async function take(item: DiscItem, reading: Reading): Promise<void> {
  const { path, archive } = item;
  const look = await lookAtItem(item);
  if (look.kind === 'refused') reading.refused.push({ path, reason: look.reason, archive });
  else if (look.kind === 'ignored') {
    reading.ignored.push({ path, reason: look.reason, archive });
    if (look.list !== undefined) reading.lists.push({ list: look.list, archive });
  } else if (look.kind === 'packed') {
    const name = path.split('/').at(-1) ?? path;
    reading.packed.push({ key: `packed\n${path}`, path, name, blob: await item.blob(), archive });
  } else if (look.kind === 'image') {
    reading.share(look.header);
    reading.found.push({ item, header: look.header, sha256: look.sha256 });
    if (look.incomplete !== null) reading.refused.push({ path, reason: look.incomplete, archive });
  } else await tryContainer(item, look.container, reading);
}

async function tryContainer(item: DiscItem, kind: ContainerKind, reading: Reading): Promise<void> {
  try {
    await openContainer(item, kind, reading);
  } catch (error) {
    if (!(error instanceof UnreadableContainer)) throw error;
    reading.refused.push({ path: item.path, reason: error.message, archive: item.archive });
  }
}

/** Takes items from the queue until it is empty. What a container held was added to it meanwhile, hence the loop. */
async function drain(reading: Reading, onProgress: () => void): Promise<void> {
  const work = async (): Promise<void> => {
    for (let item = reading.queue.shift(); item !== undefined; item = reading.queue.shift()) {
      await take(item, reading);
      const { progress } = reading;
      const [files, bytes] = [progress.files + 1, progress.bytes + item.size];
      reading.progress = { ...progress, files, bytes, images: reading.found.length };
      onProgress();
    }
  };
  while (reading.queue.length > 0) await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** In the order of paths, whichever file was read first: the same disc has to give the same images every time. */
function withoutCopies(reading: Reading): Found[] {
  const first = new Map<string, string>();
  return reading.found
    .toSorted((a, b) => byPath(a.item, b.item))
    .filter(({ item, header }) => {
      const before = first.get(header.sopInstanceUid);
      if (before === undefined) first.set(header.sopInstanceUid, item.path);
      else reading.ignored.push({ path: item.path, reason: `the same image as ${before}`, archive: item.archive });
      return before === undefined;
    });
}

/** What `look` finds in a frame of a series; null where the frame is damaged or cannot be opened. */
async function lookAt<T>(
  series: readonly Found[],
  ordered: OrderedFrame | undefined,
  look: (blob: Blob, found: Found, frame: number) => Promise<T | null>,
): Promise<T | null> {
  const found = series.find(({ header }) => header.sopInstanceUid === ordered?.sopInstanceUid);
  if (found === undefined || ordered === undefined) return null;
  try {
    return await look(await found.item.blob(), found, ordered.frame);
  } catch (error) {
    // A picture is a help, not the image: what cannot be read is told where the file itself is looked at or sent.
    // Decoders made by Emscripten throw numbers.
    if (error instanceof Error || typeof error === 'number') return null;
    throw error;
  }
}

/** The middle picture of a series, drawn small; null where it is in colour, damaged or of a kind that cannot be opened. */
function pictureOf(series: readonly Found[], frames: readonly OrderedFrame[], openFrame: OpenFrame) {
  return lookAt(series, frames[Math.floor(frames.length / 2)], (blob, { header }, frame) =>
    framePicture(blob, header, { frame, size: Math.min(PICTURE_SIZE, header.columns), openFrame }),
  );
}

/** Pictures of a series that are looked at for a hint: each is a file that has to be opened once more. */
const LOOKED_AT = 3;

/** Hints from the pixels of a series that is read, from a few of its pictures. */
async function signsOf(
  summary: SeriesSummary,
  series: readonly Found[],
  frames: readonly OrderedFrame[],
  openFrame: OpenFrame,
): Promise<SeriesSummary> {
  if (summary.modality !== 'MR' || summary.role !== 'diagnostic') return summary;
  const measured = new Map<number, FrameMeasures>();
  for (const at of framesToLookAt(frames.length, LOOKED_AT)) {
    const measures = await lookAt(series, frames[at], (blob, { header }, frame) =>
      frameMeasures(blob, header, { frame, openFrame }),
    );
    if (measures !== null) measured.set(at, measures);
  }
  const quality = qualitySigns(measured);
  return quality.length === 0 ? summary : { ...summary, quality };
}

async function studyOf(
  key: string,
  images: readonly (Found & { readonly id: number })[],
  openFrame: OpenFrame,
): Promise<DiscStudy> {
  const [summary] = describeStudies(images.map(({ header }) => header));
  if (summary === undefined) throw new Error('a study without images');
  const pictures: Record<string, Preview> = {};
  const bySeries = Map.groupBy(images, ({ header }) => header.seriesInstanceUid);
  const series: SeriesSummary[] = [];
  for (const one of summary.series) {
    const own = bySeries.get(one.seriesInstanceUid) ?? [];
    const frames = orderFrames(own.map(({ header }) => header));
    const picture = await pictureOf(own, frames, openFrame);
    if (picture !== null) pictures[one.seriesInstanceUid] = picture;
    series.push(await signsOf(one, own, frames, openFrame));
  }
  return {
    key,
    summary: { ...summary, series },
    pictures,

    images: images.map(({ id, item, header }) => ({
      ...{ id, path: item.path, size: item.size, series: header.seriesInstanceUid },
    })),
    bytes: images.reduce((sum, { item }) => sum + item.size, 0),
  };
}

/** The discs' own lists held against what was read, and which part of the disc each listed image belongs to. */
function heldAgainst(
  lists: readonly FoundList[],
  images: readonly Found[],
): Pick<DiscContents, 'lists' | 'listed' | 'listedParts'> {
  const read = new Map(images.map((found) => [found.header.sopInstanceUid, found]));
  const listedParts: Record<string, string[]> = {};
  for (const { sopInstanceUid } of lists.flatMap(({ list }) => list.files)) {
    const found = read.get(sopInstanceUid);
    if (found === undefined) continue;
    const part = partKey({ key: studyKey(found) }, found.header.seriesInstanceUid);
    const listed = listedParts[part] ?? [];
    listed.push(sopInstanceUid);
    listedParts[part] = listed;
  }
  return { lists, listed: lists.map(({ list }) => checkDiscList(list, (uid) => read.has(uid))), listedParts };
}

const studyKey = ({ header: { studyInstanceUid, patient } }: Found) =>
  `${studyInstanceUid}\n${patient.id}\n${patient.name}`;

const byDate = (a: DiscStudy, b: DiscStudy) =>
  a.summary.date.localeCompare(b.summary.date) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** What sending needs of an image: of thousands of them the headers would weigh more than all the rest of the page. */
type Sendable = Pick<Found, 'item' | 'sha256'>;

async function readyImage({ item, sha256 }: Sendable): Promise<ReadyImage> {
  try {
    const blob = await item.blob();
    return { blob, sha256: sha256 ?? (await sha256OfBlob(blob)) };
  } catch (error) {
    if (error instanceof DOMException || error instanceof Error) throw new UnreadableImage(item.path);
    throw error;
  }
}

/**
 * Reads discs: folders, ZIPs, tar archives and ISO images, by content and not by name. Keeps where the images' bytes lie, never
 * the bytes; `read` forgets what it read before. `openFrame` opens compressed frames for the pictures.
 */
export function createDiscReader(openFrame: OpenFrame = async () => null): DiscReader {
  let images: readonly Sendable[] = [];
  return {
    async read(picked: readonly PickedFile[], onProgress): Promise<DiscContents> {
      const reading: Reading = {
        queue: [],
        found: [],
        refused: [],
        ignored: [],
        archives: [],
        packed: [],
        lists: [],
        share: createShare(),
        progress: { files: 0, ofFiles: 0, bytes: 0, ofBytes: 0, images: 0 },
      };
      enqueue(picked.map(fileItem), reading);
      await drain(reading, () => onProgress(reading.progress));
      const kept = withoutCopies(reading).map((found, id) => ({ ...found, id }));
      images = kept.map(({ item, sha256 }) => ({ item, sha256 }));
      const studies: DiscStudy[] = [];
      for (const [key, own] of Map.groupBy(kept, studyKey)) studies.push(await studyOf(key, own, openFrame));
      const archives = reading.archives.map(
        ({ name, blob, digest }, at): DiscArchive => ({
          name: name.split('/').at(-1) ?? name,
          blob,
          digest,
          at,
          imageIds: kept.filter(({ item }) => item.archive === at).map(({ id }) => id),
        }),
      );
      return {
        studies: studies.sort(byDate),
        archives: archives.filter(({ imageIds }) => imageIds.length > 0),
        packed: reading.packed.toSorted(byPath),
        refused: reading.refused.toSorted(byPath),
        ignored: reading.ignored.toSorted(byPath),
        ...heldAgainst(reading.lists, kept),
      };
    },
    async prepare(ids) {
      const ready: ReadyImage[] = [];
      for (const id of ids) {
        const image = images[id];
        if (image === undefined) throw new Error(`no image ${id} was read`);
        ready.push(await readyImage(image));
      }
      return ready;
    },
    close() {
      images = [];
    },
  };
}
