import type { CaseView, ComparedPair } from '@overread/rules/case/view.ts';
import { ChevronDown } from 'lucide-react';
import { ApiProblem } from '../../api/request.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import patient from '../patient.module.css';
import styles from './outside.module.css';
import { useOutsideComparison } from './outside-api.ts';

/** What weighs most first; of one weight what differs before what stands alone, and what agrees last. */
const GRADE = { major: 0, minor: 1, none: 2 } as const;
const RELATION = { differs: 0, 'only-original': 1, 'only-second': 1, agrees: 2 } as const;

export function inOrder(pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  return pairs.toSorted(
    (a, b) =>
      Number(a.relation === 'agrees') - Number(b.relation === 'agrees') ||
      GRADE[a.grade] - GRADE[b.grade] ||
      RELATION[a.relation] - RELATION[b.relation],
  );
}

/** What a report says there; where it is silent, that is said in our voice and not in a doctor's. */
function Said({ text, pair }: { readonly text: string | null; readonly pair: ComparedPair }) {
  const words = useWords();
  return text === null || text === '' ? (
    <p className={styles.silent}>
      {words(pair.notAssessable === true ? 'follow.pair.unjudged' : 'follow.pair.silent')}
    </p>
  ) : (
    <blockquote>{text}</blockquote>
  );
}

function Pair({ pair }: { readonly pair: ComparedPair }) {
  const words = useWords();
  const { original, second, relation, place } = pair;
  return (
    <li>
      <h3>{words(`follow.pair.${relation}`, { place })}</h3>
      <div className={styles.two}>
        <div className={styles.first}>
          <small>{words('follow.pair.first')}</small>
          <Said text={original} pair={pair} />
        </div>
        <div className={styles.second}>
          <small>{words('follow.pair.second')}</small>
          <Said text={second} pair={pair} />
        </div>
      </div>
    </li>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  return (
    <ul className={styles.pairs}>
      {pairs.map((pair) => (
        <Pair key={pair.id} pair={pair} />
      ))}
    </ul>
  );
}

/** Both reports beside each other, paired by rule from their texts: no doctor has checked it, and it says so. */
export function ComparisonPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const comparison = useOutsideComparison(view.id, view.maySee.includes('outside:compare'));
  const { error, data } = comparison;
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Notice>
        <p>{words('follow.compare.noFirst')}</p>
      </Notice>
    );
  if (error !== null) return <ProblemNotice error={error} />;
  if (data === undefined) return <p role="status">{words('follow.compare.reading')}</p>;
  const pairs = inOrder(data.pairs);
  const weighty = pairs.filter(({ grade }) => grade !== 'none');
  const rest = pairs.filter(({ grade }) => grade === 'none');
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{words(`follow.compare.${data.agreement}`)}</h2>
      <p>{words('follow.compare.say')}</p>
      {weighty.length > 0 && <Pairs pairs={weighty} />}
      {rest.length > 0 && (
        <details className={patient.more}>
          <summary>
            {words('follow.compare.rest', { count: rest.length })} <ChevronDown aria-hidden="true" />
          </summary>
          <Pairs pairs={rest} />
        </details>
      )}
      <p className={patient.quiet}>{words('follow.compare.neither')}</p>
    </section>
  );
}
