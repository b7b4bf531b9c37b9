import { useLingui } from '@lingui/react';
import type { CaseCompleteness, StudySummary } from '@overread/imaging/model.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { SET_VERDICTS, type SetVerdict } from '@overread/rules/case/vocabulary.ts';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useOriginalReport, useQuality, useStudies } from '../api/cases.ts';
import { ReasonDialog } from '../coordinator/reason-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { plainDate } from '../ui/format.ts';
import { keepFor } from '../ui/use-kept.ts';
import { useWords, type Words } from '../ui/use-words.ts';
import { seriesName } from '../viewer/series-name.ts';
import { SeriesList } from './series-list.tsx';
import styles from './set.module.css';
import { completenessOfCase, lacksOf, letterOf } from './set-model.ts';
import { SideConflicts } from './side-conflicts.tsx';

const said = (words: Words, verdict: SetVerdict, protocol: string) => words(`images.set.${verdict}`, { protocol });

function headlineOf(words: Words, checked: CaseCompleteness): string {
  if (checked.shows.length > 0) return words('images.set.other-part', { shows: checked.shows.join(', ') });
  return checked.verdict === 'unknown' ? words('images.set.unknown') : said(words, checked.verdict, checked.protocol);
}

/** What was expected, and by which series it is met. */
function Lines({
  checked,
  studies,
}: {
  readonly checked: CaseCompleteness;
  readonly studies: readonly StudySummary[];
}) {
  const words = useWords();
  const names = new Map(
    studies.flatMap(({ series }) =>
      series.map((one) => [one.seriesInstanceUid, `${one.number ?? ''} ${seriesName(one)}`]),
    ),
  );
  return (
    <div className={styles.wide}>
      <table>
        <thead>
          <tr>
            <th>{words('images.set.expected')}</th>
            <th>{words('images.set.by')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.expected.map(({ id, sequence, need, met, by }) => (
            <tr key={id}>
              <td>
                {sequence}
                {need === 'wished' && ` (${words('images.set.wished')})`}
              </td>
              <td data-missing={!met && need === 'required' ? '' : undefined}>
                {met ? by.map((uid) => names.get(uid) ?? uid).join(', ') : words('images.set.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function JudgeDialog({ view, checked, onClose }: { view: CaseView; checked: CaseCompleteness; onClose: () => void }) {
  const words = useWords();
  const [verdict, setVerdict] = useState<SetVerdict>(view.setJudged?.verdict ?? 'complete');
  return (
    <ReasonDialog
      view={view}
      title={words('images.set.judge')}
      lead={
        <>
          <p>{words('images.set.judge.lead', { verdict: headlineOf(words, checked) })}</p>
          <ChoiceGroup<SetVerdict>
            name="verdict"
            label={words('images.set.judge.verdict')}
            value={verdict}
            onChange={setVerdict}
            choices={SET_VERDICTS.map((value) => ({ value, text: words(`images.set.judge.${value}`) }))}
          />
        </>
      }
      label={words('images.set.judge.reason')}
      submit={words('images.set.judge.submit')}
      commandOf={(reason) => ({ type: 'judgeSet', verdict, reason })}
      onClose={onClose}
    />
  );
}

/** What the facility will be asked, to be read and copied before anything is sent. */
function ReadyText({ text }: { readonly text: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <details className={styles.ready}>
      <summary>{words('images.set.text')}</summary>
      <p>{text}</p>
      {navigator.clipboard !== undefined && (
        <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {words(copied ? 'images.set.copied' : 'images.set.copy')}
        </Button>
      )}
    </details>
  );
}

function Acts({
  view,
  checked,
  studies,
}: {
  view: CaseView;
  checked: CaseCompleteness;
  studies: readonly StudySummary[];
}) {
  const words = useWords();
  const navigate = useNavigate();
  const [judging, setJudging] = useState(false);
  const letter = letterOf(words, checked, studies);
  const write = () => {
    keepFor(`records/${view.id}`, {
      name: letter.facility,
      studyDate: letter.studyDate,
      wants: ['images'],
      missing: letter.missing,
    });
    void navigate({ to: '/case/$caseId/records', params: { caseId: view.id } as never });
  };
  return (
    <div className={styles.acts}>
      {letter.missing !== '' && <ReadyText text={letter.missing} />}
      {letter.missing !== '' && view.mayDo.includes('requestRecords') && (
        <Button onPress={write}>
          {letter.facility === ''
            ? words('images.set.ask.nobody')
            : words('images.set.ask', { facility: letter.facility })}
        </Button>
      )}
      {view.mayDo.includes('judgeSet') && <Button onPress={() => setJudging(true)}>{words('images.set.judge')}</Button>}
      {judging && <JudgeDialog view={view} checked={checked} onClose={() => setJudging(false)} />}
    </div>
  );
}

/** The completeness of a case's pictures for its question, for the staff: line by line, with what can be done about it. */
export function StaffSet({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const studies = useStudies(view.id);
  const own = useMemo(() => studies.data?.filter(({ state }) => state === 'attached') ?? [], [studies.data]);
  const checked = useMemo(() => completenessOfCase(view, own), [view, own]);
  const quality = useQuality(view.id, own.length > 0);
  const report = useOriginalReport(view.id, view.report !== null && view.maySee.includes('report:view'));
  if (own.length === 0) return null;
  const { setJudged } = view;
  return (
    <section className={styles.staff} aria-labelledby="set-title">
      <h3 id="set-title">{words('images.set.title')}</h3>
      <p>{headlineOf(words, checked)}</p>
      <SideConflicts view={view} studies={own} report={report.data?.examination ?? ''} />
      {setJudged != null && (
        <p>
          {words('images.set.judged', {
            name: setJudged.by.name,
            date: plainDate(i18n.locale, setJudged.at),
            verdict: said(words, setJudged.verdict, checked.protocol),
          })}{' '}
          <q>{setJudged.reason}</q>
        </p>
      )}
      {checked.expected.length > 0 && <Lines checked={checked} studies={own} />}
      {lacksOf(checked).map((lack) => (
        <p key={lack}>{words(`images.lack.${lack}`)}</p>
      ))}
      {checked.limits.map(({ kind, sequence, series, told }) => (
        <p key={`${kind} ${series}`}>{words(`images.set.limit.${kind}`, { sequence, told })}</p>
      ))}
      <SeriesList studies={own} quality={quality.data ?? {}} />
      <Acts view={view} checked={checked} studies={own} />
    </section>
  );
}
