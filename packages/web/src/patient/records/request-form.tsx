import type { RecordsLaw, RecordsWanted } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup, ChoiceGroup } from '../../ui/choice-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { dateFault, isoDate } from '../../ui/dates.ts';
import { newId } from '../../ui/new-id.ts';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { type Faults, useForm } from '../../ui/use-form.ts';
import { useWords, type Words } from '../../ui/use-words.ts';
import styles from './records.module.css';
import { localDay, type RecordsForm, requestCommands, startOf } from './records-model.ts';

const LAWS: readonly RecordsLaw[] = ['us-hipaa', 'eu-gdpr', 'general'];
const WANTED: readonly RecordsWanted[] = ['images', 'report'];

function check(form: RecordsForm, words: Words): Faults<RecordsForm> {
  const date = form.studyDate === '' ? null : dateFault(form.studyDate, localDay(new Date()), { past: true });
  return {
    ...(form.name.trim() === '' ? { name: words('intake.records.nameMissing') } : {}),
    ...(form.studyDescription.trim() === '' ? { studyDescription: words('intake.records.descriptionMissing') } : {}),
    ...(form.wants.length === 0 ? { wants: words('intake.records.wantsMissing') } : {}),
    ...(date === null ? {} : { studyDate: words(date.say, date.with) }),
  };
}

interface RequestFormProps {
  readonly view: CaseView;
  readonly onDone: () => void;
}

/** The four things that a letter needs: from whom, of which examination, what is missing, by which law. */
export function RequestForm({ view, onDone }: RequestFormProps) {
  const words = useWords();
  const command = useCommand(view.id);
  const [requestId] = useState(newId);
  const form = useForm<RecordsForm>({
    keep: `records/${view.id}`,
    start: startOf(view, (region) => words('intake.study.named', { region: words(`intake.region.${region}`) })),
    check: (values) => check(values, words),
    async send(values) {
      const facts = { requestId, studyDate: isoDate(values.studyDate) ?? '', today: localDay(new Date()) };
      const written = view.requests.map((request) => request.requestId);
      for (const letter of requestCommands(values, facts, written)) await command.mutateAsync(letter);
      onDone();
    },
  });
  const { values, faults } = form;
  return (
    <form noValidate className={styles.form} onSubmit={form.submit}>
      <fieldset className={styles.part}>
        <legend>{words('intake.records.facility')}</legend>
        <TextField
          {...form.text('name')}
          label={words('intake.records.name')}
          hint={words('intake.records.nameHint')}
        />
        <TextArea
          {...form.text('address')}
          label={words('intake.records.address')}
          hint={words('intake.records.addressHint')}
          optional
        />
        <div className={styles.pair}>
          <TextField
            {...form.text('phone')}
            label={words('intake.records.phone')}
            type="tel"
            inputMode="tel"
            optional
          />
          <TextField {...form.text('fax')} label={words('intake.records.fax')} type="tel" inputMode="tel" optional />
        </div>
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{words('intake.records.what')}</legend>
        <TextField
          {...form.text('studyDescription')}
          label={words('intake.records.description')}
          hint={words('intake.records.descriptionHint')}
        />
        <DateField
          {...form.text('studyDate')}
          label={words('intake.records.date')}
          hint={words('intake.records.dateHint')}
          optional
        />
      </fieldset>
      <CheckGroup<RecordsWanted>
        name="wants"
        label={words('intake.records.wants')}
        values={values.wants}
        onChange={(wants) => form.change({ wants })}
        fault={faults.wants ?? null}
        {...(values.wants.length > 1 ? { hint: words('follow.two') } : {})}
        choices={WANTED.map((value) => ({
          value,
          text: words(`intake.records.wants.${value}`),
          hint: words(`intake.records.wants.${value}Hint`),
        }))}
      />
      <TextArea
        {...form.text('missing')}
        label={words('intake.records.missing')}
        hint={words('intake.records.missingHint')}
        rows={2}
        optional
      />
      <ChoiceGroup<RecordsLaw>
        name="law"
        label={words('intake.records.law')}
        value={values.law}
        onChange={(law) => form.change({ law })}
        choices={LAWS.map((value) => ({
          value,
          text: words(`intake.records.law.${value}`),
          hint: words(`intake.records.law.${value}Hint`),
        }))}
      />
      <TextArea
        {...form.text('sendTo')}
        label={words('follow.sendTo')}
        hint={words('follow.sendTo.hint')}
        rows={2}
        optional
      />
      <ProblemNotice error={form.problem} />
      <div className={styles.buttons}>
        <Button kind="main" type="submit" busy={form.busy && words('intake.records.writing')}>
          {words('intake.records.write')}
        </Button>
      </div>
    </form>
  );
}
