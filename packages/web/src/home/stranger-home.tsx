import { Download } from 'lucide-react';
import { useDemoPeople, usePractice } from '../api/people.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DocumentTitle } from '../ui/document-title.tsx';
import { SiteHeader } from '../ui/site-header.tsx';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './home.module.css';

const STEPS = ['disc', 'read', 'compare', 'decide'] as const;

/** In the demo: the five people as doors, and what a newcomer needs to walk the case. */
function DemoDoors() {
  const words = useWords();
  const people = useDemoPeople(true);
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <h2 id="demo">{words('home.demo.title')}</h2>
      <p>{words('home.demo.say')}</p>
      <ul className={styles.doors}>
        {(people.data ?? []).map(({ role, name, href }) => (
          <li key={role}>
            <a href={href}>
              <b>{name}</b>
              <small>{words(`home.demo.${role}`)}</small>
            </a>
          </li>
        ))}
      </ul>
      <h3>{words('home.demo.take')}</h3>
      <p className={styles.files}>
        <a href="/demo/disc.zip" download>
          <Download aria-hidden="true" /> {words('home.demo.disc')}
        </a>
        <a href="/demo/report.pdf" download>
          <Download aria-hidden="true" /> {words('home.demo.report')}
        </a>
      </p>
    </section>
  );
}

/** What a stranger sees: what Overread is, in one screen, and the way in. */
export function StrangerHome() {
  const words = useWords();
  const practice = usePractice();
  if (practice.error !== null) return <FailedPage error={practice.error} />;
  if (practice.data === undefined) return <LoadingPage />;
  const { demo, emergencyNumber } = practice.data;
  return (
    <div className={styles.page}>
      <DocumentTitle text={words('home.title')} />
      <SiteHeader />
      <main id="main" className={styles.main} data-demo={demo ? '' : undefined}>
        <div className={styles.what}>
          <h1>{words('home.heading')}</h1>
          <p className={styles.lead}>{words('home.lead')}</p>
          <ol className={styles.steps}>
            {STEPS.map((step) => (
              <li key={step}>
                <div>
                  <b>{words(`home.step.${step}`)}</b>
                  <span>{words(`home.step.${step}.say`)}</span>
                </div>
              </li>
            ))}
          </ol>
          <p className={styles.not}>{words('home.not', { number: emergencyNumber })}</p>
          <p className={styles.ways}>
            <ButtonLink to="/ask" kind={demo ? 'plain' : 'main'}>
              {words('home.ask')}
            </ButtonLink>
            <ButtonLink to="/sign-in">{words('common.signIn')}</ButtonLink>
          </p>
        </div>
        {demo && <DemoDoors />}
      </main>
    </div>
  );
}
