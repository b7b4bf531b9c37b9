import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { plainDate } from './format.ts';

export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string;

const DATE = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/** Sentences of the catalogues by their id, in the language of the page. ISO dates among the values become dates as people write them. */
export function useWords(): Words {
  const { i18n } = useLingui();
  return useCallback(
    (id, values = {}) => {
      const written = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && DATE.test(value) ? plainDate(i18n.locale, value) : value,
      ]);
      return i18n._(id, Object.fromEntries(written));
    },
    [i18n],
  );
}
