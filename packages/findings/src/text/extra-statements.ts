/** Statements beside those of the drafts: what changed, and categories of the breast. */

import { type Local, plainReading, sidesOf, stemsOf, trimmed } from './local.ts';
import type { Piece } from './pieces.ts';
import { blankStatement, type Statement } from './statement.ts';

/** A piece that only tells how something changed: "unchanged in size", "has clearly grown". */
export function changeStatements(local: Local, pieces: readonly Piece[], made: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  for (const piece of pieces) {
    const change = piece.changes[0];
    if (!change || change.code === 'new') continue;
    const near = made.find((one) => one.start <= piece.start && piece.end <= one.end) ?? made[0];
    if (near?.presence === 'absent') continue;
    const [start, end] = trimmed(local.text, piece.start, piece.end);
    found.push({
      ...blankStatement,
      start,
      end,
      clause: piece.start,
      section: local.section,
      readings: [plainReading('interval-change')],
      places: near?.places ?? local.around.previous.places,
      placesAround: near?.placesAround ?? [],
      change: change.code,
      optional: true,
      stems: stemsOf(local.text, start, end),
    });
  }
  return found;
}

/** BI-RADS is given for a breast, beside the finding that it comes from. */
export function assessmentStatements(local: Local, pieces: readonly Piece[], made: readonly Statement[]): Statement[] {
  return pieces.flatMap((piece) => {
    const scores = piece.scores.filter((score) => score.system === 'BI-RADS');
    const near = made.find((one) => one.start <= piece.start && piece.end <= one.end);
    if (scores.length === 0 || near?.readings[0]?.code === 'assessment') return [];
    const [start, end] = trimmed(local.text, piece.start, piece.end);
    const side = sidesOf([piece], []) || near?.side || local.around.label.side;
    const base = {
      ...blankStatement,
      start,
      end,
      clause: piece.start,
      section: local.section,
      places: ['breast'],
      side,
    };
    return [
      {
        ...base,
        readings: [plainReading('assessment')],
        scores,
        optional: true,
        stems: stemsOf(local.text, start, end),
      },
    ];
  });
}
