import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import { describe, expect, it } from 'vitest';
import type { ArchivedInstance } from '../model.ts';
import { middleOut, planStream } from './plan-stream.ts';

const [made] = makeStudy({ seed: 'plan', scale: { slices: 1, matrix: 32 } }).instances;
const header = parseHeader(made?.bytes ?? new Uint8Array());

const slice = (number: number, change: Partial<InstanceHeader> = {}): ArchivedInstance => {
  const sopInstanceUid = `1.${number}`;
  const position = [0, 0, number * 5];
  const orientation = [1, 0, 0, 0, 1, 0];
  const own = { ...header, sopInstanceUid, instanceNumber: number, position, orientation, perFrame: [], ...change };
  return { sopInstanceUid, seriesInstanceUid: '1', header: own } as unknown as ArchivedInstance;
};

describe('planStream', () => {
  it('describes frames in display order and sends the middle one first, then outwards', () => {
    const plan = planStream([slice(4), slice(2), slice(5), slice(1), slice(3)], false);
    expect(plan?.header.frames.map(({ instanceNumber }) => instanceNumber)).toEqual([1, 2, 3, 4, 5]);
    expect(plan?.header.order).toEqual([2, 3, 1, 4, 0]);
    expect(plan?.sent.map(({ instance }) => instance.header.instanceNumber)).toEqual([3, 4, 2, 5, 1]);
    expect(planStream([slice(1), slice(2)], true)?.header.order).toEqual([1]);
  });

  it('leaves out frames that the file does not hold', () => {
    const plan = planStream([slice(1), slice(2, { frameRanges: [] })], false);
    expect(plan?.header.frames).toHaveLength(1);
  });

  it('is nothing for objects without pictures', () => {
    expect(planStream([slice(1, { rows: 0, columns: 0, frames: 0 })], false)).toBeNull();
    expect(planStream([], false)).toBeNull();
  });

  it('makes room for the largest picture, so that none is left out', () => {
    const plan = planStream([slice(1), slice(2, { rows: 48, columns: 40 })], false);
    expect(plan?.header).toMatchObject({ rows: 48, columns: 40, frameBytes: 48 * 40 * 2 });
    expect(plan?.header.frames).toHaveLength(2);
  });

  it('keeps grey and colour apart: the more frequent is shown', () => {
    const colour = { photometric: 'RGB', samplesPerPixel: 3, bitsAllocated: 8, bitsStored: 8 };
    expect(planStream([slice(1), slice(2), slice(3, colour)], false)?.header).toMatchObject({
      samplesPerPixel: 1,
      order: [1, 0],
    });
    expect(planStream([slice(1), slice(2, colour), slice(3, colour)], false)?.header).toMatchObject({
      samplesPerPixel: 3,
      photometric: 'RGB',
      bitsAllocated: 8,
    });
  });

  it('names the stacks of a series that holds several, and none of one volume', () => {
    const dual = [1, 2, 3].flatMap((place) => [
      slice(place, { sopInstanceUid: `1.${place}.a`, echoTime: 30 }),
      slice(place, { sopInstanceUid: `1.${place}.b`, echoTime: 90 }),
    ]);
    const instances = dual.map((one) => ({ ...one, sopInstanceUid: one.header.sopInstanceUid }));
    const header = planStream(instances, false)?.header;
    expect(header?.stacks.map(({ label }) => label)).toEqual(['TE 30 ms', 'TE 90 ms']);
    for (const { label, frames } of header?.stacks ?? []) {
      expect(frames).toHaveLength(3);
      for (const at of frames) expect(`TE ${header?.frames[at]?.echoTime} ms`).toBe(label);
    }
    expect(planStream([slice(1), slice(2), slice(3)], false)?.header.stacks).toEqual([]);
  });

  it('has one rescale: the common one, or the coarsest', () => {
    const scale = { rescaleSlope: 2, rescaleIntercept: -5 };
    expect(planStream([slice(1, scale), slice(2, scale)], false)?.header).toMatchObject({ slope: 2, intercept: -5 });
    expect(planStream([slice(1, scale), slice(2)], false)?.header).toMatchObject({
      slope: 2,
      intercept: 0,
      signed: true,
    });
  });
});

describe('middleOut', () => {
  it('names every frame once, the middle first', () => {
    for (const count of [1, 2, 3, 10, 11]) {
      const order = middleOut(count);
      expect(order[0]).toBe(Math.floor(count / 2));
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
    }
  });
});
