import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { casePath } from '../../api/request.ts';
import { Button, ButtonAnchor, ButtonLink } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-group.tsx';
import { longDate } from '../../ui/format.ts';
import { looksLikeMail } from '../../ui/mail.ts';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { useBackToCase, useCaseLine, WithCase } from '../with-case.tsx';
import styles from './follow.module.css';

/** How we tell that something waits: by mail, and by short message where the person wants it. */
function ContactForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const command = useCommand(view.id);
  const [saved, setSaved] = useState(false);
  const { email = '', phone = '', sms = false } = view.contact ?? {};
  const form = useForm({
    keep: `contact/${view.id}`,
    start: { email, phone, sms },
    check: (values) => ({
      ...(looksLikeMail(values.email) ? {} : { email: words('common.email.wrong') }),
      ...(values.sms && values.phone.trim() === '' ? { phone: words('follow.contact.phone.missing') } : {}),
    }),
    async send(values) {
      const told = { email: values.email.trim(), phone: values.phone.trim(), sms: values.sms };
      await command.mutateAsync({ type: 'changeContact', ...told });
      setSaved(true);
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField {...form.text('email')} label={words('follow.contact.email')} type="email" autoComplete="email" />
      <TextField {...form.text('phone')} label={words('follow.contact.phone')} type="tel" optional autoComplete="tel" />
      <CheckboxField
        name="sms"
        label={words('follow.contact.sms')}
        hint={words('follow.contact.sms.hint')}
        checked={form.values.sms}
        onChange={(on) => form.change({ sms: on })}
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" busy={form.busy && words('follow.contact.saving')}>
        {words('follow.contact.save')}
      </Button>
      {saved && !form.busy && <p role="status">{words('follow.contact.saved')}</p>}
    </form>
  );
}

function Erasure({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  if (view.erasureAsked !== null)
    return (
      <Notice kind="wait">
        <p>{words('follow.erase.asked', { date: longDate(i18n.locale, view.erasureAsked.at) })}</p>
      </Notice>
    );
  if (!view.mayDo.includes('askErasure')) return null;
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words('follow.erase.open')}</Button>
      <ReasonDialog
        view={view}
        title={words('follow.erase.title')}
        say={words('follow.erase.say')}
        label={words('follow.erase.reason')}
        missing={null}
        submit={words('follow.erase.send')}
        keep={words('follow.erase.keep')}
        kind="stop"
        commandOf={(reason) => ({ type: 'askErasure', reason })}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Data({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const params = { caseId: view.id };
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words('follow.data.heading')}
      lead={<p>{words('follow.data.lead')}</p>}
    >
      <ul className={styles.rows}>
        <li>
          <h2>{words('follow.data.copy')}</h2>
          <p>{words('follow.data.copy.say')}</p>
          {view.maySee.includes('copy:make') ? (
            <ButtonLink to="/case/$caseId/copy" params={params}>
              {words('follow.data.copy.open')}
            </ButtonLink>
          ) : (
            <p>{words('follow.data.copy.notYet')}</p>
          )}
        </li>
        <li>
          <h2>{words('follow.data.export')}</h2>
          <p>{words('follow.data.export.say')}</p>
          <ButtonAnchor href={casePath(view.id, '/export.json')} download>
            {words('follow.data.export.get')}
          </ButtonAnchor>
        </li>
        <li>
          <h2>{words('follow.data.consent')}</h2>
          <p>{words('follow.data.consent.say')}</p>
          <ButtonLink to="/case/$caseId/consent" params={params}>
            {words('follow.data.consent.open')}
          </ButtonLink>
        </li>
        <li>
          <h2>{words('follow.erase')}</h2>
          <p>{words('follow.erase.lead')}</p>
          <Erasure view={view} />
        </li>
      </ul>
      {view.contact !== null && view.mayDo.includes('changeContact') && (
        <section aria-labelledby="contact">
          <h2 id="contact">{words('follow.contact')}</h2>
          <p>{words('follow.contact.say')}</p>
          <ContactForm view={view} />
        </section>
      )}
    </PatientPage>
  );
}

/** `/case/$caseId/data`: what is kept of a person, to take along, to take back, and to have erased. */
export function DataPage() {
  return <WithCase>{(view) => <Data view={view} />}</WithCase>;
}
