import type { CaseView } from '@overread/rules/case/view.ts';
import { HISTORY_PARTS } from '@overread/rules/case/vocabulary.ts';
import type { ReactNode } from 'react';
import { feltWords } from '../ui/felt.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

/** What was told, each under its own name; what was left empty is left out. */
export function Facts({ facts }: { readonly facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== '' && value !== null)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const inOwnWords = (text: string): ReactNode => (text === '' ? null : <span className="doctor">{text}</span>);

/** The question as it stands. */
export function QuestionFacts({ question }: { readonly question: NonNullable<CaseView['question']> }) {
  const words = useWords();
  const side = question.side === 'none' ? '' : `, ${words(`patient.side.${question.side}`)}`;
  const asked = question.questions.map(({ id, text, askedBy }) => (
    <p key={id} className="doctor">
      {text}
      {askedBy === 'referrer' && <small className={styles.by}> {words('patient.question.byReferrer')}</small>}
    </p>
  ));
  return (
    <Facts
      facts={[
        { name: words('patient.question'), value: <>{asked}</> },
        { name: words('patient.region'), value: `${words(`patient.region.${question.region}`)}${side}` },
        {
          name: words('patient.why.label'),
          value: question.reasons.map((reason) => words(`patient.reason.${reason}`)).join(', '),
        },
        { name: words('patient.treatment'), value: inOwnWords(question.proposedTreatment) },
        { name: words('patient.symptoms'), value: inOwnWords(question.symptoms) },
      ]}
    />
  );
}

/** The medical history as it was given. */
export function HistoryFacts({ history }: { readonly history: NonNullable<CaseView['history']> }) {
  const words = useWords();
  return (
    <Facts
      facts={[
        { name: words('patient.felt'), value: (history.felt ?? []).map((one) => feltWords(words, one)).join('; ') },
        ...HISTORY_PARTS.map((part) => ({
          name: words(`patient.history.${part}`),
          value: inOwnWords(history[part] ?? ''),
        })),
      ]}
    />
  );
}
