import type { Archive } from '../archive/index.ts';
import { sizeText } from '../platform/import-limits.ts';
import type { Database } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { waitingBytes } from './store.ts';

export interface CaseRoom {
  readonly db: Database;
  readonly archive: Archive;
  /** What one case may hold of images, bytes. */
  readonly caseBytes?: number;
}

/**
 * Throws a problem when a case has no room for so many bytes more: what is at rest, what is on its way and what begins now
 * are counted as they come, so a delivery that unpacks to more may be the last one that fits.
 */
export async function needRoom(room: CaseRoom, caseId: string, bytes: number): Promise<void> {
  const { db, archive, caseBytes = Number.POSITIVE_INFINITY } = room;
  const [held, waiting] = await Promise.all([archive.bytesOf(caseId), waitingBytes(db, caseId)]);
  if (held + waiting + bytes <= caseBytes) return;
  throw wordedProblem(413, 'images.case-full', { limit: sizeText(caseBytes), held: sizeText(held + waiting) });
}
