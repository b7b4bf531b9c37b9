import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';
import { ErrorLine } from './error-line.tsx';
import styles from './fields.module.css';
import { useWords } from './use-words.ts';

/** What every field has: its words above, what helps below, and what is wrong, if anything. */
export interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** A whole sentence: what is wrong and how to mend it. */
  readonly fault?: string | null;
  /** Says "(may stay empty)" behind the label. */
  readonly optional?: boolean;
}

interface FrameProps extends Pick<FieldProps, 'label' | 'hint' | 'fault' | 'optional'> {
  readonly id: string;
  readonly children: ReactNode;
}

const described = (id: string, hint: ReactNode, fault: string | null | undefined) =>
  [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter((part) => part !== '').join(' ') ||
  undefined;

/** The attributes that tie a control to its hint and its error line. */
const tied = (id: string, { name, hint, fault }: Pick<FieldProps, 'name' | 'hint' | 'fault'>) => ({
  id,
  name,
  'aria-describedby': described(id, hint, fault),
  'aria-invalid': fault ? (true as const) : undefined,
});

function Frame({ id, label, hint, fault, optional = false, children }: FrameProps) {
  const words = useWords();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} {optional && <span className={styles.optional}>{words('common.optional')}</span>}
      </label>
      {children}
      {fault && <ErrorLine id={`${id}-fault`} text={fault} />}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
}

/** One line of text. */
export function TextField({ type = 'text', autoComplete, inputMode, ...field }: TextFieldProps) {
  const id = useId();
  return (
    <Frame id={id} {...field}>
      <input
        {...tied(id, field)}
        className={styles.input}
        dir="auto"
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
      />
    </Frame>
  );
}

interface TextAreaProps extends FieldProps {
  /** Lines that are open from the beginning; it grows with its text. */
  readonly rows?: number;
  /** A doctor's or the asking person's own words: set in serif. */
  readonly doctor?: boolean;
}

/** Several lines of text. */
export function TextArea({ rows = 3, doctor = false, ...field }: TextAreaProps) {
  const id = useId();
  return (
    <Frame id={id} {...field}>
      <textarea
        {...tied(id, field)}
        className={styles.input}
        data-doctor={doctor ? '' : undefined}
        dir="auto"
        rows={rows}
        style={{ minBlockSize: `${rows * 1.45 + 0.9}em` }}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
      />
    </Frame>
  );
}

interface SelectProps extends FieldProps {
  /** An option with the value '' is the one that stands for "nothing chosen yet". */
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One out of a list that is too long for a choice group. */
export function SelectField({ options, ...field }: SelectProps) {
  const id = useId();
  return (
    <Frame id={id} {...field}>
      <select
        {...tied(id, field)}
        className={styles.input}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
