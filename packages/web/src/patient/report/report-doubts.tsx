import { useLingui } from '@lingui/react';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { caseKeys, useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { plainDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';

const DATES: ReadonlySet<string> = new Set(['date', 'birth-date']);

interface ReportDoubtsProps {
  readonly view: CaseView;
  readonly report: OriginalReport;
}

/** What speaks against the report being of these images, and the way to say that it is the right one. Nothing where all agrees. */
export function ReportDoubts({ view, report }: ReportDoubtsProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const command = useCommand(view.id);
  const { doubts, vouched, reportId } = report;
  if (doubts.length === 0) return null;
  const said = (what: string, value: string) =>
    DATES.has(what) ? plainDate(i18n.locale, value) : value.replace('^', ', ');
  const open = doubts.some(({ what }) => !vouched?.about.includes(what));
  const about = doubts.map(({ what }) => what);
  const vouch = () =>
    command.mutate(
      { type: 'vouchForReport', reportId, about },
      { onSuccess: () => client.invalidateQueries({ queryKey: caseKeys.report(view.id), exact: true }) },
    );
  return (
    <Notice kind={open ? 'stop' : 'plain'} title={words('intake.report.doubt.title')}>
      <ul>
        {doubts.map(({ what, report: ours, images }) => (
          <li key={what}>
            {words(`intake.report.doubt.${what}`, {
              report: said(what, ours),
              images: images.map((image) => said(what, image)).join(', '),
            })}
          </li>
        ))}
      </ul>
      {open && <p>{words('intake.report.doubt.lead')}</p>}
      {!open && vouched !== null && <p>{words('intake.report.doubt.vouched', { name: vouched.by })}</p>}
      <ProblemNotice error={command.error} />
      {open && view.mayDo.includes('vouchForReport') && (
        <Button onPress={vouch} busy={command.isPending && words('intake.report.doubt.saying')}>
          {words('intake.report.doubt.right')}
        </Button>
      )}
    </Notice>
  );
}
