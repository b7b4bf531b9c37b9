import { useLingui } from '@lingui/react';
import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseKeys } from '../../api/cases.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { shortMoment } from '../../ui/format.ts';
import { PatientPage } from '../../ui/patient-page.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import styles from './disc.module.css';
import { DiscProblemNotice } from './disc-notices.tsx';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import { ImportingPanel } from './importing-panel.tsx';
import { Receipt } from './receipt.tsx';
import { receiptHeadline } from './receipt-headline.ts';
import { ReceiptLinks } from './receipt-links.tsx';

interface DiscArrivedProps {
  readonly view: CaseView;
  readonly session: DiscSession;
  readonly state: DiscState;
  readonly delivery: ImportView;
  readonly imports: readonly ImportView[];
}

/** What the person does next: the report, where it is missing, else the case. */
function NextSteps({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const params = { caseId: view.id };
  const { to } = useToCase(view);
  if (view.materials.report !== 'missing')
    return (
      <ButtonLink kind="main" wide to={to} params={params}>
        {words('intake.next.case')}
      </ButtonLink>
    );
  return (
    <>
      <ButtonLink kind="main" wide to="/case/$caseId/records" params={params}>
        {words('intake.next.ask')}
      </ButtonLink>
      <ButtonLink wide to="/case/$caseId/report" params={params}>
        {words('intake.next.have')}
      </ButtonLink>
      <ButtonLink kind="bare" wide to="/case/$caseId/report" params={params}>
        {words('intake.next.none')}
      </ButtonLink>
    </>
  );
}

/** A delivery that has arrived: while it is put in order, and its receipt. */
export function DiscArrived({ view, session, state, delivery, imports }: DiscArrivedProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const back = useToCase(view);
  const client = useQueryClient();
  const headline = receiptHeadline(delivery);
  const settled = delivery.state === 'done' || delivery.state === 'failed';
  useEffect(() => {
    // The case has new studies, and perhaps something new to wait for.
    if (settled) void client.invalidateQueries({ queryKey: caseKeys.view(view.id) });
  }, [settled, client, view.id]);
  const clean = delivery.state === 'done' && delivery.refused.length === 0 && delivery.instances > delivery.alreadyHere;
  const earlier = imports.filter(({ importId, state: its }) => importId !== delivery.importId && its === 'done');
  return (
    <PatientPage
      heading={words(headline.id, headline.with)}
      over={words('intake.receipt.over')}
      back={back}
      sheet={settled ? 'receipt' : 'arrived'}
      lead={
        delivery.state === 'importing' ? (
          <p>{words('intake.receipt.importingLead')}</p>
        ) : clean ? (
          <p>{words('intake.receipt.lead')}</p>
        ) : undefined
      }
      aside={
        <section className={styles.next}>
          {settled && <NextSteps view={view} />}
          {settled && view.maySee.includes('images:upload') && (
            <Button kind="bare" wide onPress={() => session.another()}>
              {words('intake.disc.more')}
            </Button>
          )}
        </section>
      }
    >
      <DiscProblemNotice session={session} state={state} />
      {settled ? <Receipt caseId={view.id} delivery={delivery} /> : <ImportingPanel delivery={delivery} />}
      {earlier.length > 0 && (
        <section>
          <h2>{words('intake.receipt.earlier')}</h2>
          <ul className={styles.earlier}>
            {earlier.map(({ importId, finishedAt, startedAt, instances }) => (
              <li key={importId}>
                {words('intake.receipt.earlierLine', {
                  when: shortMoment(i18n.locale, finishedAt ?? startedAt),
                  count: instances,
                })}{' '}
                <ReceiptLinks caseId={view.id} importId={importId} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PatientPage>
  );
}
