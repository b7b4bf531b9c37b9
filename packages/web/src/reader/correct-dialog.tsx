import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { Difference, Relation } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { useWords } from '../ui/use-words.ts';
import { type Correction, faultOf } from './comparison-model.ts';
import { ReaderDialog } from './dialog.tsx';
import { CheckChoices, Choices, TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';

const RELATIONS: readonly Relation[] = ['agrees', 'differs', 'only-original', 'only-second'];
const DIFFERENCES: readonly Difference[] = [
  'presence',
  'certainty',
  'severity',
  'size',
  'side',
  'level',
  'count',
  'diagnosis',
];
const GRADES = ['none', 'minor', 'major'] as const;

interface CorrectDialogProps {
  readonly pair: ComparedPair;
  /** Lines of the other voice that this one may be joined with. */
  readonly partners: readonly ComparedPair[];
  readonly onClose: () => void;
  readonly onSave: (next: Correction) => void;
  readonly onSplit: () => void;
  readonly onJoin: (partner: ComparedPair) => void;
}

/** Corrects one line: how the reports relate, in what, how much it matters, and which sentences are meant. */
export function CorrectDialog({ pair, partners, onClose, onSave, onSplit, onJoin }: CorrectDialogProps) {
  const words = useWords();
  const [next, setNext] = useState<Correction>({ ...pair, note: pair.note ?? '' });
  const [tried, setTried] = useState(false);
  const [partner, setPartner] = useState('');
  const fault = faultOf(next);
  const put = (change: Partial<Correction>) => setNext({ ...next, ...change });
  const single = next.relation === 'only-original' || next.relation === 'only-second';
  const joinWith = partners.find(({ id }) => id === partner);
  return (
    <ReaderDialog title={words('reader.correct.title', { place: pair.place })} open onClose={onClose} wide>
      <TextLineField label={words('reader.place')} value={next.place} onChange={(place) => put({ place })} />
      <Choices
        label={words('reader.relation')}
        name="relation"
        value={next.relation}
        options={RELATIONS.map((value) => ({ value, text: words(`reader.relation.${value}`) }))}
        onChange={(relation) => put({ relation })}
      />
      {next.relation === 'differs' && (
        <CheckChoices
          label={words('reader.differsIn')}
          values={next.differsIn}
          options={DIFFERENCES.map((value) => ({ value, text: words(`reader.difference.${value}`) }))}
          onChange={(differsIn) => put({ differsIn })}
        />
      )}
      {single && (
        <CheckChoices<'not-assessable'>
          label={words('reader.correct.silent')}
          values={next.notAssessable === true ? ['not-assessable'] : []}
          options={[{ value: 'not-assessable', text: words(`reader.correct.unjudged.${next.relation}`) }]}
          onChange={(values) => put({ notAssessable: values.length > 0 ? true : undefined })}
        />
      )}
      {next.relation !== 'agrees' && !(single && next.notAssessable === true) && (
        <Choices
          label={words('reader.grade')}
          name="grade"
          value={next.grade}
          options={GRADES.filter((value) => single || value !== 'none').map((value) => ({
            value,
            text: words(`reader.grade.${value}`),
          }))}
          onChange={(grade) => put({ grade })}
        />
      )}
      {next.relation !== 'only-second' && (
        <TextLineField
          label={words('reader.correct.original')}
          doctor
          value={next.original ?? ''}
          onChange={(text) => put({ original: text === '' ? null : text })}
        />
      )}
      {next.relation !== 'only-original' && (
        <TextLineField
          label={words('reader.correct.second')}
          doctor
          value={next.second ?? ''}
          onChange={(text) => put({ second: text === '' ? null : text })}
        />
      )}
      <TextLineField label={words('reader.correct.note')} value={next.note} onChange={(note) => put({ note })} />
      {tried && fault !== null && (
        <p className={styles.error} role="alert">
          {words(`reader.correct.${fault}`)}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button
          type="button"
          className={styles.main}
          onClick={() => {
            setTried(true);
            if (fault === null) onSave(next);
          }}
        >
          {words('reader.correct.save')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
        {pair.original !== null && pair.second !== null && (
          <button type="button" className={styles.bare} onClick={onSplit}>
            {words('reader.correct.split')}
          </button>
        )}
        {partners.length > 0 && (
          <span className={styles.joinWith}>
            <select
              aria-label={words('reader.correct.joinWith')}
              value={partner}
              onChange={(event) => setPartner(event.target.value)}
            >
              <option value="">{words('reader.correct.joinWith')}</option>
              {partners.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.place}
                </option>
              ))}
            </select>
            {joinWith !== undefined && (
              <button type="button" className={styles.bare} onClick={() => onJoin(joinWith)}>
                {words('reader.correct.join')}
              </button>
            )}
          </span>
        )}
      </div>
    </ReaderDialog>
  );
}
