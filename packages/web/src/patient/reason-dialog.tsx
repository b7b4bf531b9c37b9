import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';

interface ReasonDialogProps {
  readonly view: CaseView;
  readonly title: string;
  /** What follows from the step, in a sentence or two. */
  readonly say: string;
  readonly label: string;
  /** What to say when no reason was written; null where it may stay away. */
  readonly missing: string | null;
  readonly submit: string;
  readonly keep: string;
  /** What else is to be known before. */
  readonly children?: ReactNode;
  /** `stop` for what takes something away. */
  readonly kind: 'main' | 'stop';
  readonly commandOf: (reason: string) => Command;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A step of the patient's that asks why. */
export function ReasonDialog({
  view,
  title,
  say,
  label,
  missing,
  submit,
  keep,
  kind,
  commandOf,
  children,
  ...rest
}: ReasonDialogProps) {
  const { open, onClose } = rest;
  const words = useWords();
  const command = useCommand(view.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fault = missing !== null && reason.trim() === '' ? missing : null;
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{say}</p>
      {children}
      <TextArea
        name="reason"
        label={label}
        optional={missing === null}
        fault={tried ? fault : null}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <ProblemNotice error={command.error} />
      <Actions>
        <Button
          kind={kind}
          busy={command.isPending && words('patient.sending')}
          onPress={() => {
            setTried(true);
            if (fault === null) command.mutate(commandOf(reason.trim()), { onSuccess: onClose });
          }}
        >
          {submit}
        </Button>
        <Button onPress={onClose}>{keep}</Button>
      </Actions>
    </Dialog>
  );
}
