import type { QualitySign, SeriesSummary, StudySummary } from '@overread/imaging/model.ts';
import type { Problem } from './wire.ts';

/** GET /api/cases/:caseId/studies: what the viewer's series rail shows. Attached studies only, for everybody but staff. */
export interface StudyView extends Omit<StudySummary, 'series'> {
  readonly state: 'attached' | 'held' | 'rejected';
  readonly series: readonly SeriesSummary[];
}

/**
 * GET /api/cases/:caseId/quality: hints from the pixels of what GET …/studies shows, by SeriesInstanceUID; series of which there
 * is nothing to say are left out. Takes a while when it is first asked.
 */
export type CaseQuality = Readonly<Record<string, readonly QualitySign[]>>;

/**
 * GET /api/cases/:caseId/series/:seriesInstanceUid/stream: the whole series as one framed stream.
 * Bytes: "OVR1" (4 bytes ASCII), header length (uint32 little-endian), header (UTF-8 JSON, `StreamHeader`), then the frames
 * in the order of `order`, each exactly `frameBytes` long (native little-endian pixels; compressed syntaxes are decoded by the
 * service and the same layout is sent). Content-Length is set. The middle frame comes first, then outwards.
 */
export interface StreamHeader {
  readonly seriesInstanceUid: string;
  readonly description: string;
  readonly rows: number;
  readonly columns: number;
  readonly bitsAllocated: 8 | 16;
  readonly signed: boolean;
  readonly samplesPerPixel: 1 | 3;
  readonly photometric: string;
  readonly frameBytes: number;
  readonly window: { readonly center: number; readonly width: number };
  readonly slope: number;
  readonly intercept: number;
  /** Frames in display order (by position along the normal, then instance number). */
  readonly frames: readonly {
    readonly sopInstanceUid: string;
    readonly frame: number;
    readonly instanceNumber: number | null;
    readonly position: readonly number[] | null;
    readonly orientation: readonly number[] | null;
    readonly pixelSpacing: readonly [number, number] | null;
    readonly sliceThickness: number | null;
    readonly repetitionTime: number | null;
    readonly echoTime: number | null;
    readonly frameOfReferenceUid: string;
  }[];
  /** Index into `frames` of the frame that comes 1st, 2nd, … in the stream. */
  readonly order: readonly number[];
  /**
   * What a viewer shows apart: one plane, echo, b-value, time or part of the signal each, "TE 30 ms", "b 1000"; indices into
   * `frames`, in display order. Empty where all frames are one stack.
   */
  readonly stacks: readonly { readonly label: string; readonly frames: readonly number[] }[];
}

/**
 * POST /api/cases/:caseId/copy: everything that this person may see of the case, to take away. It is fetched from
 * GET …/copy/:copyId?format=zip|iso, as is the packet that went outside from GET …/packet?format=zip|iso.
 */
export interface MadeCopy {
  readonly copyId: string;
  readonly zipBytes: number;
  readonly isoBytes: number;
}

/** How far a packet is that is being made: of so many images so many have their place on the disc. */
export interface MakingPacket {
  readonly images: number;
  readonly ofImages: number;
  /** Of all the images. */
  readonly bytes: number;
}

/**
 * POST …/copy and POST …/packet for a client that takes `application/x-ndjson`: unless it is there at once, a line now and then
 * that says how far it is, and a last one with what was made or why it was not.
 */
export type PacketLine<T> = { readonly making: MakingPacket } | { readonly made: T } | { readonly problem: Problem };
