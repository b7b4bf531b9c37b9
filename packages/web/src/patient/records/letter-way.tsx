import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button, ButtonAnchor } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './records.module.css';
import { letterPath, useCarrying, useSendLetter } from './records-api.ts';
import type { Standing } from './records-model.ts';
import { SentDialog } from './sent-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';

interface LetterWayProps {
  readonly view: CaseView;
  readonly standing: Standing;
  /** The letter that it is about now: the next one once the time is over. */
  readonly kind: 'first' | 'second' | 'complaint';
  readonly main: boolean;
}

/** One letter from the PDF to the day on which it left: look at it, sign it, send it from here or note that it was sent. */
export function LetterWay({ view, standing, kind, main }: LetterWayProps) {
  const words = useWords();
  const { request } = standing;
  const carrying = useCarrying(view.id);
  const send = useSendLetter(view.id, request.requestId);
  const [open, setOpen] = useState<'sign' | 'sent' | null>(null);
  const may = view.mayDo.includes('noteRecordsRequest');
  const { fax, address } = request.facility;
  const ways = (carrying.data?.ways ?? []).filter((way) => (way === 'fax' ? fax : address).trim() !== '');
  const step = kind === 'first' ? 'sent' : kind === 'second' ? 'second-letter' : 'complaint';
  const isSigned = request.signed !== undefined || kind === 'complaint';
  return (
    <>
      <div className={styles.buttons}>
        <ButtonAnchor href={letterPath(view.id, request.requestId, kind)} newTab kind={main && !may ? 'main' : 'plain'}>
          {words(kind === 'first' ? 'intake.records.letter' : `follow.letter.${kind}`)}
        </ButtonAnchor>
        {may && !isSigned && (
          <Button kind={main ? 'main' : 'plain'} onPress={() => setOpen('sign')}>
            {words('follow.sign.open')}
          </Button>
        )}
        {may &&
          kind !== 'complaint' &&
          ways.map((way) => (
            <Button
              key={way}
              busy={send.isPending && words('follow.letter.leaving')}
              onPress={() => send.mutate({ kind, way })}
            >
              {words(`follow.letter.by.${way}`)}
            </Button>
          ))}
        {may && (
          <Button kind={main && isSigned ? 'main' : 'plain'} onPress={() => setOpen('sent')}>
            {words('follow.letter.left')}
          </Button>
        )}
      </div>
      <ProblemNotice error={send.error} />
      {open === 'sign' && <SignDialog view={view} request={request} onClose={() => setOpen(null)} />}
      {open === 'sent' && <SentDialog view={view} request={request} step={step} onClose={() => setOpen(null)} />}
    </>
  );
}
