import type { StudySummary } from '@overread/imaging/model.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useMemo } from 'react';
import { useWords } from '../ui/use-words.ts';
import { completenessOfCase, lacksOf } from './set-model.ts';
import { SideConflicts } from './side-conflicts.tsx';

interface ReaderSetProps {
  readonly view: CaseView;
  readonly studies: readonly StudySummary[];
  readonly className: string;
}

/** At the head of the series list: whether the set answers the question, what is lacking, and what that means for the reading. */
export function ReaderSet(props: ReaderSetProps) {
  return (
    <>
      <SideConflicts view={props.view} studies={props.studies} />
      <Verdict {...props} />
    </>
  );
}

function Verdict({ view, studies, className }: ReaderSetProps) {
  const words = useWords();
  const checked = useMemo(() => completenessOfCase(view, studies), [view, studies]);
  if (checked.verdict === 'unknown') return null;
  const verdict = view.setJudged?.verdict ?? checked.verdict;
  const headline =
    checked.shows.length > 0 && view.setJudged == null
      ? words('images.set.other-part', { shows: checked.shows.join(', ') })
      : words(`images.set.${verdict}`, { protocol: checked.protocol });
  if (verdict === 'complete' && checked.limits.length === 0) return <p className={className}>{headline}</p>;
  return (
    <details className={className}>
      <summary>{headline}</summary>
      <ul>
        {checked.missing.map((sequence) => (
          <li key={sequence}>
            {sequence}: {words('images.set.none')}
          </li>
        ))}
        {checked.limits.map(({ kind, sequence, series, told }) => (
          <li key={`${kind} ${series}`}>{words(`images.set.limit.${kind}`, { sequence, told })}</li>
        ))}
        {lacksOf(checked).map((lack) => (
          <li key={lack}>{words(`images.lack.${lack}`)}</li>
        ))}
      </ul>
    </details>
  );
}
