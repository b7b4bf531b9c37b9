import { useLingui } from '@lingui/react';
import type { RecordsWanted } from '@overread/rules/case/commands.ts';
import type { CaseView, TrackMark } from '@overread/rules/case/view.ts';
import { Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, ButtonAnchor } from '../../ui/button.tsx';
import { longDate, plainDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { TrackMarkIcon } from '../../ui/track-mark.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import { LetterWay } from './letter-way.tsx';
import { LinkPart } from './link-part.tsx';
import { MoreTimeDialog } from './more-time-dialog.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import styles from './records.module.css';
import { daysBetween, localDay, type Standing } from './records-model.ts';
import { SentDialog } from './sent-dialog.tsx';

interface RequestItemProps {
  readonly view: CaseView;
  readonly standing: Standing;
}

const wantedWords = (words: Words, what: readonly RecordsWanted[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(what.map((one) => words(`intake.records.short.${one}`)));

const MARKS: Readonly<Record<Standing['state'], TrackMark>> = { late: 'asked', waiting: 'asked', done: 'done' };

/** The next letter that is due now: after the second one a complaint; none while the time runs. */
export function nextLetter({ request, state }: Standing): 'second' | 'complaint' | null {
  const again = (request.steps ?? []).some(({ step }) => step === 'second-letter');
  const refused = (request.steps ?? []).some(({ step }) => step === 'refused');
  if (state === 'done' || (state !== 'late' && !refused)) return null;
  return again || refused ? 'complaint' : 'second';
}

/** What to do when the answer is late: call first, then more time where the law allows it, then the next letter. */
function Overdue({ view, standing, more }: { view: CaseView; standing: Standing; readonly more: ReactNode }) {
  const words = useWords();
  const { facility, law, extended } = standing.request;
  const next = nextLetter(standing);
  return (
    <Notice kind="wait">
      <p>
        <b>{words('intake.records.overdueCall')}</b>
      </p>
      <p>{words(`intake.records.${extended ? 'overdueComplain' : 'overdueExtend'}.${law}`)}</p>
      <div className={styles.buttons}>
        {facility.phone !== '' && (
          <ButtonAnchor href={`tel:${facility.phone.replace(/[^+\d]/g, '')}`}>
            <Phone aria-hidden="true" /> {words('intake.records.call', { phone: facility.phone })}
          </ButtonAnchor>
        )}
        {more}
      </div>
      {next !== null && (
        <>
          <p>
            <b>{words(`follow.next.${next}`)}</b> {words(`follow.next.${next}.say`)}
          </p>
          <LetterWay view={view} standing={standing} kind={next} main={false} />
        </>
      )}
    </Notice>
  );
}

/** What became of the letter so far, one line each. */
function StepLines({ standing }: { readonly standing: Standing }) {
  const words = useWords();
  const { locale } = useLingui().i18n;
  const { signed, steps = [] } = standing.request;
  if (signed === undefined && steps.length === 0) return null;
  return (
    <ul className={styles.steps}>
      {signed !== undefined && (
        <li>{words('follow.step.signed', { name: signed.signerName, date: plainDate(locale, signed.at) })}</li>
      )}
      {steps.map(({ step, way, on, reference }) => (
        <li key={`${step}${on}${reference}`}>
          {words(`follow.step.${step}`, { way: words(`follow.by.${way}`), date: plainDate(locale, on) })}
          {reference !== '' && ` (${reference})`}
        </li>
      ))}
    </ul>
  );
}

/** Due in so many days, or late by so many; nothing once all is here. */
function DueLine({ standing }: { readonly standing: Standing }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { request, state, daysLeft } = standing;
  if (state === 'done') return <p className={styles.here}>{words('intake.records.here')}</p>;
  const date = longDate(i18n.locale, request.dueOn);
  return (
    <p className={styles.due} data-late={state === 'late' ? '' : undefined}>
      {words(state === 'late' ? 'intake.records.overdue' : 'intake.records.due', { days: Math.abs(daysLeft), date })}
    </p>
  );
}

/** So long a letter may not have left yet. */
const FRESH_DAYS = 2;

/** One letter: to whom, for what, when the answer is due, and what can be done now. */
export function RequestItem({ view, standing }: RequestItemProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const [asking, setAsking] = useState<'received' | 'more-time' | 'refused' | null>(null);
  const { request, missing, state } = standing;
  const { facility } = request;
  const close = () => setAsking(null);
  const mayExtend = state !== 'done' && !request.extended && view.mayDo.includes('extendRecordsRequest');
  const moreTime = mayExtend && (
    <Button kind={state === 'late' ? 'plain' : 'bare'} onPress={() => setAsking('more-time')}>
      {words('intake.records.extend')}
    </Button>
  );
  const isSent = (request.steps ?? []).some(({ step }) => step === 'sent');
  const fresh = state === 'waiting' && daysBetween(request.sentOn, localDay(new Date())) <= FRESH_DAYS;
  const asked = [request.studyDescription, request.studyDate === '' ? '' : plainDate(i18n.locale, request.studyDate)];
  return (
    <li className={styles.request}>
      <TrackMarkIcon mark={MARKS[state]} />
      <div className={styles.body}>
        <h3>{facility.name}</h3>
        <DueLine standing={standing} />
        <p className={styles.quiet}>
          {asked.filter((part) => part !== '').join(', ')}
          <br />
          {words('intake.records.wanted', { what: wantedWords(words, request.wants, i18n.locale) })}{' '}
          {request.received.length > 0 &&
            missing.length > 0 &&
            words('intake.records.stillMissing', { what: wantedWords(words, missing, i18n.locale) })}{' '}
          {words('intake.records.sent', { date: plainDate(i18n.locale, request.sentOn) })}{' '}
          {request.extended && words('intake.records.extended')}
        </p>
        <StepLines standing={standing} />
        {(state === 'late' || nextLetter(standing) !== null) && (
          <Overdue view={view} standing={standing} more={moreTime} />
        )}
        {state !== 'done' && <LetterWay view={view} standing={standing} kind="first" main={fresh && !isSent} />}
        <div className={styles.buttons}>
          {state !== 'done' && view.mayDo.includes('markRecordsReceived') && (
            <Button onPress={() => setAsking('received')}>{words('intake.records.received')}</Button>
          )}
          {state === 'waiting' && moreTime}
          {state !== 'done' && view.mayDo.includes('noteRecordsRequest') && (
            <Button kind="bare" onPress={() => setAsking('refused')}>
              {words('follow.refused')}
            </Button>
          )}
        </div>
        {state !== 'done' && view.mayDo.includes('noteFacilityLink') && <LinkPart view={view} request={request} />}
        {fresh && !isSent && (
          <p className={styles.hint}>
            {words('intake.records.letterHint', { date: plainDate(i18n.locale, request.sentOn) })}
          </p>
        )}
      </div>
      {asking === 'received' && <ReceivedDialog view={view} standing={standing} onClose={close} />}
      {asking === 'refused' && <SentDialog view={view} request={request} step="refused" onClose={close} />}
      {asking === 'more-time' && <MoreTimeDialog view={view} request={request} onClose={close} />}
    </li>
  );
}
