import type { ImageMark, ReaderReport } from '@overread/rules/case/report.ts';
import type { AskedQuestion } from '@overread/rules/case/vocabulary.ts';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../ui/use-words.ts';
import styles from './reader.module.css';

export type TextSection = 'technique' | 'comparison' | 'findings' | 'impression' | 'recommendations';

interface ReportTextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  readonly name: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/** A field for a doctor's words: serif, 16 px, as tall as its text. */
export function ReportText({ label, hint, value, rows, name, onChange, onBlur }: ReportTextProps) {
  const id = useId();
  return (
    <div className={styles.reportField}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        data-field={name}
        dir="auto"
        rows={rows}
        style={{ minBlockSize: `${rows * 1.55 + 0.75}em` }}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface AnswersProps {
  readonly questions: readonly AskedQuestion[];
  readonly report: ReaderReport;
  readonly onChange: (answers: ReaderReport['answers']) => void;
  readonly onBlur: () => void;
}

/** An answer to each question that the patient or the referrer asked. */
export function QuestionAnswers({ questions, report, onChange, onBlur }: AnswersProps) {
  const words = useWords();
  const textOf = (id: string) => report.answers.find(({ questionId }) => questionId === id)?.text ?? '';
  const put = (id: string, text: string) =>
    onChange([...report.answers.filter(({ questionId }) => questionId !== id), { questionId: id, text }]);
  return questions.map((question, i) => (
    <ReportText
      key={question.id}
      name={`answer-${question.id}`}
      label={words('reader.report.answer', { n: i + 1, question: question.text })}
      value={textOf(question.id)}
      rows={2}
      onChange={(text) => put(question.id, text)}
      onBlur={onBlur}
    />
  ));
}

/** "F1, 4 mm, T2 SAG 6": a mark as it is put into the text. */
export function markInWords(mark: ImageMark, place: string): string {
  return [mark.label, mark.lengthMm === undefined ? '' : `${mark.lengthMm} mm`, place]
    .filter((p) => p !== '')
    .join(', ');
}

interface MarksProps {
  readonly marks: readonly ImageMark[];
  readonly placeOf: (mark: ImageMark) => string;
  readonly onShow: (mark: ImageMark) => void;
  readonly onWrite: (mark: ImageMark) => void;
  readonly onChange: (marks: readonly ImageMark[]) => void;
}

/** What was marked in the images: each can be named, shown again, put into the text, or taken away. */
export function MarkList({ marks, placeOf, onShow, onWrite, onChange }: MarksProps) {
  const words = useWords();
  if (marks.length === 0) return null;
  return (
    <section className={styles.marks} aria-label={words('reader.marks')}>
      <h3>{words('reader.marks')}</h3>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id}>
            <input
              aria-label={words('reader.marks.name', { label: mark.label })}
              value={mark.label}
              onChange={(event) =>
                onChange(marks.map((one) => (one.id === mark.id ? { ...one, label: event.target.value } : one)))
              }
            />
            <button type="button" className={styles.bare} onClick={() => onShow(mark)}>
              {[mark.lengthMm === undefined ? '' : `${mark.lengthMm} mm`, placeOf(mark)]
                .filter((p) => p !== '')
                .join(', ')}
            </button>
            <button
              type="button"
              className={styles.bare}
              aria-label={words('reader.marks.writeNamed', { label: mark.label })}
              onClick={() => onWrite(mark)}
            >
              {words('reader.marks.write')}
            </button>
            <button
              type="button"
              className={styles.iconButton}
              aria-label={words('reader.marks.remove', { label: mark.label })}
              onClick={() => onChange(marks.filter(({ id }) => id !== mark.id))}
            >
              <X aria-hidden="true" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
