import { DamagedDicom, NotDicom, parseHeader, pixelProblem } from '@overread/imaging';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imageService } from '../../../../testing/images/image-service.ts';
import {
  finishImport,
  openImport,
  plainSender,
  type Sender,
  sendUpload,
} from '../../../../testing/images/send-images.ts';
import { mutate } from '../../../../testing/imaging/mutate.ts';
import { seedFiles } from '../../../../testing/imaging/seed-files.ts';
import { madeInstance, madeZip } from '../../../../testing/made-dicom.ts';

const DAMAGED = 300;
const service = imageService();

const good = Array.from({ length: DAMAGED / 3 }, (_, at) => {
  const uids = { SOPInstanceUID: `2.25.88${at}`, StudyInstanceUID: '2.25.8800', SeriesInstanceUID: '2.25.88000' };
  return { path: `good/${at}`, bytes: madeInstance({ ...uids, InstanceNumber: at }), deflate: at % 2 === 0 };
});

/** Whether the file has to be named: it cannot be read, or not all of its pictures are there. */
function mustBeNamed(bytes: Uint8Array): boolean {
  try {
    return pixelProblem(parseHeader(bytes)) !== null;
  } catch (error) {
    if (error instanceof DamagedDicom || error instanceof NotDicom) return true;
    throw error;
  }
}

const seeds = seedFiles();
const damaged = Array.from({ length: DAMAGED }, (_, at) => {
  const { bytes } = mutate((seeds[at % seeds.length] as (typeof seeds)[number]).bytes, 50_000 + at);
  return { path: `damaged/${at}`, bytes, deflate: at % 3 !== 0 };
});

function deliver(caseId: string) {
  const mixed = damaged.flatMap((file, at) => (at % 3 === 0 ? [file, good[at / 3] as (typeof good)[number]] : [file]));
  return service.deliver(caseId, 'archive', madeZip(mixed));
}

it('a disc of damaged files between good ones: the good ones arrive, each bad one is named', async () => {
  const view = await deliver('damaged-1');
  expect(view.state).toBe('done');
  const here = new Map((await service.rooms.archive.instances('damaged-1')).map((each) => [each.sopInstanceUid, each]));
  for (const { path, bytes } of good) {
    const { sopInstanceUid } = parseHeader(bytes);
    expect(here.has(sopInstanceUid), path).toBe(true);
    expect((await service.rooms.archive.openInstance('damaged-1', sopInstanceUid))?.equals(Buffer.from(bytes))).toBe(
      true,
    );
  }
  const named = new Set([...view.refused, ...view.ignored].map(({ path }) => path));
  for (const { path } of good) expect(named.has(path), path).toBe(false);
  for (const { path, bytes } of damaged) if (mustBeNamed(bytes)) expect(named.has(path), path).toBe(true);
  for (const { reason } of [...view.refused, ...view.ignored]) expect(reason).toMatch(/\w{3}/);
});

it('and again and again: the memory that it took is there for the next', async () => {
  await deliver('damaged-2');
  const before = process.memoryUsage().rss;
  for (let round = 3; round < 8; round += 1) await deliver(`damaged-${round}`);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(128);
});
