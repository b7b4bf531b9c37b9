import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { ErrorLine } from './error-line.tsx';
import styles from './fields.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly hint?: ReactNode;
  /** Shown below the row while it is chosen: what is asked only then. */
  readonly under?: ReactNode;
}

interface GroupProps<T extends string> {
  readonly label: string;
  /** The label is heard, not seen: where the page's heading asks the question already. */
  readonly hideLabel?: boolean;
  readonly name: string;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
  readonly choices: readonly Choice<T>[];
}

interface FrameProps extends Omit<GroupProps<string>, 'choices' | 'name'> {
  readonly id: string;
  readonly children: ReactNode;
}

function GroupFrame({ id, label, hideLabel = false, hint, fault, children }: FrameProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter((part) => part !== '');
  return (
    <fieldset
      className={styles.group}
      data-bad={fault ? '' : undefined}
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
    >
      <legend className={hideLabel ? 'sr' : styles.legend}>{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {fault && <ErrorLine id={`${id}-fault`} text={fault} />}
      <div className={styles.choices}>{children}</div>
    </fieldset>
  );
}

interface ChoiceGroupProps<T extends string> extends GroupProps<T> {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few: a radio button in front of a row of words. */
export function ChoiceGroup<T extends string>({ value, onChange, choices, name, ...frame }: ChoiceGroupProps<T>) {
  const id = useId();
  return (
    <GroupFrame id={id} {...frame}>
      {choices.map((choice) => (
        <div key={choice.value}>
          <label className={styles.choice}>
            <input
              type="radio"
              name={`${name}-${id}`}
              data-field={name}
              value={choice.value}
              checked={value === choice.value}
              aria-invalid={frame.fault ? true : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <b>{choice.text}</b>
              {choice.hint !== undefined && <small>{choice.hint}</small>}
            </span>
          </label>
          {value === choice.value && choice.under !== undefined && <div className={styles.under}>{choice.under}</div>}
        </div>
      ))}
    </GroupFrame>
  );
}

interface CheckGroupProps<T extends string> extends GroupProps<T> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few: a check box in front of a row of words. */
export function CheckGroup<T extends string>({ values, onChange, choices, name, ...frame }: CheckGroupProps<T>) {
  const id = useId();
  return (
    <GroupFrame id={id} {...frame}>
      {choices.map((choice) => (
        <div key={choice.value}>
          <label className={styles.choice}>
            <input
              type="checkbox"
              name={name}
              data-field={name}
              value={choice.value}
              checked={values.includes(choice.value)}
              aria-invalid={frame.fault ? true : undefined}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...values, choice.value] : values.filter((one) => one !== choice.value),
                )
              }
            />
            <span>
              <b>{choice.text}</b>
              {choice.hint !== undefined && <small>{choice.hint}</small>}
            </span>
          </label>
          {values.includes(choice.value) && choice.under !== undefined && (
            <div className={styles.under}>{choice.under}</div>
          )}
        </div>
      ))}
    </GroupFrame>
  );
}

interface CheckboxProps {
  readonly label: ReactNode;
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
}

/** One statement to agree to. */
export function CheckboxField({ label, name, checked, onChange, hint, fault }: CheckboxProps) {
  const id = useId();
  return (
    <div>
      <label className={classes(styles.choice, styles.one)} data-light="">
        <input
          type="checkbox"
          name={name}
          data-field={name}
          checked={checked}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          <b>{label}</b>
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
      {fault && <ErrorLine id={`${id}-fault`} text={fault} />}
    </div>
  );
}
