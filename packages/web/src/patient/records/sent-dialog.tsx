import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { REQUEST_WAYS, type RequestStep, type RequestWay } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { dateFault, isoDate, type TypedDate } from '../../ui/dates.ts';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';
import { localDay } from './records-model.ts';

interface SentDialogProps {
  readonly view: CaseView;
  readonly request: RecordsRequest;
  readonly step: RequestStep;
  readonly onClose: () => void;
}

/** Notes by which way and on which day a letter left, or a refusal came: the clock of the law hangs on it. */
export function SentDialog({ view, request, step, onClose }: SentDialogProps) {
  const words = useWords();
  const command = useCommand(view.id);
  const today = localDay(new Date());
  const [way, setWay] = useState<RequestWay>('mail');
  const [on, setOn] = useState<TypedDate>(today);
  const [reference, setReference] = useState('');
  const fault = dateFault(on, today, { past: true });
  const send = () => {
    if (fault !== null) return;
    command.mutate(
      {
        type: 'noteRecordsRequest',
        ...{ requestId: request.requestId, step, way },
        ...{ on: isoDate(on) ?? today, reference: reference.trim() },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={words(`follow.sent.${step}`, { facility: request.facility.name })} open onClose={onClose}>
      <ChoiceGroup<RequestWay>
        name="way"
        label={words('follow.sent.way')}
        value={way}
        onChange={setWay}
        choices={REQUEST_WAYS.map((value) => ({ value, text: words(`follow.way.${value}`) }))}
      />
      <DateField
        name="on"
        label={words('follow.sent.on')}
        value={on}
        onChange={setOn}
        fault={fault === null ? null : words(fault.say, fault.with)}
      />
      <TextField
        name="reference"
        label={words('follow.sent.reference')}
        hint={words('follow.sent.referenceHint')}
        optional
        value={reference}
        onChange={setReference}
      />
      <ProblemNotice error={command.error} />
      <Actions>
        <Button kind="main" onPress={send} busy={command.isPending && words('follow.sent.noting')}>
          {words('follow.sent.note')}
        </Button>
        <Button onPress={onClose}>{words('intake.records.goBack')}</Button>
      </Actions>
    </Dialog>
  );
}
