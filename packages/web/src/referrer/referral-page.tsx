import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCase, useCommand, useOriginalReport, usePractice } from '../api/index.ts';
import { regionWords } from '../coordinator/desk-row.tsx';
import { ThreeOpinions } from '../patient/three-opinions.tsx';
import { Withdrawn } from '../patient/withdrawn.tsx';
import { fullName, plainDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { PromisedDate } from '../ui/promise.tsx';
import { SitePage } from '../ui/site-page.tsx';
import { useWords } from '../ui/use-words.ts';
import { Answers, BothReports } from './both-reports.tsx';
import { Decision } from './decision-form.tsx';
import { ImagesColumn } from './images-column.tsx';
import { KeyPoints } from './key-points.tsx';
import styles from './referral.module.css';
import { headlineOf } from './referral-model.ts';
import { AskReader, GuestNotice } from './talk.tsx';

/** Tells the service once that the referrer has opened the result: delivery ends with that. */
function useMarkSeen(view: CaseView | undefined): void {
  const { mutate } = useCommand(view?.id ?? '');
  const sent = useRef(false);
  const due = view?.as === 'referrer' && view.second !== null && view.mayDo.includes('markSeen');
  useEffect(() => {
    if (!due || sent.current) return;
    sent.current = true;
    mutate({ type: 'markSeen' });
  }, [due, mutate]);
}

function usePatientLine(view: CaseView): string {
  const words = useWords();
  const { i18n } = useLingui();
  const study = view.studies.find(({ state }) => state === 'attached');
  const region = view.question === null ? '' : regionWords(words, view.question.region, view.question.side);
  const examined = [
    region === '' ? '' : words('referrer.mri', { region }),
    study === undefined || study.date === '' ? '' : plainDate(i18n.locale, study.date),
  ];
  return [
    words('referrer.patient', {
      name: fullName(view.patient.name),
      born: plainDate(i18n.locale, view.patient.birthDate),
    }),
    examined.filter((part) => part !== '').join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function Asked({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const own = view.question?.questions.filter(({ askedBy }) => askedBy === 'referrer') ?? [];
  const shown = own.length > 0 ? own : (view.question?.questions ?? []);
  if (shown.length === 0) return null;
  return (
    <p>
      {words(own.length > 0 ? 'referrer.youAsked' : 'referrer.patientAsked')}{' '}
      <span className="doctor" dir="auto">
        {shown.map(({ text }) => `“${text}”`).join(' ')}
      </span>
    </p>
  );
}

function Head({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const headline = headlineOf(view);
  const line = usePatientLine(view);
  return (
    <div className={styles.head}>
      <p className={styles.quiet}>{line}</p>
      <h1>{words(`referrer.head.${headline.say}`, headline.with)}</h1>
      <Asked view={view} />
      {view.second !== null && !view.asGuest && (
        <a className={styles.toDecision} href="#decide">
          {words(view.decision.recorded === null ? 'referrer.decide.goTo' : 'referrer.decide.done')}
        </a>
      )}
    </div>
  );
}

function Result({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const mayRead = view.report !== null && view.maySee.includes('report:view');
  const original = useOriginalReport(view.id, mayRead);
  return (
    <div className={styles.grid}>
      <Head view={view} />
      <div className={styles.text}>
        <Withdrawn view={view} />
        <ThreeOpinions view={view} />
        {view.comparison !== null && <KeyPoints comparison={view.comparison} />}
        {view.comparison === null && (
          <Notice>
            <p>{words('referrer.aloneSay')}</p>
          </Notice>
        )}
        <Answers view={view} />
        {mayRead && original.isPending ? (
          <p role="status">{words('referrer.reportsOpening')}</p>
        ) : (
          <>
            <ProblemNotice error={original.error} />
            <BothReports view={view} original={original.data ?? null} />
          </>
        )}
      </div>
      <aside className={styles.aside}>
        <ImagesColumn view={view} />
        {view.asGuest && <GuestNotice view={view} />}
        {!view.asGuest && <Decision view={view} />}
        <AskReader view={view} />
        <Practice />
      </aside>
    </div>
  );
}

function Practice() {
  const words = useWords();
  const practice = usePractice();
  if (practice.data === undefined || practice.data.phone === '') return null;
  return (
    <p className={styles.quiet}>
      {words('referrer.callUs')} <a href={`tel:${practice.data.phone}`}>{practice.data.phone}</a>
    </p>
  );
}

/** Before the result is there: what it waits for, and the promise. */
function Coming({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { promisedBy } = view.clock;
  return (
    <div className={styles.coming}>
      <Head view={view} />
      <Withdrawn view={view} />
      <PromisedDate over={words('referrer.promised')} by={promisedBy} instead={words('referrer.noPromise')}>
        <p>{words(view.waiting.say, view.waiting.with)}</p>
      </PromisedDate>
      <p>{words('referrer.mailComes')}</p>
      <Practice />
    </div>
  );
}

/** What the referring doctor opens: one headline, both reports, the images, one decision. */
export function ReferralPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const view = useCase(caseId);
  useMarkSeen(view.data);
  const title = view.data === undefined ? words('referrer.title') : fullName(view.data.patient.name);
  return (
    <SitePage title={title}>
      <p className={styles.back}>
        <Link to="/referrals">
          <ArrowLeft aria-hidden="true" size={16} /> {words('referrer.toList')}
        </Link>
      </p>
      {view.error !== null && (
        <>
          <h1>{words('referrer.title')}</h1>
          <ProblemNotice error={view.error} />
        </>
      )}
      {view.isPending && <h1 role="status">{words('referrer.opening')}</h1>}
      {view.data !== undefined &&
        (view.data.second === null ? <Coming view={view.data} /> : <Result view={view.data} />)}
    </SitePage>
  );
}
