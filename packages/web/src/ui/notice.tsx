import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  /** `stop` only where a person must act now; `wait` for what others owe; `seal` for what is closed on purpose. */
  readonly kind?: 'plain' | 'wait' | 'stop' | 'done' | 'seal';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read out as soon as it appears: `alert` for what failed, `status` for what was done. */
  readonly live?: 'alert' | 'status';
}

/** A rule at the side and plain words. */
export function Notice({ kind = 'plain', title, children, live }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind} role={live}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
