import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { fullName } from '../../ui/format.ts';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useSign } from './records-api.ts';
import { SignaturePad, type Strokes } from './signature-pad.tsx';

interface SignDialogProps {
  readonly view: CaseView;
  readonly request: RecordsRequest;
  readonly onClose: () => void;
}

/** Signs a letter on the screen. The rule takes electronic signatures (HHS, FAQ 2036); the line is sealed with the case. */
export function SignDialog({ view, request, onClose }: SignDialogProps) {
  const words = useWords();
  const sign = useSign(view.id, request.requestId);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [name, setName] = useState(view.consent?.signerName ?? fullName(view.patient.name));
  const missing =
    name.trim() === '' ? words('follow.sign.nameMissing') : strokes.length === 0 ? words('follow.sign.first') : null;
  return (
    <Dialog title={words('follow.sign.title')} open onClose={onClose}>
      <p>{words('follow.sign.say')}</p>
      <SignaturePad strokes={strokes} onChange={setStrokes} />
      <div>
        <Button kind="bare" onPress={() => setStrokes([])}>
          {words('follow.sign.clear')}
        </Button>
      </div>
      <TextField
        name="signerName"
        label={words('follow.sign.name')}
        value={name}
        onChange={setName}
        autoComplete="name"
      />
      <ProblemNotice error={sign.error} />
      <Actions>
        <Button
          kind="main"
          notYet={missing}
          busy={sign.isPending && words('follow.sign.sending')}
          onPress={() => sign.mutate({ signerName: name.trim(), strokes }, { onSuccess: onClose })}
        >
          {words('follow.sign.send')}
        </Button>
        <Button onPress={onClose}>{words('intake.records.goBack')}</Button>
      </Actions>
    </Dialog>
  );
}
