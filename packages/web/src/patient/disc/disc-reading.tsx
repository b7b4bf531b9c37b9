import type { CaseView } from '@overread/rules/case/view.ts';
import { Button } from '../../ui/button.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import styles from './disc.module.css';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';

interface DiscReadingProps {
  readonly view: CaseView;
  readonly session: DiscSession;
  readonly state: DiscState;
}

/** While the headers are read: how many files, and how many pictures were found. */
export function DiscReading({ view, session, state }: DiscReadingProps) {
  const words = useWords();
  const back = useToCase(view);
  const { reading, name } = state;
  return (
    <PatientPage
      heading={words('intake.reading.title')}
      over={name === '' ? words('intake.reading.overNoName') : words('intake.reading.over', { name })}
      back={back}
      sheet="reading"
    >
      <section className={styles.send} aria-labelledby="reading">
        <div className={styles.sendHead}>
          <h2 id="reading">{words('intake.reading.found', { count: reading?.images ?? 0 })}</h2>
          {reading !== null && <b>{words('intake.reading.count', { files: reading.files, of: reading.ofFiles })}</b>}
        </div>
        <ProgressBar
          done={reading?.files ?? 0}
          of={reading?.ofFiles ?? 1}
          labelledBy="reading"
          spoken={() => words('intake.reading.count', { files: reading?.files ?? 0, of: reading?.ofFiles ?? 0 })}
        />
        <p className={styles.quiet}>{words('intake.reading.stay')}</p>
        <Button kind="bare" onPress={() => session.reset()}>
          {words('intake.drop.again')}
        </Button>
      </section>
    </PatientPage>
  );
}
