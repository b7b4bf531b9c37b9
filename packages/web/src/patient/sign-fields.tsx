import { RED_FLAGS, type RedFlag } from '@overread/rules/case/vocabulary.ts';
import { CheckboxField, CheckGroup } from '../ui/choice-group.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

interface SignsProps {
  readonly yes: readonly RedFlag[];
  readonly none: boolean;
  readonly fault: string | undefined;
  readonly onChange: (part: { yes?: readonly RedFlag[]; none?: boolean }) => void;
}

/** The signs that must not wait. "None of these" has to be said; it takes the place of every tick, and the other way round. */
export function SignFields({ yes, none, fault, onChange }: SignsProps) {
  const words = useWords();
  return (
    <div>
      <CheckGroup
        name="yes"
        label={words('patient.signs.label')}
        hideLabel
        values={yes}
        fault={fault ?? null}
        onChange={(chosen) => onChange({ yes: RED_FLAGS.filter((flag) => chosen.includes(flag)), none: false })}
        choices={RED_FLAGS.map((flag) => ({
          value: flag,
          text: words(`patient.flag.${flag}`),
          hint: words(`patient.flag.${flag}.hint`),
        }))}
      />
      <div className={styles.none}>
        <CheckboxField
          name="none"
          label={<strong>{words('patient.signs.none')}</strong>}
          checked={none}
          onChange={(checked) => onChange(checked ? { none: true, yes: [] } : { none: false })}
        />
      </div>
    </div>
  );
}
