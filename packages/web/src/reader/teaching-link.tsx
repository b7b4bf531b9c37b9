import { GraduationCap } from 'lucide-react';
import { useWords } from '../ui/use-words.ts';
import styles from './reader.module.css';

/** The case without names, as a ZIP: images and both reports' findings, for teaching. Shown where the patient has agreed. */
export function TeachingLink({ caseId, number }: { readonly caseId: string; readonly number: string }) {
  const words = useWords();
  return (
    <a className={styles.button} href={`/api/cases/${encodeURIComponent(caseId)}/teaching.zip`} download>
      <GraduationCap aria-hidden="true" size={16} /> {words('reader.teaching')}
      <span className={styles.sr}> {number}</span>
    </a>
  );
}
