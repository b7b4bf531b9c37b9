import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitScale,
  imageBox,
  imageToPane,
  lengthMm,
  paneToImage,
  type Raster,
  type View,
  zoomAt,
  zoomPercent,
} from './view.ts';

const view: View = { index: 0, window: { center: 0, width: 1 }, zoom: 1, panX: 0, panY: 0 };
const pane = { width: 500, height: 700 };

describe('the view of a pane', () => {
  it('fits the image with its true aspect', () => {
    // 100 columns 2 mm apart are 200 mm wide, 300 rows of 1 mm are 300 mm high.
    const raster: Raster = { columns: 100, rows: 300, spacing: [1, 2] };
    expect(fitScale(raster, pane)).toBeCloseTo(700 / 300);
    const box = imageBox(raster, pane, view);
    expect(box.height).toBeCloseTo(700);
    expect(box.width / box.height).toBeCloseTo(200 / 300);
    expect(zoomPercent({ columns: 250, rows: 100, spacing: [1, 1] }, pane, view)).toBe(200);
  });

  const rasters = fc.record({
    columns: fc.integer({ min: 1, max: 1024 }),
    rows: fc.integer({ min: 1, max: 1024 }),
    spacing: fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })),
  });
  const spot = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 700 }));

  it('comes back to the same point from pane to image and to pane', () => {
    fc.assert(
      fc.property(rasters, spot, fc.double({ min: 0.2, max: 20, noNaN: true }), (raster, at, zoom) => {
        const turned = { ...view, zoom, panX: 31, panY: -17 };
        const back = imageToPane(raster, pane, turned, paneToImage(raster, pane, turned, at));
        expect(back[0]).toBeCloseTo(at[0], 5);
        expect(back[1]).toBeCloseTo(at[1], 5);
      }),
    );
  });

  it('keeps the point under the pointer while zooming', () => {
    fc.assert(
      fc.property(rasters, spot, fc.double({ min: 0.5, max: 2, noNaN: true }), (raster, at, factor) => {
        const before = paneToImage(raster, pane, view, at);
        const after = paneToImage(raster, pane, zoomAt(view, pane, factor, at), at);
        expect(after[0]).toBeCloseTo(before[0], 5);
        expect(after[1]).toBeCloseTo(before[1], 5);
      }),
    );
  });

  it('measures in mm over unequal spacings', () => {
    expect(lengthMm({ columns: 9, rows: 9, spacing: [2, 0.5] }, [0, 0], [6, 2])).toBeCloseTo(5);
  });
});
