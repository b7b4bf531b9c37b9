import type { Left } from '@overread/imaging/model.ts';
import { useWords } from '../../ui/use-words.ts';
import { leftByReason } from './describe-disc.ts';
import styles from './disc.module.css';
import type { DiscContents } from './reading/disc-model.ts';

/** Names of files shown for one reason; a viewer program has hundreds. */
const SHOWN = 12;

interface LeftListProps {
  readonly left: readonly Left[];
}

/** Files by reason, the reason first. */
export function LeftList({ left }: LeftListProps) {
  const words = useWords();
  return (
    <ul className={styles.left}>
      {leftByReason(left).map(({ reason, paths }) => (
        <li key={reason ?? ''}>
          <b>{reason ?? words('intake.left.copies')}</b>
          <span>
            {paths.slice(0, SHOWN).join(', ')}
            {paths.length > SHOWN && ` ${words('intake.left.more', { count: paths.length - SHOWN })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is no picture and stays behind, folded; what cannot be read stands open above it, because somebody may have to ask. */
export function StaysBehind({ contents, inZip }: { readonly contents: DiscContents; readonly inZip: boolean }) {
  const words = useWords();
  const { refused, ignored } = contents;
  return (
    <>
      {refused.length > 0 && (
        <section className={styles.aside}>
          <h2>{words('intake.refused.title')}</h2>
          <p className={styles.quiet}>{words('intake.refused.say', { count: refused.length })}</p>
          <LeftList left={refused} />
        </section>
      )}
      {ignored.length > 0 && (
        <section className={styles.aside}>
          <h2>{words('intake.left.title')}</h2>
          <p className={styles.quiet}>
            {words(inZip ? 'intake.left.sayZip' : 'intake.left.say', { count: ignored.length })}
          </p>
          <details className={styles.details}>
            <summary>{words('intake.left.list')}</summary>
            <LeftList left={ignored} />
          </details>
        </section>
      )}
    </>
  );
}
