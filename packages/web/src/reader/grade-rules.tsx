import type { WorkingComparison } from '@overread/contract/reading.ts';
import { type ProposedGrade, proposedGrade } from '@overread/rules/case/proposed-grade.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { Agreement } from '@overread/rules/case/vocabulary.ts';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './grade-rules.module.css';

const AGREEMENTS: readonly Agreement[] = ['major', 'minor', 'concordant'];

/** "The only report that speaks of it …": the rule that graded a line, or that the reader gave the grade. */
function reasonOf(words: Words, { notAssessable, gradedBy }: ComparedPair): string {
  return words(`reader.rule.${notAssessable === true ? 'not-assessable' : (gradedBy ?? 'reader')}`);
}

interface LinesProps {
  readonly title: string;
  readonly ids: readonly string[];
  /** All lines in the order of the page, which numbers them. */
  readonly lines: readonly ComparedPair[];
}

function Lines({ title, ids, lines }: LinesProps) {
  const words = useWords();
  const shown = lines.map((pair, i) => ({ pair, n: i + 1 })).filter(({ pair }) => ids.includes(pair.id));
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {shown.map(({ pair, n }) => (
          <li key={pair.id}>
            <span className={styles.number}>{n}</span>
            <span>
              <b>{pair.place}</b> {reasonOf(words, pair)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rules({ agreement }: Pick<ProposedGrade, 'agreement'>) {
  const words = useWords();
  return (
    <ol className={styles.rules}>
      {AGREEMENTS.map((grade) => (
        <li key={grade} data-applies={grade === agreement ? '' : undefined}>
          <b>{words(`reader.agreement.${grade}`)}</b> {words(`reader.rules.${grade}`)}
          {grade === agreement && <em>{words('reader.rules.applies')}</em>}
        </li>
      ))}
    </ol>
  );
}

interface GradeRulesProps {
  readonly work: WorkingComparison;
  readonly lines: readonly ComparedPair[];
  /** Missing where nothing can be changed any more. */
  readonly onTake?: ((agreement: Agreement) => void) | undefined;
}

/** Which rule proposes the grade of the whole, and the lines that make it so: folded, beside the grade. */
export function GradeRules({ work, lines, onTake }: GradeRulesProps) {
  const words = useWords();
  const { agreement, by, uncounted } = proposedGrade(lines);
  const apart = agreement !== work.agreement;
  const said = { agreement: words(`reader.agreement.${agreement}`), count: by.length };
  return (
    <details className={styles.panel}>
      <summary>{words(apart ? 'reader.rules.openApart' : 'reader.rules.open', said)}</summary>
      <div className={styles.body}>
        <p>{words('reader.rules.lead')}</p>
        <Rules agreement={agreement} />
        <Lines title={words('reader.rules.by', said)} ids={by} lines={lines} />
        <Lines title={words('reader.rules.uncounted')} ids={uncounted} lines={lines} />
        {apart && (
          <p className={styles.apart}>
            {words('reader.rules.apart', { chosen: words(`reader.agreement.${work.agreement}`) })}{' '}
            {onTake !== undefined && (
              <button type="button" onClick={() => onTake(agreement)}>
                {words('reader.rules.take', said)}
              </button>
            )}
          </p>
        )}
      </div>
    </details>
  );
}
