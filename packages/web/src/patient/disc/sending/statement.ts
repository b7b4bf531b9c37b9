import type { DeliveryStatement, NotSent } from '@overread/contract/imports.ts';
import type { Left } from '@overread/imaging/model.ts';
import { type DiscContents, type DiscStudy, partKey } from '../reading/disc-model.ts';

/** The service takes no longer lists, and nobody reads them. */
const MOST = { refused: 2000, reasons: 200, notSent: 2000 } as const;

export interface Chosen {
  readonly contents: DiscContents;
  readonly chosen: ReadonlySet<string>;
  /** ZIPs that went as they came: the service tells what was in them. */
  readonly whole: ReadonlySet<number>;
  /** Whether a study is of another person than the case is about. */
  readonly isOther: (study: DiscStudy) => boolean;
}

/** The service refuses halves of characters and U+0000; names of files may have either. */
const storable = (text: string, most: number) => text.replaceAll('\0', '').toWellFormed().slice(0, most).toWellFormed();

function notSentOf({ contents, chosen, isOther }: Chosen): NotSent[] {
  return contents.studies.flatMap((study): NotSent[] => {
    const { summary } = study;
    const out = summary.series.filter(({ seriesInstanceUid }) => !chosen.has(partKey(study, seriesInstanceUid)));
    const count = (uid: string) => study.images.filter(({ series }) => series === uid).length;
    if (out.length === 0) return [];
    if (isOther(study)) {
      const images = out.reduce((sum, { seriesInstanceUid }) => sum + count(seriesInstanceUid), 0);
      return [{ why: 'other-person', study: '', series: '', date: '', images }];
    }
    const named = { why: 'choice', study: storable(summary.description, 200), date: summary.date } as const;
    if (out.length === summary.series.length) return [{ ...named, series: '', images: study.images.length }];
    return out.map(({ description, seriesInstanceUid }) => ({
      ...named,
      series: storable(description, 200),
      images: count(seriesInstanceUid),
    }));
  });
}

function refusedOf(refused: readonly Left[]): Left[] {
  const some = refused.slice(0, MOST.refused).map(({ path, reason }) => ({
    path: storable(path, 4096),
    reason: storable(reason, 1000),
  }));
  const more = refused.length - some.length;
  return more > 0 ? [...some, { path: '…', reason: `and ${more} more` }] : some;
}

function byReason(ignored: readonly Left[]): DeliveryStatement['leftOnDisc'] {
  const groups = Map.groupBy(ignored, ({ reason }) =>
    reason.startsWith('the same image as ') ? 'a copy of an image that is there' : storable(reason, 1000),
  );
  return [...groups]
    .map(([reason, files]) => ({ reason, files: files.length }))
    .sort((a, b) => b.files - a.files)
    .slice(0, MOST.reasons);
}

/** What the service is told of a disc beside its images: what was left out, what could not be read, what it lists. */
export function statementOf(given: Chosen): DeliveryStatement {
  const { contents, chosen, whole } = given;
  const mine = <T extends { readonly archive: number | null }>(all: readonly T[]) =>
    all.filter(({ archive }) => archive === null || !whole.has(archive));
  const out = new Set(Object.entries(contents.listedParts).flatMap(([part, uids]) => (chosen.has(part) ? [] : uids)));
  return {
    notSent: notSentOf(given).slice(0, MOST.notSent),
    refused: refusedOf(mine(contents.refused)),
    leftOnDisc: byReason(mine(contents.ignored)),
    lists: mine(contents.lists).map(({ list: { path, files } }) => ({
      path: storable(path, 4096),
      files: files.filter(({ sopInstanceUid }) => !out.has(sopInstanceUid)),
    })),
  };
}
