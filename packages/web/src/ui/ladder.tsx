import styles from './ladder.module.css';
import { type OnLadder, STEPS } from './severity-ladder.ts';
import { useWords } from './use-words.ts';

/** The scale of severity with two rings, one for each report: the distance is the difference. */
export function Ladder({ original, second }: OnLadder) {
  const words = useWords();
  const name = (step: string) => words(`common.step.${step}`);
  const label = words('common.ladder', { original: name(original), second: name(second) });
  return (
    <div className={styles.ladder} role="img" aria-label={label}>
      {STEPS.map((step) => (
        <span key={step} data-at={step === original || step === second ? '' : undefined}>
          {step === original && <i data-voice="original" />}
          {step === second && <i data-voice="second" />}
          {name(step)}
        </span>
      ))}
    </div>
  );
}
