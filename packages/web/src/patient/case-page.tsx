import { useLingui } from '@lingui/react';
import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView, TrackName } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { usePractice } from '../api/people.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { longDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { PromisedDate } from '../ui/promise.tsx';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { TrackList } from '../ui/track-list.tsx';
import { TwoClocks } from '../ui/two-clocks.tsx';
import { useWords } from '../ui/use-words.ts';
import { loadWords } from '../ui/words-loader.ts';
import { AnsweredAsks, OpenAsks } from './asks.tsx';
import { isStopped, nextStep, OTHER_TRACKS, OWN_TRACKS, trackPage } from './case-model.ts';
import styles from './patient.module.css';
import { ReasonDialog } from './reason-dialog.tsx';
import { useCaseLine, useWaiting, WithCase } from './with-case.tsx';

/** What belongs to such an examination comes behind the page, with its own words. */
const CaseSet = lazy(async () => {
  const [file] = await Promise.all([import('../set/case-set.tsx'), loadWords('set')]);
  return { default: file.CaseSet };
});

/** What is not needed to see where the case stands comes after it. */
const FollowPart = lazy(async () => {
  const [file] = await Promise.all([import('./follow/follow-part.tsx'), loadWords('intake')]);
  return { default: file.FollowPart };
});

const StopSheet = lazy(async () => {
  const [file] = await Promise.all([import('./stop-sheet.tsx'), loadWords('ask')]);
  return { default: file.StopSheet };
});

interface PageProps {
  readonly view: CaseView;
  readonly practice: Practice;
}

/** The promised date, the largest thing on the page; without one, what it hangs on. */
function Promised({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { clock, delivery, stage } = view;
  if (stage === 'cancelled') return null;
  if (delivery.deliveredAt !== null)
    return <PromisedDate over={words('patient.delivered')} by={delivery.deliveredAt} />;
  if (clock.promisedBy === null)
    return (
      <PromisedDate over={words('patient.promise')} by={null} instead={words('patient.promise.notYet')}>
        <p>{words('patient.promise.when')}</p>
      </PromisedDate>
    );
  return (
    <PromisedDate over={words('patient.promise')} by={clock.promisedBy}>
      <p>
        {clock.running
          ? words('patient.promise.holds', { date: longDate(i18n.locale, clock.promisedBy) })
          : words('patient.promise.moves', { who: words(`patient.who.${clock.pausedFor ?? 'patient'}`) })}
      </p>
    </PromisedDate>
  );
}

function Tracks({ view, names, title }: { view: CaseView; names: readonly TrackName[]; title: string }) {
  const shown = names.map((name) => view.tracks.find(({ track }) => track === name)).filter((one) => one !== undefined);
  return (
    <section aria-labelledby={`tracks-${names[0]}`}>
      <h2 id={`tracks-${names[0]}`}>{title}</h2>
      <TrackList
        tracks={shown}
        linkOf={({ track }) => {
          const to = trackPage(view, track);
          return to === null ? null : { to, params: { caseId: view.id } };
        }}
      />
    </section>
  );
}

/** Loaded when somebody thinks of cancelling: what goes back is said before it is done. */
const RefundLine = lazy(async () => ({ default: (await import('./refund-line.tsx')).RefundLine }));

/** Whom to ask: the practice and the patient's own doctor; and what to do when it gets worse. */
function WhoToAsk({ view, practice }: PageProps) {
  const words = useWords();
  const [cancelling, setCancelling] = useState(false);
  const mayName = view.mayDo.includes('nameReferrer');
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people">{words('patient.people')}</h2>
        <dl className={styles.people}>
          <div>
            <dt>{practice.name}</dt>
            <dd>{words('patient.people.practice')}</dd>
            <dd>
              <a href={`tel:${practice.phone.replace(/[^\d+]/g, '')}`}>{practice.phone}</a>
            </dd>
          </div>
          {view.reading.readerName !== null && (
            <div>
              <dt>{view.reading.readerName}</dt>
              <dd>{words(view.reading.signedAt === null ? 'patient.people.reader' : 'patient.people.reader.done')}</dd>
            </div>
          )}
          <div>
            <dt>{view.referrer?.name ?? words('patient.people.noDoctor')}</dt>
            <dd>{words(view.referrer === null ? 'patient.people.noDoctor.say' : 'patient.people.doctor')}</dd>
            {mayName && (
              <dd>
                <Link to="/case/$caseId/doctor" params={{ caseId: view.id } as never}>
                  {words(view.referrer === null ? 'patient.people.name' : 'patient.people.change')}
                </Link>
              </dd>
            )}
          </div>
        </dl>
      </section>
      <AnsweredAsks asks={view.asks} />
      <p className={styles.quiet}>{words('patient.worse', { number: practice.emergencyNumber })}</p>
      {view.as === 'patient' && (
        <Suspense fallback={null}>
          <FollowPart view={view} />
        </Suspense>
      )}
      {view.mayDo.includes('cancelCase') && (
        <p>
          <Button kind="bare" onPress={() => setCancelling(true)}>
            {words('patient.cancel')}
          </Button>
          <ReasonDialog
            view={view}
            title={words('patient.cancel.title')}
            say={words('patient.cancel.say')}
            label={words('patient.cancel.reason')}
            missing={words('patient.cancel.missing')}
            submit={words('patient.cancel')}
            keep={words('patient.cancel.keep')}
            kind="stop"
            commandOf={(reason) => ({ type: 'cancelCase', reason })}
            open={cancelling}
            onClose={() => setCancelling(false)}
          >
            {cancelling && (
              <Suspense>
                <RefundLine view={view} />
              </Suspense>
            )}
          </ReasonDialog>
        </p>
      )}
    </>
  );
}

/** The one filled button: the result once it is there, else the patient's next step. */
function NextButton({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const next = nextStep(view);
  const params = { caseId: view.id };
  if (view.second !== null)
    return (
      <ButtonLink kind="main" wide to="/case/$caseId/result" params={params}>
        {words('patient.next.result')}
      </ButtonLink>
    );
  if (next === null || view.asks.some(({ answer }) => answer === null)) return null;
  return (
    <ButtonLink kind="main" wide to={next.to} params={params}>
      {words(`patient.next.${next.track}`)}
    </ButtonLink>
  );
}

/** Whether the pictures answer the question: until they are read. */
const hasPictures = ({ studies, reading, maySee }: CaseView) =>
  reading.openedAt === null && maySee.includes('images:view') && studies.some(({ state }) => state === 'attached');

function Case({ view, practice }: PageProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const line = useCaseLine(view);
  const waiting = useWaiting(view);
  const delivered = view.delivery.deliveredAt !== null;
  const showClocks = view.clock.startedAt !== null && !delivered;
  return (
    <PatientPage
      over={line}
      heading={waiting.heading}
      lead={waiting.rest !== '' && <p>{waiting.rest}</p>}
      title={words('patient.case.title')}
      aside={<WhoToAsk view={view} practice={practice} />}
    >
      {view.cancelled !== null && (
        <Notice title={words('patient.cancelled')}>
          <p>{view.cancelled.reason}</p>
        </Notice>
      )}
      {view.erased !== null && (
        <Notice title={words('patient.erased', { date: longDate(i18n.locale, view.erased.at) })}>
          <p>{words(`patient.erased.${view.erased.ground}`)}</p>
        </Notice>
      )}
      <OpenAsks view={view} />
      <Promised view={view} />
      {showClocks && <TwoClocks clock={view.clock} />}
      <NextButton view={view} />
      {hasPictures(view) && (
        <Suspense fallback={null}>
          <CaseSet view={view} />
        </Suspense>
      )}
      <Tracks
        view={view}
        names={OWN_TRACKS}
        title={words(delivered ? 'patient.tracks.own.done' : 'patient.tracks.own')}
      />
      <Tracks
        view={view}
        names={OTHER_TRACKS}
        title={words(delivered ? 'patient.tracks.other.done' : 'patient.tracks.other')}
      />
    </PatientPage>
  );
}

/** `/case/$caseId`: what is there, what is missing, who works now, and when the result is promised. */
export function CasePage() {
  const practice = usePractice();
  if (practice.error !== null) return <FailedPage error={practice.error} />;
  if (practice.data === undefined) return <LoadingPage />;
  const { data } = practice;
  return (
    <WithCase>
      {(view) =>
        isStopped(view) ? (
          <Suspense fallback={<LoadingPage />}>
            <StopSheet view={view} practice={data} />
          </Suspense>
        ) : (
          <Case view={view} practice={data} />
        )
      }
    </WithCase>
  );
}
