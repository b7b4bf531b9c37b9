import { WordedProblem } from '../platform/problems.ts';
import type { Archive } from './model.ts';
import { isStored, storedFrames } from './stored-frames.ts';
import { asProblem, createDrawer } from './stream/index.ts';
import type { DecodePool } from './stream/pixels/decode-pool.ts';

/** A frame as a viewer would show it first. */
export interface DrawnFrame {
  /** A JPEG file, no side longer than was asked for. */
  readonly image: Uint8Array;
  /** Size of the stored frame. */
  readonly columns: number;
  readonly rows: number;
}

export interface Pictures {
  /** Null when the case has no such frame, or one that cannot be opened. `frame` from 0, `longest` in pixels. */
  draw(
    caseId: string,
    at: { readonly sopInstanceUid: string; readonly frame: number },
    longest: number,
  ): Promise<DrawnFrame | null>;
}

const QUALITY = 92;

/** Single frames of a case as pictures, for documents. Callers ask the policy first. */
export function createPictures(archive: Archive, decoders: DecodePool): Pictures {
  return {
    async draw(caseId, { sopInstanceUid, frame }, longest) {
      const instance = await archive.instance(caseId, sopInstanceUid);
      if (instance === null || !isStored(instance, frame)) return null;
      const { header } = instance;
      try {
        const drawFrame = createDrawer({ archive, decoders }, caseId);
        const viewport = { width: longest, height: longest, region: null };
        const order = { window: null, viewport, quality: QUALITY, media: 'image/jpeg' } as const;
        for await (const { bytes } of storedFrames(archive, caseId, [{ instance, frame }])) {
          const image = await drawFrame({ instance, frame }, bytes, order);
          return { image, columns: header.columns, rows: header.rows };
        }
      } catch (error) {
        if (!(asProblem(error) instanceof WordedProblem)) throw error;
      }
      return null;
    },
  };
}
