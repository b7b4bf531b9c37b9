import type { Me, Practice } from '@overread/contract/wire.ts';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useSignInLink } from '../../api/people.ts';
import { Button } from '../../ui/button.tsx';
import { looksLikeMail } from '../../ui/mail.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import patient from '../patient.module.css';
import styles from './ask.module.css';
import { keepStart } from './ask-api.ts';
import { type AskValues, answersOf, verdictOf } from './ask-model.ts';
import { sourcesFor } from './sources.data.ts';

interface AnswerProps {
  readonly values: AskValues;
  readonly me: Me | null;
  readonly practice: Practice;
}

const WILL_NOT = ['treat', 'prove', 'fast', 'alone'] as const;

/** What others found, with where it stands. */
function Sources({ values }: { readonly values: AskValues }) {
  const words = useWords();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{words('ask.sources')}</h2>
      <ul className={styles.sources}>
        {sourcesFor(values.reasons).map(({ id, cite, url }) => (
          <li key={id}>
            <span>{words(`ask.source.${id}`)}</span>
            <a href={url} target="_blank" rel="noreferrer">
              {cite} <ExternalLink aria-label={words('ask.source.newTab')} size="1em" />
            </a>
          </li>
        ))}
      </ul>
      <p className={patient.quiet}>{words('ask.sources.say')}</p>
    </section>
  );
}

/** To go on: signed in at once, else by a link in a mail that brings the answers along, on whatever device. */
function GoOn({ values, me, practice }: AnswerProps) {
  const words = useWords();
  const link = useSignInLink();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    keep: 'sign-in',
    start: { email: me?.email ?? '' },
    check: ({ email }) => (looksLikeMail(email) ? {} : { email: words('common.email.wrong') }),
    async send({ email }) {
      const { token } = await keepStart(answersOf(values, new Date().toISOString()));
      const to = `/start?ask=${token}`;
      if (me !== null) return void window.location.assign(to);
      await link.mutateAsync({ email: email.trim(), to });
      setSentTo(email.trim());
    },
  });
  if (sentTo !== null)
    return (
      <Notice kind="done" live="status" title={words('ask.sent.title')}>
        <p>{words('ask.sent', { email: sentTo })}</p>
        {practice.demo && (
          <p>
            <Link to="/mailbox">{words('ask.sent.mailbox')}</Link>
          </p>
        )}
      </Notice>
    );
  return (
    <form noValidate onSubmit={form.submit} className={patient.sign}>
      {me === null && (
        <TextField
          {...form.text('email')}
          label={words('ask.email')}
          hint={words('ask.email.hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
      )}
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('ask.sending')}>
        {words(me === null ? 'ask.goOn.mail' : 'ask.goOn')}
      </Button>
    </form>
  );
}

/** Whether a second reading is usually worth it, why, with sources, what it will not do, and the way out or on. */
export function AskAnswer({ values, me, practice }: AnswerProps) {
  const words = useWords();
  const [anyway, setAnyway] = useState(false);
  const { worth, because } = verdictOf(values);
  const goes = worth !== 'rather-not' || anyway;
  return (
    <>
      <ul className={styles.reasons}>
        {because.map((id) => (
          <li key={id}>{words(`ask.${id}`)}</li>
        ))}
      </ul>
      {values.doubts.length > 0 && (
        <p>{words('ask.doubts', { words: values.doubts.map((w) => `“${w}”`).join(', ') })}</p>
      )}
      {worth === 'rather-not' && (
        <section aria-labelledby="instead">
          <h2 id="instead">{words('ask.instead')}</h2>
          <p>
            {words(values.about === 'images' ? 'ask.instead.specialist' : `ask.instead.${values.about || 'treatment'}`)}
          </p>
          {!anyway && <Button onPress={() => setAnyway(true)}>{words('ask.anyway')}</Button>}
        </section>
      )}
      {worth !== 'rather-not' && values.reasons.length > 0 && <Sources values={values} />}
      <section aria-labelledby="will-not">
        <h2 id="will-not">{words('ask.willNot')}</h2>
        <ul className={patient.plainList}>
          {WILL_NOT.map((part) => (
            <li key={part}>{words(`ask.willNot.${part}`, { number: practice.emergencyNumber })}</li>
          ))}
        </ul>
      </section>
      {goes && (
        <section aria-labelledby="go-on">
          <h2 id="go-on">{words('ask.next')}</h2>
          <p>{words('ask.next.say')}</p>
          <GoOn values={values} me={me} practice={practice} />
        </section>
      )}
    </>
  );
}
