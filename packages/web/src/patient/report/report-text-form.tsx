import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './report.module.css';
import { useSubmitReport } from './report-api.ts';

/** Shorter than this it is a note, not a report: the shortest real ones have about twice as many letters. */
const SHORTEST = 80;

interface ReportTextFormProps {
  readonly caseId: string;
  readonly onDone: () => void;
}

/** A report typed in or pasted. */
export function ReportTextForm({ caseId, onDone }: ReportTextFormProps) {
  const words = useWords();
  const submit = useSubmitReport(caseId);
  const form = useForm({
    keep: `report/${caseId}`,
    start: { text: '' },
    check: ({ text }) => {
      const length = text.trim().length;
      if (length === 0) return { text: words('intake.report.textMissing') };
      return length < SHORTEST ? { text: words('intake.report.textShort') } : {};
    },
    async send({ text }) {
      const body = new Blob([text], { type: 'text/plain' });
      const fileName = `${words('intake.report.typedName')}.txt`;
      await submit.mutateAsync({ fileName, mediaType: 'text/plain', body });
      onDone();
    },
  });
  return (
    <form noValidate className={styles.form} onSubmit={form.submit}>
      <TextArea
        {...form.text('text')}
        label={words('intake.report.text')}
        hint={words('intake.report.textHint')}
        rows={10}
        doctor
      />
      <ProblemNotice error={form.problem} />
      <div className={styles.buttons}>
        <Button kind="main" type="submit" busy={form.busy && words('intake.report.sending')}>
          {words('intake.report.send')}
        </Button>
      </div>
    </form>
  );
}
