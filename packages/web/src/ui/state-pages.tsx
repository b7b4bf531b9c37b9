import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { ApiProblem } from '../api/request.ts';
import { DocumentTitle } from './document-title.tsx';
import { SiteHeader } from './site-header.tsx';
import styles from './state-pages.module.css';
import { useWords } from './use-words.ts';

/** Shown while the page itself is still on its way; says so in words, and only after a moment. */
export function LoadingPage() {
  const words = useWords();
  return (
    <main className={styles.page}>
      <p role="status">{words('common.loading')}</p>
    </main>
  );
}

/** There is no such page: where to go from here. */
export function NotFoundPage() {
  const words = useWords();
  return (
    <div className={styles.sheet}>
      <SiteHeader />
      <main id="main" className={styles.page}>
        <DocumentTitle text={words('common.notFound.title')} />
        <h1>{words('common.notFound.title')}</h1>
        <p>{words('common.notFound.say')}</p>
        <p>
          <Link to="/">{words('common.toStart')}</Link>
        </p>
      </main>
    </div>
  );
}

/** The page could not be shown: a sentence of the service where there is one, and a way on. */
export function FailedPage({ error }: Partial<ErrorComponentProps>) {
  const words = useWords();
  const say = error instanceof ApiProblem ? error.message : words('common.failed.say');
  return (
    <div className={styles.sheet}>
      <SiteHeader />
      <main id="main" className={styles.page}>
        <DocumentTitle text={words('common.failed.title')} />
        <h1>{words('common.failed.title')}</h1>
        <p role="alert">{say}</p>
        <p className={styles.ways}>
          <a href={window.location.href}>{words('common.tryAgain')}</a>
          <Link to="/">{words('common.toStart')}</Link>
        </p>
      </main>
    </div>
  );
}
