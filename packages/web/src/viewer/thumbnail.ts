import { tableOptions } from './first-paint.ts';
import { createSeriesImages, type SeriesImagesWriter } from './series-images.ts';
import { createStreamParser } from './stream-parser.ts';
import { paintFrame, windowTable } from './window-table.ts';

/**
 * Draws the first frame of a stream (asked for with `only=middle`) into a canvas at the image's own size.
 * Answers its shape, width by height in mm; throws where the service refuses or the stream is broken.
 */
export async function drawThumbnail(url: string, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<number> {
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
  const context = canvas.getContext('2d');
  if (pixels === null || context === null) return 1;
  canvas.width = header.columns;
  canvas.height = header.rows;
  const picture = context.createImageData(header.columns, header.rows);
  const table = windowTable(header.window, tableOptions(images));
  paintFrame(pixels, header.samplesPerPixel, table, new Uint32Array(picture.data.buffer));
  context.putImageData(picture, 0, 0);
  const [between, across] = header.frames[index]?.pixelSpacing ?? [1, 1];
  return (header.columns * across) / (header.rows * between);
}
