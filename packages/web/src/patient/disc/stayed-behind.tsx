import { useLingui } from '@lingui/react';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import { studyLine } from './disc-words.ts';
import { LeftList } from './left-list.tsx';
import type { DiscContents } from './reading/disc-model.ts';

interface StayedBehindProps {
  readonly contents: DiscContents;
  readonly chosen: ReadonlySet<string>;
}

/** What this device read and did not send: examinations that were left out, and files that cannot be read. */
export function StayedBehind({ contents, chosen }: StayedBehindProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const out = contents.studies.filter(({ key }) => !chosen.has(key));
  // Of a ZIP that went as it came the service names what it could not read.
  const refused = contents.archives.length === 0 || out.length > 0 ? contents.refused : [];
  if (out.length === 0 && refused.length === 0) return null;
  return (
    <section aria-labelledby="stayed">
      <h2 id="stayed">{words('intake.receipt.stayed')}</h2>
      {out.length > 0 && (
        <ul className={styles.left}>
          {out.map(({ key, summary }) => (
            <li key={key}>
              <b>{studyLine(words, i18n.locale, summary)}</b>
            </li>
          ))}
        </ul>
      )}
      <LeftList left={refused} />
    </section>
  );
}
