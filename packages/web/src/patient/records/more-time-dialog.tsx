import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';

interface MoreTimeDialogProps {
  readonly view: CaseView;
  readonly request: RecordsRequest;
  readonly onClose: () => void;
}

/** The facility asked for the one extension that the law allows; its reason stays in the record. */
export function MoreTimeDialog({ view, request, onClose }: MoreTimeDialogProps) {
  const words = useWords();
  const command = useCommand(view.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (missing) return;
    command.mutate(
      { type: 'extendRecordsRequest', requestId: request.requestId, reason: reason.trim() },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={words('intake.records.extendTitle', { facility: request.facility.name })} open onClose={onClose}>
      <p>{words(`intake.records.overdueExtend.${request.law}`)}</p>
      <TextField
        name="reason"
        label={words('intake.records.extendReason')}
        value={reason}
        onChange={setReason}
        fault={tried && missing ? words('intake.records.extendReasonMissing') : null}
      />
      <ProblemNotice error={command.error} />
      <Actions>
        <Button kind="main" onPress={send} busy={command.isPending && words('intake.records.extending')}>
          {words('intake.records.extendSend')}
        </Button>
        <Button onPress={onClose}>{words('intake.records.goBack')}</Button>
      </Actions>
    </Dialog>
  );
}
