import type { SeriesImages } from './series-images.ts';
import type { Point, Raster, View } from './view.ts';

/** Which path draws: the light one on a 2D canvas, or Cornerstone3D on WebGL. Shown on the pane as `data-renderer`. */
export type RendererName = 'canvas' | 'webgl';

/** What draws a pane. Every renderer draws the same `View`, so that a swap changes nothing in the picture. */
export interface Renderer {
  readonly name: RendererName;
  /** The element that it draws into; fills the pane. */
  readonly element: HTMLElement;
  show(images: SeriesImages, view: View): void;
  resize(): void;
  destroy(): void;
}

/** A renderer that brings measuring along. */
export interface MeasuringRenderer extends Renderer {
  /** Calls back once the first image of the series that `show` was last given is on the screen for two frames. */
  onSettled(listener: () => void): void;
  /** Lets the main button draw lengths. */
  setMeasuring(on: boolean): void;
}

/** A length that was drawn: both ends in pixels of the image (as in `view.ts`), and the distance in mm. */
export interface MeasuredLength {
  readonly images: SeriesImages;
  readonly index: number;
  readonly points: readonly [Point, Point];
  readonly mm: number;
}

/** Pixels and spacing of a frame; without a spacing pixels are taken as square, and lengths are not offered. */
export function rasterOf(images: SeriesImages, index: number): Raster {
  const { columns, rows, frames } = images.header;
  return { columns, rows, spacing: frames[index]?.pixelSpacing ?? [1, 1] };
}
