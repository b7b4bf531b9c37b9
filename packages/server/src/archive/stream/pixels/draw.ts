import { type Window, windowFromHeader, windowFromPixels } from '@overread/imaging';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { ColourAttributes } from './colour-attributes.ts';
import { type GreyTable, greyIn } from './grey-table.ts';
import type { Picture } from './picture.ts';
import { resample } from './resample.ts';
import { type NativeFrame, type PixelHeader, toTarget } from './to-target.ts';

/** How grey values between the ends of a window are spread (PS3.3 C.11.2.1.2 and C.11.2.1.3). */
export type VoiFunction = 'linear' | 'linear-exact' | 'sigmoid';

export interface WindowOrder extends Window {
  readonly function: VoiFunction;
}

/** Where a picture has to fit in, and which part of the image it shows; a negative size turns it over (PS3.18 8.3.5.1.3). */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly region: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

export type PictureHeader = PixelHeader &
  Pick<InstanceHeader, 'bitsAllocated' | 'windowCenter' | 'windowWidth' | 'pixelSpacing'>;

/** All that a worker needs to draw a frame. */
export interface Drawing {
  readonly header: PictureHeader;
  /** How the pixels lie in a file that is not compressed. */
  readonly stored: { readonly bitsAllocated: number; readonly littleEndian: boolean };
  readonly colour: ColourAttributes | null;
  /** What the image brings in place of a window. */
  readonly table: GreyTable | null;
  /** Null for the header's window, its table, or a window from the pixels. */
  readonly window: WindowOrder | null;
  readonly viewport: Viewport | null;
  readonly media: 'image/jpeg' | 'image/png';
  /** 1 to 100, for JPEG. */
  readonly quality: number;
}

/** What of a header goes to the worker: the ranges of thousands of frames stay here. */
export const pictureHeader = (header: InstanceHeader): PictureHeader => ({
  rows: header.rows,
  columns: header.columns,
  bitsAllocated: header.bitsAllocated,
  bitsStored: header.bitsStored,
  pixelRepresentation: header.pixelRepresentation,
  photometric: header.photometric,
  rescaleSlope: header.rescaleSlope,
  rescaleIntercept: header.rescaleIntercept,
  samplesPerPixel: header.samplesPerPixel,
  windowCenter: header.windowCenter,
  windowWidth: header.windowWidth,
  pixelSpacing: header.pixelSpacing,
});

/** Whether pictures are in colour: by samples, or by a palette. */
export const isColour = ({ samplesPerPixel, photometric }: Pick<InstanceHeader, 'samplesPerPixel' | 'photometric'>) =>
  samplesPerPixel === 3 || photometric === 'PALETTE COLOR';

/** From a value in rescaled units to 0 .. 255. */
export function greyOf(value: number, { center, width, function: shape }: WindowOrder): number {
  if (shape === 'sigmoid') return 255 / (1 + Math.exp((-4 * (value - center)) / width));
  if (shape === 'linear-exact') return ((value - center) / width + 0.5) * 255;
  // Where the window is one wide the formula of the standard is a step.
  if (width <= 1) return value > center - 0.5 ? 255 : 0;
  return ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
}

/** From rescaled values to 0 .. 255: by the window that was asked for, the image's own, its table, or by the pixels. */
function shades({ header, window, table }: Drawing, values: ArrayLike<number>): (value: number) => number {
  const own = window ?? windowFromHeader(header);
  if (own === null && table !== null) return (value) => greyIn(table, value);
  const { rescaleSlope: slope, rescaleIntercept: intercept } = header;
  const order = { function: 'linear' as const, ...(own ?? windowFromPixels(values, { slope, intercept })) };
  return (value) => greyOf(value, order);
}

function greyPicture(frame: NativeFrame, drawing: Drawing): Uint8Array {
  const { header } = drawing;
  const { rows, columns, rescaleSlope: slope, rescaleIntercept: intercept } = header;
  const signed = header.pixelRepresentation === 1;
  const bitsAllocated = frame.bitsAllocated === 8 && !signed ? 8 : 16;
  const layout = { rows, columns, samplesPerPixel: 1, bitsAllocated, signed, slope, intercept } as const;
  const bytes = toTarget(frame, header, null, layout);
  const { buffer, byteOffset, byteLength } = bytes;
  const values =
    bitsAllocated === 8
      ? bytes
      : new (signed ? Int16Array : Uint16Array)(buffer as ArrayBuffer, byteOffset, byteLength / 2);
  const shadeOf = shades(drawing, values);
  const inverse = header.photometric === 'MONOCHROME1';
  const grey = new Uint8ClampedArray(values.length);
  for (let at = 0; at < grey.length; at += 1) {
    const shade = shadeOf((values[at] as number) * slope + intercept);
    grey[at] = inverse ? 255 - shade : shade;
  }
  return new Uint8Array(grey.buffer);
}

function colourPicture(frame: NativeFrame, { header, colour }: Drawing): Uint8Array {
  const { rows, columns } = header;
  const layout = {
    rows,
    columns,
    samplesPerPixel: 3,
    bitsAllocated: 8,
    signed: false,
    slope: 1,
    intercept: 0,
  } as const;
  return toTarget(frame, header, colour, layout);
}

/** The size of what is shown: as large as the viewport allows, pixels as wide as they are on the patient. */
function fit(viewport: Viewport, region: { width: number; height: number }, spacing: readonly [number, number] | null) {
  const [rowSpacing, columnSpacing] = spacing ?? [1, 1];
  const aspect = rowSpacing > 0 && columnSpacing > 0 ? columnSpacing / rowSpacing : 1;
  const [wide, high] = [region.width * aspect, region.height];
  const scale = Math.min(viewport.width / wide, viewport.height / high);
  const within = (size: number, most: number) => Math.max(1, Math.min(most, Math.round(size * scale)));
  return { width: within(wide, viewport.width), height: within(high, viewport.height) };
}

/** Draws a frame as a viewer would show it first. Throws `UnreadableFrame`. */
export function drawPicture(frame: NativeFrame, drawing: Drawing): Picture {
  const { header, viewport } = drawing;
  const colour = isColour(header);
  const pixels = colour ? colourPicture(frame, drawing) : greyPicture(frame, drawing);
  const whole = { width: header.columns, height: header.rows, channels: colour ? 3 : 1, pixels } as const;
  if (viewport === null) return whole;
  const region = viewport.region ?? { x: 0, y: 0, width: header.columns, height: header.rows };
  const size = { width: Math.abs(region.width), height: Math.abs(region.height) };
  return resample(whole, region, fit(viewport, size, header.pixelSpacing));
}
