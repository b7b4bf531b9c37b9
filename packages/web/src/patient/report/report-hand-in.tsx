import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { longDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { FoundReports } from './found-reports.tsx';
import { NoReportForm } from './no-report-form.tsx';
import { ReportFileForm } from './report-file-form.tsx';
import { ReportTextForm } from './report-text-form.tsx';
import { SealNotice } from './seal-notice.tsx';

type Way = 'file' | 'typed' | 'asked' | 'none';

interface ReportHandInProps {
  readonly view: CaseView;
  /** A report is here and another one is to take its place. */
  readonly replacing: boolean;
  readonly onDone: () => void;
}

/** What stands above the choice: why it has to come again, or from whom it is awaited. */
function Standing({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { report, reportRejectedBecause } = view.materials;
  const asked = view.requests.find(({ wants, received }) => wants.includes('report') && !received.includes('report'));
  if (report === 'rejected')
    return (
      <Notice kind="stop">
        <p>{words('intake.report.rejectedBecause', { reason: reportRejectedBecause })}</p>
      </Notice>
    );
  if (report !== 'requested' || asked === undefined) return null;
  return (
    <Notice kind="wait">
      <p>
        {words('intake.report.requested', {
          facility: asked.facility.name,
          date: longDate(i18n.locale, asked.dueOn),
        })}
      </p>
    </Notice>
  );
}

function headingOf({ materials: { report } }: CaseView, replacing: boolean): string {
  if (replacing) return 'intake.report.replaceTitle';
  if (report === 'declared-none') return 'intake.report.declared';
  return report === 'rejected' ? 'intake.report.rejected' : 'intake.report.start';
}

/** How the report comes in: each way opens its own small form below its line. */
export function ReportHandIn({ view, replacing, onDone }: ReportHandInProps) {
  const words = useWords();
  const back = useToCase(view);
  const [way, setWay] = useState<Way | null>(null);
  const declared = view.materials.report === 'declared-none';
  const mayDeclare = view.mayDo.includes('declareNoReport') && !replacing;
  const mayAsk = view.mayDo.includes('requestRecords') && !replacing;
  const how = (id: Way) => ({
    value: id,
    text: words(`intake.report.how.${id}`),
    hint: words(`intake.report.how.${id}Hint`),
  });
  return (
    <PatientPage
      heading={words(headingOf(view, replacing))}
      title={words('intake.report.title')}
      over={words('intake.report.over')}
      lead={<p>{words(declared && !replacing ? 'intake.report.noneMeansSay' : 'intake.report.startLead')}</p>}
      back={back}
      sheet={replacing ? 'replace' : view.materials.report}
      aside={<SealNotice />}
    >
      <Standing view={view} />
      <FoundReports caseId={view.id} onDone={onDone} />
      <ChoiceGroup<Way>
        name="way"
        label={words(declared && !replacing ? 'intake.report.found' : 'intake.report.how')}
        value={way}
        onChange={setWay}
        choices={[
          { ...how('file'), under: <ReportFileForm caseId={view.id} onDone={onDone} /> },
          { ...how('typed'), under: <ReportTextForm caseId={view.id} onDone={onDone} /> },
          ...(mayAsk
            ? [
                {
                  ...how('asked'),
                  under: (
                    <ButtonLink kind="main" to="/case/$caseId/records" params={{ caseId: view.id }}>
                      {words('intake.next.ask')}
                    </ButtonLink>
                  ),
                },
              ]
            : []),
          ...(mayDeclare ? [{ ...how('none'), under: <NoReportForm caseId={view.id} /> }] : []),
        ]}
      />
      {replacing && (
        <Button kind="bare" onPress={onDone}>
          {words('intake.report.cancel')}
        </Button>
      )}
    </PatientPage>
  );
}
