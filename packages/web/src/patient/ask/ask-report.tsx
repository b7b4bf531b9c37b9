import type { ReportGist } from '@overread/contract/asking.ts';
import { REGIONS, type Region } from '@overread/rules/case/vocabulary.ts';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FileButton, REPORT_FILES } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { SelectField, TextArea, TextField } from '../../ui/text-field.tsx';
import type { Form } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './ask.module.css';
import { readReport } from './ask-api.ts';
import { type AskValues, marked, withGist } from './ask-model.ts';

/** Shorter than this it is a note and no report. */
const SHORTEST = 80;

/** What was found in the report: its words of doubt where they stand. */
function Found({ gist }: { readonly gist: ReportGist }) {
  const words = useWords();
  const count = gist.doubts.length;
  return (
    <section className={styles.found} aria-labelledby="found">
      <h2 id="found">{words('ask.found', { count })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.text} tabIndex={0} aria-label={words('ask.found.text')}>
        {marked(gist.text, gist.doubts).map(({ text, doubt }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
          doubt ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </section>
      <p>{words(count > 0 ? 'ask.found.say' : 'ask.found.none')}</p>
    </section>
  );
}

/** Pasting or choosing the report fills in part of the body, doubts, facility and date; leaving it out is fine. */
export function AskReport({ form }: { readonly form: Form<AskValues> }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [gist, setGist] = useState<ReportGist | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const { values, change } = form;

  const read = (body: Blob, name: string): void => {
    setBusy(true);
    setProblem(null);
    readReport(body, name)
      .then((found) => {
        setGist(found);
        change(withGist(values, found));
      })
      .catch((error: unknown) => setProblem(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  const pasted = (): void => read(new Blob([text], { type: 'text/plain' }), 'report.txt');
  return (
    <>
      <Notice>
        <p>{words('ask.report.private')}</p>
      </Notice>
      <TextArea
        name="report"
        label={words('ask.report.paste')}
        hint={words('ask.report.paste.hint')}
        optional
        rows={6}
        doctor
        value={text}
        onChange={setText}
      />
      <div className={styles.or}>
        <Button
          onPress={pasted}
          busy={busy && words('ask.report.reading')}
          notYet={text.trim().length < SHORTEST ? words('ask.report.first') : null}
        >
          {words('ask.report.read')}
        </Button>
        <FileButton
          kind="bare"
          accept={REPORT_FILES}
          label={words('ask.report.file')}
          testId="report-file"
          onFile={(chosen) => read(chosen, chosen.name)}
        >
          <Upload aria-hidden="true" /> {words('ask.report.file')}
        </FileButton>
      </div>
      <ProblemNotice error={problem} />
      {gist !== null && <Found gist={gist} />}
      <SelectField
        name="region"
        label={words('ask.region')}
        optional
        value={values.region}
        onChange={(region) => change({ region: region as Region | '' })}
        options={[
          { value: '', text: words('ask.region.none') },
          ...REGIONS.map((value) => ({ value, text: words(`patient.region.${value}`) })),
        ]}
      />
      <TextField {...form.text('facility')} label={words('ask.facility')} hint={words('ask.facility.hint')} optional />
    </>
  );
}
