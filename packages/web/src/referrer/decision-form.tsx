import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { DiscussionDialog, ThirdReadDialog } from '../coordinator/delivery-part.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { fullName, plainDate } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { type Faults, useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import { type Outcome, outcomesFor } from './decision.ts';
import styles from './referral.module.css';

interface Values {
  readonly outcome: Outcome | '';
  readonly course: string;
  readonly on: string;
}

function useDecisionForm(view: CaseView) {
  const words = useWords();
  const command = useCommand(view.id);
  return useForm<Values>({
    keep: `decision/${view.id}`,
    start: { outcome: '', course: '', on: '' },
    check(values): Faults<Values> {
      const wrong = values.on === '' ? null : dateFault(values.on, new Date().toISOString().slice(0, 10));
      return {
        ...(values.outcome === '' ? { outcome: words('referrer.decide.outcomeMissing') } : {}),
        ...(values.course.trim() === '' ? { course: words('referrer.decide.courseMissing') } : {}),
        ...(wrong === null ? {} : { on: words(wrong.say, wrong.with) }),
      };
    },
    send: (values) =>
      command.mutateAsync({
        type: 'recordDecision',
        outcome: values.outcome === '' ? 'no-change' : values.outcome,
        courseOfAction: values.course.trim(),
        discussedOn: isoDate(values.on) ?? '',
      }),
  });
}

function OpenForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const form = useDecisionForm(view);
  const may = view.mayDo.includes('recordDecision');
  const { outcome } = form.values;
  return (
    <form noValidate onSubmit={form.submit}>
      <ChoiceGroup
        label={words('referrer.decide.outcome')}
        hideLabel
        name="outcome"
        value={outcome === '' ? null : outcome}
        fault={form.faults.outcome ?? null}
        onChange={(next) => form.change({ outcome: next })}
        choices={outcomesFor(view.comparison).map((value) => ({
          value,
          text: words(`referrer.outcome.${value}`),
          hint: words(`referrer.outcomeHint.${value}`),
        }))}
      />
      <TextArea {...form.text('course')} rows={4} label={words('referrer.decide.course')} />
      <DateField
        {...form.text('on')}
        label={words('referrer.decide.on')}
        hint={words('referrer.decide.onHint')}
        optional
      />
      <ProblemNotice error={form.problem} />
      <Button
        type="submit"
        kind="main"
        wide
        busy={form.busy && words('referrer.decide.busy')}
        notYet={may ? null : words('referrer.decide.notYet')}
      >
        {words('referrer.decide.submit')}
      </Button>
      <p className={styles.quiet}>{words('referrer.decide.note', { name: fullName(view.patient.name) })}</p>
    </form>
  );
}

function Recorded({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { recorded } = view.decision;
  if (recorded === null) return null;
  return (
    <div className={styles.recorded}>
      <p className={styles.outcome}>{words(`referrer.decided.${recorded.outcome}`)}</p>
      <p className="doctor" dir="auto">
        {recorded.courseOfAction}
      </p>
      <p className={styles.quiet}>
        {words('referrer.decide.by', { name: recorded.by.name, date: plainDate(i18n.locale, recorded.at) })}
        {recorded.discussedOn !== '' &&
          ` ${words('referrer.decide.discussed', { date: plainDate(i18n.locale, recorded.discussedOn) })}`}
      </p>
    </div>
  );
}

/** Where the third read is: what it waits for, or that it is here. */
function ThirdState({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { third } = view;
  if (third === null) return null;
  return (
    <p className={styles.quiet}>
      {third.delivery.deliveredAt === null
        ? words(view.waiting.say, view.waiting.with)
        : words('patient.three.here', { name: third.reading.signedBy ?? '' })}
    </p>
  );
}

/** Talks that were recorded, a third read that was asked for, and the way to both. */
function More({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [open, setOpen] = useState<'discussion' | 'third' | null>(null);
  const close = () => setOpen(null);
  const { discussions, thirdReadAsked } = view.decision;
  return (
    <div className={styles.more}>
      {discussions.map(({ on, note, by }) => (
        <p key={`${on}${note}`}>
          <span className={styles.quiet}>
            {words('referrer.discussion.on', { date: plainDate(i18n.locale, on), name: by.name })}
          </span>{' '}
          <span className="doctor" dir="auto">
            {note}
          </span>
        </p>
      ))}
      {thirdReadAsked !== null && (
        <p>
          {words('referrer.third.asked', {
            date: plainDate(i18n.locale, thirdReadAsked.at),
            reason: thirdReadAsked.reason,
          })}
        </p>
      )}
      {view.mayDo.includes('recordDiscussion') && (
        <Button kind="bare" onPress={() => setOpen('discussion')}>
          {words('referrer.discussion.open')}
        </Button>
      )}
      {thirdReadAsked === null && view.mayDo.includes('askThirdRead') && (
        <Button kind="bare" onPress={() => setOpen('third')}>
          {words('referrer.third.open')}
        </Button>
      )}
      {open === 'discussion' && <DiscussionDialog view={view} onClose={close} />}
      {open === 'third' && <ThirdReadDialog view={view} onClose={close} />}
    </div>
  );
}

/** The referring doctor's decision: what follows from two reports. */
export function Decision({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { recorded } = view.decision;
  // A decision to have a third read is not the last one.
  const open = recorded === null || view.mayDo.includes('recordDecision');
  return (
    <section id="decide" className={styles.decide} aria-labelledby="decide-title" tabIndex={-1}>
      <h2 id="decide-title">{words(open ? 'referrer.decide.title' : 'referrer.decide.done')}</h2>
      {recorded !== null && <Recorded view={view} />}
      {open && <OpenForm view={view} />}
      {view.third !== null && <ThirdState view={view} />}
      <More view={view} />
    </section>
  );
}
