import { useId } from 'react';
import styles from './reader.module.css';

interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly hint?: string;
}

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

/** One of a few: radio buttons with their words beside them. */
export function Choices<T extends string>({ label, name, value, options, onChange }: ChoicesProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles.fieldset} data-hints={options.some(({ hint }) => hint !== undefined) ? '' : undefined}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={`${name}-${id}`}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.text}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckChoicesProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly options: readonly Option<T>[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few. */
export function CheckChoices<T extends string>({ label, values, options, onChange }: CheckChoicesProps<T>) {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      {options.map(({ value, text }) => (
        <label key={value} className={styles.option}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...values, value] : values.filter((v) => v !== value))
            }
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TextLineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  /** A doctor's words: serif. */
  readonly doctor?: boolean;
  readonly hint?: string;
  readonly onChange: (text: string) => void;
}

/** A text field with its label above, as tall as its text. */
export function TextLineField({ label, value, rows = 1, doctor = false, hint, onChange }: TextLineFieldProps) {
  const id = useId();
  return (
    <div className={styles.formField}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        value={value}
        data-doctor={doctor ? '' : undefined}
        style={{ minBlockSize: `${rows * 1.55 + 0.9}em` }}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
