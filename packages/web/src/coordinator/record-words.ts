import type { CaseRecord } from '@overread/contract/wire.ts';
import { plainDate } from '../ui/format.ts';

type RecordEvent = CaseRecord['events'][number];

const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Newest first. */
export function newestFirst(events: readonly RecordEvent[]): readonly RecordEvent[] {
  return [...events].sort((a, b) => b.version - a.version);
}

/** The sentence of an entry, its dates as people write them. The record itself keeps ISO dates. */
export function entryWords(locale: string, { say }: Pick<RecordEvent, 'say'>): string {
  return say.replace(DATE, (date) => plainDate(locale, date));
}
