import { wordedProblem } from '../../platform/problems.ts';
import type { Viewport, VoiFunction, WindowOrder } from '../stream/pixels/draw.ts';

/** What a client wants of a drawn picture (PS3.18 8.3.5). */
export interface Rendering {
  readonly window: WindowOrder | null;
  readonly viewport: Viewport | null;
  readonly quality: number;
  /** Parameters of the standard that are not offered, for a warning. */
  readonly passedOver: readonly string[];
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const FUNCTIONS = new Set<string>(['linear', 'linear-exact', 'sigmoid'] satisfies VoiFunction[]);
const NOT_OFFERED = ['annotation', 'iccprofile', 'presentationseriesuid', 'presentationuid'];
const QUALITY = 90;
/** Longest side of a drawn picture; larger ones would be more than any image holds. */
const LONGEST = 4096;
const THUMBNAIL: Viewport = { width: 128, height: 128, region: null };

const wrong = (name: string) => wordedProblem(400, 'images.rendering-parameter', { name });

const one = (query: Query, name: string) => [query[name] ?? ''].flat().at(-1) ?? '';

/** `center,width,function`; a width below one is no window, and of the linear function only from one on. */
function windowOf(text: string): WindowOrder | null {
  if (text === '') return null;
  const [center = '', width = '', shape = 'linear', ...more] = text.split(',');
  const order = { center: Number(center), width: Number(width), function: shape.toLowerCase() as VoiFunction };
  const { function: named } = order;
  const right =
    more.length === 0 && center !== '' && width !== '' && Number.isFinite(order.center) && Number.isFinite(order.width);
  if (!right || !FUNCTIONS.has(named) || order.width < (named === 'linear' ? 1 : Number.MIN_VALUE))
    throw wrong('window');
  return order;
}

/** `width,height`, then the part of the image as `x,y,width,height`, each of which may be left out (PS3.18 8.3.5.1.3). */
function viewportOf(text: string, image: { readonly rows: number; readonly columns: number } | null): Viewport | null {
  if (text === '') return null;
  const given = text.split(',').map((each) => (each.trim() === '' ? null : Number(each)));
  const [width, height, x, y, wide, high] = given;
  const isSide = (side: number | null | undefined): side is number =>
    typeof side === 'number' && Number.isInteger(side) && side >= 1 && side <= LONGEST;
  const numbers = given.every((each) => each === null || Number.isFinite(each));
  if (!numbers || given.length > 6 || !isSide(width) || !isSide(height)) throw wrong('viewport');
  if (given.length === 2) return { width, height, region: null };
  if (image === null) throw wrong('viewport');
  const region = { x: x ?? 0, y: y ?? 0, width: wide ?? image.columns, height: high ?? image.rows };
  const inside = (from: number, size: number, all: number) =>
    from >= 0 && from < all && Math.abs(size) >= 1 && Math.abs(size) <= all;
  if (!inside(region.x, region.width, image.columns) || !inside(region.y, region.height, image.rows)) {
    throw wrong('viewport');
  }
  return { width, height, region };
}

function qualityOf(text: string): number {
  const quality = text === '' ? QUALITY : Number(text);
  if (!Number.isInteger(quality) || quality < 1 || quality > 100) throw wrong('quality');
  return quality;
}

/** Reads the parameters of a rendered picture. `image` is the smallest of those that are drawn. */
export function renderingOf(query: Query, image: { readonly rows: number; readonly columns: number }): Rendering {
  return {
    window: windowOf(one(query, 'window')),
    viewport: viewportOf(one(query, 'viewport'), image),
    quality: qualityOf(one(query, 'quality')),
    passedOver: NOT_OFFERED.filter((name) => one(query, name) !== ''),
  };
}

/** A thumbnail has a size and nothing else (PS3.18 8.3.5.2); it shows all of the image. */
export function thumbnailOf(query: Query): Rendering {
  const viewport = viewportOf(one(query, 'viewport'), null) ?? THUMBNAIL;
  return { window: null, viewport, quality: QUALITY, passedOver: [] };
}
