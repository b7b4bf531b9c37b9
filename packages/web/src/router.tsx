import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './ui/shell.tsx';
import { FailedPage, LoadingPage, NotFoundPage } from './ui/state-pages.tsx';
import { loadWords, type WordsPart } from './ui/words-loader.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** Makes pages that are loaded when somebody goes there, together with their part of the words. */
const pagesOf =
  (words: WordsPart) =>
  /** `name` is the component that the file exports. */
  <M extends Record<string, unknown>>(path: string, load: () => Promise<M>, name: keyof M & string) => {
    const both = async () => (await Promise.all([load(), loadWords(words)]))[0];
    const component = lazyRouteComponent(both as never, name as never);
    return createRoute({ getParentRoute: () => root, path, component });
  };

const page = pagesOf('everybody');
const intakePage = pagesOf('intake');
const roomPage = pagesOf('rooms');

/** Every path of the screens, by room. */
const routes = [
  // everybody
  page('/', () => import('./home/home-page.tsx'), 'HomePage'),
  page('/sign-in', () => import('./home/sign-in-page.tsx'), 'SignInPage'),
  page('/mailbox', () => import('./home/mailbox-page.tsx'), 'MailboxPage'),
  page('/second-step', () => import('./home/second-step-page.tsx'), 'SecondStepPage'),
  // patient
  page('/cases', () => import('./patient/cases-page.tsx'), 'CasesPage'),
  page('/start', () => import('./patient/start-page.tsx'), 'StartPage'),
  page('/case/$caseId', () => import('./patient/case-page.tsx'), 'CasePage'),
  page('/case/$caseId/question', () => import('./patient/question-page.tsx'), 'QuestionPage'),
  page('/case/$caseId/history', () => import('./patient/history-page.tsx'), 'HistoryPage'),
  page('/case/$caseId/consent', () => import('./patient/consent-page.tsx'), 'ConsentPage'),
  page('/case/$caseId/payment', () => import('./patient/payment-page.tsx'), 'PaymentPage'),
  intakePage('/case/$caseId/images', () => import('./patient/disc/disc-page.tsx'), 'DiscPage'),
  intakePage('/case/$caseId/mail', () => import('./patient/mail/mail-page.tsx'), 'MailPage'),
  intakePage('/case/$caseId/report', () => import('./patient/report/report-page.tsx'), 'ReportPage'),
  intakePage('/case/$caseId/records', () => import('./patient/records/records-page.tsx'), 'RecordsPage'),
  page('/case/$caseId/doctor', () => import('./patient/doctor-page.tsx'), 'DoctorPage'),
  intakePage('/case/$caseId/copy', () => import('./patient/copy/copy-page.tsx'), 'CopyPage'),
  page('/case/$caseId/result', () => import('./patient/result-page.tsx'), 'ResultPage'),
  // coordinator
  roomPage('/desk', () => import('./coordinator/desk-page.tsx'), 'DeskPage'),
  roomPage('/desk/holding', () => import('./coordinator/holding-page.tsx'), 'HoldingPage'),
  roomPage('/desk/parcels', () => import('./coordinator/parcels-page.tsx'), 'ParcelsPage'),
  roomPage('/desk/$caseId', () => import('./coordinator/case-page.tsx'), 'DeskCasePage'),
  // reader
  roomPage('/work', () => import('./reader/work-list.tsx'), 'ReaderWorkListPage'),
  roomPage('/read/$caseId', () => import('./reader/reading-room.tsx'), 'ReadingRoomPage'),
  roomPage('/compare/$caseId', () => import('./reader/comparison.tsx'), 'ComparisonPage'),
  // referrer
  roomPage('/referrals', () => import('./referrer/referrals-page.tsx'), 'ReferralsPage'),
  roomPage('/referrals/$caseId', () => import('./referrer/referral-page.tsx'), 'ReferralPage'),
  // administrator
  roomPage('/admin', () => import('./admin/admin-page.tsx'), 'AdminPage'),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 400,
  defaultErrorComponent: FailedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
