import type { ImportView } from '@overread/contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import { partKey } from './reading/disc-model.ts';
import { chosenImages } from './sending/plan-batches.ts';
import type { TimeLeft } from './sending/time-left.ts';
import { picturesIn } from './series-words.ts';

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1e6));

export function leftWords(words: Words, timeLeft: TimeLeft): string {
  return 'count' in timeLeft
    ? words(`intake.send.left.${timeLeft.unit}`, { count: timeLeft.count })
    : words(`intake.send.left.${timeLeft.unit}`);
}

/** Pictures and series of a delivery as far as they are in order. */
export const foundIn = ({ instances, studies, files }: ImportView) => ({
  files,
  count: instances,
  series: studies.reduce((sum, { series }) => sum + series, 0),
});

function ReadyToSend({ session, state }: SendingPanelProps) {
  const words = useWords();
  const { chosen } = state;
  const { studies = [], packed: all = [] } = state.contents ?? {};
  const series = studies.flatMap((study) =>
    study.summary.series.filter(({ seriesInstanceUid }) => chosen.has(partKey(study, seriesInstanceUid))),
  );
  const count = series.reduce((sum, one) => sum + picturesIn(one), 0);
  const packed = all.filter(({ key }) => chosen.has(key));
  const bytes =
    chosenImages({ studies }, chosen).reduce((sum, { size }) => sum + size, 0) +
    packed.reduce((sum, { blob }) => sum + blob.size, 0);
  return (
    <section aria-labelledby="send">
      <h2 id="send" className="sr">
        {words('intake.send.title')}
      </h2>
      <Button
        kind="main"
        wide
        onPress={() => void session.send()}
        notYet={chosen.size === 0 ? words('intake.send.choose') : null}
      >
        {count === 0 && packed.length > 0
          ? words('intake.send.packed', { count: packed.length })
          : words('intake.send.button', { count })}
      </Button>
      {bytes > 0 && <p className={styles.quiet}>{words('intake.send.size', { megabytes: megabytes(bytes) })}</p>}
      <Button kind="bare" onPress={() => session.reset()}>
        {words('intake.drop.again')}
      </Button>
    </section>
  );
}

function UnderWay({ session, state, delivery }: SendingPanelProps) {
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
          {leftWords(words, state.timeLeft)}
        </p>
      )}
      {sending !== null && sending.here > 0 && (
        <p className={styles.quiet}>{words('intake.send.here', { count: sending.here })}</p>
      )}
      {delivery !== undefined && delivery.instances > 0 && (
        <p className={styles.quiet}>{words('intake.send.sorted', foundIn(delivery))}</p>
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
  /** What the service has made of it by now. */
  readonly delivery: ImportView | undefined;
}

/** The button that sends, and once it was pressed how far it is: in pictures, in megabytes, in time. */
export function SendingPanel(props: SendingPanelProps) {
  return props.state.phase === 'found' ? <ReadyToSend {...props} /> : <UnderWay {...props} />;
}
