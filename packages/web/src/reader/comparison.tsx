import { useLingui } from '@lingui/react';
import type { ComparisonProposal, OriginalReport } from '@overread/contract/wire.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWords } from '../viewer/use-words.ts';
import { ownsKeys } from '../viewer/viewer-keys.ts';
import { useCase, useCommand, useOriginalReport, useProposal } from './case-api.ts';
import styles from './comparison.module.css';
import {
  confirmed,
  corrected,
  countsOf,
  finished,
  inOrder,
  isChecked,
  join,
  missingGrades,
  split,
  toCheck,
  type WorkingComparison,
} from './comparison-model.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { plainDate, shortMoment } from './format.ts';
import { GradeDialog } from './grade-dialog.tsx';
import { LoneReport, SecondOpinion } from './lone-report.tsx';
import { ReportText } from './report-texts.tsx';
import { ReviseDialog } from './revise-dialog.tsx';
import { MarkIcon, useCaseTitle } from './room-header.tsx';
import { SignDialog, SignedPanel } from './sign-panel.tsx';
import { type ComparisonKeeper, useComparison, useLeaveWarning } from './use-comparison.ts';
import { useKeys, useSingleKeys } from './use-keys.ts';

/** Agreeing lines beyond this many are folded into one. */
const UNFOLDED = 2;

function Header({ view, left, total }: { readonly view: CaseView; readonly left: number; readonly total: number }) {
  const words = useWords();
  const { i18n } = useLingui();
  const title = useCaseTitle(view);
  const isReader = view.as === 'reader';
  return (
    <header className={styles.bar}>
      <Link to={isReader ? '/reader' : '/'} className={styles.home} aria-label={words('reader.toWorkList')}>
        <MarkIcon />
      </Link>
      <b>{title}</b>
      <span className={styles.quiet}>{view.number}</span>
      {view.reading.lockedAt !== null && (
        <span className={styles.seal}>
          <LockKeyhole aria-hidden="true" size={15} strokeWidth={1.9} />
          {words('reader.locked', { at: shortMoment(i18n.locale, view.reading.lockedAt) })}
        </span>
      )}
      <span className={styles.grow} />
      {total > 0 && <span className={styles.quiet}>{words('reader.leftToCheck', { left, total })}</span>}
      {total > 0 && (
        <span className={styles.keyHints}>
          <kbd>J</kbd> {words('reader.key.next')} <kbd>C</kbd> {words('reader.key.confirm')} <kbd>E</kbd>{' '}
          {words('reader.key.correct')} <kbd>L</kbd> {words('reader.key.lookAgain')}
        </span>
      )}
      {isReader && (
        <Link className={styles.button} to="/read/$caseId" params={{ caseId: view.id }} aria-keyshortcuts="I">
          {words('reader.images')} <kbd>I</kbd>
        </Link>
      )}
    </header>
  );
}

function Summary({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const words = useWords();
  const counts = countsOf(pairs);
  return (
    <ul className={styles.summary}>
      {(['agrees', 'differs', 'only-original', 'only-second'] as const).map((relation) => (
        <li key={relation}>
          <b>{counts[relation]}</b>
          <span>{words(`reader.count.${relation}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Folding, keys and the moves from line to line. */
function useLines(keeper: ComparisonKeeper) {
  const [unfolded, setUnfolded] = useState(false);
  const { work, current } = keeper;
  const pairs = useMemo(() => inOrder(work.pairs), [work.pairs]);
  const agreeing = pairs.filter(({ relation, status }) => relation === 'agrees' && status !== 'corrected');
  const folded = new Set(unfolded || agreeing.length <= UNFOLDED ? [] : agreeing.slice(1).map(({ id }) => id));
  const visible = pairs.filter(({ id }) => !folded.has(id));
  const at = visible.findIndex(({ id }) => id === current);
  const selected = visible[at] ?? visible.find((pair) => !isChecked(pair)) ?? visible[0];
  const step = (by: number) => {
    const from = visible.findIndex(({ id }) => id === selected?.id);
    const next = visible[Math.max(0, Math.min(visible.length - 1, at === -1 ? from : at + by))];
    if (next !== undefined) keeper.select(next.id);
  };
  /** Selects the next line that is still to be checked. */
  function advance(pair: ComparedPair) {
    const from = visible.findIndex(({ id }) => id === pair.id);
    const after = [...visible.slice(from + 1), ...visible.slice(0, from)].find((one) => !isChecked(one));
    keeper.select(after?.id ?? pair.id);
  }
  function confirm(pair: ComparedPair) {
    keeper.putPair(confirmed(pair));
    advance(pair);
  }
  const confirmFolded = () =>
    keeper.change((now) => ({
      ...now,
      pairs: now.pairs.map((pair) => (folded.has(pair.id) ? confirmed(pair) : pair)),
    }));
  return { pairs, folded, selected, step, advance, confirm, confirmFolded, unfold: () => setUnfolded(true) };
}

/** Sends the comparison and signs it. */
function useSign(view: CaseView, statement: string) {
  const words = useWords();
  const command = useCommand(view.id);
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function sign(work: WorkingComparison | null) {
    if (command.isPending) return;
    setError(null);
    try {
      const comparison = work === null ? null : finished(work);
      if (comparison !== null) await command.mutateAsync({ type: 'compareReports', comparison });
      await command.mutateAsync({ type: 'signReport', statement });
      setOpen(false);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : words('reader.failed'));
    }
  }
  return { open, setOpen, error, sign, busy: command.isPending };
}

/** What the sign button says: what is missing, until nothing is. */
function signWords(words: ReturnType<typeof useWords>, work: WorkingComparison): string {
  const lines = toCheck(work.pairs).length;
  if (lines > 0) return words('reader.sign.lines', { count: lines });
  if (missingGrades(work).length > 0) return words('reader.sign.grade');
  return words('reader.sign');
}

function useStatement(view: CaseView): string {
  const words = useWords();
  if (view.outside !== null) return words('reader.sign.statementOutside', { service: view.outside.service });
  const name = view.reading.readerName ?? '';
  return words(view.reading.revealedAt === null ? 'reader.sign.statementAlone' : 'reader.sign.statement', { name });
}

function Overall({ work }: { readonly work: WorkingComparison }) {
  const words = useWords();
  const parts = [
    work.radpeer === null ? '' : words('reader.overall.radpeerIs', { grade: work.radpeer }),
    work.effectOnTreatment === null ? '' : `${words(`reader.effect.${work.effectOnTreatment}`)}.`,
    work.couldSettle === '' ? '' : words('reader.overall.settles', { what: work.couldSettle }),
  ].filter((part) => part !== '');
  return (
    <p>
      <b>{words('reader.overall.is', { agreement: words(`reader.agreement.${work.agreement}`) })}</b>{' '}
      <span className={styles.quiet}>{parts.join(' ')}</span>
    </p>
  );
}

interface CheckingProps {
  readonly view: CaseView;
  readonly proposal: ComparisonProposal;
  readonly report: OriginalReport | undefined;
}

type Open = { readonly what: 'correct'; readonly pair: ComparedPair } | { readonly what: 'grade' | 'revise' } | null;

function Checking({ view, proposal, report }: CheckingProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const keeper = useComparison(view, proposal);
  const lines = useLines(keeper);
  const { work } = keeper;
  const [open, setOpen] = useState<Open>(null);
  const [singleKeys] = useSingleKeys();
  const revise = useCommand(view.id);
  const sign = useSign(view, useStatement(view));
  const frozen = view.reading.signedAt !== null;
  const left = toCheck(work.pairs).length;
  useLeaveWarning(!frozen && left < work.pairs.length);
  const images = () => void navigate({ to: '/read/$caseId', params: { caseId: view.id } });
  const lookAgain = view.as === 'reader' ? images : undefined;
  const numbers = useMemo(() => new Map(lines.pairs.map(({ id }, i) => [id, i + 1])), [lines.pairs]);
  const { selected } = lines;

  useKeys((event) => {
    if (!singleKeys || event.ctrlKey || event.altKey || event.metaKey || ownsKeys(event.target)) return false;
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      j: () => lines.step(1),
      k: () => lines.step(-1),
      c: selected === undefined || frozen ? undefined : () => lines.confirm(selected),
      e: selected === undefined || frozen ? undefined : () => setOpen({ what: 'correct', pair: selected }),
      l: lookAgain,
      i: lookAgain,
    };
    const act = acts[event.key.toLowerCase()];
    act?.();
    return act !== undefined;
  });

  const replace = (pair: ComparedPair, by: readonly ComparedPair[], without?: string) => {
    keeper.change((now) => ({
      ...now,
      pairs: now.pairs.flatMap((one) => (one.id === pair.id ? by : one.id === without ? [] : [one])),
    }));
    setOpen(null);
  };
  const reportBy = [report?.author ?? '', report === undefined ? '' : plainDate(i18n.locale, report.date)];
  const ready = finished(work) !== null;
  return (
    <div className={styles.page}>
      <Header view={view} left={left} total={work.pairs.length} />
      <main className={styles.sheet}>
        <div className={styles.head}>
          <div>
            <h1>{words('reader.compare.title')}</h1>
            <p>{words('reader.compare.lead')}</p>
          </div>
          <Summary pairs={work.pairs} />
        </div>
        <ComparisonTable
          pairs={lines.pairs}
          folded={lines.folded}
          onFold={lines.unfold}
          onConfirmFolded={lines.confirmFolded}
          current={selected?.id ?? null}
          onSelect={keeper.select}
          frozen={frozen}
          originalBy={reportBy.filter((part) => part !== '').join(', ')}
          secondBy={[
            view.outside?.service ?? view.reading.readerName ?? '',
            shortMoment(i18n.locale, view.reading.lockedAt),
          ]
            .filter((part) => part !== '')
            .join(', ')}
          onConfirm={lines.confirm}
          onCorrect={(pair) => setOpen({ what: 'correct', pair })}
          onUndo={(pair) => keeper.putPair({ ...pair, status: 'proposed' })}
          onLookAgain={lookAgain}
        />
        <div className={styles.texts}>
          <ReportText
            voice="original"
            title={words('reader.originalReport')}
            note={report === undefined ? '' : words('reader.asReceived', { pages: report.pages })}
            text={proposal.original.text}
            spans={proposal.original.spans}
            numbers={numbers}
            current={selected?.id ?? null}
            onSelect={keeper.select}
          />
          <ReportText
            voice="second"
            title={words('reader.secondReport')}
            note={words('reader.lockedBefore')}
            text={proposal.second.text}
            spans={proposal.second.spans}
            numbers={numbers}
            current={selected?.id ?? null}
            onSelect={keeper.select}
          >
            <SecondOpinion view={view} onRevise={frozen ? undefined : () => setOpen({ what: 'revise' })} />
          </ReportText>
        </div>
        {frozen ? (
          <SignedPanel view={view} />
        ) : (
          <div className={styles.finish}>
            <Overall work={work} />
            <div className={styles.finishButtons}>
              <button type="button" className={styles.button} onClick={() => setOpen({ what: 'grade' })}>
                {words('reader.overall.open')}
              </button>
              <button
                type="button"
                className={styles.main}
                aria-disabled={!ready}
                onClick={() => (ready ? sign.setOpen(true) : left === 0 && setOpen({ what: 'grade' }))}
              >
                {signWords(words, work)}
              </button>
            </div>
          </div>
        )}
      </main>
      {open?.what === 'correct' && (
        <CorrectDialog
          pair={open.pair}
          partners={work.pairs.filter(({ relation, id }) => id !== open.pair.id && canJoin(open.pair, relation))}
          onClose={() => setOpen(null)}
          onSave={(next) => {
            replace(open.pair, [corrected(open.pair, next)]);
            lines.advance(open.pair);
          }}
          onSplit={() => replace(open.pair, split(open.pair))}
          onJoin={(partner) => replace(open.pair, [join(open.pair, partner)], partner.id)}
        />
      )}
      {open?.what === 'grade' && (
        <GradeDialog
          work={work}
          onClose={() => setOpen(null)}
          onSave={(next) => {
            keeper.change(() => next);
            setOpen(null);
          }}
        />
      )}
      {open?.what === 'revise' && view.second !== null && (
        <ReviseDialog
          report={view.second.final}
          busy={revise.isPending}
          error={revise.error?.message ?? null}
          onClose={() => setOpen(null)}
          onSave={(next, reason) =>
            revise.mutate({ type: 'reviseOpinion', report: next, reason }, { onSuccess: () => setOpen(null) })
          }
        />
      )}
      {sign.open && <SignAsk view={view} sign={sign} work={work} />}
    </div>
  );
}

/** Only lines that stand alone, one of each voice, can be joined. */
const canJoin = (pair: ComparedPair, relation: ComparedPair['relation']): boolean =>
  (pair.relation === 'only-original' && relation === 'only-second') ||
  (pair.relation === 'only-second' && relation === 'only-original');

interface SignAskProps {
  readonly view: CaseView;
  readonly sign: ReturnType<typeof useSign>;
  readonly work: WorkingComparison | null;
}

function SignAsk({ view, sign, work }: SignAskProps) {
  return (
    <SignDialog
      statement={useStatement(view)}
      busy={sign.busy}
      error={sign.error}
      onClose={() => sign.setOpen(false)}
      onSign={() => void sign.sign(work)}
    />
  );
}

/** Where there is no original report: the findings stand alone, and are signed as they are. */
function Alone({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const sign = useSign(view, useStatement(view));
  const command = useCommand(view.id);
  const maySign = view.mayDo.includes('signReport');
  const mayReveal = view.mayDo.includes('revealOriginal');
  return (
    <div className={styles.page}>
      <Header view={view} left={0} total={0} />
      <main className={styles.sheet}>
        <div className={styles.head}>
          <div>
            <h1>{words(mayReveal ? 'reader.reveal.title' : 'reader.alone.title')}</h1>
            <p>{words(mayReveal ? 'reader.reveal.lead' : 'reader.alone.lead')}</p>
          </div>
        </div>
        <LoneReport view={view} />
        {view.reading.signedAt !== null && <SignedPanel view={view} />}
        <div className={styles.finish}>
          <p className={command.isError ? styles.error : styles.quiet}>{command.error?.message ?? ''}</p>
          {mayReveal && (
            <button type="button" className={styles.main} onClick={() => command.mutate({ type: 'revealOriginal' })}>
              {words('reader.reveal')}
            </button>
          )}
          {maySign && !mayReveal && (
            <button type="button" className={styles.main} onClick={() => sign.setOpen(true)}>
              {words('reader.sign')}
            </button>
          )}
        </div>
      </main>
      {sign.open && <SignAsk view={view} sign={sign} work={null} />}
    </div>
  );
}

function Note({ text, caseId, toRoom }: { readonly text: string; readonly caseId: string; readonly toRoom?: boolean }) {
  const words = useWords();
  return (
    <main className={styles.note}>
      <h1>{words('reader.compare.title')}</h1>
      <p role="status">{text}</p>
      {toRoom ? (
        <Link to="/read/$caseId" params={{ caseId }}>
          {words('reader.toRoom')}
        </Link>
      ) : (
        <Link to="/reader">{words('reader.toWorkList')}</Link>
      )}
    </main>
  );
}

/** Both reports, finding by finding, after the lock. */
export function ComparisonPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const view = useCase(caseId);
  const revealed = view.data?.reading.revealedAt != null || (view.data?.outside != null && view.data.second !== null);
  const proposal = useProposal(caseId, revealed);
  const report = useOriginalReport(caseId, revealed);
  if (view.error !== null) return <Note text={view.error.message} caseId={caseId} />;
  if (view.data === undefined) return <Note text={words('reader.compare.opening')} caseId={caseId} />;
  if (view.data.reading.lockedAt === null && view.data.outside === null)
    return <Note text={words('reader.compare.lockFirst')} caseId={caseId} toRoom />;
  if (!revealed) return <Alone view={view.data} />;
  if (proposal.error !== null) return <Note text={proposal.error.message} caseId={caseId} />;
  if (proposal.data === undefined) return <Note text={words('reader.compare.opening')} caseId={caseId} />;
  return <Checking view={view.data} proposal={proposal.data} report={report.data} />;
}
