import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import { useState } from 'react';
import { relationInWords } from '../reader/comparison-table.tsx';
import { Ladder } from '../ui/ladder.tsx';
import { ladderOf, STEPS } from '../ui/severity-ladder.ts';
import { useWords } from '../ui/use-words.ts';
import { AllPairs } from './all-pairs.tsx';
import styles from './referral.module.css';
import { keyPoints, placesOf } from './referral-model.ts';

/** "two steps apart" where both name a step, else in what they differ. */
function useHow(pair: ComparedPair): string {
  const words = useWords();
  const ladder = ladderOf(pair);
  if (ladder === null) return relationInWords(words, pair);
  const steps = Math.abs(STEPS.indexOf(ladder.original) - STEPS.indexOf(ladder.second));
  return words('referrer.stepsApart', { steps });
}

function KeyPoint({ pair }: { readonly pair: ComparedPair }) {
  const words = useWords();
  const ladder = ladderOf(pair);
  const how = useHow(pair);
  return (
    <div className={styles.point}>
      <h2>{words('referrer.point', { place: pair.place, how })}</h2>
      {ladder !== null ? (
        <Ladder {...ladder} />
      ) : (
        <dl className={styles.said}>
          {(['original', 'second'] as const).map((voice) => (
            <div key={voice} data-voice={voice}>
              <dt>{words(`reader.${voice}`)}</dt>
              <dd dir="auto">{pair[voice] ?? <i>{words('reader.answer.notMentioned')}</i>}</dd>
            </div>
          ))}
        </dl>
      )}
      {pair.note !== undefined && pair.note !== '' && <p>{pair.note}</p>}
      {pair.relation !== 'differs' && pair.note === undefined && <p>{words('referrer.notMentionedNote')}</p>}
    </div>
  );
}

/** What matters for the decision, what could settle it, and the way to every line. */
export function KeyPoints({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const { main, alsoMajor, minor, unjudged, agreeing, inOneOnly, total } = keyPoints(comparison);
  return (
    <section className={styles.key} aria-label={words('referrer.key')}>
      {main.length > 0 && (
        <div className={styles.points} data-one={main.length < 2 ? '' : undefined}>
          {main.map((pair) => (
            <KeyPoint key={pair.id} pair={pair} />
          ))}
        </div>
      )}
      <div className={styles.keyFoot}>
        {alsoMajor.length > 0 && <p>{words('referrer.alsoMajor', { places: placesOf(alsoMajor).join('; ') })}</p>}
        {comparison.couldSettle !== '' && (
          <p>
            <b>{words('referrer.settle')}</b> <span dir="auto">{comparison.couldSettle}</span>
          </p>
        )}
        {minor.length > 0 && <p>{words('referrer.minor', { places: placesOf(minor).join('; ') })}</p>}
        {unjudged.length > 0 && <p>{words('referrer.unjudged', { places: placesOf(unjudged).join('; ') })}</p>}
        <p>
          <b>{words('referrer.agreeing', { count: agreeing })}</b>{' '}
          {inOneOnly > 0 && `${words('referrer.inOneOnly', { count: inOneOnly })} `}
          <button type="button" className={styles.link} aria-expanded={all} onClick={() => setAll(!all)}>
            {words(all ? 'referrer.fewer' : 'referrer.all', { count: total })}
          </button>
        </p>
        <p className={styles.neither}>{words(main.length > 0 ? 'referrer.neither' : 'referrer.agreeNote')}</p>
      </div>
      {all && <AllPairs pairs={comparison.pairs} />}
    </section>
  );
}
