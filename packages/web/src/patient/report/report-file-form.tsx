import { FileText } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/error-line.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './report.module.css';
import { MAX_REPORT_BYTES, useSubmitReport } from './report-api.ts';

interface ReportFileFormProps {
  readonly caseId: string;
  readonly onDone: () => void;
}

/** Photographs first: a telephone then offers its camera. HEIC is left out, so that it hands over JPEG. */
const ACCEPTED =
  'image/jpeg,image/png,application/pdf,text/plain,.pdf,.txt,.docx,.rtf,.dcm,.hl7,.json,application/json,application/rtf';

/** What is wrong with a file before it is sent: id of a sentence, or null. */
function faultOf(file: File | null): string | null {
  if (file === null) return 'intake.report.fileMissing';
  return file.size > MAX_REPORT_BYTES ? 'intake.report.fileLarge' : null;
}

/** A report as a file of whatever kind: chosen or dropped, looked at, handed in. */
export function ReportFileForm({ caseId, onDone }: ReportFileFormProps) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const submit = useSubmitReport(caseId);
  const fault = tried || file !== null ? faultOf(file) : null;
  const take = (files: FileList | null) => {
    const [first] = Array.from(files ?? []);
    if (first === undefined) return;
    submit.reset();
    setFile(first);
  };
  const send = () => {
    setTried(true);
    if (file === null || faultOf(file) !== null) return;
    // What it is the service tells by its bytes.
    const mediaType = file.type || 'application/octet-stream';
    submit.mutate({ fileName: file.name, mediaType, body: file }, { onSuccess: onDone });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same
    <div
      className={styles.file}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      {file !== null && (
        <p className={styles.chosen}>
          <FileText aria-hidden="true" />
          {words('intake.report.fileChosen', { name: file.name, kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
        </p>
      )}
      {fault !== null && <ErrorLine text={words(fault, { megabytes: MAX_REPORT_BYTES >> 20 })} />}
      <ProblemNotice error={submit.error} />
      <div className={styles.buttons}>
        <Button kind={file === null ? 'main' : 'plain'} onPress={() => input.current?.click()}>
          {words(file === null ? 'intake.report.file' : 'intake.report.fileAgain')}
        </Button>
        {file !== null && (
          <Button kind="main" onPress={send} busy={submit.isPending && words('intake.report.sending')}>
            {words('intake.report.send')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={words('intake.report.file')}
        data-testid="report-file"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
