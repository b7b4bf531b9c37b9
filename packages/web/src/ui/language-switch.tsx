import { useLingui } from '@lingui/react';
import { languageOf } from '@overread/words/language.ts';
import { LOCALES, type Locale } from '@overread/words/locales.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../api/people.ts';
import { json, request } from '../api/request.ts';
import styles from './site-header.module.css';
import { speak } from './words-loader.ts';

/** Each language by its own name. */
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español' };

/** Turns the page to the other language. Who is signed in gets mails in it from then on. */
export function LanguageSwitch() {
  const { i18n } = useLingui();
  const me = useMe();
  const client = useQueryClient();
  const tell = useMutation({
    mutationFn: (language: Locale) => request<null>('/api/me/language', json('PUT', { language })),
  });
  const spoken = languageOf(i18n.locale);
  const known = me.data?.language;
  const { mutate } = tell;
  useEffect(() => {
    if (known !== undefined && known !== spoken) mutate(spoken);
  }, [known, spoken, mutate]);
  const change = async (locale: Locale) => {
    await speak(locale);
    // Some sentences are the service's own.
    await client.invalidateQueries();
  };
  return LOCALES.filter((locale) => locale !== spoken).map((locale) => (
    <button key={locale} type="button" lang={locale} className={styles.language} onClick={() => void change(locale)}>
      {NAMES[locale]}
    </button>
  ));
}
