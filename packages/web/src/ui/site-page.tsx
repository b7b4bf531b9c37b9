import type { ReactNode } from 'react';
import { DocumentTitle } from './document-title.tsx';
import { SiteHeader } from './site-header.tsx';
import styles from './site-page.module.css';

interface SitePageProps {
  readonly title: string;
  /** The page's own grid, laid on `<main>`. */
  readonly className?: string;
  /** `dense` for staff (13 px), `calm` for referrers (17 px). */
  readonly density?: 'dense' | 'calm';
  readonly children: ReactNode;
}

/** The wide frame (1312 px) for pages with a grid of their own: referrer, administrator. The page brings its `<h1>`. */
export function SitePage({ title, className, density = 'calm', children }: SitePageProps) {
  return (
    <div className={styles.page} data-density={density}>
      <DocumentTitle text={title} />
      <SiteHeader />
      <main id="main" className={className}>
        {children}
      </main>
    </div>
  );
}
