import { useLingui } from '@lingui/react';
import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { isoDate } from '../ui/dates.ts';
import { longDate, plainDate } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import { Facts } from './facts.tsx';
import styles from './patient.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

type Outcome = CommandOf<'recordDecision'>['outcome'];
const OUTCOMES: readonly Outcome[] = ['confirmed', 'treatment-changed', 'further-tests', 'third-read', 'no-change'];

/** What was decided, by whom and when. */
function Recorded({ recorded }: { readonly recorded: NonNullable<CaseView['decision']['recorded']> }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{words('patient.decision.recorded')}</h2>
      <Facts
        facts={[
          { name: words('patient.decision.outcome'), value: words(`patient.outcome.${recorded.outcome}`) },
          {
            name: words('patient.decision.course'),
            value: recorded.courseOfAction === '' ? null : <span className="doctor">{recorded.courseOfAction}</span>,
          },
          {
            name: words('patient.decision.discussed'),
            value: recorded.discussedOn === '' ? null : plainDate(i18n.locale, recorded.discussedOn),
          },
          {
            name: words('patient.decision.by'),
            value: words('patient.decision.byOn', {
              name: recorded.by.name,
              date: longDate(i18n.locale, recorded.at),
            }),
          },
        ]}
      />
    </section>
  );
}

/** Where no doctor is named in the case, the patient records what was decided. */
function DecisionForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const command = useCommand(view.id);
  const form = useForm<{ outcome: Outcome | ''; courseOfAction: string; discussedOn: string }>({
    keep: `decision/${view.id}`,
    start: { outcome: '', courseOfAction: '', discussedOn: '' },
    check: ({ outcome, courseOfAction, discussedOn }) => ({
      ...(outcome === '' ? { outcome: words('patient.decision.missing') } : {}),
      ...(courseOfAction.trim() === '' ? { courseOfAction: words('patient.decision.course.missing') } : {}),
      ...(discussedOn !== '' && isoDate(discussedOn) === null ? { discussedOn: words('common.date.wrong') } : {}),
    }),
    async send({ outcome, courseOfAction, discussedOn }) {
      if (outcome === '') return;
      await command.mutateAsync({
        type: 'recordDecision',
        outcome,
        courseOfAction: courseOfAction.trim(),
        discussedOn: isoDate(discussedOn) ?? '',
      });
    },
  });
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{words('patient.decision.heading')}</h2>
      <p>{words('patient.decision.lead')}</p>
      <form noValidate onSubmit={form.submit}>
        <ChoiceGroup<Outcome>
          name="outcome"
          label={words('patient.decision.outcome')}
          hideLabel
          value={form.values.outcome === '' ? null : form.values.outcome}
          fault={form.faults.outcome ?? null}
          onChange={(outcome) => form.change({ outcome })}
          choices={OUTCOMES.map((value) => ({ value, text: words(`patient.outcome.${value}`) }))}
        />
        <TextArea {...form.text('courseOfAction')} label={words('patient.decision.course')} rows={2} doctor />
        <DateField {...form.text('discussedOn')} label={words('patient.decision.discussed')} optional />
        <ProblemNotice error={form.problem} />
        <Button type="submit" wide busy={form.busy && words('patient.sending')}>
          {words('patient.decision.send')}
        </Button>
      </form>
    </section>
  );
}

function ThirdRead({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="bare" wide onPress={() => setOpen(true)}>
        {words('patient.third')}
      </Button>
      <ReasonDialog
        view={view}
        title={words('patient.third')}
        say={words('patient.third.say')}
        label={words('patient.third.reason')}
        missing={words('patient.third.missing')}
        submit={words('patient.third.send')}
        keep={words('patient.goBack')}
        kind="main"
        commandOf={(reason) => ({ type: 'askThirdRead', reason })}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** The decision: what was recorded, or the way to record it; and the wish for a third reading. */
export function DecisionPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { recorded, thirdReadAsked } = view.decision;
  const referrer = view.referrer?.name;
  return (
    <>
      {recorded !== null && <Recorded recorded={recorded} />}
      {recorded === null && view.mayDo.includes('recordDecision') && <DecisionForm view={view} />}
      {recorded === null && referrer !== undefined && (
        <p className={styles.quiet}>{words('patient.decision.waits', { name: referrer })}</p>
      )}
      {thirdReadAsked !== null && <p>{words('patient.third.asked', { reason: thirdReadAsked.reason })}</p>}
      {thirdReadAsked === null && view.mayDo.includes('askThirdRead') && <ThirdRead view={view} />}
    </>
  );
}
