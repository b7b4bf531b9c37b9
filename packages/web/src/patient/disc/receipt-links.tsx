import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import { receiptPath } from './import-api.ts';

/** The receipt of a delivery to keep: as PDF, and each file with its SHA-256 as CSV. */
export function ReceiptLinks({ caseId, importId }: { readonly caseId: string; readonly importId: string }) {
  const words = useWords();
  return (
    <span className={styles.links}>
      <a href={receiptPath(caseId, importId, 'pdf')} target="_blank" rel="noopener">
        {words('intake.receipt.pdf')}
      </a>
      <a href={receiptPath(caseId, importId, 'csv')} download>
        {words('intake.receipt.csv')}
      </a>
    </span>
  );
}
