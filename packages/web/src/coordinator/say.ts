import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { plainDate } from '../ui/format.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Sentences of tracks, waiting and record: dates among their values are written as people write them. */
export function useSay(): (say: string, values?: Readonly<Record<string, string | number>>) => string {
  const { i18n } = useLingui();
  return useCallback(
    (say, values = {}) => {
      const written = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && DATE.test(value) ? plainDate(i18n.locale, value) : value,
      ]);
      return i18n._(say, Object.fromEntries(written));
    },
    [i18n],
  );
}
