import type { ImageMark, ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useWords } from '../ui/use-words.ts';
import { ChecklistForm } from './checklist-form.tsx';
import type { Checklist, ChecklistName } from './checklists.data.ts';
import styles from './reader.module.css';
import { MarkList, QuestionAnswers, ReportText, type TextSection } from './report-fields.tsx';
import { SaveNote } from './save-note.tsx';
import type { DraftKeeper } from './use-draft.ts';

interface ReportColumnProps {
  readonly view: CaseView;
  readonly draft: DraftKeeper;
  readonly list: Checklist;
  readonly group: string;
  readonly onGroup: (group: string) => void;
  readonly onList: (name: ChecklistName) => void;
  readonly placeOf: (mark: ImageMark) => string;
  readonly onShow: (mark: ImageMark) => void;
  readonly onWriteMark: (mark: ImageMark) => void;
  readonly children: React.ReactNode;
}

const FIELDS: readonly { readonly name: TextSection; readonly rows: number }[] = [
  { name: 'findings', rows: 5 },
  { name: 'impression', rows: 2 },
  { name: 'recommendations', rows: 2 },
];
const BEHIND: readonly { readonly name: TextSection; readonly rows: number }[] = [
  { name: 'technique', rows: 3 },
  { name: 'comparison', rows: 1 },
];

/** Adds a sentence at the end of a text, on a line of its own. */
export const appended = (text: string, sentence: string): string =>
  text.trim() === '' ? sentence : `${text.trimEnd()}\n${sentence}`;

/** The reader's own report: checklist, text, answers, marks; `children` is its end with the lock. */
export function ReportColumn(props: ReportColumnProps) {
  const { view, draft, list, children } = props;
  const words = useWords();
  const { report } = draft;
  const save = () => void draft.flush();
  const put = (change: Partial<ReaderReport>) => draft.update(change);
  const field = ({ name, rows }: { readonly name: TextSection; readonly rows: number }) => (
    <ReportText
      key={name}
      name={name}
      label={words(`reader.report.${name}`)}
      value={report[name]}
      rows={rows}
      onChange={(text) => put({ [name]: text })}
      onBlur={save}
    />
  );
  return (
    <aside className={styles.report} aria-label={words('reader.report')}>
      <div className={styles.reportHead}>
        <h2>{words('reader.report.title')}</h2>
        <SaveNote keeper={draft} failed={styles.error} />
      </div>
      <div className={styles.reportBody}>
        <ChecklistForm
          list={list}
          items={report.checklist}
          group={props.group}
          onGroup={props.onGroup}
          onList={props.onList}
          onChange={(checklist) => put({ checklist })}
          onWriteOut={(text) => draft.update((now) => ({ ...now, findings: appended(now.findings, text) }))}
        />
        <div className={styles.texts}>
          {FIELDS.map(field)}
          <QuestionAnswers
            questions={view.question?.questions ?? []}
            report={report}
            onChange={(answers) => put({ answers })}
            onBlur={save}
          />
          {BEHIND.map(field)}
          <MarkList
            marks={report.marks}
            placeOf={props.placeOf}
            onShow={props.onShow}
            onWrite={props.onWriteMark}
            onChange={(marks) => put({ marks })}
          />
        </div>
      </div>
      {children}
    </aside>
  );
}

/** The report after the lock: read, not written. */
export function LockedColumn({
  report,
  children,
}: {
  readonly report: ReaderReport;
  readonly children: React.ReactNode;
}) {
  const words = useWords();
  return (
    <aside className={styles.report} aria-label={words('reader.report')}>
      <div className={styles.reportHead}>
        <h2>{words('reader.report.locked')}</h2>
      </div>
      <div className={styles.reportBody}>
        <div className={styles.texts}>
          {[...FIELDS, ...BEHIND]
            .filter(({ name }) => report[name].trim() !== '')
            .map(({ name }) => (
              <section key={name} className={styles.reportField}>
                <h3>{words(`reader.report.${name}`)}</h3>
                <p className={styles.doctor} dir="auto">
                  {report[name]}
                </p>
              </section>
            ))}
        </div>
      </div>
      {children}
    </aside>
  );
}
