import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { HISTORY_PARTS } from '@overread/rules/case/vocabulary.ts';
import { ButtonLink } from '../ui/button.tsx';
import { feltWords } from '../ui/felt.ts';
import { plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { Acts, Facts, Part } from './part.tsx';

/** History and consent, as they were given. Nobody here changes a patient's words. */
export function HistoryPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { history, consent } = view;
  return (
    <Part part="history" title={words('coordinator.part.history')} view={view} track="consent">
      {history === null ? (
        <p>{words('coordinator.history.none')}</p>
      ) : (
        <Facts
          facts={[
            {
              name: words('coordinator.history.felt'),
              value: (history.felt ?? []).map((one) => feltWords(words, one)).join('; '),
            },
            ...HISTORY_PARTS.map((name) => ({
              name: words(`coordinator.history.${name}`),
              value: history[name] ?? '',
              doctor: true,
            })),
          ]}
        />
      )}
      {consent === null ? (
        <p>{words('coordinator.consent.none')}</p>
      ) : (
        <Facts
          facts={[
            {
              name: words('coordinator.consent.given'),
              value: words('coordinator.consent.by', {
                name: consent.signerName,
                relation: words(`coordinator.relation.${consent.relation}`),
                date: plainDate(i18n.locale, consent.at),
              }),
            },
            {
              name: words('coordinator.consent.text'),
              value: words('coordinator.consent.version', { version: consent.consentVersion }),
            },
          ]}
        />
      )}
      <Acts>
        {history === null && view.mayDo.includes('giveHistory') && (
          <ButtonLink to="/case/$caseId/history" params={{ caseId: view.id }}>
            {words('coordinator.history.fill')}
          </ButtonLink>
        )}
        {consent === null && view.mayDo.includes('giveConsent') && (
          <ButtonLink to="/case/$caseId/consent" params={{ caseId: view.id }}>
            {words('coordinator.consent.fill')}
          </ButtonLink>
        )}
      </Acts>
    </Part>
  );
}
