import { REASONS, type Reason } from '@overread/rules/case/vocabulary.ts';
import { CheckGroup } from '../ui/choice-group.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';

/** The five reasons in the order in which people have them. */
const ORDER: readonly Reason[] = [
  'treatment-proposed',
  'serious-diagnosis',
  'ambiguous-report',
  'symptoms-contradict',
  'subspecialty',
];

interface WhyProps {
  readonly reasons: readonly Reason[];
  readonly proposedTreatment: string;
  readonly fault: string | undefined;
  readonly hideLabel?: boolean;
  readonly onChange: (part: { reasons?: readonly Reason[]; proposedTreatment?: string }) => void;
}

/** Why a second opinion is asked for; with a proposed treatment it is asked which. */
export function WhyFields({ reasons, proposedTreatment, fault, hideLabel = false, onChange }: WhyProps) {
  const words = useWords();
  return (
    <CheckGroup
      name="reasons"
      label={words('patient.why.label')}
      hideLabel={hideLabel}
      values={reasons}
      fault={fault ?? null}
      onChange={(chosen) => onChange({ reasons: REASONS.filter((reason) => chosen.includes(reason)) })}
      choices={ORDER.map((reason) => ({
        value: reason,
        text: words(`patient.reason.${reason}`),
        hint: words(`patient.reason.${reason}.hint`),
        ...(reason === 'treatment-proposed'
          ? {
              under: (
                <TextField
                  name="proposedTreatment"
                  label={words('patient.treatment')}
                  hint={words('patient.treatment.hint')}
                  optional
                  value={proposedTreatment}
                  onChange={(text) => onChange({ proposedTreatment: text })}
                />
              ),
            }
          : {}),
      }))}
    />
  );
}
