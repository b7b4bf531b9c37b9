import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { longDate } from '../../ui/format.ts';
import { PatientPage } from '../../ui/patient-page.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { WithCase } from '../with-case.tsx';
import { localDay, type Standing, standingsOf } from './records-model.ts';
import { RecordsRequests } from './records-requests.tsx';

/** The heading: what is late, else what is waited for, else the invitation. */
function headlineOf(standings: readonly Standing[]): { id: string; with: Record<string, string | number> } {
  const late = standings.find(({ state }) => state === 'late');
  if (late !== undefined) return { id: 'intake.records.late', with: { facility: late.request.facility.name } };
  const waiting = standings.filter(({ state }) => state === 'waiting');
  if (waiting.length > 0) return { id: 'intake.records.waiting', with: { count: waiting.length } };
  return { id: standings.length > 0 ? 'intake.records.done' : 'intake.records.start', with: {} };
}

function RecordsSheet({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const back = useToCase(view);
  const standings = standingsOf(view.requests, localDay(new Date()));
  const headline = headlineOf(standings);
  const next = standings.find(({ state }) => state === 'waiting');
  const lead =
    headline.id === 'intake.records.start'
      ? words('intake.records.startLead')
      : headline.id === 'intake.records.waiting' && next !== undefined
        ? words('intake.records.waitingLead', { date: longDate(i18n.locale, next.request.dueOn) })
        : null;
  return (
    <PatientPage
      heading={words(headline.id, headline.with)}
      title={words('intake.records.title')}
      over={words('intake.records.over')}
      lead={lead === null ? undefined : <p>{lead}</p>}
      back={back}
    >
      <RecordsRequests view={view} />
    </PatientPage>
  );
}

/** Records request: a letter to whoever has the images or the report, its due date, and what has come. */
export function RecordsPage() {
  return <WithCase>{(view) => <RecordsSheet key={view.id} view={view} />}</WithCase>;
}
