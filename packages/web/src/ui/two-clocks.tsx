import type { CaseView } from '@overread/rules/case/view.ts';
import { spanOf } from './format.ts';
import styles from './promise.module.css';
import { useWords } from './use-words.ts';

/** Our time and the others' time, side by side, never added up. */
export function TwoClocks({ clock }: { readonly clock: CaseView['clock'] }) {
  const words = useWords();
  const span = (ms: number) => {
    const { count, unit } = spanOf(ms);
    return words(`common.clock.${unit}`, { [unit]: count });
  };
  return (
    <dl className={styles.clocks}>
      <div>
        <dt>{words('common.clock.ours')}</dt>
        <dd>{span(clock.oursMs)}</dd>
      </div>
      <div>
        <dt>{words('common.clock.others')}</dt>
        <dd>{span(clock.othersMs)}</dd>
      </div>
    </dl>
  );
}
