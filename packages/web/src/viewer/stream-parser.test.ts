import type { StreamHeader } from '@overread/contract/images.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeriesImages, type SeriesImages, type SeriesImagesWriter, stackOf } from './series-images.ts';
import { createSeriesStacks } from './series-stacks.ts';
import { createStreamParser } from './stream-parser.ts';

function headerOf(change: Partial<StreamHeader> = {}): StreamHeader {
  const frames = Array.from({ length: 5 }, (_, i) => ({
    sopInstanceUid: `1.2.${i}`,
    frame: 0,
    instanceNumber: i + 1,
    position: [0, 0, i * 3],
    orientation: [1, 0, 0, 0, 1, 0],
    pixelSpacing: [1, 1] as const,
    sliceThickness: 3,
    repetitionTime: 3203,
    echoTime: 110,
    frameOfReferenceUid: '1.2.3',
  }));
  return {
    seriesInstanceUid: '1.2.3.4',
    description: 'T2 “AX” größe',
    rows: 2,
    columns: 3,
    bitsAllocated: 16,
    signed: true,
    samplesPerPixel: 1,
    photometric: 'MONOCHROME2',
    frameBytes: 12,
    window: { center: 100, width: 200 },
    slope: 1,
    intercept: 0,
    frames,
    order: [2, 1, 3, 0, 4],
    stacks: [],
    ...change,
  };
}

/** The stream as the service writes it; every value of frame `i` is `i * 100 - 200`. */
function streamOf(header: StreamHeader): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + header.order.length * header.frameBytes);
  bytes.set(new TextEncoder().encode('OVR1'));
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, 8);
  header.order.forEach((index, nth) => {
    const pixels = new Int16Array(header.frameBytes / 2).fill(index * 100 - 200);
    bytes.set(new Uint8Array(pixels.buffer), 8 + json.length + nth * header.frameBytes);
  });
  return bytes;
}

function read(bytes: Uint8Array, cuts: readonly number[]) {
  let writer: SeriesImagesWriter | null = null;
  const arrived: number[] = [];
  const parser = createStreamParser({
    target(header, slots) {
      const buffer = new ArrayBuffer(slots * header.frameBytes);
      writer = createSeriesImages(header, buffer);
      return new Uint8Array(buffer);
    },
    frame(index) {
      arrived.push(index);
      writer?.frame(index);
    },
  });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    parser.push(bytes.subarray(from, cut));
    from = cut;
  }
  parser.push(bytes.subarray(from));
  parser.finish();
  return { images: (writer as unknown as SeriesImagesWriter).images, arrived };
}

describe('the framed stream', () => {
  it('puts frames in display order, however the bytes are cut', () => {
    const bytes = streamOf(headerOf());
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (cuts) => {
        const { images, arrived } = read(bytes, cuts);
        expect(arrived).toEqual([2, 1, 3, 0, 4]);
        for (let i = 0; i < 5; i += 1) expect([...(images.pixels(i) ?? [])]).toEqual(Array(6).fill(i * 100 - 200));
        expect(images.header.description).toBe('T2 “AX” größe');
      }),
      { numRuns: 60 },
    );
  });

  it('holds only the frames that come, when the stream brings the middle one alone', () => {
    const { images } = read(streamOf(headerOf({ order: [2] })), []);
    expect(images.buffer.byteLength).toBe(12);
    expect(images.pixels(2)?.[0]).toBe(0);
    expect(images.pixels(1)).toBeNull();
  });

  it('is split into its stacks, over the same buffer', () => {
    const header = headerOf({
      stacks: [
        { label: 'b 0', frames: [0, 2, 4] },
        { label: 'b 1000', frames: [1, 3] },
      ],
    });
    const { images } = read(streamOf(header), []);
    const [low, high] = createSeriesStacks().of(images);
    expect([low?.stacks, low?.stack, high?.stack]).toEqual([['b 0', 'b 1000'], 0, 1]);
    expect(high?.header.frames.map(({ instanceNumber }) => instanceNumber)).toEqual([2, 4]);
    expect(low?.header.order).toEqual([1, 0, 2]);
    expect(high?.pixels(1)?.[0]).toBe(100);
    expect(high?.pixels(1)?.buffer).toBe(images.buffer);
    expect([high?.arrived(), high?.has(2), high?.whole(1)]).toEqual([2, false, 3]);
  });

  it('tells a stack of its own frames alone', () => {
    const header = headerOf({
      stacks: [
        { label: 'TE 30 ms', frames: [0, 1] },
        { label: 'TE 90 ms', frames: [2, 3, 4] },
      ],
    });
    const writer = createSeriesImages(header, new ArrayBuffer(60));
    const heard: number[] = [];
    const stop = stackOf(writer.images, 1).subscribe((index) => heard.push(index));
    for (const index of [2, 0, 4]) writer.frame(index);
    writer.end('complete');
    stop();
    writer.frame(3);
    expect(heard).toEqual([0, 2, -1]);
  });

  it('finds a frame in its stack, and links stacks that lie in the same place', () => {
    const stacks = createSeriesStacks();
    const { images } = read(
      streamOf(
        headerOf({
          stacks: [
            { label: 'b 0', frames: [0, 2, 4] },
            { label: 'b 1000', frames: [1, 3] },
          ],
        }),
      ),
      [],
    );
    const { sopInstanceUid = '', frame = 0 } = images.header.frames[3] ?? {};
    expect(stacks.find(images, { sopInstanceUid, frame })).toEqual({ stack: 1, index: 1 });
    expect(stacks.find(images, { sopInstanceUid: 'x', frame })).toBeNull();
    const [low, high] = stacks.of(images) as [SeriesImages, SeriesImages];
    expect(stacks.linkable(low, high)).toBe(true);
    const away = read(streamOf(headerOf()), []).images;
    const frames = away.header.frames.map((one) => ({ ...one, position: [0, 0, 900] }));
    expect(stacks.linkable(low, { ...away, header: { ...away.header, frames } })).toBe(false);
  });

  it('gives a frame before the next one has arrived', () => {
    const header = headerOf();
    const bytes = streamOf(header);
    const seen: number[] = [];
    const parser = createStreamParser({
      target: (known, slots) => new Uint8Array(slots * known.frameBytes),
      frame: (index) => seen.push(index),
    });
    parser.push(bytes.subarray(0, bytes.length - 4 * 12));
    expect(seen).toEqual([2]);
    expect(() => parser.finish()).toThrow('the stream ended after 1 of 5 frames');
  });

  it.each([
    ['does not begin with OVR1', (b: Uint8Array) => b.fill(0x41, 0, 4)],
    ['is not JSON', (b: Uint8Array) => b.fill(0x41, 8, 20)],
    ['is too long', (b: Uint8Array) => b.fill(0xff, 4, 8)],
  ])('refuses a stream that %s', (message, damage) => {
    const bytes = streamOf(headerOf());
    damage(bytes);
    expect(() => read(bytes, [])).toThrow(message);
  });

  it('refuses a header that contradicts itself, and bytes after the last frame', () => {
    expect(() => read(streamOf(headerOf({ rows: 9 })), [])).toThrow('cannot have 12 bytes');
    expect(() => read(streamOf(headerOf({ order: [2, 2] })), [])).toThrow('names a frame twice');
    expect(() => read(streamOf(headerOf({ order: [7] })), [])).toThrow('one that is not there');
    const longer = new Uint8Array([...streamOf(headerOf()), 0]);
    expect(() => read(longer, [])).toThrow('goes on after its last frame');
  });
});
