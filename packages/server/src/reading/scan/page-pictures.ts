import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ScanFault } from './model.ts';
import { exifOrientation, type PictureSize, pictureSize } from './picture-size.ts';

/** A report has one to five pages. */
const MOST_PAGES = 30;
/** A4 at 200 dpi: what letters of 8 points need. */
const LONGEST = 2400;
/** Cameras of telephones make up to 50 million pixels; what has more is made to do harm. */
const MOST_PIXELS = 60_000_000;

export class ScanFailed extends Error {
  readonly fault: ScanFault;

  constructor(fault: ScanFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Pages as pictures, drawn one after the other. */
export interface PagePictures {
  readonly pages: number;
  draw(page: number): Promise<Canvas>;
}

/** Opens a PDF or one photograph. Throws `ScanFailed`. */
export async function openPages(bytes: Uint8Array): Promise<PagePictures> {
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
  return isPdf ? openPdf(bytes) : openPhoto(bytes);
}

async function openPdf(bytes: Uint8Array): Promise<PagePictures> {
  const part = (folder: string) => fileURLToPath(new URL(folder, import.meta.resolve('pdfjs-dist/package.json')));
  const document = await getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: part('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: part('standard_fonts/'),
    wasmUrl: part('wasm/'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
  }).promise.catch((cause: unknown) => {
    throw new ScanFailed('damaged', { cause });
  });
  if (document.numPages > MOST_PAGES) throw new ScanFailed('too-many-pages');
  return {
    pages: document.numPages,
    async draw(number) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: LONGEST / Math.max(width, height) });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      // The canvas is that of the browser in all that pdf.js uses.
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      page.cleanup();
      return canvas;
    },
  };
}

async function openPhoto(bytes: Uint8Array): Promise<PagePictures> {
  const size = pictureSize(bytes);
  if (size === null) throw new ScanFailed('kind');
  if (size.width * size.height > MOST_PIXELS) throw new ScanFailed('too-large');
  return { pages: 1, draw: () => drawPhoto(bytes, size) };
}

/** How many quarter turns put a picture upright, by its EXIF orientation; mirrored ones come from no camera. */
const QUARTERS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

async function drawPhoto(bytes: Uint8Array, size: PictureSize): Promise<Canvas> {
  const image = await loadImage(Buffer.from(bytes)).catch((cause: unknown) => {
    throw new ScanFailed('damaged', { cause });
  });
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  // A decoder that turned the picture already gives other sides than the file states.
  const wasTurned = image.width === size.height && image.height === size.width && size.width !== size.height;
  return turned(canvas, wasTurned ? 0 : (QUARTERS[exifOrientation(bytes)] ?? 0));
}

/** A picture turned clockwise by quarters. */
export function turned(canvas: Canvas, quarters: number): Canvas {
  if (quarters % 4 === 0) return canvas;
  const across = quarters % 2 === 1;
  const out = createCanvas(across ? canvas.height : canvas.width, across ? canvas.width : canvas.height);
  const context = out.getContext('2d');
  context.translate(out.width / 2, out.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return out;
}

/** A copy that is `width` pixels wide at most. */
export function smaller(canvas: Canvas, width: number): Canvas {
  if (canvas.width <= width) return canvas;
  const out = createCanvas(width, Math.round((canvas.height * width) / canvas.width));
  const context = out.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, out.width, out.height);
  return out;
}
