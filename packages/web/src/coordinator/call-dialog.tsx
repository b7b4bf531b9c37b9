import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { shortMoment } from '../ui/format.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';

const OUTCOMES = ['reached', 'message', 'no-answer'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Calls about a result that lay unopened: when, to whom, at which number, and what came of it. */
export function Calls({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  if (view.calls.length === 0) return null;
  return (
    <ul>
      {view.calls.map(({ at, number, outcome, spokenTo, note, by }) => (
        <li key={at}>
          {words('coordinator.call.line', {
            at: shortMoment(i18n.locale, at),
            number,
            outcome: words(`coordinator.call.${outcome}`),
            name: by.name,
          })}{' '}
          {[spokenTo, note].filter((part) => part !== '').join('. ')}
        </li>
      ))}
    </ul>
  );
}

/** A call to whoever has not opened the result; it stays in the record, and the list goes on until somebody has read it. */
export function CallDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  const to = view.referrer === null ? ('patient' as const) : ('referrer' as const);
  const known = to === 'patient' ? (view.contact?.phone ?? '') : (view.referrer?.phone ?? '');
  const last = view.calls.at(-1)?.number ?? known;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { values, field, fine, faults, set } = useFields({ number: last, spokenTo: '', outcome: '', note: '' });
  const act = () => {
    const found = fine({
      number: values.number.trim() === '' ? words('coordinator.call.numberMissing') : null,
      outcome: outcome === null ? words('coordinator.call.outcomeMissing') : null,
      spokenTo: outcome === 'reached' && values.spokenTo.trim() === '' ? words('coordinator.call.whoMissing') : null,
    });
    if (!found || outcome === null) return null;
    const { number, spokenTo, note } = values;
    return { type: 'recordCall' as const, to, number, spokenTo, outcome, note };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.call.title')}
      lead={words('coordinator.call.lead', { name: view.referrer?.name ?? view.patient.name.family })}
      submit={words('coordinator.call.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('number')} label={words('coordinator.call.number')} />
      <ChoiceGroup
        label={words('coordinator.call.outcome')}
        name="outcome"
        value={outcome}
        fault={faults.outcome ?? null}
        onChange={(value) => {
          setOutcome(value);
          set('outcome', value);
        }}
        choices={OUTCOMES.map((value) => ({ value, text: words(`coordinator.call.${value}`) }))}
      />
      <TextField {...field('spokenTo')} label={words('coordinator.call.who')} />
      <TextArea {...field('note')} rows={2} label={words('coordinator.call.note')} optional />
    </ActDialog>
  );
}
