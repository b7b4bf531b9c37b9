import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly done: number;
  readonly of: number;
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  /** "61 percent sent" */
  readonly spoken: (percent: number) => string;
}

/** How far something is, as a bar; the figures stand beside it in words. */
export function ProgressBar({ done, of, labelledBy, spoken }: ProgressBarProps) {
  const percent = of === 0 ? 0 : Math.min(100, Math.floor((done / of) * 100));
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-labelledby={labelledBy}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={spoken(percent)}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
