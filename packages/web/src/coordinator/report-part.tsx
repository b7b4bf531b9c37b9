import { useLingui } from '@lingui/react';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { casePath, useOriginalReport } from '../api/index.ts';
import { Button, ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { plainDate, shortMoment } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActButton } from './act-dialog.tsx';
import { Acts, Facts, Part } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

function ReportActs({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState<'reject' | 'none' | null>(null);
  const may = (type: CaseView['mayDo'][number]) => view.mayDo.includes(type);
  const { report: state } = view.materials;
  return (
    <Acts>
      {state === 'received' && may('acceptReport') && (
        <ActButton view={view} command={{ type: 'acceptReport' }}>
          {words('coordinator.report.accept')}
        </ActButton>
      )}
      {(state === 'received' || state === 'accepted') && may('rejectReport') && (
        <Button onPress={() => setOpen('reject')}>{words('coordinator.report.reject')}</Button>
      )}
      {view.report !== null && view.maySee.includes('report:view') && (
        <ButtonAnchor href={casePath(view.id, '/report/file')} newTab>
          {words('coordinator.report.open')}
        </ButtonAnchor>
      )}
      {view.maySee.includes('report:submit') && state !== 'accepted' && (
        <ButtonLink kind="bare" to="/case/$caseId/report" params={{ caseId: view.id }}>
          {words('coordinator.report.bring')}
        </ButtonLink>
      )}
      {view.report === null && state !== 'declared-none' && may('declareNoReport') && (
        <Button kind="bare" onPress={() => setOpen('none')}>
          {words('coordinator.report.none')}
        </Button>
      )}
      {open === 'reject' && (
        <ReasonDialog
          view={view}
          title={words('coordinator.report.rejectTitle')}
          lead={words('coordinator.report.rejectLead')}
          label={words('coordinator.report.rejectReason')}
          submit={words('coordinator.report.rejectSubmit')}
          commandOf={(reason) => ({ type: 'rejectReport', reason })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'none' && (
        <ReasonDialog
          view={view}
          title={words('coordinator.report.noneTitle')}
          lead={words('coordinator.report.noneLead')}
          label={words('coordinator.report.noneReason')}
          submit={words('coordinator.report.noneSubmit')}
          commandOf={(reason) => ({ type: 'declareNoReport', reason })}
          onClose={() => setOpen(null)}
        />
      )}
    </Acts>
  );
}

/** Whether it may be of another examination; what speaks against it stands beside its text. */
function Doubts({ view, report }: { readonly view: CaseView; readonly report: OriginalReport }) {
  const words = useWords();
  const { doubts, vouched } = report;
  if (doubts.length === 0) return null;
  const open = doubts.some(({ what }) => !vouched?.about.includes(what));
  return (
    <Notice kind={open ? 'stop' : 'plain'} title={words('coordinator.report.doubt', { count: doubts.length })}>
      {!open && vouched !== null && <p>{words('coordinator.report.vouched', { name: vouched.by })}</p>}
      <ButtonLink to="/case/$caseId/report" params={{ caseId: view.id }}>
        {words('coordinator.report.look')}
      </ButtonLink>
    </Notice>
  );
}

/** The original report as a file: who wrote it, where, when. The reader does not see it before the lock. */
export function ReportPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { report } = view;
  const original = useOriginalReport(view.id, report !== null && view.maySee.includes('report:view'));
  return (
    <Part part="report" title={words('coordinator.part.report')} view={view} track="report">
      {view.materials.reportRejectedBecause !== '' && (
        <Notice kind="wait" title={words('coordinator.report.rejected')}>
          <p>{view.materials.reportRejectedBecause}</p>
        </Notice>
      )}
      {report !== null && (
        <Facts
          facts={[
            { name: words('coordinator.report.author'), value: report.author },
            { name: words('coordinator.report.facility'), value: report.facility },
            { name: words('coordinator.report.date'), value: plainDate(i18n.locale, report.date) },
            { name: words('coordinator.report.file'), value: report.fileName },
            { name: words('coordinator.report.came'), value: shortMoment(i18n.locale, report.at) },
          ]}
        />
      )}
      {original.data !== undefined && <Doubts view={view} report={original.data} />}
      <ReportActs view={view} />
    </Part>
  );
}
