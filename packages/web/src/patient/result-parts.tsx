import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Equal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Explained } from '../ui/explained.tsx';
import { Ladder } from '../ui/ladder.tsx';
import { ladderOf } from '../ui/severity-ladder.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './result.module.css';

/** Who wrote the two reports, as far as it is known. */
export interface Authors {
  readonly first: string;
  readonly second: string;
}

interface SaidProps {
  readonly by: 'first' | 'second';
  readonly who: string;
  readonly text: string;
}

/** A sentence of a report with its rule at the margin: one for the first, two for the second. */
function Said({ by, who, text }: SaidProps) {
  const words = useWords();
  const name = who === '' ? words(`patient.result.${by}`) : words(`patient.result.${by}.by`, { who });
  return (
    <div className={styles.said} data-by={by}>
      <p className={styles.who}>{name}</p>
      <p className="doctor">
        <Explained text={text} />
      </p>
    </div>
  );
}

function PairBlock({ pair, authors, children }: { pair: ComparedPair; authors: Authors; children?: ReactNode }) {
  const ladder = ladderOf(pair);
  return (
    <div className={styles.pair}>
      <h3>{pair.place}</h3>
      {ladder !== null && <Ladder {...ladder} />}
      {pair.original !== null && <Said by="first" who={authors.first} text={pair.original} />}
      {pair.second !== null && <Said by="second" who={authors.second} text={pair.second} />}
      {children}
    </div>
  );
}

/** The reader's note on a line, in the reader's voice. */
function Note({ pair }: { readonly pair: ComparedPair }) {
  if (pair.note === undefined || pair.note === '') return null;
  return (
    <p className="doctor">
      <Explained text={pair.note} />
    </p>
  );
}

interface PairsProps {
  readonly pairs: readonly ComparedPair[];
  readonly authors: Authors;
}

/** Where the two differ, each with both sentences and how far they lie apart. */
export function Differences({ pairs, authors }: PairsProps) {
  const words = useWords();
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="differ">
      <h2 id="differ">{words('patient.result.differ')}</h2>
      {pairs.map((pair) => (
        <PairBlock key={pair.id} pair={pair} authors={authors}>
          <p className={styles.aside}>
            {words(`patient.result.grade.${pair.grade}`)}{' '}
            {pair.differsIn.length > 0 &&
              words('patient.result.differIn', {
                parts: pair.differsIn.map((part) => words(`patient.difference.${part}`)).join(', '),
              })}
          </p>
          <Note pair={pair} />
        </PairBlock>
      ))}
    </section>
  );
}

/** What only one of them speaks of; "not mentioned" is never "absent". */
export function OnlyOne({ pairs, authors }: PairsProps) {
  const words = useWords();
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="only">
      <h2 id="only">{words('patient.result.onlyOne')}</h2>
      {pairs.map((pair) => (
        <PairBlock key={pair.id} pair={pair} authors={authors}>
          <p className={styles.aside}>
            {words(
              `patient.result.${pair.notAssessable === true ? 'unjudged' : 'only'}${pair.relation === 'only-original' ? 'First' : 'Second'}`,
            )}
          </p>
          <Note pair={pair} />
        </PairBlock>
      ))}
    </section>
  );
}

/** Short lists are read, long ones are opened. */
const SHOWN_AT_ONCE = 5;

function AgreedLines({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  return (
    <ul className={styles.agreed}>
      {pairs.map((pair) => (
        <li key={pair.id}>
          <Equal aria-hidden="true" />
          <span className="doctor">
            <Explained text={pair.second ?? pair.original ?? ''} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What both doctors saw. */
export function Agreements({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const words = useWords();
  if (pairs.length === 0) return null;
  const rest = pairs.slice(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby="agree">
      <h2 id="agree">{words('patient.result.agree')}</h2>
      <AgreedLines pairs={pairs.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{words('patient.result.agree.more', { count: rest.length })}</summary>
          <AgreedLines pairs={rest} />
        </details>
      )}
    </section>
  );
}

/** Each question that was asked, with the reader's answer to it. */
export function Answers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const answers = view.second?.final.answers ?? [];
  const asked = (view.question?.questions ?? [])
    .map((question) => ({
      ...question,
      answer: answers.find(({ questionId }) => questionId === question.id)?.text ?? '',
    }))
    .filter(({ answer }) => answer !== '');
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words('patient.result.answers', { count: asked.length })}</h2>
      {asked.map(({ id, text, answer }) => (
        <div key={id} className={styles.answer}>
          <h3>{text}</h3>
          <p className="doctor">
            <Explained text={answer} />
          </p>
        </div>
      ))}
    </section>
  );
}
