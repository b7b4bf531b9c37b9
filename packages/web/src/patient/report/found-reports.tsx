import { useLingui } from '@lingui/react';
import type { FoundReport } from '@overread/contract/original-report.ts';
import { Button } from '../../ui/button.tsx';
import { plainDate } from '../../ui/format.ts';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './report.module.css';
import { useFoundReports, useTakeFound } from './report-api.ts';

interface FoundReportsProps {
  readonly caseId: string;
  readonly onDone: () => void;
}

/** Reports that came between the images: taken as the first report with one press. Nothing where there is none. */
export function FoundReports({ caseId, onDone }: FoundReportsProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const found = useFoundReports(caseId);
  const take = useTakeFound(caseId);
  const reports = found.data ?? [];
  if (reports.length === 0) return null;
  const named = ({ kind, title, studyDescription, date }: FoundReport) =>
    words(`intake.found.${kind}`, {
      title: title || studyDescription || 'none',
      date: date === '' ? 'none' : plainDate(i18n.locale, date),
    });
  return (
    <section className={styles.found} aria-labelledby="found">
      <h2 id="found">{words('intake.found.title', { count: reports.length })}</h2>
      <p>{words('intake.found.lead')}</p>
      <ul>
        {reports.map((report) => (
          <li key={report.sopInstanceUid}>
            <span>{named(report)}</span>
            <Button
              onPress={() => take.mutate(report.sopInstanceUid, { onSuccess: onDone })}
              busy={take.isPending && take.variables === report.sopInstanceUid && words('intake.report.sending')}
            >
              {words('intake.found.take')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNotice error={take.error} />
    </section>
  );
}
