import type { Renderer } from './renderer.ts';
import { rasterOf } from './renderer.ts';
import type { SeriesImages } from './series-images.ts';
import { imageBox, type View } from './view.ts';
import { paintFrame, type TableOptions, type Window, windowTable } from './window-table.ts';

interface Painted {
  readonly images: SeriesImages;
  readonly index: number;
  readonly window: Window;
}

const samePaint = (a: Painted | null, b: Painted) =>
  a !== null &&
  a.images === b.images &&
  a.index === b.index &&
  a.window.center === b.window.center &&
  a.window.width === b.window.width;

export function tableOptions({ header }: SeriesImages): TableOptions {
  const { bitsAllocated: bits, signed, slope, intercept, photometric } = header;
  return { bits, signed, slope, intercept, inverted: photometric === 'MONOCHROME1' };
}

/**
 * The light viewer: a 2D canvas and a table of grey values. It draws a frame as soon as it arrives, long before
 * Cornerstone3D is loaded, and stays for good where WebGL is missing.
 */
export function createFirstPaint(): Renderer {
  const element = document.createElement('canvas');
  element.style.cssText = 'position:absolute;inset:0;inline-size:100%;block-size:100%;';
  const screen = element.getContext('2d', { alpha: false });
  const film = document.createElement('canvas');
  const filmContext = film.getContext('2d');
  let picture: ImageData | null = null;
  let painted: Painted | null = null;
  let last: { images: SeriesImages; view: View } | null = null;

  /** Fills the off-screen film with one frame through the window; keeps it while neither changes. */
  function paint(images: SeriesImages, view: View): boolean {
    const pixels = images.pixels(view.index);
    if (pixels === null || filmContext === null) return false;
    const wanted: Painted = { images, index: view.index, window: view.window };
    if (samePaint(painted, wanted)) return true;
    const { columns, rows, samplesPerPixel } = images.header;
    if (picture === null || film.width !== columns || film.height !== rows) {
      film.width = columns;
      film.height = rows;
      picture = filmContext.createImageData(columns, rows);
    }
    const words = new Uint32Array(picture.data.buffer);
    paintFrame(pixels, samplesPerPixel, windowTable(view.window, tableOptions(images)), words);
    filmContext.putImageData(picture, 0, 0);
    painted = wanted;
    return true;
  }

  function draw() {
    if (screen === null) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const pane = { width: element.clientWidth, height: element.clientHeight };
    const [width, height] = [Math.round(pane.width * ratio), Math.round(pane.height * ratio)];
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    screen.setTransform(1, 0, 0, 1, 0, 0);
    screen.fillStyle = '#000';
    screen.fillRect(0, 0, width, height);
    if (last === null || width === 0 || !paint(last.images, last.view)) return;
    const box = imageBox(rasterOf(last.images, last.view.index), pane, last.view);
    screen.setTransform(ratio, 0, 0, ratio, 0, 0);
    screen.imageSmoothingEnabled = true;
    screen.imageSmoothingQuality = 'low';
    screen.drawImage(film, box.x, box.y, box.width, box.height);
  }

  return {
    name: 'canvas',
    element,
    show(images, view) {
      last = { images, view };
      draw();
    },
    resize: draw,
    destroy() {
      last = null;
      element.remove();
    },
  };
}
