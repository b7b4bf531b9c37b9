import type { ReportScan } from '@overread/contract/original-report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { useDiscardScan, useTakeScan } from './report-api.ts';
import styles from './scan.module.css';
import { ScanPage } from './scan-page.tsx';
import { SealNotice } from './seal-notice.tsx';

interface ScanSheetProps {
  readonly view: CaseView;
  readonly scan: ReportScan;
  readonly onDone: () => void;
}

function Progress({ scan }: { readonly scan: ReportScan }) {
  const words = useWords();
  const { pages, read } = scan;
  const said =
    pages === 0 ? words('intake.scan.starting') : words('intake.scan.progress', { done: read.length, pages });
  return (
    <>
      <p role="status">{said}</p>
      <progress
        className={styles.progress}
        aria-label={words('intake.scan.readingTitle')}
        {...(pages === 0 ? {} : { max: pages, value: read.length })}
      />
    </>
  );
}

/** A report that came as a picture: read page by page, looked through beside the picture, handed in. */
export function ScanSheet({ view, scan, onDone }: ScanSheetProps) {
  const words = useWords();
  const back = useToCase(view);
  const take = useTakeScan(view.id);
  const discard = useDiscardScan(view.id);
  const [corrected, setCorrected] = useState<Readonly<Record<number, string>>>({});
  const { scanId, read } = scan;
  const isReading = scan.state === 'reading';
  const textOf = (page: number, text: string) => corrected[page] ?? text;
  const pages = read.length > 0 ? read.map(({ page, text }) => textOf(page, text)) : [textOf(1, '')];
  const correct = (page: number) => (text: string) => setCorrected({ ...corrected, [page]: text });
  const handIn = () => take.mutate({ scanId, pages }, { onSuccess: onDone });
  return (
    <PatientPage
      heading={words(isReading ? 'intake.scan.readingTitle' : 'intake.scan.title')}
      title={words('intake.report.title')}
      over={words('intake.report.over')}
      lead={<p>{words(isReading ? 'intake.scan.readingLead' : 'intake.scan.lead')}</p>}
      back={back}
      sheet={`scan-${scan.state}`}
      aside={<SealNotice />}
    >
      {isReading && <Progress scan={scan} />}
      {scan.error !== null && (
        <Notice kind="stop" title={words('intake.scan.failed')} live="alert">
          <p>{scan.error}</p>
        </Notice>
      )}
      {read.map((page) => (
        <ScanPage
          key={page.page}
          caseId={view.id}
          page={page}
          text={textOf(page.page, page.text)}
          onChange={correct(page.page)}
        />
      ))}
      {!isReading && read.length === 0 && (
        <TextArea
          name="typed"
          label={words('intake.scan.typed')}
          value={textOf(1, '')}
          onChange={correct(1)}
          rows={10}
          doctor
        />
      )}
      <ProblemNotice error={take.error ?? discard.error} />
      <div className={styles.buttons}>
        {!isReading && (
          <Button kind="main" onPress={handIn} busy={take.isPending && words('intake.scan.taking')}>
            {words('intake.scan.take')}
          </Button>
        )}
        <Button
          kind="bare"
          onPress={() => discard.mutate()}
          busy={discard.isPending && words('intake.scan.discarding')}
        >
          {words('intake.scan.discard')}
        </Button>
      </div>
    </PatientPage>
  );
}
