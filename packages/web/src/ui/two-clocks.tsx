import type { CaseView } from '@overread/rules/case/view.ts';
import { daysOf } from './format.ts';
import styles from './promise.module.css';
import { useWords } from './use-words.ts';

/** Our time and the others' time, side by side, never added up. */
export function TwoClocks({ clock }: { readonly clock: CaseView['clock'] }) {
  const words = useWords();
  return (
    <dl className={styles.clocks}>
      <div>
        <dt>{words('common.clock.ours')}</dt>
        <dd>{words('common.clock.days', { days: daysOf(clock.oursMs) })}</dd>
      </div>
      <div>
        <dt>{words('common.clock.others')}</dt>
        <dd>{words('common.clock.days', { days: daysOf(clock.othersMs) })}</dd>
      </div>
    </dl>
  );
}
