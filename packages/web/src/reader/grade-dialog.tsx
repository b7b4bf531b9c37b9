import type { WorkingComparison } from '@overread/contract/reading.ts';
import type { Agreement, EffectOnTreatment, LikelyCause, Radpeer } from '@overread/rules/case/vocabulary.ts';
import { RADPEER } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { useWords } from '../ui/use-words.ts';
import { ReaderDialog } from './dialog.tsx';
import { Choices, TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';

const AGREEMENTS: readonly Agreement[] = ['concordant', 'minor', 'major'];
const EFFECTS: readonly EffectOnTreatment[] = ['none', 'may-change', 'changes'];
const CAUSES: readonly LikelyCause[] = ['not-seen', 'judged-differently', 'not-in-question', 'other-images', 'unknown'];

interface GradeDialogProps {
  readonly work: WorkingComparison;
  /** What the rules propose from the lines as they are now; missing where there are three reports. */
  readonly byRule?: Agreement;
  readonly onClose: () => void;
  readonly onSave: (next: WorkingComparison) => void;
}

/** The overall grade: agreement, RADPEER, effect on treatment, likely cause, what could settle it, and plain words. */
export function GradeDialog({ work, byRule, onClose, onSave }: GradeDialogProps) {
  const words = useWords();
  const [next, setNext] = useState(work);
  const put = (change: Partial<WorkingComparison>) => setNext({ ...next, ...change });
  return (
    <ReaderDialog title={words('reader.overall')} open onClose={onClose} wide>
      <Choices<Agreement>
        label={words('reader.overall.agreement')}
        name="agreement"
        value={next.agreement}
        options={AGREEMENTS.map((value) => ({
          value,
          text: words(`reader.agreement.${value}`),
          ...(value === byRule ? { hint: words('reader.rules.hint') } : {}),
        }))}
        onChange={(agreement) => put({ agreement })}
      />
      <Choices<Radpeer>
        label={words('reader.overall.radpeer')}
        name="radpeer"
        value={next.radpeer}
        options={RADPEER.map((value) => ({ value, text: value, hint: words(`reader.radpeer.${value}`) }))}
        onChange={(radpeer) => put({ radpeer })}
      />
      <Choices<EffectOnTreatment>
        label={words('reader.overall.effect')}
        name="effect"
        value={next.effectOnTreatment}
        options={EFFECTS.map((value) => ({ value, text: words(`reader.effect.${value}`) }))}
        onChange={(effectOnTreatment) => put({ effectOnTreatment })}
      />
      <Choices<LikelyCause>
        label={words('reader.overall.cause')}
        name="cause"
        value={next.likelyCause}
        options={CAUSES.map((value) => ({ value, text: words(`reader.cause.${value}`) }))}
        onChange={(likelyCause) => put({ likelyCause })}
      />
      <TextLineField
        label={words('reader.overall.couldSettle')}
        doctor
        rows={2}
        value={next.couldSettle}
        onChange={(couldSettle) => put({ couldSettle })}
      />
      <TextLineField
        label={words('reader.overall.plainWords')}
        hint={words('reader.overall.plainWordsHint')}
        doctor
        rows={4}
        value={next.plainWords}
        onChange={(plainWords) => put({ plainWords })}
      />
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.main} onClick={() => onSave(next)}>
          {words('reader.overall.save')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}
