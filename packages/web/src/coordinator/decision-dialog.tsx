import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { type Outcome, outcomesFor } from '../referrer/decision.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';

/** The decision, written down by the coordinator as the doctor or the patient said it on the telephone. */
export function DecisionDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { values, field, fine, faults, set } = useFields({ outcome: '', course: '', on: '' });
  const act = () => {
    const wrong = values.on === '' ? null : dateFault(values.on, new Date().toISOString().slice(0, 10));
    const found = fine({
      outcome: outcome === null ? words('referrer.decide.outcomeMissing') : null,
      course: values.course.trim() === '' ? words('referrer.decide.courseMissing') : null,
      on: wrong === null ? null : words(wrong.say, wrong.with),
    });
    if (!found || outcome === null) return null;
    return {
      type: 'recordDecision' as const,
      outcome,
      courseOfAction: values.course.trim(),
      discussedOn: isoDate(values.on) ?? '',
    };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.decision.title')}
      lead={words('coordinator.decision.lead')}
      submit={words('referrer.decide.submit')}
      act={act}
      onClose={onClose}
    >
      <ChoiceGroup
        label={words('referrer.decide.outcome')}
        name="outcome"
        value={outcome}
        fault={faults.outcome ?? null}
        onChange={(value) => {
          setOutcome(value);
          set('outcome', value);
        }}
        choices={outcomesFor(view.comparison).map((value) => ({ value, text: words(`referrer.decided.${value}`) }))}
      />
      <TextArea {...field('course')} rows={3} label={words('referrer.decide.course')} />
      <DateField {...field('on')} label={words('referrer.decide.on')} optional />
    </ActDialog>
  );
}
