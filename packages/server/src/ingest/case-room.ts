import type { Archive } from '../archive/index.ts';
import type { Database } from '../platform/ports.ts';
import { type WordedProblem, wordedProblem } from '../platform/problems.ts';
import { sizeText } from '../platform/size-text.ts';
import { waitingBytes } from './store.ts';

export interface CaseRoom {
  readonly db: Database;
  readonly archive: Archive;
  /** What one case may hold of images, bytes. */
  readonly caseBytes?: number;
}

/**
 * The problem of a case that has no room for so many bytes more, or null: what is at rest, what is on its way and what begins
 * now are counted as they come, so a delivery that unpacks to more may be the last one that fits.
 */
export async function lackOfRoom(room: CaseRoom, caseId: string, bytes: number): Promise<WordedProblem | null> {
  const { db, archive, caseBytes = Number.POSITIVE_INFINITY } = room;
  const [held, waiting] = await Promise.all([archive.bytesOf(caseId), waitingBytes(db, caseId)]);
  if (held + waiting + bytes <= caseBytes) return null;
  return wordedProblem(413, 'images.case-full', { limit: sizeText(caseBytes), held: sizeText(held + waiting) });
}

/** Throws that problem. */
export async function needRoom(room: CaseRoom, caseId: string, bytes: number): Promise<void> {
  const lack = await lackOfRoom(room, caseId, bytes);
  if (lack !== null) throw lack;
}
