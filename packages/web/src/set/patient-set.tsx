import type { CaseCompleteness, QualitySign, StudySummary } from '@overread/imaging/model.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button } from '../ui/button.tsx';
import { keepFor } from '../ui/use-kept.ts';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './set.module.css';
import { completenessOfCase, lacksOf, letterOf, type SetLetter, verdictOf } from './set-model.ts';

interface PatientSetProps {
  readonly view: CaseView;
  /** Whether a letter may be written from here: it is a page of its own, and what was read of a disc stays behind. */
  readonly mayWrite: boolean;
  readonly studies: readonly StudySummary[];
}

/** "The pictures taken after the contrast injection", and why that matters. */
function Lacking({ checked }: { readonly checked: CaseCompleteness }) {
  const words = useWords();
  const broken = checked.limits.filter(({ kind }) => kind === 'slices-missing');
  return (
    <div>
      <h3>{words('set.missing')}</h3>
      <ul className={styles.lacks}>
        {lacksOf(checked).map((lack) => (
          <li key={lack}>
            <b>{words(`set.lack.${lack}`)}</b>
            <span>{words(`set.lack.${lack}.why`)}</span>
          </li>
        ))}
        {broken.map(({ sequence, series }) => (
          <li key={series}>
            <b>{words('set.broken', { series: sequence })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AskingProps {
  readonly view: CaseView;
  readonly letter: SetLetter;
  readonly mayWrite: boolean;
}

function Asking({ view, letter, mayWrite }: AskingProps) {
  const words = useWords();
  const navigate = useNavigate();
  const { facility, studyDate, missing } = letter;
  const named = (id: string) => (facility === '' ? words(`${id}.nobody`) : words(id, { facility }));
  if (!view.mayDo.includes('requestRecords')) return <p>{named('set.ask')}</p>;
  const write = () => {
    keepFor(`records/${view.id}`, { name: facility, studyDate, wants: ['images'], missing });
    void navigate({ to: '/case/$caseId/records', params: { caseId: view.id } as never });
  };
  return (
    <>
      <p>{named('set.ask')}</p>
      <details className={styles.text}>
        <summary>{words('set.text')}</summary>
        <p>{missing}</p>
      </details>
      {mayWrite && (
        <div>
          <Button onPress={write}>{named('set.write')}</Button>
        </div>
      )}
    </>
  );
}

function headlineOf(view: CaseView, checked: CaseCompleteness, words: Words): string | null {
  const verdict = verdictOf(view, checked);
  if (checked.shows.length > 0 && view.setJudged == null) {
    const part = (region: string) => words(`patient.region.${region === 'unknown' ? 'other' : region}`);
    return words('set.other-part', {
      shows: checked.shows.map(part).join(', '),
      asked: part(view.question?.region ?? 'other'),
    });
  }
  return verdict === 'unknown' ? null : words(`set.${verdict}`);
}

function Hints({ signs }: { readonly signs: readonly QualitySign[] }) {
  const words = useWords();
  const kinds = [...new Set(signs.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <div>
      <h3>{words('set.hints')}</h3>
      <ul className={styles.hints}>
        {kinds.map((kind) => (
          <li key={kind}>{words(`set.sign.${kind}`)}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{words('set.hints.say')}</p>
    </div>
  );
}

/**
 * Whether the pictures answer the question, in the patient's words: what is not here, why that matters, and a letter that asks
 * for it. Nothing where nobody knows what belongs to such an examination.
 */
export function PatientSet({ view, studies, mayWrite }: PatientSetProps) {
  const words = useWords();
  const checked = useMemo(() => completenessOfCase(view, studies), [view, studies]);
  const headline = headlineOf(view, checked, words);
  const signs = studies.flatMap(({ series }) => series.flatMap(({ quality }) => quality ?? []));
  if (headline === null && signs.length === 0) return null;
  const letter = letterOf(words, checked, studies);
  const lacking = letter.missing !== '' && verdictOf(view, checked) !== 'complete';
  return (
    <section className={styles.set} aria-labelledby="set">
      <h2 id="set">{words('set.title')}</h2>
      {headline !== null && <p className={styles.headline}>{headline}</p>}
      {view.setJudged != null && view.setJudged.reason !== '' && (
        <div>
          <p>{words('set.judged', { name: view.setJudged.by.name })}</p>
          <p className="doctor">{view.setJudged.reason}</p>
        </div>
      )}
      {lacking && <Lacking checked={checked} />}
      {lacking && <Asking view={view} letter={letter} mayWrite={mayWrite} />}
      <Hints signs={signs} />
    </section>
  );
}
