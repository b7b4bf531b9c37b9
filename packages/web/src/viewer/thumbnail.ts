import { tableOptions } from './first-paint.ts';
import { createSeriesImages, type SeriesImagesWriter } from './series-images.ts';
import { createStreamParser } from './stream-parser.ts';
import { paintFrame, windowTable } from './window-table.ts';

/**
 * Draws the first frame of a stream (asked for with `only=middle`) into a canvas, in its true shape.
 * Throws where the service refuses or the stream is broken.
 */
export async function drawThumbnail(url: string, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin', signal });
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  let writer: SeriesImagesWriter | null = null;
  const parser = createStreamParser({
    target(header, slots) {
      const buffer = new ArrayBuffer(slots * header.frameBytes);
      writer = createSeriesImages(header, buffer);
      return new Uint8Array(buffer);
    },
    frame: (index) => writer?.frame(index),
  });
  parser.push(new Uint8Array(await response.arrayBuffer()));
  parser.finish();
  const { images } = writer as unknown as SeriesImagesWriter;
  const { header } = images;
  const index = header.order[0] ?? 0;
  const pixels = images.pixels(index);
  const film = document.createElement('canvas');
  film.width = header.columns;
  film.height = header.rows;
  const filmContext = film.getContext('2d');
  const context = canvas.getContext('2d');
  if (pixels === null || filmContext === null || context === null) return;
  const picture = filmContext.createImageData(header.columns, header.rows);
  const table = windowTable(header.window, tableOptions(images));
  paintFrame(pixels, header.samplesPerPixel, table, new Uint32Array(picture.data.buffer));
  filmContext.putImageData(picture, 0, 0);
  // Unequal spacings are stretched here, so that the rail may crop the canvas like any picture.
  const [between, across] = header.frames[index]?.pixelSpacing ?? [1, 1];
  const finest = Math.min(between, across);
  canvas.width = Math.round((header.columns * across) / finest);
  canvas.height = Math.round((header.rows * between) / finest);
  context.drawImage(film, 0, 0, canvas.width, canvas.height);
}
