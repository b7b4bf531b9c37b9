import type { ReaderView } from '@overread/contract/reading.ts';

const SOON_MS = 60 * 86_400_000;

/** The licence that ends within 60 days or has ended; null where none does. Dates are ISO, an empty one never ends. */
export function licenceSoon(reader: Pick<ReaderView, 'licences'>, now: Date): ReaderView['licences'][number] | null {
  const limit = new Date(now.getTime() + SOON_MS).toISOString().slice(0, 10);
  const ending = reader.licences.filter(({ until }) => until !== '' && until < limit);
  return [...ending].sort((a, b) => (a.until < b.until ? -1 : 1))[0] ?? null;
}

/** Whether a licence has ended before this day. */
export function isOver(licence: ReaderView['licences'][number], now: Date): boolean {
  return licence.until !== '' && licence.until < now.toISOString().slice(0, 10);
}
