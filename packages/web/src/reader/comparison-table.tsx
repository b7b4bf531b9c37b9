import type { ComparedPair } from '@overread/rules/case/report.ts';
import { Check, Pencil, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Ladder } from '../ui/ladder.tsx';
import { ladderOf } from '../ui/severity-ladder.ts';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { isChecked } from './comparison-model.ts';

const GLYPH = { agrees: '=', differs: '≠', 'only-original': '|', 'only-second': '‖' } as const;

/** "differs in severity", "only in original". */
export function relationInWords(words: Words, pair: Pick<ComparedPair, 'relation' | 'differsIn'>): string {
  if (pair.relation !== 'differs' || pair.differsIn.length === 0) return words(`reader.relation.${pair.relation}`);
  const what = pair.differsIn.map((difference) => words(`reader.difference.${difference}`)).join(', ');
  return words('reader.relation.differsIn', { what });
}

/** What stands in the place of a sentence that one report does not have: "not mentioned", or "not assessable". */
export const silenceInWords = (words: Words, { notAssessable }: Pick<ComparedPair, 'notAssessable'>): string =>
  words(notAssessable === true ? 'reader.answer.notAssessable' : 'reader.answer.notMentioned');

function RelationCell({ pair }: { readonly pair: ComparedPair }) {
  const words = useWords();
  const ladder = ladderOf(pair);
  return (
    <td className={styles.relation}>
      <div className={styles.relationHead}>
        <span className={styles.glyph} data-relation={pair.relation} aria-hidden="true">
          {GLYPH[pair.relation]}
        </span>
        <div>
          <b>{relationInWords(words, pair)}</b>
          <span className={styles.grade} data-grade={pair.grade}>
            <i />
            <i />
            {words(`reader.grade.${pair.grade}`)}
          </span>
        </div>
      </div>
      {ladder !== null && <Ladder {...ladder} />}
    </td>
  );
}

interface QuoteProps {
  readonly text: string | null;
  readonly pair: ComparedPair;
  /** What to say beside "not mentioned". */
  readonly note: string;
}

function Quote({ text, pair, note }: QuoteProps) {
  const words = useWords();
  if (text !== null) return text;
  const unjudged = pair.notAssessable === true;
  return (
    <>
      <span className={unjudged ? styles.notAssessable : styles.notMentioned}>{silenceInWords(words, pair)}</span>
      <span className={styles.notMentionedNote}>{unjudged ? words('reader.notAssessableNote') : note}</span>
    </>
  );
}

export interface RowActions {
  readonly onConfirm: (pair: ComparedPair) => void;
  readonly onCorrect: (pair: ComparedPair) => void;
  readonly onUndo: (pair: ComparedPair) => void;
  /** Missing where this person has no reading room. */
  readonly onLookAgain?: () => void;
}

interface CheckCellProps extends RowActions {
  readonly pair: ComparedPair;
  readonly frozen: boolean;
  readonly current: boolean;
}

function CheckedState({ pair, frozen, onUndo }: CheckCellProps) {
  const words = useWords();
  const wasCorrected = pair.status === 'corrected';
  const Icon = wasCorrected ? Pencil : Check;
  return (
    <td className={styles.check}>
      <span className={styles.state} data-corrected={wasCorrected ? '' : undefined}>
        <Icon aria-hidden="true" size={15} strokeWidth={1.9} />
        {words(`reader.check.${pair.status}`)}
      </span>
      <span className={styles.quietNote}>
        {wasCorrected && pair.proposed !== undefined
          ? words('reader.check.was', { relation: relationInWords(words, pair.proposed) })
          : pair.because}
      </span>
      {pair.note !== undefined && <span className={styles.quietNote}>{pair.note}</span>}
      {!frozen && (
        <button type="button" className={styles.bare} onClick={() => onUndo(pair)}>
          {words('reader.check.again')}
          <span className={styles.sr}> {pair.place}</span>
        </button>
      )}
    </td>
  );
}

function CheckCell(props: CheckCellProps) {
  const { pair, frozen, current, onConfirm, onCorrect, onLookAgain } = props;
  const words = useWords();
  if (isChecked(pair) || frozen) return <CheckedState {...props} />;
  return (
    <td className={styles.check}>
      <div className={styles.checkButtons}>
        <button type="button" className={current ? styles.main : styles.button} onClick={() => onConfirm(pair)}>
          {words('reader.check.confirm')}{' '}
          {current && (
            <span aria-hidden="true">
              <kbd>C</kbd>
            </span>
          )}
          <span className={styles.sr}> {pair.place}</span>
        </button>
        <button type="button" className={styles.button} onClick={() => onCorrect(pair)}>
          {words('reader.check.correct')}
          <span className={styles.sr}> {pair.place}</span>
        </button>
        {pair.relation === 'only-original' && onLookAgain !== undefined && (
          <button type="button" className={styles.button} onClick={onLookAgain}>
            <Search aria-hidden="true" size={14} /> {words('reader.check.lookAgain')}
            <span className={styles.sr}> {pair.place}</span>
          </button>
        )}
      </div>
      <span className={styles.quietNote}>
        {pair.relation === 'only-original' && onLookAgain !== undefined
          ? words('reader.check.textStays')
          : pair.because}
      </span>
    </td>
  );
}

interface RowProps extends RowActions {
  readonly pair: ComparedPair;
  readonly n: number;
  readonly current: boolean;
  readonly frozen: boolean;
  readonly onSelect: (pairId: string) => void;
}

function Row({ pair, n, current, frozen, onSelect, ...actions }: RowProps) {
  const words = useWords();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <tr
      ref={row}
      data-current={current ? '' : undefined}
      aria-current={current ? 'true' : undefined}
      data-pair={pair.id}
      onClick={() => onSelect(pair.id)}
      onFocus={() => onSelect(pair.id)}
    >
      <th scope="row">
        <span className={styles.place}>
          <span className={styles.number}>{n}</span>
          <span>{pair.place}</span>
        </span>
      </th>
      <td className={styles.original} dir="auto" data-label={words('reader.original')}>
        <Quote text={pair.original} pair={pair} note={words('reader.notTheSameAsAbsent')} />
      </td>
      <RelationCell pair={pair} />
      <td className={styles.secondText} dir="auto" data-label={words('reader.second')}>
        <Quote
          text={pair.second}
          pair={pair}
          note={words(actions.onLookAgain === undefined ? 'reader.notTheSameAsAbsent' : 'reader.youDidNotWrite')}
        />
      </td>
      <CheckCell pair={pair} frozen={frozen} current={current} {...actions} />
    </tr>
  );
}

interface ComparisonTableProps extends RowActions {
  /** All lines in the order of the page: a line keeps its number when agreeing ones are folded away. */
  readonly pairs: readonly ComparedPair[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: () => void;
  readonly onConfirmFolded: () => void;
  readonly current: string | null;
  readonly onSelect: (pairId: string) => void;
  readonly frozen: boolean;
  readonly originalBy: string;
  readonly secondBy: string;
}

/** The two reports line by line: original with one rule, second with two, and the reader's check. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { pairs, folded, onFold, onConfirmFolded, current, frozen, originalBy, secondBy } = props;
  const words = useWords();
  const away = pairs.filter(({ id }) => folded.has(id));
  const awayOpen = away.filter((pair) => !isChecked(pair)).length;
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.colPlace} />
        <col />
        <col className={styles.colRelation} />
        <col />
        <col className={styles.colCheck} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{words('reader.place')}</th>
          <th scope="col">
            <span className={styles.by1}>{words('reader.original')}</span> <small>{originalBy}</small>
          </th>
          <th scope="col">{words('reader.relationAndGrade')}</th>
          <th scope="col">
            <span className={styles.by2}>{words('reader.second')}</span> <small>{secondBy}</small>
          </th>
          <th scope="col">{words('reader.yourCheck')}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(
          (pair, i) =>
            !folded.has(pair.id) && (
              <Row
                key={pair.id}
                pair={pair}
                n={i + 1}
                current={pair.id === current}
                frozen={frozen}
                onSelect={props.onSelect}
                onConfirm={props.onConfirm}
                onCorrect={props.onCorrect}
                onUndo={props.onUndo}
                onLookAgain={props.onLookAgain}
              />
            ),
        )}
        {away.length > 0 && (
          <tr className={styles.more}>
            <td colSpan={5}>
              <button type="button" className={styles.link} onClick={onFold}>
                {words('reader.moreAgree', { count: away.length })}
              </button>
              : {away.map(({ place }) => place).join(', ')}
              {awayOpen > 0 && !frozen && (
                <button type="button" className={styles.button} onClick={onConfirmFolded}>
                  {words('reader.confirmAgreeing', { count: awayOpen })}
                </button>
              )}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
