import { useWords } from '../ui/use-words.ts';
import { ReaderDialog } from './dialog.tsx';
import styles from './reader.module.css';

const FOOT = [
  ['↑ ↓', 'slice'],
  ['← →', 'pane'],
  ['⇧ 1–6', 'level'],
  ['Tab', 'nextItem'],
  ['P A N', 'answers'],
  ['F', 'finding'],
  ['Space', 'overlays'],
  ['D', 'dim'],
  ['?', 'all'],
] as const;

const MORE = [
  ['S W Z M L F', 'tools'],
  ['K', 'linked'],
  ['B ⇧ B', 'stack'],
  ['2', 'twoUp'],
  ['0', 'reset'],
  ['PgUp PgDn', 'tenSlices'],
  ['Home End', 'ends'],
  ['+ −', 'zoom'],
  ['⇧ ↑ ↓ ← →', 'pan'],
  ['[ ]', 'windowWidth'],
  [', .', 'brightness'],
  ['⌫', 'openAgain'],
  ['T', 'markToText'],
  ['Ctrl Enter', 'lock'],
] as const;

/** The keys in the foot of the room. */
export function KeyFoot({ onAll }: { readonly onAll: () => void }) {
  const words = useWords();
  return (
    <footer className={styles.keys}>
      {FOOT.map(([key, id]) =>
        id === 'all' ? (
          <button key={id} type="button" className={styles.keyButton} onClick={onAll}>
            <kbd>{key}</kbd> {words('reader.key.all')}
          </button>
        ) : (
          <span key={id}>
            <kbd>{key}</kbd> {words(`reader.key.${id}`)}
          </span>
        ),
      )}
      <span className={styles.footNote}>{words('reader.display')}</span>
    </footer>
  );
}

interface KeyHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
}

/** All keys, and the switch that turns single keys off. */
export function KeyHelp({ open, onClose, singleKeys, onSingleKeys }: KeyHelpProps) {
  const words = useWords();
  return (
    <ReaderDialog title={words('reader.keys')} open={open} onClose={onClose} wide>
      <dl className={styles.keyList}>
        {[...FOOT, ...MORE].map(([key, id]) => (
          <div key={id}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words(`reader.key.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.check}>
        <input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} />{' '}
        {words('reader.keys.single')}
      </label>
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.close')}
        </button>
      </div>
    </ReaderDialog>
  );
}
