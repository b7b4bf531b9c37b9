import type { CaseView } from '@overread/rules/case/view.ts';
import { RETRACTION_CAUSES, type RetractionCause } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';

interface RetractDialogProps {
  readonly view: CaseView;
  readonly read: 'second' | 'third';
  readonly onClose: () => void;
}

/** A signed report is taken back: why, in one of three ways that decide where the case goes on, and in words. */
export function RetractDialog({ view, read, onClose }: RetractDialogProps) {
  const words = useWords();
  const [cause, setCause] = useState<RetractionCause | null>(null);
  const { values, field, fine, faults, set } = useFields({ cause: '', reason: '' });
  const act = () => {
    const found = fine({
      cause: cause === null ? words('coordinator.retract.causeMissing') : null,
      reason: values.reason.trim() === '' ? words('coordinator.retract.reasonMissing') : null,
    });
    if (!found || cause === null) return null;
    const which = read === 'third' ? { read } : {};
    return { type: 'retractReport' as const, cause, reason: values.reason.trim(), ...which };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.retract.title')}
      lead={words('coordinator.retract.lead')}
      submit={words('coordinator.retract.submit')}
      act={act}
      onClose={onClose}
      stop
    >
      <ChoiceGroup
        label={words('coordinator.retract.cause')}
        name="cause"
        value={cause}
        fault={faults.cause ?? null}
        onChange={(value) => {
          setCause(value);
          set('cause', value);
        }}
        choices={RETRACTION_CAUSES.map((value) => ({
          value,
          text: words(`coordinator.retract.cause.${value}`),
          hint: words(`coordinator.retract.then.${value}`),
        }))}
      />
      <TextArea {...field('reason')} rows={3} label={words('coordinator.retract.reason')} />
    </ActDialog>
  );
}
