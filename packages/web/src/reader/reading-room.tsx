import type { Draft, StudyView } from '@overread/contract/wire.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import { EMPTY_READER_REPORT, type ImageMark } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { SeriesRail } from '../viewer/series-rail.tsx';
import { useViewerController, useViewerState } from '../viewer/use-viewer.ts';
import { useWords } from '../viewer/use-words.ts';
import type { ViewerController } from '../viewer/viewer-controller.ts';
import { handleViewerKey, ownsKeys } from '../viewer/viewer-keys.ts';
import { ViewerStage } from '../viewer/viewer-stage.tsx';
import { putDraft, useCase, useCommand, useStoredDraft, useStudies } from './case-api.ts';
import { type ChecklistLine, checklistFor, checklistNamed, completeChecklist, linesOf } from './checklist.ts';
import type { ChecklistName } from './checklists.data.ts';
import { KeyFoot, KeyHelp } from './key-help.tsx';
import { LockDialog, LockPanel } from './lock-panel.tsx';
import { mayLock, openItems } from './open-items.ts';
import { techniqueOf } from './prefill.ts';
import styles from './reader.module.css';
import { appended, LockedColumn, ReportColumn } from './report-column.tsx';
import { markInWords } from './report-fields.tsx';
import { RoomHeader } from './room-header.tsx';
import { type DraftKeeper, useDraft } from './use-draft.ts';
import { useDarkRoom, useKeys, useSingleKeys } from './use-keys.ts';
import { placeOfMark, useDrawnMarks, useFilmLabels, useLooseMarks, useOpenRead, useRoomSeries } from './use-room.ts';

interface RoomProps {
  readonly view: CaseView;
  readonly studies: readonly StudyView[];
  /** All series of the studies in the order of the rail. */
  readonly series: readonly SeriesSummary[];
  readonly controller: ViewerController;
}

/** Keys of the room around those of the viewer. Answers whether the key was used. */
function roomKeys(event: KeyboardEvent, acts: Readonly<Record<string, () => void>>): boolean {
  const act = acts[event.key.toLowerCase()];
  if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return false;
  act();
  return true;
}

interface FrameProps extends RoomProps {
  readonly marks: readonly ImageMark[];
  readonly children: React.ReactNode;
  /** Keys of the report column, when there is one to write in. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** Header, rail, films and foot; the report column is its child. */
function RoomFrame({ view, studies, series, controller, marks, children, onKey }: FrameProps) {
  const [dim, setDim] = useState(false);
  const [help, setHelp] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const labelOf = useFilmLabels(view, studies);
  useKeys((event) => {
    if (onKey?.(event) === true) return true;
    if (!singleKeys || ownsKeys(event.target)) return false;
    const used = roomKeys(event, { d: () => setDim((was) => !was), '?': () => setHelp(true) });
    return used || handleViewerKey(controller, event);
  });
  return (
    <div className={styles.room} data-dim={dim}>
      <RoomHeader view={view} dim={dim} onDim={() => setDim(!dim)} />
      <SeriesRail caseId={view.id} controller={controller} series={series} />
      <main className={styles.films}>
        <ViewerStage controller={controller} series={series} labelOf={labelOf} marks={marks} />
      </main>
      {children}
      <KeyFoot onAll={() => setHelp(true)} />
      <KeyHelp open={help} onClose={() => setHelp(false)} singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
    </div>
  );
}

function focusField(name: string) {
  document.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus();
}

/** The lock: saves, locks, opens the original where there is one, and goes on to the comparison. */
function useLock(view: CaseView, draft: DraftKeeper, lines: readonly ChecklistLine[]) {
  const words = useWords();
  const navigate = useNavigate();
  const command = useCommand(view.id);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function lock() {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await draft.flush();
      const report = { ...draft.report, checklist: completeChecklist(lines) };
      const locked = await command.mutateAsync({ type: 'lockFindings', report });
      if (locked.mayDo.includes('revealOriginal')) await command.mutateAsync({ type: 'revealOriginal' });
      await navigate({ to: '/compare/$caseId', params: { caseId: view.id } });
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : words('reader.failed'));
      setBusy(false);
    }
  }
  return { asking, setAsking, busy, error, lock };
}

function OpenRoom({ stored, ...props }: RoomProps & { readonly stored: Draft }) {
  const { view, series, controller } = props;
  const { seen } = useViewerState(controller);
  const seenNow = useCallback(() => Object.fromEntries(controller.state().seen), [controller]);
  const draft = useDraft(view.id, stored, seenNow);
  const questions = view.question?.questions ?? [];
  const questionText = questions.map(({ text }) => text).join(' ');
  const [name, setName] = useState<ChecklistName>(() =>
    checklistFor(stored.report.checklist, view.question?.region, questionText),
  );
  const list = checklistNamed(name);
  const [group, setGroup] = useState(list.groups[0]?.id ?? '');
  const lines = useMemo(() => linesOf(list, draft.report.checklist), [list, draft.report.checklist]);
  const open = openItems({ report: draft.report, lines, questions, series, seen });
  const lock = useLock(view, draft, lines);
  useDrawnMarks(controller, draft);
  useEffect(() => controller.restoreSeen(stored.seen), [controller, stored.seen]);
  useSeenSaver(view.id, draft, seen, seenNow);

  const placeOf = (mark: ImageMark) => placeOfMark(mark, series, controller);
  const writeMark = (mark: ImageMark) =>
    draft.update((now) => ({ ...now, findings: appended(now.findings, `(${markInWords(mark, placeOf(mark))})`) }));
  const askLock = () => {
    if (mayLock(open)) lock.setAsking(true);
    else focusField(open.missing[0] ?? `answer-${open.unanswered[0]?.id}`);
  };
  function goToLine(line: ChecklistLine) {
    setGroup(line.group.id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${line.id}"] input`)?.focus());
  }
  function onKey(event: KeyboardEvent): boolean {
    if (event.key === 'Enter' && event.ctrlKey) {
      askLock();
      return true;
    }
    if (ownsKeys(event.target)) return false;
    const level = event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const tab = level === undefined ? undefined : list.groups[Number(level) - 1];
    if (tab !== undefined) {
      setGroup(tab.id);
      return true;
    }
    const last = draft.report.marks.at(-1);
    return last !== undefined && roomKeys(event, { t: () => writeMark(last) });
  }
  return (
    <RoomFrame {...props} marks={draft.report.marks} onKey={onKey}>
      <ReportColumn
        view={view}
        draft={draft}
        list={list}
        group={group}
        onGroup={setGroup}
        onList={(next) => {
          setName(next);
          setGroup(checklistNamed(next).groups[0]?.id ?? '');
          draft.update({ checklist: [] });
        }}
        placeOf={placeOf}
        onShow={(mark) => controller.show(mark.seriesInstanceUid, undefined, mark)}
        onWriteMark={writeMark}
      >
        <LockPanel
          open={open}
          total={lines.length}
          sealed={view.sealed}
          onLine={goToLine}
          onField={focusField}
          onSeries={(uid) => controller.show(uid)}
          onLock={askLock}
        />
      </ReportColumn>
      <LockDialog
        isOpen={lock.asking}
        openLines={open.lines.length}
        sealed={view.sealed}
        busy={lock.busy}
        error={lock.error}
        onClose={() => lock.setAsking(false)}
        onConfirm={() => void lock.lock()}
      />
    </RoomFrame>
  );
}

/** Frames looked at are saved with the draft; when nothing was written, a while after the last look. */
function useSeenSaver(
  caseId: string,
  draft: DraftKeeper,
  seen: ReadonlyMap<string, number>,
  seenNow: () => Readonly<Record<string, number>>,
) {
  const { report, state } = draft;
  useEffect(() => {
    if (seen.size === 0 || state !== 'saved') return;
    // A failed save of what was seen is not worth a word: the next one brings it.
    const timer = setTimeout(() => void putDraft(caseId, { report, seen: seenNow() }).catch(() => undefined), 5_000);
    return () => clearTimeout(timer);
  }, [caseId, report, seen, seenNow, state]);
}

/** After the lock the room is for looking again: the films, and the text as it was locked. */
function LockedRoom(props: RoomProps) {
  const { view, controller } = props;
  const words = useWords();
  const report = view.second?.locked ?? EMPTY_READER_REPORT;
  const loose = useLooseMarks(controller);
  return (
    <RoomFrame {...props} marks={[...report.marks, ...loose]}>
      <LockedColumn report={report}>
        <div className={styles.end}>
          <p className={styles.hint}>{words('reader.report.staysLocked')}</p>
          <Link className={styles.main} to="/compare/$caseId" params={{ caseId: view.id }}>
            {words('reader.toComparison')}
          </Link>
        </div>
      </LockedColumn>
    </RoomFrame>
  );
}

function Room(props: RoomProps) {
  const { view, studies } = props;
  const words = useWords();
  const locked = view.reading.lockedAt !== null;
  const stored = useStoredDraft(view.id, !locked);
  useOpenRead(view);
  if (locked) return <LockedRoom {...props} />;
  if (stored.isError) return <RoomNote text={stored.error.message} />;
  if (stored.data === undefined) return <RoomNote text={words('reader.opening')} />;
  const { report } = stored.data;
  const technique = report.technique === '' ? techniqueOf(studies) : report.technique;
  return <OpenRoom {...props} stored={{ ...stored.data, report: { ...report, technique } }} />;
}

function RoomNote({ text }: { readonly text: string }) {
  const words = useWords();
  return (
    <main className={styles.roomNote}>
      <h1>{words('reader.room')}</h1>
      <p role="status">{text}</p>
      <Link to="/reader">{words('reader.toWorkList')}</Link>
    </main>
  );
}

/** The reading room of one case: its films, and the reader's own report until it is locked. */
export function ReadingRoomPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const view = useCase(caseId);
  const studies = useStudies(caseId);
  const controller = useViewerController(caseId);
  // The first series is asked for before the rest of the room is there.
  const series = useRoomSeries(controller, studies.data);
  useDarkRoom();
  const error = view.error ?? studies.error;
  if (error !== null) return <RoomNote text={error.message} />;
  if (view.data === undefined || studies.data === undefined || controller === null)
    return <RoomNote text={words('reader.opening')} />;
  return <Room view={view.data} studies={studies.data} series={series} controller={controller} />;
}
