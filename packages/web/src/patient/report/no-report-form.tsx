import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './report.module.css';

const REASONS = ['never', 'lost', 'refused', 'other'] as const;
type Reason = (typeof REASONS)[number];

interface Answers {
  readonly reason: Reason | '';
  readonly text: string;
}

/** "There is no original report": why, and what that means for the second reading, before it is said. */
export function NoReportForm({ caseId }: { readonly caseId: string }) {
  const words = useWords();
  const command = useCommand(caseId);
  const form = useForm<Answers>({
    keep: `no-report/${caseId}`,
    start: { reason: '', text: '' },
    check: ({ reason, text }) => ({
      ...(reason === '' ? { reason: words('intake.report.reasonMissing') } : {}),
      ...(reason === 'other' && text.trim() === '' ? { text: words('intake.report.reasonTextMissing') } : {}),
    }),
    send: ({ reason, text }) =>
      command.mutateAsync({
        type: 'declareNoReport',
        reason: reason === 'other' ? text.trim() : words(`intake.report.reason.${reason}`),
      }),
  });
  return (
    <form noValidate className={styles.form} onSubmit={form.submit}>
      <ChoiceGroup<Reason>
        name="reason"
        label={words('intake.report.reason')}
        value={form.values.reason === '' ? null : form.values.reason}
        onChange={(reason) => form.change({ reason })}
        fault={form.faults.reason ?? null}
        choices={REASONS.map((reason) => ({
          value: reason,
          text: words(`intake.report.reason.${reason}`),
          ...(reason === 'other'
            ? { under: <TextField {...form.text('text')} label={words('intake.report.reasonText')} /> }
            : {}),
        }))}
      />
      <Notice title={words('intake.report.noneMeans')}>
        <p>{words('intake.report.noneMeansSay')}</p>
      </Notice>
      <ProblemNotice error={form.problem} />
      <div className={styles.buttons}>
        <Button kind="main" type="submit" busy={form.busy && words('intake.report.declaring')}>
          {words('intake.report.declare')}
        </Button>
      </div>
    </form>
  );
}
