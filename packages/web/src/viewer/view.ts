import type { Window } from './window-table.ts';

/** What one pane shows: the truth that every renderer draws. Pan in CSS pixels; zoom 1 fits the image into the pane. */
export interface View {
  readonly index: number;
  readonly window: Window;
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of an image and their distance in mm; `spacing` is [between rows, between columns] as in PS3.3 10.7.1.3. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly spacing: readonly [number, number];
}

export type Point = readonly [number, number];

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 30;
/** Below this many mm a drawn line is a slip of the hand. */
export const SHORTEST_MM = 0.5;

/** CSS pixels for one mm at zoom 1: the whole image, with its right aspect, fits the pane. */
export function fitScale(raster: Raster, pane: Size): number {
  return Math.min(pane.width / (raster.columns * raster.spacing[1]), pane.height / (raster.rows * raster.spacing[0]));
}

/** CSS pixels for one image pixel, along a row and along a column. */
function pixelScale(raster: Raster, pane: Size, view: View): Point {
  const mm = fitScale(raster, pane) * view.zoom;
  return [mm * raster.spacing[1], mm * raster.spacing[0]];
}

/** Where the image lies in the pane, in CSS pixels. */
export function imageBox(raster: Raster, pane: Size, view: View) {
  const [sx, sy] = pixelScale(raster, pane, view);
  const width = raster.columns * sx;
  const height = raster.rows * sy;
  return { x: (pane.width - width) / 2 + view.panX, y: (pane.height - height) / 2 + view.panY, width, height };
}

/** Image pixels (0 at the outer corner of the top left pixel, as in PS3.3 C.18.6.1.2) to CSS pixels of the pane. */
export function imageToPane(raster: Raster, pane: Size, view: View, [x, y]: Point): Point {
  const box = imageBox(raster, pane, view);
  return [box.x + (x / raster.columns) * box.width, box.y + (y / raster.rows) * box.height];
}

export function paneToImage(raster: Raster, pane: Size, view: View, [x, y]: Point): Point {
  const box = imageBox(raster, pane, view);
  return [((x - box.x) / box.width) * raster.columns, ((y - box.y) / box.height) * raster.rows];
}

/** Zooms by `factor` and keeps what lies under `at` (CSS pixels of the pane) in its place. */
export function zoomAt(view: View, pane: Size, factor: number, at: Point): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * factor));
  const real = zoom / view.zoom;
  const [cx, cy] = [at[0] - pane.width / 2, at[1] - pane.height / 2];
  return { ...view, zoom, panX: cx - (cx - view.panX) * real, panY: cy - (cy - view.panY) * real };
}

/** The display zoom in percent: 100 is one image pixel on one CSS pixel, along a row. */
export function zoomPercent(raster: Raster, pane: Size, view: View): number {
  return Math.round(pixelScale(raster, pane, view)[0] * 100);
}

/** Distance of two image points in mm: Euclid over the spacing of rows and columns. */
export function lengthMm(raster: Raster, a: Point, b: Point): number {
  return Math.hypot((b[0] - a[0]) * raster.spacing[1], (b[1] - a[1]) * raster.spacing[0]);
}

/** Window after a drag: right is wider, down is darker (a higher centre), in steps that follow the width. */
export function dragWindow(window: Window, dx: number, dy: number): Window {
  const step = Math.max(0.25, window.width / 400);
  return { width: Math.max(1, window.width + dx * step), center: window.center + dy * step };
}
