import { Button } from '../../ui/button.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import type { DiscSession, DiscState } from './disc-session.ts';
import { ProgressBar } from './progress-bar.tsx';
import { picturesOf } from './series-words.ts';

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1e6));

function leftWords(words: Words, { timeLeft }: DiscState): string {
  return 'count' in timeLeft
    ? words(`intake.send.left.${timeLeft.unit}`, { count: timeLeft.count })
    : words(`intake.send.left.${timeLeft.unit}`);
}

function ReadyToSend({ session, state }: SendingPanelProps) {
  const words = useWords();
  const chosen = (state.contents?.studies ?? []).filter(({ key }) => state.chosen.has(key));
  const count = chosen.reduce((sum, { summary }) => sum + picturesOf(summary), 0);
  const bytes = chosen.reduce((sum, study) => sum + study.bytes, 0);
  return (
    <section aria-labelledby="send">
      <h2 id="send" className="sr">
        {words('intake.send.title')}
      </h2>
      <Button
        kind="main"
        wide
        onPress={() => void session.send()}
        notYet={count === 0 ? words('intake.send.choose') : null}
      >
        {words('intake.send.button', { count })}
      </Button>
      {count > 0 && <p className={styles.quiet}>{words('intake.send.size', { megabytes: megabytes(bytes) })}</p>}
      <Button kind="bare" onPress={() => session.reset()}>
        {words('intake.drop.again')}
      </Button>
    </section>
  );
}

function UnderWay({ session, state }: SendingPanelProps) {
  const words = useWords();
  const { sending, phase } = state;
  const lost = sending?.waiting === true;
  return (
    <section className={styles.send} aria-labelledby="send">
      <div className={styles.sendHead}>
        <h2 id="send">{words('intake.send.sending')}</h2>
        {sending !== null && <b>{words('intake.send.count', { files: sending.files, of: sending.ofFiles })}</b>}
      </div>
      <ProgressBar
        done={sending?.bytes ?? 0}
        of={sending?.ofBytes ?? 1}
        labelledBy="send"
        spoken={(percent) => words('intake.send.spoken', { percent })}
      />
      {phase === 'finishing' && !lost && <p className={styles.quiet}>{words('intake.send.finishing')}</p>}
      {phase === 'sending' && sending !== null && !lost && (
        <p className={styles.quiet}>
          {words('intake.send.bytes', { sent: Math.round(sending.bytes / 1e6), of: megabytes(sending.ofBytes) })}
          {'. '}
          {leftWords(words, state)}
        </p>
      )}
      <p className={lost ? styles.lost : styles.quiet} role="status">
        {words(lost ? 'intake.send.lost' : 'intake.send.stay')}
      </p>
      <Button kind="bare" onPress={() => session.stop()}>
        {words('intake.send.stop')}
      </Button>
    </section>
  );
}

interface SendingPanelProps {
  readonly session: DiscSession;
  readonly state: DiscState;
}

/** The button that sends, and once it was pressed how far it is: in pictures, in megabytes, in time. */
export function SendingPanel({ session, state }: SendingPanelProps) {
  if (state.phase === 'found') return <ReadyToSend session={session} state={state} />;
  return <UnderWay session={session} state={state} />;
}
