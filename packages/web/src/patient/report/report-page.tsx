import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { WithCase } from '../with-case.tsx';
import { useReportScan } from './report-api.ts';
import { ReportHandIn } from './report-hand-in.tsx';
import { ReportHere } from './report-here.tsx';
import { ScanSheet } from './scan-sheet.tsx';

function ReportSheet({ view }: { readonly view: CaseView }) {
  const [replacing, setReplacing] = useState(false);
  const { report } = view.materials;
  const here = report === 'received' || report === 'accepted';
  const scan = useReportScan(view.id).data ?? null;
  if (scan !== null) return <ScanSheet view={view} scan={scan} onDone={() => setReplacing(false)} />;
  if (here && !replacing) return <ReportHere view={view} onReplace={() => setReplacing(true)} />;
  return <ReportHandIn view={view} onDone={() => setReplacing(false)} replacing={replacing} />;
}

/** The original report in: as a file, as text, or the statement that there is none; and what was read in it. */
export function ReportPage() {
  return <WithCase>{(view) => <ReportSheet key={view.id} view={view} />}</WithCase>;
}
