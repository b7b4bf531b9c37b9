import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import { regionWords } from './desk-row.tsx';
import { Acts, Facts, Part, useList } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

function RedFlags({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const list = useList();
  const [open, setOpen] = useState(false);
  const { yes, clearedBy, clearedNote } = view.redFlags;
  if (yes.length === 0) return null;
  const flags = list(yes.map((flag) => words(`coordinator.flag.${flag}`)));
  if (clearedBy !== null)
    return (
      <Notice title={words('coordinator.flags.cleared', { name: clearedBy.name })}>
        <p>{clearedNote}</p>
        <p>{words('coordinator.flags.were', { flags })}</p>
      </Notice>
    );
  return (
    <Notice kind="stop" title={words('coordinator.flags.open', { count: yes.length })}>
      <p>{flags}</p>
      <p>{words('coordinator.flags.what', { phone: view.contact?.phone ?? '' })}</p>
      {view.mayDo.includes('clearRedFlags') && (
        <Button onPress={() => setOpen(true)}>{words('coordinator.flags.clear')}</Button>
      )}
      {open && (
        <ReasonDialog
          view={view}
          title={words('coordinator.flags.clearTitle')}
          lead={words('coordinator.flags.clearLead')}
          label={words('coordinator.flags.note')}
          submit={words('coordinator.flags.clearSubmit')}
          commandOf={(note) => ({ type: 'clearRedFlags', note })}
          onClose={() => setOpen(false)}
        />
      )}
    </Notice>
  );
}

/** Why a second opinion is asked for, in the patient's own words; warning signs first. */
export function QuestionPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const list = useList();
  const { question } = view;
  return (
    <Part part="question" title={words('coordinator.part.question')} view={view} track="question">
      <RedFlags view={view} />
      {question !== null && (
        <Facts
          facts={[
            { name: words('coordinator.question.where'), value: regionWords(words, question.region, question.side) },
            {
              name: words('coordinator.question.why'),
              value: list(question.reasons.map((reason) => words(`coordinator.reason.${reason}`))),
            },
            ...question.questions.map(({ askedBy, text }) => ({
              name: words(`coordinator.question.asks.${askedBy}`),
              value: text,
              doctor: true,
            })),
            { name: words('coordinator.question.symptoms'), value: question.symptoms, doctor: true },
            { name: words('coordinator.question.proposed'), value: question.proposedTreatment, doctor: true },
          ]}
        />
      )}
      {question === null && <p>{words('coordinator.question.none')}</p>}
      {question === null && view.mayDo.includes('askQuestion') && (
        <Acts>
          <ButtonLink to="/case/$caseId/question" params={{ caseId: view.id }}>
            {words('coordinator.question.fill')}
          </ButtonLink>
        </Acts>
      )}
    </Part>
  );
}
