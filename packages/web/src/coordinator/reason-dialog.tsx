import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { ReactNode } from 'react';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';

interface ReasonDialogProps {
  readonly view: CaseView;
  readonly title: string;
  readonly label: string;
  readonly lead?: ReactNode;
  readonly hint?: string;
  readonly submit: string;
  readonly initial?: string;
  /** False where the words may stay away. */
  readonly needed?: boolean;
  readonly stop?: boolean;
  readonly commandOf: (reason: string) => Command;
  readonly onClose: () => void;
}

/** A step that needs a sentence: why, or what was found. The sentence stays in the record. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { label, hint, initial = '', needed = true, commandOf, ...dialog } = props;
  const words = useWords();
  const { values, field, fine } = useFields({ reason: initial });
  return (
    <ActDialog
      {...dialog}
      act={() => {
        const reason = values.reason.trim();
        if (!fine({ reason: needed && reason === '' ? words('coordinator.reasonNeeded') : null })) return null;
        return commandOf(reason);
      }}
    >
      <TextArea
        {...field('reason')}
        label={label}
        rows={3}
        optional={!needed}
        {...(hint === undefined ? {} : { hint })}
      />
    </ActDialog>
  );
}
