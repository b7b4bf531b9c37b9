import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { casePath } from '../api/index.ts';
import { Withdrawn } from '../patient/withdrawn.tsx';
import { TalkLines } from '../referrer/talk.tsx';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { plainDate, shortMoment } from '../ui/format.ts';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActButton, ActDialog, useFields } from './act-dialog.tsx';
import { CallDialog, Calls } from './call-dialog.tsx';
import styles from './case.module.css';
import { DecisionDialog } from './decision-dialog.tsx';
import { Acts, Facts, Part } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RetractDialog } from './retract-dialog.tsx';
import { ThirdPart } from './third-part.tsx';

interface DialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** A talk about the result: when, and what was said. */
export function DiscussionDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const today = new Date().toISOString().slice(0, 10);
  const { values, field, fine } = useFields({ on: today, note: '' });
  const act = () => {
    const on = isoDate(values.on);
    const wrong = dateFault(values.on, today, { past: true });
    const found = fine({
      on: wrong === null ? null : words(wrong.say, wrong.with),
      note: values.note.trim() === '' ? words('coordinator.discussion.missing') : null,
    });
    return found && on !== null ? { type: 'recordDiscussion' as const, on, note: values.note.trim() } : null;
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.discussion.title')}
      submit={words('coordinator.discussion.submit')}
      act={act}
      onClose={onClose}
    >
      <DateField {...field('on')} label={words('coordinator.discussion.on')} />
      <TextArea {...field('note')} rows={4} label={words('coordinator.discussion.note')} />
    </ActDialog>
  );
}

function DeliveryFacts({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { delivery, decision } = view;
  const seen = (iso: string | null) =>
    iso === null ? words('coordinator.delivery.notSeen') : shortMoment(i18n.locale, iso);
  return (
    <Facts
      facts={[
        { name: words('coordinator.delivery.at'), value: shortMoment(i18n.locale, delivery.deliveredAt) },
        { name: words('coordinator.delivery.patient'), value: seen(delivery.seenByPatientAt) },
        {
          name: words('coordinator.delivery.referrer'),
          value: view.referrer === null ? '' : `${view.referrer.name}: ${seen(delivery.seenByReferrerAt)}`,
        },
        ...decision.discussions.map(({ on, note, by }, i) => ({
          name: words('coordinator.delivery.discussion', { n: i + 1, date: plainDate(i18n.locale, on), name: by.name }),
          value: note,
          doctor: true,
        })),
        {
          name: words('coordinator.delivery.third'),
          value: view.third === null ? (decision.thirdReadAsked?.reason ?? '') : '',
          doctor: true,
        },
        {
          name: words('coordinator.delivery.decision'),
          value:
            decision.recorded === null
              ? ''
              : words('coordinator.delivery.decided', {
                  outcome: words(`referrer.decided.${decision.recorded.outcome}`),
                  name: decision.recorded.by.name,
                  date: plainDate(i18n.locale, decision.recorded.at),
                }),
        },
        { name: words('coordinator.delivery.course'), value: decision.recorded?.courseOfAction ?? '', doctor: true },
      ]}
    />
  );
}

function DeliveryActs({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState<'discussion' | 'decision' | 'third' | 'retract' | 'call' | null>(null);
  const close = () => setOpen(null);
  const may = (type: CaseView['mayDo'][number]) => view.mayDo.includes(type);
  return (
    <Acts>
      {view.maySee.includes('document:view') && (
        <ButtonAnchor href={casePath(view.id, '/report.pdf')} newTab>
          {words('reader.pdf')}
        </ButtonAnchor>
      )}
      {view.maySee.includes('document:view') && (
        <>
          <ButtonAnchor href={casePath(view.id, '/opinion.fhir.json')}>
            {words('coordinator.delivery.fhir')}
          </ButtonAnchor>
          <ButtonAnchor href={casePath(view.id, '/opinion.hl7')}>{words('coordinator.delivery.hl7')}</ButtonAnchor>
        </>
      )}
      {may('recordDiscussion') && (
        <Button onPress={() => setOpen('discussion')}>{words('coordinator.discussion.open')}</Button>
      )}
      {may('recordDecision') && (
        <Button onPress={() => setOpen('decision')}>{words('coordinator.decision.open')}</Button>
      )}
      {may('askThirdRead') && (
        <Button kind="bare" onPress={() => setOpen('third')}>
          {words('referrer.third.open')}
        </Button>
      )}
      {may('closeCase') && view.decision.recorded === null && (
        <ActButton view={view} command={{ type: 'closeCase' }} notYet={words('coordinator.close.first')}>
          {words('coordinator.close')}
        </ActButton>
      )}
      {may('recordCall') && <Button onPress={() => setOpen('call')}>{words('coordinator.call.open')}</Button>}
      {open === 'call' && <CallDialog view={view} onClose={close} />}
      {may('retractReport') && (
        <Button kind="bare" onPress={() => setOpen('retract')}>
          {words('coordinator.retract.open')}
        </Button>
      )}
      {open === 'retract' && <RetractDialog view={view} read="second" onClose={close} />}
      {open === 'discussion' && <DiscussionDialog view={view} onClose={close} />}
      {open === 'decision' && <DecisionDialog view={view} onClose={close} />}
      {open === 'third' && <ThirdReadDialog view={view} onClose={close} />}
    </Acts>
  );
}

/** A third reader is asked for, with what is to be settled. */
export function ThirdReadDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <ReasonDialog
      view={view}
      title={words('referrer.third.title')}
      lead={words('referrer.third.lead')}
      label={words('referrer.third.reason')}
      submit={words('referrer.third.submit')}
      commandOf={(reason) => ({ type: 'askThirdRead', reason })}
      onClose={onClose}
    />
  );
}

/** After the signature: was it sent, was it seen, what was discussed and decided. */
export function DeliveryPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <Part part="delivery" title={words('coordinator.part.delivery')} view={view} track="delivery">
      <Withdrawn view={view} />
      {view.delivery.deliveredAt === null ? (
        <p className={styles.quiet}>{words('coordinator.delivery.later')}</p>
      ) : (
        <DeliveryFacts view={view} />
      )}
      {view.delivery.deliveredAt !== null && <DeliveryActs view={view} />}
      <Calls view={view} />
      <TalkLines view={view} />
      <ThirdPart view={view} />
    </Part>
  );
}
