import { useLingui } from '@lingui/react';
import type { ComparisonProposal, OriginalReport } from '@overread/contract/wire.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useCase, useCommand, useOriginalReport, useProposal } from '../api/cases.ts';
import { plainDate, shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';
import { CheckingDialogs, type Open } from './comparison-dialogs.tsx';
import { ComparisonHeader, Overall, Summary } from './comparison-header.tsx';
import { finished, toCheck, type WorkingComparison } from './comparison-model.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { LoneReport, SecondOpinion } from './lone-report.tsx';
import { ReportText } from './report-texts.tsx';
import { SignDialog, SignedPanel } from './sign-panel.tsx';
import { signWords, useCheckingKeys, useLines, useSign, useStatement } from './use-checking.ts';
import { useComparison, useLeaveWarning } from './use-comparison.ts';

interface CheckingProps {
  readonly view: CaseView;
  readonly proposal: ComparisonProposal;
  readonly report: OriginalReport | undefined;
}

interface BothTextsProps extends CheckingProps {
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

function Checking({ view, proposal, report }: CheckingProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const keeper = useComparison(view, proposal);
  const lines = useLines(keeper);
  const { work } = keeper;
  const [open, setOpen] = useState<Open>(null);
  const sign = useSign(view, useStatement(view));
  const frozen = view.reading.signedAt !== null;
  const left = toCheck(work.pairs).length;
  useLeaveWarning(!frozen && left < work.pairs.length);
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
      <ComparisonHeader view={view} left={left} total={work.pairs.length} />
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
        <Link to="/work">{words('reader.toWorkList')}</Link>
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
