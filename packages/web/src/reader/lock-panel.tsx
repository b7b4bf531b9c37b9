import type { AskedQuestion } from '@overread/rules/case/vocabulary.ts';
import { CircleDashed, Lock, LockKeyhole } from 'lucide-react';
import { useWords } from '../ui/use-words.ts';
import { seriesName } from '../viewer/series-name.ts';
import { type ChecklistLine, lineName } from './checklist.ts';
import { ReaderDialog } from './dialog.tsx';
import { mayLock, type OpenItems } from './open-items.ts';
import styles from './reader.module.css';

const NAMED = 3;

interface OpenListProps {
  readonly open: OpenItems;
  readonly total: number;
  readonly onLine: (line: ChecklistLine) => void;
  readonly onField: (name: string) => void;
  readonly onSeries: (uid: string) => void;
}

/** What is open, by name, each name a way there. */
function OpenList({ open, total, onLine, onField, onSeries }: OpenListProps) {
  const words = useWords();
  const more = open.lines.length - NAMED;
  const answer = (question: AskedQuestion) => () => onField(`answer-${question.id}`);
  return (
    <div className={styles.openList}>
      <span className={styles.wait}>
        <CircleDashed aria-hidden="true" size={15} strokeWidth={1.9} />
        {words('reader.open.count', { open: open.lines.length, total })}
      </span>
      <p>
        {open.missing.map((field) => (
          <button key={field} type="button" className={styles.way} onClick={() => onField(field)}>
            {words(`reader.report.${field === 'findings' ? 'findingsShort' : field}`)}
          </button>
        ))}
        {open.unanswered.map((question, i) => (
          <button key={question.id} type="button" className={styles.way} onClick={answer(question)}>
            {words('reader.open.question', { n: i + 1 })}
          </button>
        ))}
        {open.lines.slice(0, NAMED).map((line) => (
          <button key={line.id} type="button" className={styles.way} onClick={() => onLine(line)}>
            {lineName(line)}
          </button>
        ))}
        {more > 0 && <span>{words('reader.open.more', { count: more })} </span>}
        {open.lines.length > 0 && words('reader.open.meaning')}{' '}
        {open.unseen.slice(0, NAMED).map((series) => (
          <button
            key={series.seriesInstanceUid}
            type="button"
            className={styles.way}
            onClick={() => onSeries(series.seriesInstanceUid)}
          >
            {seriesName(series)}
          </button>
        ))}
        {open.unseen.length > 0 && words('reader.open.unseen', { count: open.unseen.length })}
      </p>
    </div>
  );
}

function lockWords(words: ReturnType<typeof useWords>, open: OpenItems): string {
  const count = open.missing.length + open.unanswered.length;
  return count === 0 ? words('reader.lock') : words('reader.lock.write', { count });
}

interface LockPanelProps extends OpenListProps {
  readonly sealed: boolean;
  readonly onLock: () => void;
}

/** The end of the report column: what is open, the seal, and the lock. */
export function LockPanel(props: LockPanelProps) {
  const { open, sealed, onLock } = props;
  const words = useWords();
  const ready = mayLock(open);
  const anything = !ready || open.lines.length > 0 || open.unseen.length > 0;
  return (
    <div className={styles.end}>
      {anything && <OpenList {...props} />}
      {sealed && (
        <div className={styles.sealBox}>
          <Lock aria-hidden="true" size={20} strokeWidth={1.9} />
          <p>
            <b>{words('reader.seal.title')}</b> <span>{words('reader.seal.opens')}</span>
          </p>
        </div>
      )}
      <div className={styles.lock}>
        <button
          type="button"
          className={styles.main}
          aria-disabled={!ready}
          aria-keyshortcuts="Control+Enter"
          onClick={onLock}
        >
          <LockKeyhole aria-hidden="true" size={16} strokeWidth={1.9} /> {lockWords(words, open)}
        </button>
        <p>{words(sealed ? 'reader.lock.then' : 'reader.lock.thenNoOriginal')}</p>
        <span className={styles.nowrap}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </div>
  );
}

interface LockDialogProps {
  readonly isOpen: boolean;
  readonly openLines: number;
  readonly sealed: boolean;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function LockDialog({ isOpen, openLines, sealed, busy, error, onClose, onConfirm }: LockDialogProps) {
  const words = useWords();
  return (
    <ReaderDialog title={words('reader.lock.ask')} open={isOpen} onClose={onClose} alert>
      <p>
        {words('reader.lock.fixed')} {sealed && words('reader.lock.opens')}{' '}
        {openLines > 0 && words('reader.lock.stayOpen', { count: openLines })}
      </p>
      {error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.main} aria-busy={busy} onClick={onConfirm}>
          {words(busy ? 'reader.lock.locking' : 'reader.lock.confirm')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}
