import type { WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useMemo, useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { useWords } from '../ui/use-words.ts';
import { ownsKeys } from '../viewer/viewer-keys.ts';
import { confirmed, finished, inOrder, isChecked, missingGrades, toCheck } from './comparison-model.ts';
import type { ComparisonKeeper } from './use-comparison.ts';
import { useKeys, useSingleKeys } from './use-keys.ts';

/** Agreeing lines beyond this many are folded into one. */
const UNFOLDED = 2;

/** Folding, keys and the moves from line to line. */
export function useLines(keeper: ComparisonKeeper) {
  const [unfolded, setUnfolded] = useState(false);
  const { work, current } = keeper;
  const pairs = useMemo(() => inOrder(work.pairs), [work.pairs]);
  const agreeing = pairs.filter(({ relation, status }) => relation === 'agrees' && status !== 'corrected');
  const folded = new Set(unfolded || agreeing.length <= UNFOLDED ? [] : agreeing.slice(1).map(({ id }) => id));
  const visible = pairs.filter(({ id }) => !folded.has(id));
  const at = visible.findIndex(({ id }) => id === current);
  const selected = visible[at] ?? visible.find((pair) => !isChecked(pair)) ?? visible[0];
  const step = (by: number) => {
    const from = visible.findIndex(({ id }) => id === selected?.id);
    const next = visible[Math.max(0, Math.min(visible.length - 1, at === -1 ? from : at + by))];
    if (next !== undefined) keeper.select(next.id);
  };
  /** Selects the next line that is still to be checked. */
  function advance(pair: ComparedPair) {
    const from = visible.findIndex(({ id }) => id === pair.id);
    const after = [...visible.slice(from + 1), ...visible.slice(0, from)].find((one) => !isChecked(one));
    keeper.select(after?.id ?? pair.id);
  }
  function confirm(pair: ComparedPair) {
    keeper.putPair(confirmed(pair));
    advance(pair);
  }
  const confirmFolded = () =>
    keeper.change((now) => ({
      ...now,
      pairs: now.pairs.map((pair) => (folded.has(pair.id) ? confirmed(pair) : pair)),
    }));
  return { pairs, folded, selected, step, advance, confirm, confirmFolded, unfold: () => setUnfolded(true) };
}

/** Sends the comparison and signs it. `flush`: what is kept meanwhile is saved first; after the signature nothing is taken. */
export function useSign(view: CaseView, statement: string, flush?: () => Promise<void>) {
  const words = useWords();
  const command = useCommand(view.id);
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function sign(work: WorkingComparison | null) {
    if (command.isPending) return;
    setError(null);
    try {
      await flush?.();
      const comparison = work === null ? null : finished(work);
      if (comparison !== null) await command.mutateAsync({ type: 'compareReports', comparison });
      await command.mutateAsync({ type: 'signReport', statement });
      setOpen(false);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : words('reader.failed'));
    }
  }
  return { open, setOpen, error, sign, busy: command.isPending };
}

/** What the sign button says: what is missing, until nothing is. */
export function signWords(words: ReturnType<typeof useWords>, work: WorkingComparison): string {
  const lines = toCheck(work.pairs).length;
  if (lines > 0) return words('reader.sign.lines', { count: lines });
  if (missingGrades(work).length > 0) return words('reader.sign.grade');
  return words('reader.sign');
}

/** What the signature says. */
export function useStatement(view: CaseView): string {
  const words = useWords();
  if (view.outside !== null) return words('reader.sign.statementOutside', { service: view.outside.service });
  const name = view.reading.readerName ?? '';
  return words(view.reading.revealedAt === null ? 'reader.sign.statementAlone' : 'reader.sign.statement', { name });
}

/** J and K move, C confirms, E corrects, L and I go to the images. */
export function useCheckingKeys(
  lines: ReturnType<typeof useLines>,
  acts: { correct?: () => void; images?: () => void },
  frozen: boolean,
) {
  const [singleKeys] = useSingleKeys();
  useKeys((event) => {
    if (!singleKeys || event.ctrlKey || event.altKey || event.metaKey || ownsKeys(event.target)) return false;
    const { selected } = lines;
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      j: () => lines.step(1),
      k: () => lines.step(-1),
      c: selected === undefined || frozen ? undefined : () => lines.confirm(selected),
      e: frozen ? undefined : acts.correct,
      l: acts.images,
      i: acts.images,
    };
    const act = keys[event.key.toLowerCase()];
    act?.();
    return act !== undefined;
  });
}
