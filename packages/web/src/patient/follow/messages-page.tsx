import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { longDate } from '../../ui/format.ts';
import { newId } from '../../ui/new-id.ts';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { useBackToCase, useCaseLine, WithCase } from '../with-case.tsx';
import styles from './follow.module.css';

/** What was written between patient and practice, the oldest first. */
export function Talk({ view, own }: { readonly view: CaseView; readonly own: 'patient' | 'staff' }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles.talk}>
      {view.messages.map(({ messageId, text, at, by }) => (
        <li key={messageId} data-own={(by.role === 'patient') === (own === 'patient') ? '' : undefined}>
          <small>
            {by.name}, {longDate(i18n.locale, at)}
          </small>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** A line to the other side. */
export function WriteForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const command = useCommand(view.id);
  const [messageId, setMessageId] = useState(newId);
  const form = useForm({
    keep: `message/${view.id}`,
    start: { text: '' },
    check: ({ text }) => (text.trim() === '' ? { text: words('follow.message.missing') } : {}),
    async send({ text }) {
      await command.mutateAsync({ type: 'writeMessage', messageId, text: text.trim() });
      setMessageId(newId());
      form.change({ text: '' });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextArea {...form.text('text')} label={words('follow.message.text')} rows={4} />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" busy={form.busy && words('follow.message.sending')}>
        {words('follow.message.send')}
      </Button>
    </form>
  );
}

function Messages({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const none = view.messages.length === 0;
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words('follow.message.heading')}
      lead={<p>{words(none ? 'follow.message.none' : 'follow.message.lead')}</p>}
    >
      {!none && <Talk view={view} own="patient" />}
      {view.mayDo.includes('writeMessage') && <WriteForm view={view} />}
    </PatientPage>
  );
}

/** `/case/$caseId/messages`: a conversation with the team. */
export function MessagesPage() {
  return <WithCase>{(view) => <Messages view={view} />}</WithCase>;
}
