import type { Draft } from '@overread/contract/reading.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { ImageMark } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { putDraft, useCommand } from '../api/cases.ts';
import { useWords } from '../ui/use-words.ts';
import { useViewerState } from '../viewer/use-viewer.ts';
import type { ViewerController } from '../viewer/viewer-controller.ts';
import { type ChecklistLine, checklistFor, checklistNamed, completeChecklist, linesOf } from './checklist.ts';
import type { Checklist, ChecklistName } from './checklists.data.ts';
import { LockDialog, LockPanel } from './lock-panel.tsx';
import { mayLock, openItems } from './open-items.ts';
import { appended, ReportColumn } from './report-column.tsx';
import { markInWords } from './report-fields.tsx';
import type { RoomBridge } from './room-bridge.ts';
import { type DraftKeeper, useDraft } from './use-draft.ts';
import { placeOfMark, useDrawnMarks } from './use-room.ts';

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

interface OpenReportProps {
  readonly view: CaseView;
  readonly series: readonly SeriesSummary[];
  readonly controller: ViewerController;
  readonly bridge: RoomBridge;
  readonly stored: Draft;
}

/** The report while it is written: the column, its keys and its marks, and the lock at its end. */
export function OpenReport({ view, series, controller, bridge, stored }: OpenReportProps) {
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
  function onKey(event: KeyboardEvent, free: boolean): boolean {
    if (event.key === 'Enter' && event.ctrlKey) askLock();
    else if (!free) return false;
    else if (!levelKey(event, list, setGroup) && !textKey(event, draft.report.marks, writeMark)) return false;
    return true;
  }
  useEffect(() => {
    bridge.setKeys(onKey);
    return () => bridge.setKeys(null);
  });
  useEffect(() => bridge.setMarks(draft.report.marks), [bridge, draft.report.marks]);
  return (
    <>
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
    </>
  );
}

/** Shift with a digit opens a tab of the checklist. */
function levelKey(event: KeyboardEvent, list: Checklist, open: (group: string) => void): boolean {
  const level = event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
  const tab = level === undefined ? undefined : list.groups[Number(level) - 1];
  if (tab !== undefined) open(tab.id);
  return tab !== undefined;
}

/** T puts the last mark into the text. */
function textKey(event: KeyboardEvent, marks: readonly ImageMark[], write: (mark: ImageMark) => void): boolean {
  const last = marks.at(-1);
  if (last === undefined || event.key.toLowerCase() !== 't' || event.ctrlKey || event.altKey || event.metaKey)
    return false;
  write(last);
  return true;
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
