import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './ui/shell.tsx';
import { FailedPage, LoadingPage, NotFoundPage } from './ui/state-pages.tsx';
import { loadWords, type WordsPart } from './ui/words-loader.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** Makes pages that are loaded when somebody goes there, together with their part of the words. */
const pagesOf =
  (...words: readonly WordsPart[]) =>
  /** `name` is the component that the file exports. */
  <M extends Record<string, unknown>>(path: string, load: () => Promise<M>, name: keyof M & string) => {
    const both = async () => (await Promise.all([load(), ...words.map(loadWords)]))[0];
    const component = lazyRouteComponent(both as never, name as never);
    return createRoute({ getParentRoute: () => root, path, component });
  };

const page = pagesOf('everybody');
const intakePage = pagesOf('intake');
const laterPage = pagesOf('later');
const tellPage = pagesOf('later', 'intake');
const roomPage = pagesOf('rooms', 'later');
const askPage = pagesOf('ask');

/** Every path of the screens, by room. */
const routes = [
  // everybody
  page('/', () => import('./home/home-page.tsx'), 'HomePage'),
  page('/sign-in', () => import('./home/sign-in-page.tsx'), 'SignInPage'),
  page('/mailbox', () => import('./home/mailbox-page.tsx'), 'MailboxPage'),
  page('/second-step', () => import('./home/second-step-page.tsx'), 'SecondStepPage'),
  // before there is an account
  askPage('/ask', () => import('./patient/ask/ask-page.tsx'), 'AskPage'),
  intakePage('/facility', () => import('./patient/facility/facility-page.tsx'), 'FacilityPage'),
  // patient
  page('/cases', () => import('./patient/cases-page.tsx'), 'CasesPage'),
  page('/start', () => import('./patient/start-page.tsx'), 'StartPage'),
  page('/case/$caseId', () => import('./patient/case-page.tsx'), 'CasePage'),
  page('/case/$caseId/question', () => import('./patient/question-page.tsx'), 'QuestionPage'),
  tellPage('/case/$caseId/history', () => import('./patient/history/history-page.tsx'), 'HistoryPage'),
  tellPage('/case/$caseId/consent', () => import('./patient/consent/consent-page.tsx'), 'ConsentPage'),
  laterPage('/case/$caseId/payment', () => import('./patient/payment-page.tsx'), 'PaymentPage'),
  intakePage('/case/$caseId/images', () => import('./patient/disc/disc-page.tsx'), 'DiscPage'),
  intakePage('/case/$caseId/mail', () => import('./patient/mail/mail-page.tsx'), 'MailPage'),
  intakePage('/case/$caseId/report', () => import('./patient/report/report-page.tsx'), 'ReportPage'),
  intakePage('/case/$caseId/records', () => import('./patient/records/records-page.tsx'), 'RecordsPage'),
  laterPage('/case/$caseId/doctor', () => import('./patient/doctor-page.tsx'), 'DoctorPage'),
  intakePage('/case/$caseId/outside', () => import('./patient/outside/outside-page.tsx'), 'OutsidePage'),
  intakePage('/case/$caseId/messages', () => import('./patient/follow/messages-page.tsx'), 'MessagesPage'),
  intakePage('/case/$caseId/data', () => import('./patient/follow/data-page.tsx'), 'DataPage'),
  intakePage('/case/$caseId/copy', () => import('./patient/copy/copy-page.tsx'), 'CopyPage'),
  laterPage('/s/$token', () => import('./patient/shared-page.tsx'), 'SharedPage'),
  laterPage('/case/$caseId/result', () => import('./patient/result-page.tsx'), 'ResultPage'),
  // coordinator
  roomPage('/desk', () => import('./coordinator/desk-page.tsx'), 'DeskPage'),
  roomPage('/desk/holding', () => import('./coordinator/holding-page.tsx'), 'HoldingPage'),
  roomPage('/desk/parcels', () => import('./coordinator/parcels-page.tsx'), 'ParcelsPage'),
  roomPage('/desk/$caseId', () => import('./coordinator/case-page.tsx'), 'DeskCasePage'),
  // reader
  roomPage('/work', () => import('./reader/work-list.tsx'), 'ReaderWorkListPage'),
  roomPage('/read/$caseId', () => import('./reader/reading-room.tsx'), 'ReadingRoomPage'),
  roomPage('/compare/$caseId/preview', () => import('./reader/preview-page.tsx'), 'PreviewPage'),
  roomPage('/compare/$caseId', () => import('./reader/compare-page.tsx'), 'ComparePage'),
  // referrer
  roomPage('/referrals', () => import('./referrer/referrals-page.tsx'), 'ReferralsPage'),
  roomPage('/r/$token', () => import('./referrer/guest-page.tsx'), 'GuestPage'),
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
