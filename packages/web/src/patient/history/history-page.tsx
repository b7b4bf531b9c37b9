import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { HistoryFacts } from '../facts.tsx';
import styles from '../patient.module.css';
import { useBackToCase, useCaseLine, WithCase } from '../with-case.tsx';
import { BodyFields } from './body-fields.tsx';
import type { Felt } from './felt-model.ts';
import { Papers } from './papers.tsx';

const PARTS = ['course', 'earlierTreatment', 'surgery', 'medicines', 'allergies', 'implants', 'priorImaging'] as const;

type HistoryValues = Readonly<Record<(typeof PARTS)[number], string>> & { readonly felt: Felt };

const EMPTY: HistoryValues = {
  ...{ course: '', earlierTreatment: '', surgery: '', medicines: '', allergies: '', implants: '', priorImaging: '' },
  felt: [],
};

function HistoryForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const navigate = useNavigate();
  const command = useCommand(view.id);
  const form = useForm<HistoryValues>({
    keep: `history/${view.id}`,
    start: { ...EMPTY, ...view.history },
    check: (values) =>
      values.felt.length === 0 && PARTS.every((part) => values[part].trim() === '')
        ? { course: words('patient.history.missing') }
        : {},
    async send(values) {
      await command.mutateAsync({ type: 'giveHistory', ...values });
      await navigate({ to: '/case/$caseId', params: { caseId: view.id } as never });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <BodyFields felt={form.values.felt} onChange={(felt) => form.change({ felt })} />
      {PARTS.map((part) => (
        <TextArea
          key={part}
          {...form.text(part)}
          label={words(`patient.history.${part}`)}
          hint={words(`patient.history.${part}.hint`)}
          optional={part !== 'course'}
          rows={part === 'course' ? 4 : 2}
          doctor
        />
      ))}
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
        {words('patient.history.send')}
      </Button>
    </form>
  );
}

function History({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [editing, setEditing] = useState(view.history === null);
  const may = view.mayDo.includes('giveHistory');
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words(editing ? 'patient.history.heading' : 'patient.history.given')}
      lead={editing && <p>{words('patient.history.lead')}</p>}
      sheet={String(editing)}
    >
      {editing && may ? (
        <HistoryForm view={view} />
      ) : (
        <>
          {view.history === null ? <p>{words('patient.history.none')}</p> : <HistoryFacts history={view.history} />}
          {may ? (
            <p>
              <Button onPress={() => setEditing(true)}>{words('patient.change')}</Button>
            </p>
          ) : (
            <p className={styles.quiet}>{words('patient.history.closed')}</p>
          )}
        </>
      )}
      {view.maySee.includes('paper:view') && <Papers view={view} kind="history" />}
    </PatientPage>
  );
}

/** `/case/$caseId/history`: the medical history, as much as a patient can tell. */
export function HistoryPage() {
  return <WithCase>{(view) => <History view={view} />}</WithCase>;
}
