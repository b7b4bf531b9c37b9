import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { Lock, LockOpen, Moon } from 'lucide-react';
import { daysUntil, patientLine, promisedDay, shortMoment } from '../ui/format.ts';
import { MarkIcon } from '../ui/mark.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './reader.module.css';

/** "Almeida, Ruth · F 65 · lumbar spine". */
export function useCaseTitle(view: CaseView): string {
  const words = useWords();
  const region = view.question === null ? '' : words(`reader.region.${view.question.region}`);
  const side =
    view.question === null || view.question.side === 'none' ? '' : words(`reader.side.${view.question.side}`);
  const where = [side, region].filter((part) => part !== '').join(' ');
  return [patientLine(view.patient, new Date()), where].filter((part) => part !== '').join(' · ');
}

/** "Promised Thu 21 May, 3 days"; empty while nothing is promised. */
export function usePromise(promisedBy: string | null): string {
  const words = useWords();
  const { i18n } = useLingui();
  if (promisedBy === null) return '';
  const days = daysUntil(promisedBy, new Date());
  const date = promisedDay(i18n.locale, promisedBy);
  return days < 0 ? words('reader.promised.late', { date, days: -days }) : words('reader.promised', { date, days });
}

function SealState({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { lockedAt } = view.reading;
  const word =
    lockedAt !== null
      ? words('reader.locked', { at: shortMoment(i18n.locale, lockedAt) })
      : words(view.isThirdRead ? 'reader.third.sealed' : view.sealed ? 'reader.sealed' : 'reader.noOriginal');
  const Icon = lockedAt === null ? Lock : LockOpen;
  return (
    <span className={styles.seal}>
      <Icon aria-hidden="true" size={15} strokeWidth={1.9} /> {word}
    </span>
  );
}

interface RoomHeaderProps {
  readonly view: CaseView;
  readonly dim: boolean;
  readonly onDim: () => void;
}

export function RoomHeader({ view, dim, onDim }: RoomHeaderProps) {
  const words = useWords();
  const title = useCaseTitle(view);
  const promise = usePromise(view.clock.promisedBy);
  const question = view.question?.questions.map(({ text }) => text).join(' ') ?? '';
  const proposed = view.question?.proposedTreatment ?? '';
  return (
    <header className={styles.bar}>
      <Link to="/work" className={styles.home} aria-label={words('reader.toWorkList')}>
        <MarkIcon />
      </Link>
      <h1>{title}</h1>
      <span className={styles.quiet}>{view.number}</span>
      <p className={styles.question} title={question}>
        {words('reader.question', { question })} {proposed === '' ? '' : words('reader.proposed', { proposed })}
      </p>
      <SealState view={view} />
      {promise !== '' && <span className={styles.quiet}>{promise}</span>}
      <button
        type="button"
        className={styles.iconButton}
        aria-label={words('reader.dim')}
        aria-pressed={dim}
        onClick={onDim}
      >
        <Moon aria-hidden="true" size={16} />
      </button>
    </header>
  );
}
