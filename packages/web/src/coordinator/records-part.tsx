import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { casePath } from '../api/index.ts';
import { ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { ActButton } from './act-dialog.tsx';
import styles from './case.module.css';
import { Acts, useList } from './part.tsx';

/** Letters that asked a facility for images or report: what is due when, and what came. */
export function RecordsPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const list = useList();
  const { i18n } = useLingui();
  const today = new Date().toISOString().slice(0, 10);
  const may = (type: CaseView['mayDo'][number]) => view.mayDo.includes(type);
  if (view.requests.length === 0 && !may('requestRecords')) return null;
  return (
    <section className={styles.part} aria-labelledby="requests-title">
      <header>
        <h2 id="requests-title">{words('coordinator.requests.title')}</h2>
      </header>
      <div className={styles.partBody}>
        <ul className={styles.offers}>
          {view.requests.map((request) => {
            const open = request.wants.filter((what) => !request.received.includes(what));
            const late = open.length > 0 && request.dueOn < today;
            return (
              <li key={request.requestId}>
                <p>
                  <b>{request.facility.name}</b>{' '}
                  <span className={styles.quiet}>
                    {words('coordinator.requests.asked', {
                      what: list(request.wants.map((what) => words(`coordinator.requests.${what}`))),
                      date: plainDate(i18n.locale, request.sentOn),
                    })}
                  </span>
                </p>
                <p className={late ? styles.late : undefined}>
                  {open.length === 0
                    ? words('coordinator.requests.here')
                    : words(late ? 'coordinator.requests.overdue' : 'coordinator.requests.due', {
                        date: plainDate(i18n.locale, request.dueOn),
                        phone: request.facility.phone,
                      })}
                </p>
                <Acts>
                  <ButtonAnchor
                    kind="bare"
                    href={casePath(view.id, `/requests/${request.requestId}/letter.pdf`)}
                    newTab
                  >
                    {words('coordinator.requests.letter')}
                  </ButtonAnchor>
                  {may('markRecordsReceived') &&
                    open.map((what) => (
                      <ActButton
                        key={what}
                        view={view}
                        kind="bare"
                        command={{ type: 'markRecordsReceived', requestId: request.requestId, what: [what] }}
                      >
                        {words(`coordinator.requests.came.${what}`)}
                      </ActButton>
                    ))}
                </Acts>
              </li>
            );
          })}
        </ul>
        {may('requestRecords') && (
          <Acts>
            <ButtonLink to="/case/$caseId/records" params={{ caseId: view.id }}>
              {words('coordinator.requests.new')}
            </ButtonLink>
          </Acts>
        )}
      </div>
    </section>
  );
}
