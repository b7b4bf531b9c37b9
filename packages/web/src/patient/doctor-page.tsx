import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { looksLikeMail } from '../ui/mail.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';
import { useBackToCase, useCaseLine, WithCase } from './with-case.tsx';

function DoctorForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const navigate = useNavigate();
  const command = useCommand(view.id);
  const form = useForm({
    keep: `doctor/${view.id}`,
    start: {
      name: view.referrer?.name ?? '',
      email: view.referrer?.email ?? '',
      phone: view.referrer?.phone ?? '',
    },
    check: ({ name, email }) => ({
      ...(name.trim() === '' ? { name: words('patient.doctor.name.missing') } : {}),
      ...(looksLikeMail(email) ? {} : { email: words('common.email.wrong') }),
    }),
    async send({ name, email, phone }) {
      const told = { name: name.trim(), email: email.trim(), phone: phone.trim() };
      await command.mutateAsync({ type: 'nameReferrer', personId: null, ...told });
      await navigate({ to: '/case/$caseId', params: { caseId: view.id } as never });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField
        {...form.text('name')}
        label={words('patient.doctor.name')}
        hint={words('patient.doctor.name.hint')}
        autoComplete="off"
      />
      <TextField
        {...form.text('email')}
        label={words('patient.doctor.email')}
        hint={words('patient.doctor.email.hint')}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <TextField
        {...form.text('phone')}
        label={words('patient.doctor.phone')}
        hint={words('patient.doctor.phone.hint')}
        optional
        type="tel"
        inputMode="tel"
        autoComplete="off"
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
        {words('patient.doctor.send')}
      </Button>
    </form>
  );
}

function Doctor({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words('patient.doctor.heading')}
      lead={<p>{words('patient.doctor.lead')}</p>}
    >
      {view.mayDo.includes('nameReferrer') ? (
        <DoctorForm view={view} />
      ) : (
        <p className={styles.quiet}>
          {view.referrer === null
            ? words('patient.doctor.none')
            : words('patient.doctor.is', { name: view.referrer.name, email: view.referrer.email })}
        </p>
      )}
    </PatientPage>
  );
}

/** `/case/$caseId/doctor`: the doctor who treats the patient, gets the result and records the decision. */
export function DoctorPage() {
  return <WithCase>{(view) => <Doctor view={view} />}</WithCase>;
}
