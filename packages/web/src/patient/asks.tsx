import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { shortDay } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

type Ask = CaseView['asks'][number];

function AnswerForm({ view, ask }: { readonly view: CaseView; readonly ask: Ask }) {
  const words = useWords();
  const command = useCommand(view.id);
  const form = useForm({
    keep: `ask/${view.id}/${ask.askId}`,
    start: { text: '' },
    check: ({ text }) => (text.trim() === '' ? { text: words('patient.ask.missing') } : {}),
    send: ({ text }) => command.mutateAsync({ type: 'answerAsk', askId: ask.askId, text: text.trim() }),
  });
  return (
    <form noValidate onSubmit={form.submit} className={styles.answer}>
      <TextArea {...form.text('text')} label={words('patient.ask.answer')} rows={2} doctor />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" busy={form.busy && words('patient.sending')}>
        {words('patient.ask.send')}
      </Button>
    </form>
  );
}

/** What the practice asks and still waits for: the first thing on the page. */
export function OpenAsks({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const open = view.asks.filter(({ answer }) => answer === null);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="asks">
      <h2 id="asks" className="sr">
        {words('patient.ask.title', { count: open.length })}
      </h2>
      {open.map((ask) => (
        <div key={ask.askId} className={styles.ask}>
          <p className={styles.small}>{words('patient.ask.on', { date: shortDay(i18n.locale, ask.at) })}</p>
          <p className={styles.askText}>{ask.text}</p>
          {view.mayDo.includes('answerAsk') && <AnswerForm view={view} ask={ask} />}
        </div>
      ))}
    </section>
  );
}

/** What was asked and answered before. */
export function AnsweredAsks({ asks }: { readonly asks: readonly Ask[] }) {
  const words = useWords();
  const answered = asks.filter(({ answer }) => answer !== null);
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{words('patient.ask.answered')}</h2>
      <dl className={styles.facts}>
        {answered.map(({ askId, text, answer }) => (
          <div key={askId}>
            <dt>{text}</dt>
            <dd className="doctor">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
