import { useId } from 'react';
import { type DateParts, partsOf, typedOf } from './dates.ts';
import { ErrorLine } from './error-line.tsx';
import styles from './fields.module.css';
import type { FieldProps } from './text-field.tsx';
import { useWords } from './use-words.ts';

const PARTS: readonly { readonly part: keyof DateParts; readonly length: number; readonly bday: string }[] = [
  { part: 'day', length: 2, bday: 'bday-day' },
  { part: 'month', length: 2, bday: 'bday-month' },
  { part: 'year', length: 4, bday: 'bday-year' },
];

interface DateFieldProps extends FieldProps {
  /** The browser may fill in the person's own date of birth. */
  readonly birthday?: boolean;
}

/**
 * A date typed in three parts, day first. `value` keeps what was typed ("1961-3-14"); `isoDate` and `dateFault` of dates.ts
 * make it a date or say what is wrong.
 */
export function DateField({ label, name, value, onChange, hint, fault, optional, birthday = false }: DateFieldProps) {
  const id = useId();
  const words = useWords();
  const parts = partsOf(value);
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter((part) => part !== '');
  return (
    <fieldset className={styles.field} aria-describedby={described.length === 0 ? undefined : described.join(' ')}>
      <legend className={styles.legend}>
        {label} {optional === true && <span className={styles.optional}>{words('common.optional')}</span>}
      </legend>
      <div className={styles.parts}>
        {PARTS.map(({ part, length, bday }) => (
          <label key={part}>
            <span>{words(`common.date.${part}`)}</span>
            <input
              className={styles.input}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete={birthday ? bday : 'off'}
              maxLength={length}
              value={parts[part]}
              aria-invalid={fault ? true : undefined}
              onChange={(event) =>
                onChange(typedOf({ ...parts, [part]: event.target.value.replace(/\D/g, '').slice(0, length) }))
              }
            />
          </label>
        ))}
      </div>
      {fault && <ErrorLine id={`${id}-fault`} text={fault} />}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
