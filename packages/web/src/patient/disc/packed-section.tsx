import { CheckboxField } from '../../ui/choice-group.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import type { DiscPacked } from './reading/disc-model.ts';

interface PackedSectionProps {
  readonly session: DiscSession;
  readonly state: DiscState;
  readonly packed: readonly DiscPacked[];
}

/** Archives and disc images that are opened only by the service: each goes whole or not at all. */
export function PackedSection({ session, state, packed }: PackedSectionProps) {
  const words = useWords();
  if (packed.length === 0) return null;
  return (
    <section className={styles.study} aria-labelledby="packed">
      <h2 id="packed">{words('intake.packed.title')}</h2>
      <p className={styles.quiet}>{words('intake.packed.say')}</p>
      {packed.map(({ key, name, blob }) => {
        const size = words('intake.study.size', { megabytes: Math.max(1, Math.round(blob.size / 1e6)) });
        if (state.phase === 'found')
          return (
            <CheckboxField
              key={key}
              name={key}
              label={words('intake.packed.send', { name })}
              hint={size}
              checked={state.chosen.has(key)}
              onChange={() => session.toggle([key])}
            />
          );
        return (
          <p key={key} className={styles.fixed}>
            {name}, {size}. {words(state.chosen.has(key) ? 'intake.study.sending' : 'intake.study.left')}
          </p>
        );
      })}
    </section>
  );
}
