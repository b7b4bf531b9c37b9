import { CircleAlert } from 'lucide-react';
import styles from './fields.module.css';

/** What is wrong with one answer, and the way out of it. Give its id to the field as `aria-describedby`. */
export function ErrorLine({ id, text }: { readonly id?: string; readonly text: string }) {
  return (
    <p id={id} className={styles.error}>
      <CircleAlert aria-hidden="true" /> <span>{text}</span>
    </p>
  );
}
