import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { promisedDay } from './format.ts';
import styles from './promise.module.css';

interface PromiseProps {
  /** The small line above: what is promised. */
  readonly over: string;
  /** ISO instant; the largest thing on the page. Null: `instead` stands there. */
  readonly by: string | null;
  readonly instead?: string;
  /** What hangs on it. */
  readonly children?: ReactNode;
}

/** The promised date between two strong rules. */
export function PromisedDate({ over, by, instead, children }: PromiseProps) {
  const { i18n } = useLingui();
  return (
    <div className={styles.promise}>
      <p className={styles.over}>{over}</p>
      {by === null ? (
        <p className={styles.instead}>{instead}</p>
      ) : (
        <time className={styles.date} dateTime={by}>
          {promisedDay(i18n.locale, by)}
        </time>
      )}
      {children !== undefined && <div className={styles.under}>{children}</div>}
    </div>
  );
}
