import type { ReaderReport } from '@overread/rules/case/report.ts';
import { useState } from 'react';
import { useWords } from '../ui/use-words.ts';
import { ReaderDialog } from './dialog.tsx';
import { TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';

interface ReviseDialogProps {
  readonly report: ReaderReport;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onClose: () => void;
  readonly onSave: (report: ReaderReport, reason: string) => void;
}

/** A changed opinion after the reveal, with its reason; what was locked stays beside it. */
export function ReviseDialog({ report, busy, error, onClose, onSave }: ReviseDialogProps) {
  const words = useWords();
  const [next, setNext] = useState(report);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <ReaderDialog title={words('reader.revise.title')} open onClose={onClose} wide>
      <p>{words('reader.revise.stays')}</p>
      {(['findings', 'impression', 'recommendations'] as const).map((field) => (
        <TextLineField
          key={field}
          label={words(`reader.report.${field === 'findings' ? 'findingsShort' : field}`)}
          doctor
          rows={field === 'findings' ? 4 : 2}
          value={next[field]}
          onChange={(text) => setNext({ ...next, [field]: text })}
        />
      ))}
      <TextLineField label={words('reader.revise.reason')} doctor rows={2} value={reason} onChange={setReason} />
      {((tried && missing) || error !== null) && (
        <p className={styles.error} role="alert">
          {error ?? words('reader.revise.reasonMissing')}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button
          type="button"
          className={styles.main}
          aria-busy={busy}
          onClick={() => {
            setTried(true);
            if (!missing && !busy) onSave(next, reason.trim());
          }}
        >
          {words('reader.revise.save')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}
