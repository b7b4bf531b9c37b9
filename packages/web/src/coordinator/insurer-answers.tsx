import type { CodeAnswer } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { codesToAsk } from '@overread/rules/money/coverage.ts';
import { SelectField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';

const ANSWERS = ['unclear', 'yes', 'no'] as const;
export type Answers = Readonly<Record<string, CodeAnswer['covered']>>;
const keyOf = ({ code, modifier }: Pick<CodeAnswer, 'code' | 'modifier'>): string => `${code}-${modifier}`;

/** The codes to ask about for the region of the case, with what was answered to each. */
export function codeAnswers(view: CaseView, answers: Answers): readonly CodeAnswer[] {
  return codesToAsk(view.question?.region ?? 'other', false).map((each) => ({
    ...each,
    covered: answers[keyOf(each)] ?? 'unclear',
  }));
}

/** What was answered before. */
export const knownAnswers = (view: CaseView): Answers =>
  Object.fromEntries((view.funding?.coverage?.codes ?? []).map((each) => [keyOf(each), each.covered]));

interface CodesProps {
  readonly view: CaseView;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}

/** One answer for each code: the consultation, then the examination's own code with either modifier. */
export function CodeFields({ view, answers, onChange }: CodesProps) {
  const words = useWords();
  return (
    <div className={styles.fieldPair}>
      {codeAnswers(view, answers).map((each) => (
        <SelectField
          key={keyOf(each)}
          name={`code-${keyOf(each)}`}
          label={words(`coordinator.code.${each.modifier === '' ? 'consultation' : each.modifier}`, {
            code: each.code,
          })}
          value={each.covered}
          onChange={(value) =>
            onChange({ ...answers, [keyOf(each)]: ANSWERS.find((known) => known === value) ?? 'unclear' })
          }
          options={ANSWERS.map((value) => ({ value, text: words(`coordinator.code.is.${value}`) }))}
        />
      ))}
    </div>
  );
}
