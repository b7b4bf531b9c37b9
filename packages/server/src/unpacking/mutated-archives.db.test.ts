import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imageService } from '../../../../testing/images/image-service.ts';
import {
  finishImport,
  openImport,
  plainSender,
  type Sender,
  sendUpload,
} from '../../../../testing/images/send-images.ts';
import { archivesToMutate, archivesWanted, mutateArchive } from '../../../../testing/imaging/mutated-archives.ts';
import { madeInstance } from '../../../../testing/made-dicom.ts';

const COUNT = archivesWanted(24);
/** The first seed, to repeat a failure alone. */
const FIRST = Number(process.env.OVERREAD_MUTATED_ARCHIVES_FROM ?? 0);
const HANG_MS = 5000;
/** Memory may grow by so much over all of them. */
const MOST_MIB = 512;

const service = imageService();

async function timed(caseId: string, bytes: Uint8Array) {
  const began = performance.now();
  const view = await service.deliver(caseId, 'archive', bytes);
  return { view, took: performance.now() - began };
}

const { kinds } = archivesToMutate();
const originals = new Map(
  [1, 2, 3].map((number) => {
    const bytes = madeInstance({ SOPInstanceUID: `2.25.${number}` });
    return [parseHeader(bytes).sopInstanceUid, Buffer.from(bytes)];
  }),
);

it(`${COUNT} damaged archives are imported, or refused with a reason, none for longer than 5 s`, {
  timeout: 120_000 + COUNT * 1000,
}, async () => {
  const before = process.memoryUsage().rss;
  const wrong: string[] = [];
  let taken = 0;
  for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
    const [name, original] = kinds[seed % kinds.length] as (typeof kinds)[number];
    const caseId = `mutated-${seed}`;
    const bytes = mutateArchive(original, seed);
    const { view, took } = await timed(caseId, bytes);
    // A busy machine makes anything slow now and then: what hangs does so twice.
    if (took > HANG_MS && (await timed(`${caseId}-again`, bytes)).took > HANG_MS)
      wrong.push(`${name} ${seed}: took ${Math.round(took)} ms`);
    if (view.state !== 'done') wrong.push(`${name} ${seed}: ${view.state}`);
    const here = await service.rooms.archive.instances(caseId);
    taken += here.length;
    const left = [...view.refused, ...view.ignored];
    if (here.length === 0 && left.length === 0) wrong.push(`${name} ${seed}: nothing was said`);
    if (left.some(({ reason }) => reason.length < 5)) wrong.push(`${name} ${seed}: no reason`);
  }
  expect(wrong).toEqual([]);
  // Not all changes are fatal: much arrives.
  if (COUNT >= kinds.length) expect(taken).toBeGreaterThan(COUNT / 3);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(MOST_MIB);
});

it('the next whole archive of every kind arrives as it is', async () => {
  for (const [name, bytes] of kinds) {
    const caseId = `whole-${name.replaceAll(/\W/g, '-')}`;
    const view = await service.deliver(caseId, 'archive', bytes);
    expect(view.refused, name).toEqual([]);
    for (const [uid, image] of originals) {
      expect((await service.rooms.archive.openInstance(caseId, uid))?.equals(image), `${name} ${uid}`).toBe(true);
    }
  }
});
