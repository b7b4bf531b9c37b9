import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { casePath } from '../../api/request.ts';
import { longDate, shortMoment } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { receiptPath, useImports } from '../disc/import-api.ts';
import styles from './follow.module.css';

/** Why the promised date is what it is: each time it moved, for whom it waited. */
function Moves({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { moves } = view.clock;
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{words('follow.moves')}</h2>
      <ul className={styles.moves}>
        {moves.map(({ at, from, to, waitedFor, pausedMs }) => (
          <li key={at}>
            {words('follow.moved', {
              from: longDate(i18n.locale, from),
              to: longDate(i18n.locale, to),
              who: words(`follow.who.${waitedFor}`),
              days: Math.max(1, Math.round(pausedMs / 86_400_000)),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The receipt of each delivery of images: what was on the disc, what arrived and what did not. */
function Receipts({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const imports = useImports(view.id);
  const done = (imports.data ?? []).filter(({ state }) => state === 'done');
  return done.map(({ importId, startedAt }) => (
    <a key={importId} href={receiptPath(view.id, importId, 'pdf')} target="_blank" rel="noopener">
      {words('follow.link.receipt', { when: shortMoment(i18n.locale, startedAt) })}
    </a>
  ));
}

/** Beside the case: the team, the calendar, one's own data, and the way to another service. */
export function FollowPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const params = { caseId: view.id } as never;
  const hasDays = view.maySee.includes('data:export') && (view.clock.promisedBy !== null || view.requests.length > 0);
  const unanswered = view.messages.at(-1)?.by.role;
  return (
    <>
      <Moves view={view} />
      <nav className={styles.links} aria-label={words('follow.links')}>
        <Link to="/case/$caseId/messages" params={params}>
          {words(unanswered !== undefined && unanswered !== 'patient' ? 'follow.link.answer' : 'follow.link.messages')}
        </Link>
        {hasDays && (
          <a href={casePath(view.id, '/calendar.ics')} download>
            {words('follow.link.calendar')}
          </a>
        )}
        {view.studies.length > 0 && view.maySee.includes('images:receipt') && <Receipts view={view} />}
        <Link to="/case/$caseId/data" params={params}>
          {words('follow.link.data')}
        </Link>
        {(view.mayDo.includes('sendOutside') || view.outside !== null) && (
          <Link to="/case/$caseId/outside" params={params}>
            {words(view.outside === null ? 'follow.link.outside' : 'follow.link.packet')}
          </Link>
        )}
      </nav>
    </>
  );
}
