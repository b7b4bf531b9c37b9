import type { ScannedPage } from '@overread/contract/original-report.ts';
import { useId } from 'react';
import { casePath } from '../../api/request.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../ui/use-words.ts';
import { doubtfulIn, piecesOf } from './doubtful-words.ts';
import styles from './scan.module.css';

/** Below it a page is better photographed again than corrected. */
const CLEAR_FROM = 60;
/** More of them in one line nobody reads. */
const LISTED = 12;

interface ScanPageProps {
  readonly caseId: string;
  readonly page: ScannedPage;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** One page: its picture, and beside it the text that was read, in which words in doubt are marked until they are corrected. */
export function ScanPage({ caseId, page, text, onChange }: ScanPageProps) {
  const words = useWords();
  const id = useId();
  const doubtful = new Set(page.doubtful.map(({ start, end }) => page.text.slice(start, end)));
  const left = doubtfulIn(text, doubtful);
  const number = page.page;
  return (
    <section className={styles.page} aria-labelledby={`${id}-page`}>
      <h2 id={`${id}-page`}>{words('intake.scan.page', { page: number })}</h2>
      {page.confidence < CLEAR_FROM && (
        <Notice kind="wait">
          <p>{words('intake.scan.unclear')}</p>
        </Notice>
      )}
      <div className={styles.beside}>
        <a href={casePath(caseId, `/report/scan/pages/${number}`)} target="_blank" rel="noreferrer">
          <img
            className={styles.picture}
            src={casePath(caseId, `/report/scan/pages/${number}`)}
            width={page.width}
            height={page.height}
            alt={words('intake.scan.picture', { page: number })}
          />
        </a>
        <div className={styles.read}>
          <label htmlFor={id}>{words('intake.scan.text', { page: number })}</label>
          <p className={styles.quiet} id={`${id}-doubt`}>
            {words('intake.scan.doubtful', { count: left.length, words: left.slice(0, LISTED).join(', ') })}
          </p>
          <div className={styles.field}>
            <div className={styles.marks} aria-hidden="true">
              {piecesOf(text, doubtful).map((piece, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
                piece.doubtful ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
              {'\n'}
            </div>
            <textarea
              id={id}
              aria-describedby={`${id}-doubt`}
              value={text}
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
        </div>
      </div>
    </section>
  );
}
