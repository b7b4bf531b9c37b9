import type { CaseView } from '@overread/rules/case/view.ts';
import { RED_FLAGS, type Region, type Side } from '@overread/rules/case/vocabulary.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { spoken } from '../ui/said.ts';
import { SelectField, TextArea } from '../ui/text-field.tsx';
import { type Form, useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import { QuestionFacts } from './facts.tsx';
import styles from './patient.module.css';
import {
  askCommand,
  asksForSigns,
  checkQuestion,
  hasSides,
  nextQuestionId,
  type QuestionValues,
  questionKey,
  questionStart,
  REGION_ORDER,
} from './question-model.ts';
import { SignFields } from './sign-fields.tsx';
import { Steps } from './steps.tsx';
import { WhyFields } from './why-fields.tsx';
import { useBackToCase, useCaseLine, WithCase } from './with-case.tsx';

/** More than this a reader cannot answer well in one report. */
const MOST_QUESTIONS = 5;
const SIDES: readonly Side[] = ['right', 'left', 'both'];

function RegionFields({ form }: { readonly form: Form<QuestionValues> }) {
  const words = useWords();
  const { values, change, faults } = form;
  return (
    <>
      <SelectField
        {...form.text('region')}
        label={words('patient.region')}
        onChange={(region) => change({ region: region as Region | '' })}
        options={[
          { value: '', text: words('patient.choose') },
          ...REGION_ORDER.map((value) => ({ value, text: words(`patient.region.${value}`) })),
        ]}
      />
      {hasSides(values.region) && (
        <ChoiceGroup<Side>
          name="side"
          label={words('patient.side')}
          value={values.side === '' ? null : values.side}
          fault={faults.side ?? null}
          onChange={(side) => change({ side })}
          choices={SIDES.map((value) => ({ value, text: words(`patient.side.${value}`) }))}
        />
      )}
    </>
  );
}

function OwnQuestions({ form, view }: { readonly form: Form<QuestionValues>; readonly view: CaseView }) {
  const words = useWords();
  const { values, change, faults } = form;
  const others = (view.question?.questions ?? []).filter(({ askedBy }) => askedBy !== 'patient');
  return (
    <div className={styles.together}>
      {values.questions.map(({ id, text }, index) => (
        <TextArea
          key={id}
          name={`question-${id}`}
          label={index === 0 ? words('patient.question') : words('patient.question.more', { at: index + 1 })}
          {...(index === 0 ? { hint: words('patient.question.hint') } : {})}
          fault={index === 0 ? (faults.questions ?? null) : null}
          doctor
          rows={2}
          value={text}
          onChange={(next) =>
            change({ questions: values.questions.map((one) => (one.id === id ? { id, text: next } : one)) })
          }
        />
      ))}
      {values.questions.length < MOST_QUESTIONS && values.questions.every(({ text }) => text.trim() !== '') && (
        <Button
          kind="bare"
          onPress={() =>
            change({
              questions: [...values.questions, { id: nextQuestionId([...values.questions, ...others]), text: '' }],
            })
          }
        >
          {words('patient.question.add')}
        </Button>
      )}
    </div>
  );
}

/** The reasons, told on the way here: one line with a way to change them. */
function Reasons({ form }: { readonly form: Form<QuestionValues> }) {
  const words = useWords();
  const { values, faults, change } = form;
  const [open, setOpen] = useState(values.reasons.length === 0);
  if (open || faults.reasons !== undefined)
    return (
      <WhyFields
        reasons={values.reasons}
        proposedTreatment={values.proposedTreatment}
        fault={faults.reasons}
        onChange={change}
      />
    );
  return (
    <div>
      <p className={styles.small}>{words('patient.why.told')}</p>
      <ul className={styles.plainList}>
        {values.reasons.map((reason) => (
          <li key={reason}>
            {words(`patient.reason.${reason}`)}
            {reason === 'treatment-proposed' && values.proposedTreatment !== '' && `: ${values.proposedTreatment}`}
          </li>
        ))}
      </ul>
      <Button kind="bare" onPress={() => setOpen(true)}>
        {words('patient.change')}
      </Button>
    </div>
  );
}

function QuestionForm({ view, onDone }: { readonly view: CaseView; readonly onDone: (stopped: boolean) => void }) {
  const words = useWords();
  const command = useCommand(view.id);
  const signs = asksForSigns(view);
  const form = useForm<QuestionValues>({
    keep: questionKey(view.id),
    start: questionStart(view),
    check: (values) => spoken(words, checkQuestion(values, signs)),
    async send(values) {
      await command.mutateAsync(askCommand(view, values));
      if (signs) await command.mutateAsync({ type: 'answerRedFlags', yes: values.yes, asked: RED_FLAGS });
      onDone(signs && values.yes.length > 0);
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <RegionFields form={form} />
      <OwnQuestions form={form} view={view} />
      <TextArea
        {...form.text('symptoms')}
        label={words('patient.symptoms')}
        hint={words('patient.symptoms.hint')}
        optional
        doctor
      />
      <Reasons form={form} />
      {signs && (
        <section>
          <h2>{words('patient.sheet.signs')}</h2>
          <SignFields yes={form.values.yes} none={form.values.none} fault={form.faults.yes} onChange={form.change} />
        </section>
      )}
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
        {words(view.question === null ? 'patient.question.send' : 'patient.question.update')}
      </Button>
    </form>
  );
}

function Question({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const navigate = useNavigate();
  const line = useCaseLine(view);
  const back = useBackToCase(view);
  const first = view.question === null;
  const [editing, setEditing] = useState(first);
  const may = view.mayDo.includes('askQuestion');
  const toCase = () => void navigate({ to: '/case/$caseId', params: { caseId: view.id } as never });
  return (
    <PatientPage
      {...(first ? { top: <Steps sheet="question" /> } : { back })}
      over={line}
      heading={words(first || editing ? 'patient.question.heading' : 'patient.question.asked')}
      sheet={String(editing)}
    >
      {editing && may ? (
        <QuestionForm view={view} onDone={toCase} />
      ) : (
        <>
          {view.question === null ? (
            <p>{words('patient.question.none')}</p>
          ) : (
            <QuestionFacts question={view.question} />
          )}
          {may ? (
            <p>
              <Button onPress={() => setEditing(true)}>{words('patient.change')}</Button>
            </p>
          ) : (
            <p className={styles.quiet}>{words('patient.question.closed')}</p>
          )}
        </>
      )}
    </PatientPage>
  );
}

/** `/case/$caseId/question`: what shall be answered, in the patient's own words. */
export function QuestionPage() {
  return <WithCase>{(view) => <Question view={view} />}</WithCase>;
}
