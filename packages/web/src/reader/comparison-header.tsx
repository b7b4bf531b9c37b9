import { useLingui } from '@lingui/react';
import type { WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import { shortMoment } from '../ui/format.ts';
import { MarkIcon } from '../ui/mark.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { countsOf } from './comparison-model.ts';
import { useCaseTitle } from './room-header.tsx';
import { SaveNote } from './save-note.tsx';
import type { ComparisonKeeper } from './use-comparison.ts';

/** Whose reports these are, what is left to check, and the keys. */
export function ComparisonHeader({
  view,
  left,
  total,
  keeper,
}: {
  readonly view: CaseView;
  readonly left: number;
  readonly total: number;
  /** Missing where nothing is kept: what is signed, what stands alone. */
  readonly keeper?: ComparisonKeeper | undefined;
}) {
  const words = useWords();
  const { i18n } = useLingui();
  const title = useCaseTitle(view);
  const isReader = view.as === 'reader';
  return (
    <header className={styles.bar}>
      <Link
        to={isReader ? '/work' : '/desk/$caseId'}
        params={{ caseId: view.id }}
        className={styles.home}
        aria-label={words(isReader ? 'reader.toWorkList' : 'coordinator.backToCase')}
      >
        <MarkIcon />
      </Link>
      <b>{title}</b>
      <span className={styles.quiet}>{view.number}</span>
      {isReader && view.reading.lockedAt !== null && (
        <span className={styles.seal}>
          <LockKeyhole aria-hidden="true" size={15} strokeWidth={1.9} />
          {words('reader.locked', { at: shortMoment(i18n.locale, view.reading.lockedAt) })}
        </span>
      )}
      <span className={styles.grow} />
      {total > 0 && keeper !== undefined && (
        <span className={styles.quiet}>{words('reader.leftToCheck', { left, total })}</span>
      )}
      {keeper !== undefined && (keeper.savedAt !== null || keeper.state !== 'saved') && (
        <SaveNote keeper={keeper} className={styles.quiet} failed={styles.error} />
      )}
      {total > 0 && keeper !== undefined && (
        <span className={styles.keyHints}>
          <kbd>J</kbd> {words('reader.key.next')} <kbd>C</kbd> {words('reader.key.confirm')} <kbd>E</kbd>{' '}
          {words('reader.key.correct')}
          {isReader && (
            <>
              {' '}
              <kbd>L</kbd> {words('reader.key.lookAgain')}
            </>
          )}
        </span>
      )}
      {isReader && (
        <Link className={styles.button} to="/read/$caseId" params={{ caseId: view.id }} aria-keyshortcuts="I">
          {words('reader.images')} <kbd>I</kbd>
        </Link>
      )}
    </header>
  );
}

/** How many lines agree, differ, or stand in one report only. */
export function Summary({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const words = useWords();
  const counts = countsOf(pairs);
  return (
    <ul className={styles.summary}>
      {(['agrees', 'differs', 'only-original', 'only-second'] as const).map((relation) => (
        <li key={relation}>
          <b>{counts[relation]}</b>
          <span>{words(`reader.count.${relation}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The overall grade in one line. */
export function Overall({ work }: { readonly work: WorkingComparison }) {
  const words = useWords();
  const parts = [
    work.radpeer === null ? '' : words('reader.overall.radpeerIs', { grade: work.radpeer }),
    work.effectOnTreatment === null ? '' : `${words(`reader.effect.${work.effectOnTreatment}`)}.`,
    work.couldSettle === '' ? '' : words('reader.overall.settles', { what: work.couldSettle }),
  ].filter((part) => part !== '');
  return (
    <p>
      <b>{words('reader.overall.is', { agreement: words(`reader.agreement.${work.agreement}`) })}</b>{' '}
      <span className={styles.quiet}>{parts.join(' ')}</span>
    </p>
  );
}
