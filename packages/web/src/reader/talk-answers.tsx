import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { useWords } from '../ui/use-words.ts';
import { TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';

/** Questions of the doctor in charge about the signed report; each is answered once, and the answer goes out by mail. */
export function TalkAnswers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const command = useCommand(view.id);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  if (view.talk.length === 0) return null;
  return (
    <>
      <h3>{words('reader.talk')}</h3>
      {view.talk.map(({ questionId, text, by, answer }) => (
        <article key={questionId}>
          <p>
            <b>{by.name}</b>: {text}
          </p>
          {answer !== null && <p className={styles.doctor}>{answer.text}</p>}
          {answer === null && view.mayDo.includes('answerReader') && (
            <>
              <TextLineField
                label={words('reader.talk.answer')}
                doctor
                rows={2}
                value={texts[questionId] ?? ''}
                onChange={(next) => setTexts({ ...texts, [questionId]: next })}
              />
              <button
                type="button"
                className={styles.button}
                onClick={() => {
                  const said = (texts[questionId] ?? '').trim();
                  if (said !== '') command.mutate({ type: 'answerReader', questionId, text: said });
                }}
              >
                {words('reader.talk.send')}
              </button>
            </>
          )}
        </article>
      ))}
      {command.isError && (
        <p className={styles.error} role="alert">
          {command.error.message}
        </p>
      )}
    </>
  );
}
