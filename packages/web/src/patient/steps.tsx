import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';
import { SHEETS, type Sheet } from './start-model.ts';

/** "Question 2 of 4", as a bar and in words. */
export function Steps({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords();
  const at = SHEETS.indexOf(sheet);
  return (
    <div className={styles.stepsTop}>
      <div className={styles.steps} aria-hidden="true">
        {SHEETS.map((one, index) => (
          <i key={one} data-on={index <= at ? '' : undefined} />
        ))}
      </div>
      <p>{words('patient.steps', { at: at + 1, of: SHEETS.length })}</p>
    </div>
  );
}
