import { gzipSync } from 'node:zlib';
import { BRAIN_PROTOCOL, type DiscFile, makeStudy, zipOf } from '@overread/demo';
import { describe, expect, it } from 'vitest';
import type { DiscContents, PickedFile, ReadingProgress } from './disc-model.ts';
import { createDiscReader } from './read-disc.ts';
import { sha256Of } from './sha256.ts';

const small = { scale: { slices: 4, matrix: 32 }, protocol: BRAIN_PROTOCOL.slice(3, 5) } as const;
const plain = (bytes: Uint8Array) => new Uint8Array(bytes);
const picked = (files: readonly DiscFile[]): PickedFile[] =>
  files.map(({ path, bytes }) => ({ path, file: new File([plain(bytes)], path.split('/').at(-1) ?? path) }));

async function read(files: readonly PickedFile[]) {
  const reader = createDiscReader();
  const told: ReadingProgress[] = [];
  const contents = await reader.read(files, (progress) => told.push(progress));
  return { reader, contents, told };
}
const paths = (contents: DiscContents) => contents.studies.flatMap(({ images }) => images.map(({ path }) => path));

describe('a folder', () => {
  const disc = makeStudy({ seed: 'folder', ...small, faults: { notDicomFiles: true } });

  it('shows whose it is, its study and series, each with a picture, and what stays behind', async () => {
    const { contents, told } = await read(picked(disc.files));
    const [study] = contents.studies;
    expect(contents.studies).toHaveLength(1);
    expect(study?.summary.patient.name).toBe('Okafor^Mara');
    expect(study?.summary.series.map(({ description, instances }) => [description, instances])).toEqual(
      disc.truth.series.map(({ description, instances }) => [description, instances]),
    );
    expect(Object.keys(study?.pictures ?? {}).sort()).toEqual(
      disc.truth.series.map(({ seriesInstanceUid }) => seriesInstanceUid).sort(),
    );
    expect(contents.ignored.map(({ path }) => path)).toEqual(expect.arrayContaining([...disc.truth.notDicom]));
    expect(told.at(-1)).toMatchObject({ files: disc.files.length, ofFiles: disc.files.length, images: 8 });
  });

  it('gives the same images in whatever order the files come', async () => {
    const forth = await read(picked(disc.files));
    const back = await read(picked(disc.files.toReversed()));
    expect(paths(back.contents)).toEqual(paths(forth.contents));
    expect(paths(forth.contents)).toEqual(paths(forth.contents).toSorted());
  });

  it('makes its images ready with their hashes, small ones and ones that were not read whole', async () => {
    const { reader, contents } = await read(picked(disc.files));
    const image = contents.studies[0]?.images[2];
    const [ready] = await reader.prepare([image?.id ?? -1]);
    const file = disc.files.find(({ path }) => path === image?.path);
    expect(ready?.sha256).toBe(await sha256Of(plain(file?.bytes ?? new Uint8Array())));
    expect(ready?.blob.size).toBe(file?.bytes.length);
  });
});

it('keeps two people apart, also on one disc', async () => {
  const disc = makeStudy({ seed: 'two', ...small, faults: { otherPatient: true } });
  const { contents } = await read(picked(disc.files));
  expect(contents.studies.map(({ summary }) => summary.patient.name).sort()).toEqual(['Okafor^Mara', 'Petrov^Ilya']);
});

it('names damaged and cut files and goes on', async () => {
  const disc = makeStudy({ seed: 'harm', ...small, faults: { damagedFile: true, truncatedFile: true } });
  const { contents } = await read(picked(disc.files));
  const named = contents.refused.map(({ path }) => path);
  expect(named).toEqual(expect.arrayContaining([...disc.truth.damaged, ...disc.truth.truncated]));
  expect(contents.refused.every(({ reason }) => reason.length > 10)).toBe(true);
  expect(paths(contents)).toHaveLength(6);
});

it('counts an image that is there twice once, and says of which it is a copy', async () => {
  const disc = makeStudy({
    seed: 'copy',
    ...small,
    faults: { doubledSlices: [{ series: 'AX T2 TSE', slices: [1], as: 'same-instance' }] },
  });
  const { contents } = await read(picked(disc.files));
  expect(paths(contents)).toHaveLength(8);
  expect(contents.ignored.some(({ reason }) => reason.startsWith('the same image as '))).toBe(true);
});

it.each(['rle', 'big-endian', 'implicit'] as const)('draws pictures of files in %s too', async (transferSyntax) => {
  const disc = makeStudy({ seed: transferSyntax, ...small, faults: { transferSyntax } });
  const { contents } = await read(picked(disc.files));
  expect(Object.keys(contents.studies[0]?.pictures ?? {})).toHaveLength(2);
});

describe('a ZIP', () => {
  const disc = makeStudy({ seed: 'zip', ...small, faults: { notDicomFiles: true } });
  const asZip = async (compress: boolean) =>
    new File([plain(await zipOf(disc.files, { compress }))], 'disc.zip', { type: 'application/zip' });

  it.each([true, false])('is read like the folder it was made from (deflated: %s)', async (compress) => {
    const folder = await read(picked(disc.files));
    const { reader, contents } = await read([{ path: 'disc.zip', file: await asZip(compress) }]);
    expect(contents.studies[0]?.summary).toEqual(folder.contents.studies[0]?.summary);
    expect(paths(contents)).toEqual(paths(folder.contents).map((path) => `disc.zip/${path}`));
    expect(contents.archives.map(({ name, imageIds }) => [name, imageIds.length])).toEqual([['disc.zip', 8]]);
    const [ready] = await reader.prepare([contents.studies[0]?.images[0]?.id ?? -1]);
    const file = disc.files.find(({ path }) => `disc.zip/${path}` === contents.studies[0]?.images[0]?.path);
    expect(ready?.sha256).toBe(await sha256Of(plain(file?.bytes ?? new Uint8Array())));
    expect(new Uint8Array((await ready?.blob.arrayBuffer()) ?? new ArrayBuffer())).toEqual(
      plain(file?.bytes as Uint8Array),
    );
  });

  it('has a digest that hangs on what is in it', async () => {
    const one = await read([{ path: 'disc.zip', file: await asZip(true) }]);
    const same = await read([{ path: 'other.zip', file: await asZip(true) }]);
    const bytes = plain(await zipOf(makeStudy({ seed: 'another', ...small }).files));
    const other = await read([{ path: 'disc.zip', file: new File([bytes], 'disc.zip') }]);
    expect(same.contents.archives[0]?.digest).toBe(one.contents.archives[0]?.digest);
    expect(other.contents.archives[0]?.digest).not.toBe(one.contents.archives[0]?.digest);
  });

  it('is refused by its reason when it is cut short', async () => {
    const whole = await asZip(true);
    const { contents } = await read([{ path: 'disc.zip', file: new File([whole.slice(0, 4000)], 'disc.zip') }]);
    expect(contents.studies).toEqual([]);
    expect(contents.refused).toMatchObject([{ path: 'disc.zip', reason: expect.stringContaining('cut short') }]);
  });

  it('names an entry that was damaged in it', async () => {
    const bytes = plain(await zipOf(disc.files, { compress: true }));
    // Into the data of the first large entry: behind its local header, well before the next.
    bytes.fill(0x55, 2500, 2900);
    const { contents } = await read([{ path: 'disc.zip', file: new File([bytes], 'disc.zip') }]);
    expect(contents.refused.some(({ reason }) => reason.startsWith('damaged in its archive'))).toBe(true);
  });
});

it('says of an empty folder and of files that are no images what they are', async () => {
  const { contents } = await read([
    { path: 'holiday.jpg', file: new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4)], 'holiday.jpg') },
    { path: 'empty', file: new File([], 'empty') },
    { path: 'a.tar.gz', file: new File([Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0)], 'a.tar.gz') },
  ]);
  expect(contents.studies).toEqual([]);
  expect(contents.ignored).toHaveLength(2);
  expect(contents.refused).toMatchObject([{ path: 'a.tar.gz', reason: expect.stringContaining('damaged') }]);
});

describe('archives', () => {
  const disc = makeStudy({ seed: 'archives', ...small });
  const file = (path: string, bytes: Uint8Array) => ({ path, file: new File([plain(bytes)], path) });

  it('are opened inside each other and under gzip, and the outermost ZIP is the one that can go whole', async () => {
    const inner = await zipOf(disc.files);
    const { reader, contents } = await read([
      file('outer.zip', await zipOf([{ path: 'a/inner.zip', bytes: inner }], { compress: true })),
    ]);
    expect(contents.studies[0]?.images).toHaveLength(8);
    expect(contents.archives).toMatchObject([{ name: 'outer.zip', imageIds: { length: 8 } }]);
    const [ready] = await reader.prepare([0]);
    expect(disc.files.map(({ bytes }) => bytes.length)).toContain(ready?.blob.size);
    const zipped = await read([file('disc.zip.gz', gzipSync(inner))]);
    expect(paths(zipped.contents)[0]).toContain('disc.zip/');
    expect(paths(zipped.contents)).toHaveLength(8);
  });

  it('that only the service opens are named, to be sent whole', async () => {
    const { contents } = await read([file('disc.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 1, 2))]);
    expect(contents.packed).toMatchObject([{ name: 'disc.7z', archive: null }]);
    expect([contents.studies, contents.refused]).toEqual([[], []]);
  });
});

it('holds the disc’s own list against what was read', async () => {
  const disc = makeStudy({ seed: 'listed', ...small, faults: { damagedFile: true } });
  const { contents } = await read(picked(disc.files));
  expect(contents.listed).toMatchObject([{ path: 'DICOMDIR', images: 8, missing: disc.truth.damaged }]);
  expect(Object.values(contents.listedParts).flat()).toHaveLength(8 - disc.truth.damaged.length);
});
