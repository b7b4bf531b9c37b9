import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { json, request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { plainDate } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './guest.module.css';

/** Questions about the result and what the reader answered. */
export function TalkLines({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  if (view.talk.length === 0) return null;
  return (
    <dl>
      {view.talk.map(({ questionId, text, by, at, answer }) => (
        <div key={questionId}>
          <dt dir="auto">
            {text} <small>{[by.name, plainDate(i18n.locale, at)].join(', ')}</small>
          </dt>
          <dd className={answer === null ? undefined : 'doctor'} dir="auto">
            {answer === null ? words('referrer.talk.waits') : `${answer.text} — ${answer.by.name}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A doctor asks the reader something on the case; the answer comes here and by mail. */
export function AskReader({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const command = useCommand(view.id);
  const [text, setText] = useState('');
  if (!view.mayDo.includes('askReader')) return <TalkLines view={view} />;
  const to = view.third?.report != null ? ('third' as const) : ('second' as const);
  const ask = async () => {
    if (text.trim() === '' || command.isPending) return;
    await command.mutateAsync({ type: 'askReader', questionId: newId(), to, text: text.trim() });
    setText('');
  };
  return (
    <section aria-labelledby="talk" className={styles.talk}>
      <h2 id="talk">{words('referrer.talk.title')}</h2>
      <TalkLines view={view} />
      <TextArea name="talk" label={words('referrer.talk.ask')} value={text} onChange={setText} rows={2} fault={null} />
      <ProblemNotice error={command.error} />
      <Button wide busy={command.isPending && words('referrer.decide.busy')} onPress={() => void ask()}>
        {words('referrer.talk.send')}
      </Button>
    </section>
  );
}

/** Who came by a link may look and not act: the way to an account, at the address that the practice has. */
export function GuestNotice({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [state, setState] = useState<'sent' | Error | null>(null);
  const token = sessionStorage.getItem(`guest/${view.id}`) ?? '';
  const send = () =>
    request(`/api/guest/${encodeURIComponent(token)}/account`, json('POST', {}))
      .then(() => setState('sent'))
      .catch((error: Error) => setState(error));
  return (
    <Notice>
      <p>{words('referrer.guest.looks')}</p>
      {state instanceof Error && <ProblemNotice error={state} />}
      {state === 'sent' ? (
        <p role="status">{words('referrer.guest.sent')}</p>
      ) : (
        <Button onPress={() => void send()}>{words('referrer.guest.account')}</Button>
      )}
    </Notice>
  );
}
