import { useLingui } from '@lingui/react';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { ComparisonProposal, ComparisonWork, WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  putComparisonWork,
  useCase,
  useCommand,
  useComparisonWork,
  useOriginalReport,
  useProposal,
} from '../api/cases.ts';
import { plainDate, shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { CheckingDialogs, type Open } from './comparison-dialogs.tsx';
import { ComparisonHeader, Overall, Summary } from './comparison-header.tsx';
import { finished, toCheck } from './comparison-model.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { GradeRules } from './grade-rules.tsx';
import { LoneReport, SecondOpinion } from './lone-report.tsx';
import { PreviewButton } from './preview-button.tsx';
import { ReportText } from './report-texts.tsx';
import { SignDialog, SignedPanel } from './sign-panel.tsx';
import { signWords, useCheckingKeys, useLines, useSign, useStatement } from './use-checking.ts';
import { useComparison, useLeaveWarning } from './use-comparison.ts';

interface CheckingProps {
  readonly view: CaseView;
  readonly proposal: ComparisonProposal;
  readonly report: OriginalReport | undefined;
  /** What was checked before; null where nothing can be checked any more. */
  readonly stored: ComparisonWork | null;
}

interface BothTextsProps extends Omit<CheckingProps, 'stored'> {
  readonly lines: ReturnType<typeof useLines>;
  readonly onSelect: (pairId: string) => void;
  readonly onRevise?: () => void;
}

function BothTexts({ view, proposal, report, lines, onSelect, onRevise }: BothTextsProps) {
  const words = useWords();
  const numbers = useMemo(() => new Map(lines.pairs.map(({ id }, i) => [id, i + 1])), [lines.pairs]);
  const shared = { numbers, current: lines.selected?.id ?? null, onSelect };
  return (
    <div className={styles.texts}>
      <ReportText
        {...shared}
        {...proposal.original}
        voice="original"
        title={words('reader.originalReport')}
        note={report === undefined ? '' : words('reader.asReceived', { pages: report.pages })}
      />
      <ReportText
        {...shared}
        {...proposal.second}
        voice="second"
        title={words('reader.secondReport')}
        note={view.as === 'reader' ? words('reader.lockedBefore') : (view.outside?.service ?? '')}
      >
        <SecondOpinion view={view} onRevise={onRevise} />
      </ReportText>
    </div>
  );
}

function Checking({ view, proposal, report, stored }: CheckingProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const keeper = useComparison(view, proposal, stored);
  const lines = useLines(keeper);
  const { work } = keeper;
  const [open, setOpen] = useState<Open>(null);
  const frozen = !mayCheck(view);
  const sign = useSign(view, useStatement(view), keeper.flush);
  const left = toCheck(work.pairs).length;
  useLeaveWarning(!frozen && keeper.state !== 'saved');
  const toImages = () => void navigate({ to: '/read/$caseId', params: { caseId: view.id } });
  const images = view.as === 'reader' ? toImages : undefined;
  const correct = (pair: ComparedPair | undefined) => {
    if (pair !== undefined) setOpen({ what: 'correct', pair });
  };
  useCheckingKeys(lines, { correct: () => correct(lines.selected), images }, frozen);
  const original = [report?.author ?? '', report === undefined ? '' : plainDate(i18n.locale, report.date)];
  const second = [
    view.outside?.service ?? view.reading.readerName ?? '',
    shortMoment(i18n.locale, view.reading.lockedAt),
  ];
  const said = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  const ready = finished(work) !== null;
  return (
    <div className={styles.page}>
      <ComparisonHeader view={view} left={left} total={work.pairs.length} keeper={frozen ? undefined : keeper} />
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
          current={lines.selected?.id ?? null}
          onSelect={keeper.select}
          frozen={frozen}
          originalBy={said(original)}
          secondBy={said(second)}
          onConfirm={lines.confirm}
          onCorrect={correct}
          onUndo={(pair) => keeper.putPair({ ...pair, status: 'proposed' })}
          onLookAgain={images}
        />
        <BothTexts
          view={view}
          proposal={proposal}
          report={report}
          lines={lines}
          onSelect={keeper.select}
          onRevise={frozen ? undefined : () => setOpen({ what: 'revise' })}
        />
        {view.reading.signedAt !== null && <SignedPanel view={view} />}
        {frozen && <GradeRules work={work} lines={lines.pairs} />}
        {!frozen && (
          <div className={styles.finish}>
            <div>
              <Overall work={work} />
              <GradeRules
                work={work}
                lines={lines.pairs}
                onTake={(agreement) => keeper.change((now) => ({ ...now, agreement }))}
              />
            </div>
            <div className={styles.finishButtons}>
              <button type="button" className={styles.button} onClick={() => setOpen({ what: 'grade' })}>
                {words('reader.overall.open')}
              </button>
              {view.maySee.includes('result:preview') && (
                <PreviewButton caseId={view.id} keep={() => putComparisonWork(view.id, work, false)} />
              )}
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
      <CheckingDialogs view={view} keeper={keeper} lines={lines} open={open} onClose={() => setOpen(null)} />
      {sign.open && <SignAsk view={view} sign={sign} work={work} />}
    </div>
  );
}

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
      <ComparisonHeader view={view} left={0} total={0} />
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
          {maySign && view.maySee.includes('result:preview') && <PreviewButton caseId={view.id} />}
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

interface NoteProps {
  readonly text: string;
  readonly caseId: string;
  readonly back?: 'room' | 'desk' | 'work';
}

function Note({ text, caseId, back = 'work' }: NoteProps) {
  const words = useWords();
  return (
    <main className={styles.note}>
      <h1>{words('reader.compare.title')}</h1>
      <p role="status">{text}</p>
      {back === 'room' && (
        <Link to="/read/$caseId" params={{ caseId }}>
          {words('reader.toRoom')}
        </Link>
      )}
      {back === 'desk' && (
        <Link to="/desk/$caseId" params={{ caseId }}>
          {words('coordinator.backToCase')}
        </Link>
      )}
      {back === 'work' && <Link to="/work">{words('reader.toWorkList')}</Link>}
    </main>
  );
}

/** Whether this person still checks lines here: before the signature, and not as somebody who only looks. */
function mayCheck(view: CaseView | undefined): boolean {
  return view !== undefined && view.reading.signedAt === null && view.mayDo.includes('compareReports');
}

/** Both reports, finding by finding, after the lock. */
export function ComparisonPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const view = useCase(caseId);
  const revealed = view.data?.reading.revealedAt != null || (view.data?.outside != null && view.data.second !== null);
  const proposal = useProposal(caseId, revealed);
  const report = useOriginalReport(caseId, revealed);
  const checks = revealed && mayCheck(view.data);
  const kept = useComparisonWork(caseId, checks);
  if (view.error !== null) return <Note text={view.error.message} caseId={caseId} />;
  if (view.data === undefined) return <Note text={words('reader.compare.opening')} caseId={caseId} />;
  if (view.data.reading.lockedAt === null && view.data.outside === null)
    return <Note text={words('reader.compare.lockFirst')} caseId={caseId} back="room" />;
  if (!revealed) return <Alone view={view.data} />;
  const error = proposal.error ?? kept.error;
  const back = view.data.as === 'reader' ? 'work' : 'desk';
  if (error !== null) return <Note text={error.message} caseId={caseId} back={back} />;
  if (proposal.data === undefined || (checks && kept.data === undefined))
    return <Note text={words('reader.compare.opening')} caseId={caseId} back={back} />;
  return <Checking view={view.data} proposal={proposal.data} report={report.data} stored={kept.data ?? null} />;
}
