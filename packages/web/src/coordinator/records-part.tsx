import type { CaseView } from '@overread/rules/case/view.ts';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/use-words.ts';
import { loadWords } from '../ui/words-loader.ts';
import styles from './case.module.css';
import { Acts } from './part.tsx';

/** The letters are written as on the patient's page; they bring their own words along. */
const RecordsRequests = lazy(async () => {
  const [file] = await Promise.all([import('../patient/records/records-requests.tsx'), loadWords('intake')]);
  return { default: file.RecordsRequests };
});

/** Letters that asked a facility for images or report: what is due when, what came, and a new one. */
export function RecordsPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [writing, setWriting] = useState(false);
  const none = view.requests.length === 0;
  if (none && !view.mayDo.includes('requestRecords')) return null;
  return (
    <section className={styles.part} aria-labelledby="requests-title">
      <header>
        <h2 id="requests-title">{words('coordinator.requests.title')}</h2>
      </header>
      <div className={styles.partBody}>
        {none && !writing ? (
          <Acts>
            <Button onPress={() => setWriting(true)}>{words('coordinator.requests.new')}</Button>
          </Acts>
        ) : (
          <div className={styles.letters}>
            <Suspense fallback={<p role="status">{words('coordinator.requests.opening')}</p>}>
              <RecordsRequests view={view} />
            </Suspense>
          </div>
        )}
      </div>
    </section>
  );
}
