import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../reading/crc32.ts';
import type { DiscArchive, DiscContents, DiscImage, DiscPacked } from '../reading/disc-model.ts';
import { sha256OfBlob, sha256OfText } from '../reading/sha256.ts';
import { batchBody, manifestText } from './batch-body.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createImportMemory } from './import-memory.ts';
import { planBatches, planUploads } from './plan-batches.ts';
import { addSample, type Sample, secondsLeft, timeLeftOf } from './time-left.ts';

const images = fc
  .uniqueArray(fc.record({ path: fc.string({ minLength: 1 }), size: fc.integer({ min: 0, max: 120 }) }), {
    selector: ({ path }) => path,
    maxLength: 60,
  })
  .map((list): DiscImage[] => list.map((image, id) => ({ ...image, id, series: 's' })));

describe('batches', () => {
  it('hold every image once, none beyond the limit unless one image alone is', () => {
    fc.assert(
      fc.property(images, (list) => {
        const batches = planBatches(list, 100);
        expect(
          batches
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(list.map(({ id }) => id).sort());
        for (const batch of batches) {
          const bytes = batch.reduce((sum, { size }) => sum + size, 0);
          expect(bytes <= 100 || batch.length === 1).toBe(true);
        }
      }),
    );
  });

  it('are the same for the same images in any order', () => {
    fc.assert(
      fc.property(images, (list) => {
        expect(planBatches(list.toReversed(), 100)).toEqual(planBatches(list, 100));
      }),
    );
  });
});

describe('the plan', () => {
  const image = (id: number, archive = ''): DiscImage => ({ id, path: `${archive}/${id}`, size: 10, series: 's' });
  const study = (key: string, ids: number[]) => ({ key, images: ids.map((id) => image(id)), bytes: 0 });
  const archive = (ids: number[]): DiscArchive => ({
    name: 'disc.zip',
    blob: new Blob(['zip']),
    digest: 'd',
    at: 0,
    imageIds: ids,
  });
  const contents = (archives: DiscArchive[], packed: readonly Partial<DiscPacked>[] = []) =>
    ({
      studies: [study('a', [0, 1]), study('b', [2])],
      archives,
      packed,
      refused: [],
      ignored: [],
    }) as unknown as DiscContents;

  it('sends a ZIP as it came when all of it was chosen', () => {
    const plan = planUploads(contents([archive([0, 1, 2])]), new Set(['a\ns', 'b\ns']));
    expect(plan.map(({ kind, files }) => [kind, files])).toEqual([['archive', 3]]);
  });

  it('sends the chosen images of a ZIP as a batch when something was left out', () => {
    const plan = planUploads(contents([archive([0, 1, 2])]), new Set(['a\ns']));
    expect(plan.map(({ kind, files, bytes }) => [kind, files, bytes])).toEqual([['batch', 2, 20]]);
  });

  it('opens a ZIP of which the case holds something, and sends what only the service opens as it came', () => {
    const seven = { key: 'packed\n7', path: 'a.7z', name: 'a.7z', blob: new Blob(['7z']), archive: null };
    const all = contents([archive([0, 1, 2])], [seven]);
    const chosen = new Set(['a\ns', 'b\ns', seven.key]);
    const plan = planUploads(all, chosen, { whole: new Set() });
    expect(plan.map(({ kind, files }) => [kind, files])).toEqual([
      ['batch', 3],
      ['archive', 1],
    ]);
  });

  it('opens a ZIP when an archive in it was left out', () => {
    const inner = { key: 'packed\n7', path: 'disc.zip/a.7z', name: 'a.7z', blob: new Blob(['7z']), archive: 0 };
    const all = contents([archive([0, 1, 2])], [inner]);
    const kinds = (chosen: string[]) => planUploads(all, new Set(chosen)).map(({ kind }) => kind);
    expect(kinds(['a\ns', 'b\ns'])).toEqual(['batch']);
    expect(kinds(['a\ns', 'b\ns', inner.key])).toEqual(['archive']);
  });

  it('sends nothing of what was not chosen', () => {
    expect(planUploads(contents([]), new Set())).toEqual([]);
    expect(
      planUploads(contents([]), new Set(['b\ns'])).flatMap((upload) => (upload.kind === 'batch' ? upload.images : [])),
    ).toEqual([image(2)]);
  });
});

const files = [
  { path: 'a', size: 3, sha256: '11' },
  { path: 'ü', size: 2, sha256: '22' },
];

describe('the frame of a batch', () => {
  it('is length, manifest, files', async () => {
    const { manifest, body } = batchBody([
      { ...files[0], blob: new Blob(['abc']) },
      { ...files[1], blob: new Blob(['de']) },
    ] as Parameters<typeof batchBody>[0]);
    const bytes = new Uint8Array(await body.arrayBuffer());
    const length = new DataView(bytes.buffer).getUint32(0, true);
    const text = new TextDecoder();
    expect(text.decode(bytes.subarray(4, 4 + length))).toBe(manifest);
    expect(JSON.parse(manifest)).toEqual({ version: 1, files });
    expect(text.decode(bytes.subarray(4 + length))).toBe('abcde');
  });

  it('has a manifest that does not hang on the order of keys', () => {
    const turned = files.map(({ path, size, sha256 }) => ({ sha256, size, path }));
    expect(manifestText(turned)).toBe(manifestText(files));
  });
});

it('fingerprints differ by case, by delivery and by contents, and by nothing else', async () => {
  const one = { caseId: 'c', importId: 'i', contents: manifestText(files) };
  const all = await Promise.all([
    fingerprintOf(one),
    fingerprintOf({ ...one }),
    fingerprintOf({ ...one, caseId: 'd' }),
    fingerprintOf({ ...one, importId: 'j' }),
    fingerprintOf({ ...one, contents: manifestText(files.toReversed()) }),
  ]);
  expect(all[1]).toBe(all[0]);
  expect(new Set(all).size).toBe(4);
});

describe('time left', () => {
  const at = (seconds: number, bytes: number): Sample => ({ atMs: seconds * 1000, bytes });

  it('is not guessed in the first moments, nor while nothing gets through', () => {
    expect(secondsLeft([], 100)).toBeNull();
    expect(secondsLeft([at(0, 0), at(1, 50)], 100)).toBeNull();
    expect(secondsLeft([at(0, 50), at(10, 50)], 100)).toBeNull();
  });

  it('follows the pace of the last seconds, not of the whole', () => {
    let samples: readonly Sample[] = [];
    for (let second = 0; second <= 60; second += 1) samples = addSample(samples, at(second, second * 10));
    for (let second = 61; second <= 90; second += 1) samples = addSample(samples, at(second, 600 + (second - 60)));
    expect(secondsLeft(samples, 1000)).toBeCloseTo(370, 0);
    expect(samples.length).toBeLessThan(25);
  });

  it.each([
    [null, { unit: 'unknown' }],
    [3, { unit: 'moment' }],
    [30, { unit: 'minutes', count: 1 }],
    [61, { unit: 'minutes', count: 2 }],
    [7_000, { unit: 'hours', count: 2 }],
  ] as const)('%s seconds are said in steps that people use', (seconds, said) => {
    expect(timeLeftOf(seconds)).toEqual(said);
  });
});

describe('hashes', () => {
  it('are the same whole and in pieces', async () => {
    const bytes = new Uint8Array(17 << 20).map((_, at) => at % 251);
    const pieces = await sha256OfBlob(new Blob([bytes]));
    const { createHash } = await import('node:crypto');
    expect(pieces).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await sha256OfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('and the checksum of ZIPs is the standard one, also in parts', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  });
});

describe('what a browser remembers', () => {
  const store = () => {
    const values = new Map<string, string>();
    return {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
    };
  };
  const remembered = {
    importId: 'i',
    chosen: ['k'],
    files: 2,
    bytes: 10,
    name: 'disc',
    arrived: [],
    arrivedFiles: 0,
    arrivedBytes: 0,
    sent: false,
  };

  it('is of one case, and gone when forgotten', () => {
    const storage = store();
    const memory = createImportMemory('one', storage);
    memory.remember(remembered);
    expect(memory.recall()).toEqual(remembered);
    expect(createImportMemory('two', storage).recall()).toBeNull();
    memory.forget();
    expect(memory.recall()).toBeNull();
  });

  it('is nothing where it was damaged or storage is closed', () => {
    const storage = store();
    storage.setItem('overread-import-one', '{broken');
    expect(createImportMemory('one', storage).recall()).toBeNull();
    const closed = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    const memory = createImportMemory('one', { getItem: closed, setItem: closed, removeItem: closed });
    expect(memory.recall()).toBeNull();
    memory.remember(remembered);
  });
});
