import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { isKept } from '../../ui/use-kept.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './records.module.css';
import { localDay, standingsOf } from './records-model.ts';
import { RequestForm } from './request-form.tsx';
import { RequestItem } from './request-item.tsx';

/**
 * The letters of a case to whoever has its images or report, with the form for another one. The patient's page shows it, and
 * the coordinator's desk may: sizes follow the frame it stands in (`data-density`).
 */
export function RecordsRequests({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const standings = standingsOf(view.requests, localDay(new Date()));
  const mayAsk = view.mayDo.includes('requestRecords');
  // Where another page laid a letter down, or one was begun, its form is open.
  const [writing, setWriting] = useState(() => isKept(`records/${view.id}`));
  const asking = mayAsk && (writing || standings.length === 0);
  return (
    <>
      {standings.length > 0 && (
        <section aria-labelledby="letters">
          <h2 id="letters">{words('intake.records.letters')}</h2>
          <ul className={styles.requests}>
            {standings.map((standing) => (
              <RequestItem key={standing.request.requestId} view={view} standing={standing} />
            ))}
          </ul>
        </section>
      )}
      {asking && (
        <section aria-labelledby={standings.length > 0 ? 'another' : undefined}>
          {standings.length > 0 && <h2 id="another">{words('intake.records.another')}</h2>}
          <RequestForm view={view} onDone={() => setWriting(false)} />
        </section>
      )}
      {mayAsk && !asking && (
        <div>
          <Button onPress={() => setWriting(true)}>{words('intake.records.another')}</Button>
        </div>
      )}
      {writing && standings.length > 0 && (
        <div>
          <Button kind="bare" onPress={() => setWriting(false)}>
            {words('intake.records.goBack')}
          </Button>
        </div>
      )}
    </>
  );
}
