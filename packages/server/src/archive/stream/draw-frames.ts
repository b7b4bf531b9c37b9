import { createDataSetReader } from '../data-set.ts';
import type { FrameOf } from '../model.ts';
import { codecOf, type FrameSource, layoutOf, refuseUnread, storedLayout } from './open-frames.ts';
import { readColourAttributes } from './pixels/colour-attributes.ts';
import { type Drawing, isColour, pictureHeader } from './pixels/draw.ts';
import { readGreyTable } from './pixels/grey-table.ts';

/** How a client, or a document, wants its pictures. */
export type PictureOrder = Pick<Drawing, 'window' | 'viewport' | 'quality' | 'media'>;

/** Draws a stored frame as a picture file. Throws `UnreadableFrame`, or the problem that names what is not drawn. */
export type DrawFrame = (at: FrameOf, bytes: Buffer, order: PictureOrder) => Promise<Uint8Array>;

/** Draws frames of a case as a viewer would show them first, opened and encoded beside the main thread. */
export function createDrawer({ archive, decoders }: FrameSource, caseId: string): DrawFrame {
  const dataSet = createDataSetReader(archive, caseId);
  /** What the index does not keep of colour, and of greys that come with a table in place of a window. */
  async function looksOf(
    { instance, frame }: FrameOf,
    order: PictureOrder,
  ): Promise<Pick<Drawing, 'colour' | 'table'>> {
    const { header } = instance;
    if (isColour(header)) return { colour: readColourAttributes(await dataSet(instance)), table: null };
    if (order.window !== null || header.windowCenter !== null) return { colour: null, table: null };
    const signed = header.pixelRepresentation === 1 || header.rescaleIntercept < 0;
    return { colour: null, table: readGreyTable(await dataSet(instance), frame, signed) };
  }
  return async (at, bytes, order) => {
    const { header } = at.instance;
    refuseUnread(header);
    const looks = await looksOf(at, order);
    const drawing: Drawing = { ...order, ...looks, header: pictureHeader(header), stored: storedLayout(header) };
    return decoders.draw(codecOf(header), bytes, layoutOf(header), drawing);
  };
}
