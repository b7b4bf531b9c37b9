import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { linesWithSpans, type Span } from './comparison-model.ts';

interface ReportTextProps {
  readonly voice: 'original' | 'second';
  readonly title: string;
  readonly note: string;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Number of each line of the table, by the pair's id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly current: string | null;
  readonly onSelect: (pairId: string) => void;
  readonly children?: React.ReactNode;
}

/** One report in full, what is paired underlined: one rule for the original, two for the second. */
export function ReportText(props: ReportTextProps) {
  const { voice, title, note, text, spans, numbers, current, onSelect, children } = props;
  const words = useWords();
  return (
    <section aria-label={title}>
      <h2>
        <span className={voice === 'original' ? styles.by1 : styles.by2}>{title}</span>
        <small>{note}</small>
      </h2>
      {linesWithSpans(text, spans).map((line) =>
        line.heading ? (
          <h3 key={line.start}>{headingOf(line.pieces.map((piece) => piece.text).join(''))}</h3>
        ) : (
          <p key={line.start} className={styles.doctor} dir="auto">
            {line.pieces.map((piece, i) => {
              const n = piece.pairId === null ? undefined : numbers.get(piece.pairId);
              if (piece.pairId === null || n === undefined) return piece.text;
              const id = piece.pairId;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never change their order
                <span key={i}>
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same row is reached by J and K */}
                  <mark data-voice={voice} data-current={id === current ? '' : undefined} onClick={() => onSelect(id)}>
                    {piece.text}
                  </mark>
                  {piece.last && (
                    <sup>
                      <span className={styles.sr}>{words('reader.lineNumber')} </span>
                      {n}
                    </sup>
                  )}
                </span>
              );
            })}
          </p>
        ),
      )}
      {children}
    </section>
  );
}

/** "FINDINGS:" as "Findings". */
function headingOf(text: string): string {
  const plain = text.trim().replace(/:$/, '').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
