import type { RecordsWanted } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/choice-group.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import type { Standing } from './records-model.ts';

interface ReceivedDialogProps {
  readonly view: CaseView;
  readonly standing: Standing;
  readonly onClose: () => void;
}

/** Marks what has come of a request; what is still missing is waited for. */
export function ReceivedDialog({ view, standing, onClose }: ReceivedDialogProps) {
  const words = useWords();
  const command = useCommand(view.id);
  const { request, missing } = standing;
  const [what, setWhat] = useState<readonly RecordsWanted[]>(missing.length === 1 ? missing : []);
  return (
    <Dialog title={words('intake.records.receivedTitle', { facility: request.facility.name })} open onClose={onClose}>
      <CheckGroup<RecordsWanted>
        name="received"
        label={words('intake.records.wants')}
        hideLabel
        values={what}
        onChange={setWhat}
        choices={missing.map((value) => ({ value, text: words(`intake.records.wants.${value}`) }))}
      />
      <p>{words('intake.records.receivedHint')}</p>
      <ProblemNotice error={command.error} />
      <Actions>
        <Button
          kind="main"
          notYet={what.length === 0 ? words('intake.records.receivedChoose') : null}
          busy={command.isPending && words('intake.records.receiving')}
          onPress={() =>
            command.mutate({ type: 'markRecordsReceived', requestId: request.requestId, what }, { onSuccess: onClose })
          }
        >
          {words('intake.records.receivedSend')}
        </Button>
        <Button onPress={onClose}>{words('intake.records.goBack')}</Button>
      </Actions>
    </Dialog>
  );
}
