import type { SideSaid, StudySummary } from '../model.ts';
import { sideConflicts } from './laterality.ts';
import { hasSides, regionIn, sideIn } from './region.ts';

/** What a case asks about, and what its report says was examined; each as far as it is known. */
export interface AskedSide {
  readonly region: string | null;
  readonly side: string;
  readonly report?: string;
}

export interface CaseSideCheck {
  readonly studyInstanceUid: string;
  readonly region: string;
  readonly conflicts: readonly (readonly [SideSaid, SideSaid])[];
}

const isSide = (side: string): side is SideSaid['side'] => side === 'left' || side === 'right' || side === 'both';

/** A region that names no part of the body may be any. */
const mayBe = (region: string, asked: string) => region === asked || region === 'unknown' || region === 'other';

function saidOutside(asked: AskedSide, region: string): SideSaid[] {
  const { report = '' } = asked;
  const reported = regionIn(report);
  const reportSide = sideIn(report);
  return [
    ...(asked.region !== null && mayBe(region, asked.region) && isSide(asked.side)
      ? [{ source: 'question' as const, side: asked.side, text: asked.side }]
      : []),
    ...((reported === '' || mayBe(region, reported)) && isSide(reportSide)
      ? [{ source: 'report' as const, side: reportSide, text: report }]
      : []),
  ];
}

/**
 * Where the question of a case, its report and its images name different sides of the body: the studies in which they do, each
 * with the pairs that cannot both be true. Studies of another region than the question are not held against it.
 */
export function checkCaseSides(asked: AskedSide, studies: readonly StudySummary[]): CaseSideCheck[] {
  return studies
    .filter(({ region }) => hasSides(region) || (region === 'unknown' && hasSides(asked.region ?? '')))
    .map(({ studyInstanceUid, region, sides }) => ({
      ...{ studyInstanceUid, region },
      conflicts: sideConflicts([...saidOutside(asked, region), ...sides]),
    }))
    .filter(({ conflicts }) => conflicts.length > 0);
}
