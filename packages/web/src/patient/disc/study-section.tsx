import { useLingui } from '@lingui/react';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, ChoiceGroup } from '../../ui/choice-group.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import { type DiscPerson, spokenName } from './describe-disc.ts';
import styles from './disc.module.css';
import { longDay, personWords, studyName } from './disc-words.ts';
import { type DiscStudy, partsOf } from './reading/disc-model.ts';
import { SeriesGrid } from './series-grid.tsx';
import { picturesOf } from './series-words.ts';

interface StudySectionProps {
  readonly study: DiscStudy;
  readonly person: DiscPerson;
  /** Keys of the parts that go. */
  readonly parts: ReadonlySet<string>;
  /** Whether it can be left out: one single examination of the right person cannot. */
  readonly choice: boolean;
  /** While it is being sent the choice stands. */
  readonly fixed: boolean;
  readonly onToggle: (parts: readonly string[]) => void;
}

function countsLine(words: Words, { summary, bytes }: DiscStudy): string {
  const counts = words('intake.study.counts', { pictures: picturesOf(summary), series: summary.series.length });
  return `${counts}, ${words('intake.study.size', { megabytes: Math.max(1, Math.round(bytes / 1e6)) })}`;
}

function Choose({ study, person, parts, fixed, onToggle }: Omit<StudySectionProps, 'choice'>) {
  const words = useWords();
  const { i18n } = useLingui();
  const all = partsOf(study);
  const chosen = all.some((part) => parts.has(part));
  if (fixed) return <p className={styles.fixed}>{words(chosen ? 'intake.study.sending' : 'intake.study.left')}</p>;
  if (person.verdict !== 'other-patient') {
    return (
      <CheckboxField
        name={study.key}
        label={words('intake.study.send')}
        checked={chosen}
        onChange={() => onToggle(all)}
      />
    );
  }
  return (
    <ChoiceGroup
      name="other"
      label={words('intake.study.otherQuestion', { person: personWords(words, i18n.locale, study.summary.patient) })}
      value={chosen ? 'send' : 'leave'}
      onChange={(value) => {
        if ((value === 'send') !== chosen) onToggle(all);
      }}
      choices={[
        { value: 'leave', text: words('intake.study.leaveOther'), hint: words('intake.study.leaveOtherHint') },
        { value: 'send', text: words('intake.study.sendOther'), hint: words('intake.study.sendOtherHint') },
      ]}
    />
  );
}

/** One examination on the disc: what it is, whether it goes, and its series. */
export function StudySection(props: StudySectionProps) {
  const { study, person, parts, choice, fixed, onToggle } = props;
  const [single, setSingle] = useState(false);
  const chosen = partsOf(study).some((part) => parts.has(part));
  const words = useWords();
  const { i18n } = useLingui();
  const id = useId();
  const { summary } = study;
  const place = [longDay(words, i18n.locale, summary.date), summary.institution]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <section
      aria-labelledby={choice ? `${id} ${id}-place` : id}
      className={styles.study}
      data-out={chosen ? undefined : ''}
    >
      <div className={styles.studyHead}>
        <h2 id={id}>{choice ? studyName(words, summary) : countsLine(words, study)}</h2>
        {choice && (
          <p id={`${id}-place`} className={styles.quiet}>
            {person.verdict === 'match' ? place : `${spokenName(summary.patient.name)} · ${place}`}
            <br />
            {countsLine(words, study)}
          </p>
        )}
      </div>
      {choice && <Choose {...props} />}
      <SeriesGrid study={study} chosen={parts} onToggle={single && !fixed ? (part) => onToggle([part]) : null} />
      {!single && !fixed && chosen && study.summary.series.length > 1 && (
        <Button kind="bare" onPress={() => setSingle(true)}>
          {words('intake.series.single')}
        </Button>
      )}
    </section>
  );
}
