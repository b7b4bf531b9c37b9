import { useLingui } from '@lingui/react';
import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQuery } from '@tanstack/react-query';
import { casePath, request } from '../api/index.ts';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';

/** What came in, delivery by delivery, each with its receipt. */
export function Deliveries({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const path = casePath(view.id, '/imports');
  const { data = [] } = useQuery({
    queryKey: ['case', view.id, 'imports', view.version],
    queryFn: () => request<readonly ImportView[]>(path),
  });
  const ended = data.filter(({ state }) => state === 'done' || state === 'failed');
  if (ended.length === 0) return null;
  return (
    <>
      <h3>{words('coordinator.images.deliveries')}</h3>
      <ul>
        {ended.map(({ importId, startedAt, instances, alreadyHere, refused }) => (
          <li key={importId} className={styles.quiet}>
            {words('coordinator.images.delivery', {
              when: shortMoment(i18n.locale, startedAt),
              count: instances,
              here: alreadyHere,
              refused: refused.length,
            })}{' '}
            <a href={`${path}/${encodeURIComponent(importId)}/receipt.pdf`} target="_blank" rel="noopener">
              {words('coordinator.images.receipt', { when: shortMoment(i18n.locale, startedAt) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
