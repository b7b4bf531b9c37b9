import { useLingui } from '@lingui/react';
import { useCallback } from 'react';

export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** Sentences of the catalogues by their id, in the language of the page. */
export function useWords(): Words {
  const { i18n } = useLingui();
  return useCallback((id, values) => i18n._(id, { ...values }), [i18n]);
}
