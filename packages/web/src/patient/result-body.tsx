import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { lazy, Suspense } from 'react';
import { Explained } from '../ui/explained.tsx';
import { longDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import patient from './patient.module.css';
import styles from './result.module.css';
import { questionsToTake, sortPairs } from './result-model.ts';
import { Agreements, Answers, type Authors, Differences, OnlyOne } from './result-parts.tsx';
import { Withdrawn } from './withdrawn.tsx';

const ThreeOpinions = lazy(() => import('./three-opinions.tsx').then((file) => ({ default: file.ThreeOpinions })));

/** Who gave the second opinion. */
export const readerOf = ({ reading, outside }: CaseView): string =>
  reading.signedBy ?? reading.readerName ?? outside?.service ?? '';

/** The reader's own sentences for the patient. */
function OwnWords({ view, reader }: { readonly view: CaseView; readonly reader: string }) {
  const words = useWords();
  const { i18n } = useLingui();
  const text = view.comparison?.plainWords ?? '';
  const said = text === '' ? (view.second?.final.impression ?? '') : text;
  if (said === '') return null;
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words('patient.result.words', { reader })}</h2>
      <p className={`doctor ${styles.own}`}>
        <Explained text={said} />
      </p>
      {view.reading.signedAt !== null && (
        <p className={styles.signed}>
          {words('patient.result.signed', { reader, date: longDate(i18n.locale, view.reading.signedAt) })}
        </p>
      )}
    </section>
  );
}

/** Neither is crowned; what could settle it stands in the reader's words. */
function NeitherRight({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { comparison } = view;
  if (comparison === null || comparison.agreement === 'concordant') return null;
  return (
    <div className={styles.means}>
      <p>
        <b>{words('patient.result.neither')}</b> {words('patient.result.neither.rate')}
      </p>
      {comparison.couldSettle !== '' && (
        <p>
          <b>{words('patient.result.settle')}</b>{' '}
          <span className="doctor">
            <Explained text={comparison.couldSettle} />
          </span>
        </p>
      )}
    </div>
  );
}

/** What to ask the own doctor. */
export function ToTake({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const doctor = view.referrer?.name;
  return (
    <section aria-labelledby="take">
      <h2 id="take">
        {doctor === undefined ? words('patient.take.heading') : words('patient.take.heading.doctor', { doctor })}
      </h2>
      <ol className={patient.numbered}>
        {questionsToTake(view).map((question) => (
          <li key={question.say + JSON.stringify(question.with)}>
            <span>{words(question.say, question.with)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Addenda({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { addenda } = view.reading;
  if (addenda.length === 0) return null;
  return (
    <section aria-labelledby="addenda">
      <h2 id="addenda">{words('patient.result.addenda')}</h2>
      {addenda.map(({ addendumId, text, by, at }) => (
        <div key={addendumId}>
          <p className="doctor">
            <Explained text={text} />
          </p>
          <p className={styles.signed}>{[by.name, longDate(i18n.locale, at)].join(', ')}</p>
        </div>
      ))}
    </section>
  );
}

/** Both readings in plain words, as the patient reads them: on her own page, by a link, and in the reader's preview. */
export function ResultBody({ view }: { readonly view: CaseView }) {
  const reader = readerOf(view);
  const authors: Authors = { first: view.report?.author ?? '', second: reader };
  const { agreed, differ, onlyOne } = sortPairs(view.comparison?.pairs ?? []);
  return (
    <div className={styles.page}>
      <Withdrawn view={view} />
      <OwnWords view={view} reader={reader} />
      {view.third?.report != null && (
        <Suspense fallback={null}>
          <ThreeOpinions view={view} />
        </Suspense>
      )}
      <Answers view={view} />
      <Differences pairs={differ} authors={authors} />
      <NeitherRight view={view} />
      <OnlyOne pairs={onlyOne} authors={authors} />
      <Agreements pairs={agreed} />
      <Addenda view={view} />
    </div>
  );
}
