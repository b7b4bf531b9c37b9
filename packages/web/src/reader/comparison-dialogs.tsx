import { proposedGrade } from '@overread/rules/case/proposed-grade.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useCommand } from '../api/cases.ts';
import { corrected, join, split } from './comparison-model.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { GradeDialog } from './grade-dialog.tsx';
import { ReviseDialog } from './revise-dialog.tsx';
import type { useLines } from './use-checking.ts';
import type { ComparisonKeeper } from './use-comparison.ts';

/** Which dialog is open over the comparison. */
export type Open =
  | { readonly what: 'correct'; readonly pair: ComparedPair }
  | { readonly what: 'grade' | 'revise' }
  | null;

/** Only lines that stand alone, one of each voice, can be joined. */
const canJoin = (pair: ComparedPair, relation: ComparedPair['relation']): boolean =>
  (pair.relation === 'only-original' && relation === 'only-second') ||
  (pair.relation === 'only-second' && relation === 'only-original');

interface CheckingDialogsProps {
  readonly view: CaseView;
  readonly keeper: ComparisonKeeper;
  readonly lines: ReturnType<typeof useLines>;
  readonly open: Open;
  readonly onClose: () => void;
}

/** The dialogs over the comparison: correct a line, give the overall grade, change the opinion. */
export function CheckingDialogs({ view, keeper, lines, open, onClose }: CheckingDialogsProps) {
  const revise = useCommand(view.id);
  const { work } = keeper;
  const replace = (pair: ComparedPair, by: readonly ComparedPair[], without?: string) => {
    keeper.change((now) => ({
      ...now,
      pairs: now.pairs.flatMap((one) => (one.id === pair.id ? by : one.id === without ? [] : [one])),
    }));
    onClose();
  };
  if (open?.what === 'correct') {
    const { pair } = open;
    return (
      <CorrectDialog
        pair={pair}
        partners={work.pairs.filter(({ relation, id }) => id !== pair.id && canJoin(pair, relation))}
        onClose={onClose}
        onSave={(next) => {
          replace(pair, [corrected(pair, next)]);
          lines.advance(pair);
        }}
        onSplit={() => replace(pair, split(pair))}
        onJoin={(partner) => replace(pair, [join(pair, partner)], partner.id)}
      />
    );
  }
  if (open?.what === 'grade')
    return (
      <GradeDialog
        work={work}
        byRule={proposedGrade(work.pairs).agreement}
        onClose={onClose}
        onSave={(next) => {
          keeper.change(() => next);
          onClose();
        }}
      />
    );
  if (open?.what !== 'revise' || view.second === null) return null;
  return (
    <ReviseDialog
      report={view.second.final}
      busy={revise.isPending}
      error={revise.error?.message ?? null}
      onClose={onClose}
      onSave={(report, reason) => revise.mutate({ type: 'reviseOpinion', report, reason }, { onSuccess: onClose })}
    />
  );
}
