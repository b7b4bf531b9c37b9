import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePractice } from '../api/people.ts';
import styles from './desk-page.module.css';
import { DocumentTitle } from './document-title.tsx';
import { MarkIcon } from './mark.tsx';
import { useWords } from './use-words.ts';
import { WhoMenu } from './who-menu.tsx';

interface DeskPageProps {
  readonly title: string;
  /** The views at the left: a `<nav>` of its own. */
  readonly views: ReactNode;
  /** The 340 px at the right; without it the table takes the room. */
  readonly panel?: ReactNode;
  /** The table or the page in the middle; it brings its `<h1>` and scrolls by itself where it is long. */
  readonly children: ReactNode;
}

/**
 * The frame of the coordinator's desk: views 186, the middle, a case panel of 340; as high as the window, each part scrolls
 * for itself. Below 1100 px the panel goes under the middle, below 760 px the views go above it and the page scrolls.
 */
export function DeskPage({ title, views, panel, children }: DeskPageProps) {
  const words = useWords();
  const practice = usePractice();
  return (
    <div className={styles.desk} data-density="dense" data-panel={panel === undefined ? undefined : ''}>
      <DocumentTitle text={title} />
      <header className={styles.rail}>
        <a className={styles.skip} href="#main">
          {words('common.skip')}
        </a>
        <Link to="/" className={styles.mark}>
          <MarkIcon />
          <span>Overread</span>
        </Link>
        <div className={styles.views}>{views}</div>
        <div className={styles.who}>
          <WhoMenu up />
          <p>{practice.data?.name}</p>
        </div>
      </header>
      <main id="main" className={styles.middle}>
        {children}
      </main>
      {panel !== undefined && <aside className={styles.panel}>{panel}</aside>}
    </div>
  );
}
