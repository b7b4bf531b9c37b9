import { useNavigate } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';

interface PreviewButtonProps {
  readonly caseId: string;
  /** Keeps what is shown here first, so that the preview shows the same. */
  readonly keep?: () => Promise<unknown>;
}

/** Opens the patient's page as it would be now. */
export function PreviewButton({ caseId, keep }: PreviewButtonProps) {
  const words = useWords();
  const navigate = useNavigate();
  const [failed, setFailed] = useState('');
  async function open() {
    try {
      await keep?.();
      await navigate({ to: '/compare/$caseId/preview', params: { caseId } });
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <>
      <button type="button" className={styles.button} onClick={() => void open()}>
        <Eye aria-hidden="true" size={16} /> {words('reader.preview.open')}
      </button>
      {failed !== '' && (
        <span className={styles.error} role="alert">
          {failed}
        </span>
      )}
    </>
  );
}
