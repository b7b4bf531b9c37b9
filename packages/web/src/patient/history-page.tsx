import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import { HistoryFacts } from './facts.tsx';
import styles from './patient.module.css';
import { useBackToCase, useCaseLine, WithCase } from './with-case.tsx';

const EMPTY = { course: '', earlierTreatment: '', surgery: '', medicines: '', implants: '', priorImaging: '' };
const PARTS = ['course', 'earlierTreatment', 'surgery', 'medicines', 'implants', 'priorImaging'] as const;

function HistoryForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const navigate = useNavigate();
  const command = useCommand(view.id);
  const form = useForm({
    keep: `history/${view.id}`,
    start: { ...EMPTY, ...view.history },
    check: (values) =>
      PARTS.every((part) => values[part].trim() === '') ? { course: words('patient.history.missing') } : {},
    async send({ course, earlierTreatment, surgery, medicines, implants, priorImaging }) {
      await command.mutateAsync({
        type: 'giveHistory',
        course,
        earlierTreatment,
        surgery,
        medicines,
        implants,
        priorImaging,
      });
      await navigate({ to: '/case/$caseId', params: { caseId: view.id } as never });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
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
    </PatientPage>
  );
}

/** `/case/$caseId/history`: the medical history, as much as a patient can tell. */
export function HistoryPage() {
  return <WithCase>{(view) => <History view={view} />}</WithCase>;
}
