import type { SideSaid, StudySummary } from '@overread/imaging/model.ts';
import { checkCaseSides } from '@overread/imaging/series/case-side.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './set.module.css';

interface SideConflictsProps {
  readonly view: CaseView;
  readonly studies: readonly StudySummary[];
  /** What the first report says was examined; only for who may read it. */
  readonly report?: string;
}

function said(words: Words, { source, side, text }: SideSaid, region: string): string {
  const named = words(`images.side.${side}`, { region: words(`images.side.part.${region}`) });
  return words(`images.side.said.${source.replaceAll(' ', '-')}`, { side: named, text });
}

/** "The request says left knee, the images say right": each pair that cannot both be true. Nothing where all agree. */
export function SideConflicts({ view, studies, report = '' }: SideConflictsProps) {
  const words = useWords();
  const { region = null, side = '' } = view.question ?? {};
  const checks = checkCaseSides({ region, side, report }, studies);
  if (checks.length === 0) return null;
  return (
    <div className={styles.sides} role="note" aria-label={words('images.side.title')}>
      <b>{words('images.side.title')}</b>
      {checks.flatMap(({ studyInstanceUid, region: shown, conflicts }) =>
        conflicts.map(([one, other]) => (
          <p key={`${studyInstanceUid} ${one.source} ${other.source}`}>
            {words('images.side.conflict', { one: said(words, one, shown), other: said(words, other, shown) })}
          </p>
        )),
      )}
    </div>
  );
}
