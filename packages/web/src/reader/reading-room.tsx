import type { StudyView } from '@overread/contract/images.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCase, useStoredDraft, useStudies } from '../api/cases.ts';
import { useWords } from '../ui/use-words.ts';
import { SeriesRail } from '../viewer/series-rail.tsx';
import { useViewerController, useViewerState } from '../viewer/use-viewer.ts';
import type { ViewerController } from '../viewer/viewer-controller.ts';
import { handleViewerKey, ownsKeys } from '../viewer/viewer-keys.ts';
import { ViewerStage } from '../viewer/viewer-stage.tsx';
import { takeEarlyStore } from './early.ts';
import { KeyFoot, KeyHelp } from './key-help.tsx';
import { OpenReport } from './open-report.tsx';
import { techniqueOf } from './prefill.ts';
import styles from './reader.module.css';
import { LockedColumn } from './report-column.tsx';
import { type RoomBridge, useRoomBridge } from './room-bridge.ts';
import { RoomHeader } from './room-header.tsx';
import { useDarkRoom, useKeys, useSingleKeys } from './use-keys.ts';
import { useFilmLabels, useLooseMarks, useOpenRead, useRoomSeries } from './use-room.ts';

/** After the first image: it must not wait for what is said about the set. */
const ReaderSet = lazy(() => import('../set/reader-set.tsx').then((file) => ({ default: file.ReaderSet })));

interface RoomProps {
  readonly view: CaseView;
  readonly studies: readonly StudyView[];
  /** All series of the studies in the order of the rail. */
  readonly series: readonly SeriesSummary[];
  readonly controller: ViewerController;
}

/** D and ?, the keys of the room itself. Answers whether the key was used. */
function roomKey(event: KeyboardEvent, acts: Readonly<Record<string, () => void>>): boolean {
  const act = acts[event.key.toLowerCase()];
  if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return false;
  act();
  return true;
}

/** Header, rail, films and foot at once; the report column joins when the first image is on the screen. */
function Room(props: RoomProps) {
  const { view, studies, series, controller } = props;
  const [dim, setDim] = useState(false);
  const [help, setHelp] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { marks, keys, bridge } = useRoomBridge();
  const labelOf = useFilmLabels(view, studies);
  const { painted } = useViewerState(controller);
  useOpenRead(view);
  useKeys((event) => {
    const free = singleKeys && !ownsKeys(event.target);
    if (keys.current?.(event, free) === true) return true;
    if (!free) return false;
    const used = roomKey(event, { d: () => setDim((was) => !was), '?': () => setHelp(true) });
    return used || handleViewerKey(controller, event);
  });
  return (
    <div className={styles.room} data-dim={dim}>
      <RoomHeader view={view} dim={dim} onDim={() => setDim(!dim)} />
      <SeriesRail caseId={view.id} controller={controller} series={series}>
        {painted && (
          <Suspense fallback={null}>
            <ReaderSet view={view} studies={studies} className={styles.set ?? ''} />
          </Suspense>
        )}
      </SeriesRail>
      <main className={styles.films}>
        <ViewerStage controller={controller} series={series} labelOf={labelOf} marks={marks} />
      </main>
      <ReportSide {...props} bridge={bridge} />
      <KeyFoot onAll={() => setHelp(true)} />
      <KeyHelp open={help} onClose={() => setHelp(false)} singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
    </div>
  );
}

/** The column is built after the first image, or a little later where there is none. */
const COLUMN_AFTER_MS = 1_500;

function useAfterFirstImage(controller: ViewerController): boolean {
  const { painted } = useViewerState(controller);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), COLUMN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return painted || late;
}

type SideProps = RoomProps & { readonly bridge: RoomBridge };

function ReportSide(props: SideProps) {
  const { view, studies, controller } = props;
  const words = useWords();
  const locked = view.reading.lockedAt !== null;
  const stored = useStoredDraft(view.id, !locked);
  const ready = useAfterFirstImage(controller);
  if (locked) return <LockedReport {...props} />;
  if (stored.data === undefined || !ready)
    return (
      <aside className={styles.report} aria-label={words('reader.report')}>
        <p className={styles.columnNote} role="status">
          {stored.error?.message ?? words('reader.report.opening')}
        </p>
      </aside>
    );
  const { report } = stored.data;
  const technique = report.technique === '' ? techniqueOf(studies) : report.technique;
  return <OpenReport {...props} stored={{ ...stored.data, report: { ...report, technique } }} />;
}

/** After the lock the room is for looking again: the films, and the text as it was locked. */
function LockedReport({ view, controller, bridge }: SideProps) {
  const words = useWords();
  const report = view.second?.locked ?? EMPTY_READER_REPORT;
  const loose = useLooseMarks(controller);
  useEffect(() => bridge.setMarks([...report.marks, ...loose]), [bridge, report.marks, loose]);
  return (
    <LockedColumn report={report}>
      <div className={styles.end}>
        <p className={styles.hint}>{words('reader.report.staysLocked')}</p>
        <Link className={styles.main} to="/compare/$caseId" params={{ caseId: view.id }}>
          {words('reader.toComparison')}
        </Link>
      </div>
    </LockedColumn>
  );
}

function RoomNote({ text }: { readonly text: string }) {
  const words = useWords();
  return (
    <main className={styles.roomNote}>
      <h1>{words('reader.room')}</h1>
      <p role="status">{text}</p>
      <Link to="/work">{words('reader.toWorkList')}</Link>
    </main>
  );
}

/** The reading room of one case: its films, and the reader's own report until it is locked. */
export function ReadingRoomPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const view = useCase(caseId);
  const studies = useStudies(caseId);
  const controller = useViewerController(caseId, takeEarlyStore);
  // The first series is asked for before the rest of the room is there.
  const series = useRoomSeries(controller, studies.data);
  useDarkRoom();
  const error = view.error ?? studies.error;
  if (error !== null) return <RoomNote text={error.message} />;
  if (view.data === undefined || studies.data === undefined || controller === null)
    return <RoomNote text={words('reader.opening')} />;
  return <Room view={view.data} studies={studies.data} series={series} controller={controller} />;
}
