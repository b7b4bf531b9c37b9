import type { DeliveryStatement } from '@overread/contract/imports.ts';
import type { InstanceHeader, Left } from '@overread/imaging';
import type { FoundFile, FoundOnDisc } from './find-files.ts';

/** As many as the service takes of each; more helps nobody. */
const MOST = { refused: 2_000, reasons: 200, lists: 20 } as const;

export interface Stayed {
  readonly found: FoundOnDisc;
  /** Files that were left behind because of whose they are. */
  readonly strangers: readonly FoundFile[];
  /** What the drive did not give when it was to be sent. */
  readonly unread: readonly Left[];
}

/** What the receipt has to say of what was on the disc and did not go; of another person's study only how much it is. */
export function statementOf({ found, strangers, unread }: Stayed): DeliveryStatement {
  const left = new Set(imagesOf(strangers).map(({ sopInstanceUid }) => sopInstanceUid));
  const reasons = [...Map.groupBy(found.ignored, ({ reason }) => reason)];
  return {
    notSent: left.size === 0 ? [] : [{ why: 'other-person', study: '', series: '', date: '', images: left.size }],
    refused: [...found.refused, ...unread].slice(0, MOST.refused),
    leftOnDisc: reasons.map(([reason, files]) => ({ reason, files: files.length })).slice(0, MOST.reasons),
    lists: found.lists.slice(0, MOST.lists).map(({ path, files }) => ({
      path,
      files: files.filter(({ sopInstanceUid }) => !left.has(sopInstanceUid)),
    })),
  };
}

const imagesOf = (files: readonly FoundFile[]): readonly InstanceHeader[] => files.flatMap(({ headers }) => headers);
