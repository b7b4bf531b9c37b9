import { useLingui } from '@lingui/react';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { reflow } from '../patient/report/reflow.ts';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './referral.module.css';
import { differingQuotes, markQuotes, type SectionRow, sectionRows } from './referral-model.ts';

interface SaidProps {
  readonly text: string;
  readonly quotes: readonly string[];
  readonly voice: 'original' | 'second';
}

/** A doctor's text, what differs underlined: one rule for the original, two for the second. */
function Said({ text, quotes, voice }: SaidProps) {
  const words = useWords();
  if (text === '') return <span className={styles.nothing}>{words('referrer.section.none')}</span>;
  return markQuotes(text, quotes).map((piece, i) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their order
      <mark key={i} data-voice={voice}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

interface RowProps {
  readonly row: SectionRow;
  readonly quotes: { readonly original: readonly string[]; readonly second: readonly string[] };
  readonly alone: boolean;
}

function Section({ row, quotes, alone }: RowProps) {
  const words = useWords();
  return (
    <>
      <h3 className={styles.section}>{words(`referrer.section.${row.section}`)}</h3>
      {!alone && (
        <>
          <p className={styles.label} data-voice="original" aria-hidden="true">
            {words('reader.original')}
          </p>
          <div className={styles.original} dir="auto">
            <span className="sr">{words('reader.original')}: </span>
            <Said text={reflow(row.original)} quotes={quotes.original} voice="original" />
          </div>
        </>
      )}
      <p className={styles.label} data-voice="second" aria-hidden="true">
        {words('reader.second')}
      </p>
      <div className={styles.second} dir="auto">
        <span className="sr">{words('reader.second')}: </span>
        <Said text={row.second} quotes={quotes.second} voice="second" />
      </div>
    </>
  );
}

/** What the second reader answered to each question. */
export function Answers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const answers = view.second?.final.answers ?? [];
  const questions = view.question?.questions ?? [];
  const known = answers.flatMap(({ questionId, text }) => {
    const asked = questions.find(({ id }) => id === questionId);
    return asked === undefined || text === '' ? [] : [{ ...asked, answer: text }];
  });
  if (known.length === 0) return null;
  return (
    <section className={styles.answers} aria-labelledby="answers">
      <h2 id="answers">{words('referrer.answers')}</h2>
      <dl>
        {known.map(({ id, text, answer }) => (
          <div key={id}>
            <dt dir="auto">{text}</dt>
            <dd dir="auto">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface BothReportsProps {
  readonly view: CaseView;
  /** Null where there is none, or where it cannot be shown. */
  readonly original: OriginalReport | null;
}

/** Both reports side by side, section by section, neither before the other; addenda and a changed opinion below. */
export function BothReports({ view, original }: BothReportsProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { second, comparison, reading, report } = view;
  if (second === null) return null;
  const alone = original === null;
  const quotes = { original: differingQuotes(comparison, 'original'), second: differingQuotes(comparison, 'second') };
  const date = (iso: string | null) => (iso === null || iso === '' ? '' : shortMoment(i18n.locale, iso).slice(0, -6));
  const first = [report?.author ?? '', report?.facility ?? '', date(report?.date ?? null)];
  const reader = view.outside?.service ?? reading.readerName ?? reading.signedBy ?? '';
  const signed = reading.signedAt === null ? '' : words('referrer.signed', { date: date(reading.signedAt) });
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  return (
    <section className={styles.two} data-alone={alone ? '' : undefined} aria-label={words('referrer.both')}>
      {!alone && (
        <header>
          <h2 className={styles.by1}>{words('reader.originalReport')}</h2>
          <small>{joined(first)}</small>
        </header>
      )}
      <header>
        <h2 className={styles.by2}>{words('reader.secondReport')}</h2>
        <small>{joined([reader, signed])}</small>
      </header>
      {sectionRows(original, second.final).map((row) => (
        <Section key={row.section} row={row} quotes={quotes} alone={alone} />
      ))}
      {second.revisedBecause !== null && (
        <>
          <h3 className={styles.section}>{words('reader.revised')}</h3>
          {!alone && <div className={styles.original} data-empty="" />}
          <div className={styles.second}>
            <p className={styles.service}>{words('reader.revised.because', { reason: second.revisedBecause })}</p>
            <p className={styles.service}>{words('referrer.lockedWas')}</p>
            <p>{second.locked.impression}</p>
          </div>
        </>
      )}
      {reading.addenda.map(({ addendumId, text, by, at }) => (
        <div key={addendumId} className={styles.addendum}>
          <h3 className={styles.section}>{words('reader.addendum')}</h3>
          {!alone && <div className={styles.original} data-empty="" />}
          <div className={styles.second} dir="auto">
            {text} <span className={styles.service}>{`${by.name}, ${date(at)}`}</span>
          </div>
        </div>
      ))}
    </section>
  );
}
