import { useLingui } from '@lingui/react';
import type { ComparisonProposal, ComparisonWork } from '@overread/contract/reading.ts';
import { splitSentences } from '@overread/findings';
import { BORNE_OUT, type BorneOut, type ComparedPair, type ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { putComparisonWork, useCommand, useComparisonWork, useProposal } from '../api/cases.ts';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { ComparisonHeader, Overall } from './comparison-header.tsx';
import { finished, inOrder, isChecked, toCheck } from './comparison-model.ts';
import { silenceInWords } from './comparison-table.tsx';
import { GradeDialog } from './grade-dialog.tsx';
import { PreviewButton } from './preview-button.tsx';
import { ReportText } from './report-texts.tsx';
import { SignDialog, SignedPanel } from './sign-panel.tsx';
import third from './third.module.css';
import { signWords, useSign } from './use-checking.ts';
import { type ComparisonKeeper, useComparison, useLeaveWarning } from './use-comparison.ts';

interface LineProps {
  readonly pair: ComparedPair;
  readonly number: number;
  /** The sentences of the own report. */
  readonly sentences: readonly string[];
  readonly frozen: boolean;
  readonly keeper: ComparisonKeeper;
}

/** What one report says on a line, or that it does not speak of it. */
function Quoted({ voice, pair }: { readonly voice: 'original' | 'second'; readonly pair: ComparedPair }) {
  const words = useWords();
  return (
    <td
      className={voice === 'original' ? styles.original : styles.secondText}
      data-label={words(`reader.${voice}`)}
      dir="auto"
    >
      {pair[voice] ?? <i className={styles.notMentioned}>{silenceInWords(words, pair)}</i>}
    </td>
  );
}

function Line({ pair, number, sentences, frozen, keeper }: LineProps) {
  const words = useWords();
  const voice = pair.third ?? { said: null, bearsOut: 'neither' as BorneOut };
  const put = (change: Partial<ComparedPair>) => keeper.putPair({ ...pair, status: 'confirmed', ...change });
  const alone = pair.original === null && pair.second === null;
  const choices = voice.said === null || sentences.includes(voice.said) ? sentences : [voice.said, ...sentences];
  return (
    <tr data-open={isChecked(pair) ? undefined : ''}>
      <th scope="row">
        <span className={styles.place}>
          <span className={styles.number}>{number}</span>
          {pair.place}
        </span>
      </th>
      <Quoted voice="original" pair={pair} />
      <Quoted voice="second" pair={pair} />
      <td className={third.own} data-label={words('reader.third')}>
        {frozen ? (
          (voice.said ?? <i className={styles.notMentioned}>{words('reader.answer.notMentioned')}</i>)
        ) : (
          <select
            aria-label={words('reader.third.says', { place: pair.place })}
            value={voice.said ?? ''}
            onChange={({ target }) => put({ third: { ...voice, said: target.value === '' ? null : target.value } })}
          >
            <option value="">{words('reader.answer.notMentioned')}</option>
            {choices.map((sentence) => (
              <option key={sentence}>{sentence}</option>
            ))}
          </select>
        )}
        {frozen ? (
          <b>{words(`reader.bearsOut.${voice.bearsOut}`)}</b>
        ) : (
          <fieldset className={third.sides}>
            <legend className={styles.sr}>{words('reader.bearsOut', { place: pair.place })}</legend>
            {BORNE_OUT.map((bearsOut) => (
              <label key={bearsOut}>
                <input
                  type="radio"
                  name={`sides-${pair.id}`}
                  checked={voice.bearsOut === bearsOut && isChecked(pair)}
                  onChange={() => put({ third: { ...voice, bearsOut } })}
                />
                <span data-proposed={voice.bearsOut === bearsOut && !isChecked(pair) ? '' : undefined}>
                  {words(`reader.bearsOut.${bearsOut}`)}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {!frozen && (
          <span className={styles.checkButtons}>
            {!isChecked(pair) && (
              <button type="button" className={styles.button} onClick={() => put({})}>
                {words('reader.third.confirm')}
              </button>
            )}
            {alone && (
              <button
                type="button"
                className={styles.bare}
                onClick={() =>
                  keeper.change((now) => ({ ...now, pairs: now.pairs.filter(({ id }) => id !== pair.id) }))
                }
              >
                {words('reader.third.leaveOut')}
              </button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

interface CheckingProps {
  readonly view: CaseView;
  readonly proposal: ComparisonProposal;
  readonly stored: ComparisonWork | null;
}

function ThreeTexts({ view, proposal }: Omit<CheckingProps, 'stored'>) {
  const words = useWords();
  const shared = { spans: [], numbers: new Map<string, number>(), current: null, onSelect: () => undefined };
  return (
    <div className={third.texts}>
      {proposal.original.text !== '' && (
        <ReportText
          {...shared}
          voice="original"
          title={words('reader.originalReport')}
          note={view.report?.author ?? ''}
          text={proposal.original.text}
        />
      )}
      <ReportText
        {...shared}
        voice="second"
        title={words('reader.secondReport')}
        note={view.earlier?.readerName ?? ''}
        text={proposal.second.text}
      />
      <ReportText
        {...shared}
        voice="second"
        title={words('reader.third.report')}
        note={words('reader.lockedBefore')}
        text={proposal.third?.text ?? ''}
      />
    </div>
  );
}

function Checking({ view, proposal, stored }: CheckingProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const keeper = useComparison(view, proposal, stored);
  const { work } = keeper;
  const [grading, setGrading] = useState(false);
  const frozen = view.reading.signedAt !== null || !view.mayDo.includes('compareReports');
  const statement = words('reader.third.statement', { name: view.reading.readerName ?? '' });
  const sign = useSign(view, statement, keeper.flush);
  const pairs = useMemo(() => inOrder(work.pairs), [work.pairs]);
  const sentences = useMemo(() => sentencesOf(view.second?.final), [view.second]);
  const left = toCheck(work.pairs).length;
  const ready = finished(work) !== null;
  useLeaveWarning(!frozen && keeper.state !== 'saved');
  return (
    <div className={styles.page}>
      {/* Without a count: its keys are those of two reports. */}
      <ComparisonHeader view={view} left={0} total={0} keeper={frozen ? undefined : keeper} />
      <main className={styles.sheet}>
        <div className={styles.head}>
          <div>
            <h1>{words('reader.third.title')}</h1>
            <p>
              {words('reader.third.lead', {
                name: view.earlier?.readerName ?? '',
                date: shortMoment(i18n.locale, view.earlier?.signedAt ?? null),
              })}
            </p>
          </div>
        </div>
        <table className={`${styles.table} ${third.table}`}>
          <thead>
            <tr>
              <th scope="col">{words('reader.place')}</th>
              <th scope="col">
                <span className={styles.by1}>{words('reader.original')}</span>
              </th>
              <th scope="col">
                <span className={styles.by2}>{words('reader.second')}</span>
              </th>
              <th scope="col">{words('reader.third')}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair, i) => (
              <Line key={pair.id} {...{ pair, sentences, frozen, keeper }} number={i + 1} />
            ))}
          </tbody>
        </table>
        <ThreeTexts view={view} proposal={proposal} />
        {view.reading.signedAt !== null && <SignedPanel view={view} />}
        {!frozen && (
          <div className={styles.finish}>
            <Overall work={work} />
            <div className={styles.finishButtons}>
              <button type="button" className={styles.button} onClick={() => setGrading(true)}>
                {words('reader.overall.open')}
              </button>
              <PreviewButton caseId={view.id} keep={() => putComparisonWork(view.id, work, false)} />
              <button
                type="button"
                className={styles.main}
                aria-disabled={!ready}
                onClick={() => (ready ? sign.setOpen(true) : left === 0 && setGrading(true))}
              >
                {signWords(words, work)}
              </button>
            </div>
          </div>
        )}
      </main>
      {grading && (
        <GradeDialog
          work={work}
          onClose={() => setGrading(false)}
          onSave={(next) => {
            keeper.change(() => next);
            setGrading(false);
          }}
        />
      )}
      {sign.open && (
        <SignDialog
          statement={statement}
          busy={sign.busy}
          error={sign.error}
          onClose={() => sign.setOpen(false)}
          onSign={() => void sign.sign(work)}
        />
      )}
    </div>
  );
}

function sentencesOf(report: ReaderReport | undefined): readonly string[] {
  const text = [report?.findings ?? '', report?.impression ?? ''].join('\n\n');
  const said = splitSentences(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim());
  return [...new Set(said.filter((sentence) => sentence !== ''))];
}

/** What there is to do before the three can be compared, or why they cannot be. */
function Before({ view, error }: { readonly view: CaseView; readonly error: string | null }) {
  const words = useWords();
  const command = useCommand(view.id);
  const mayReveal = view.mayDo.includes('revealOriginal');
  const locked = view.reading.lockedAt !== null;
  return (
    <main className={styles.note}>
      <h1>{words('reader.third.title')}</h1>
      <p role="status">{error ?? words(locked ? 'reader.compare.opening' : 'reader.compare.lockFirst')}</p>
      {command.isError && <p className={styles.error}>{command.error.message}</p>}
      {mayReveal && (
        <p>
          <button type="button" className={styles.main} onClick={() => command.mutate({ type: 'revealOriginal' })}>
            {words('reader.third.reveal')}
          </button>
        </p>
      )}
      {!locked && (
        <Link to="/read/$caseId" params={{ caseId: view.id }}>
          {words('reader.toRoom')}
        </Link>
      )}
    </main>
  );
}

/** Three reports, line by line: for the reader of the third, who has locked the own one without the two others. */
export function ThirdPage({ view }: { readonly view: CaseView }) {
  const open = view.earlier !== null;
  const proposal = useProposal(view.id, open);
  const checks = open && view.reading.signedAt === null;
  const kept = useComparisonWork(view.id, checks);
  const error = proposal.error ?? kept.error;
  if (!open || error !== null || proposal.data === undefined || (checks && kept.data === undefined))
    return <Before view={view} error={error?.message ?? null} />;
  return <Checking view={view} proposal={proposal.data} stored={kept.data ?? null} />;
}
