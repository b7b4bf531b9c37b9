import type { StudyView } from '@overread/contract/images.ts';
import type { ImageMark } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStudies } from '../api/index.ts';
import { useFilmLabels, useLooseMarks, useRoomSeries } from '../reader/use-room.ts';
import { useWords } from '../ui/use-words.ts';
import { SeriesRail } from '../viewer/series-rail.tsx';
import { useViewerController } from '../viewer/use-viewer.ts';
import type { ViewerController } from '../viewer/viewer-controller.ts';
import { handleViewerKey, ownsKeys } from '../viewer/viewer-keys.ts';
import { ViewerStage } from '../viewer/viewer-stage.tsx';
import styles from './case-viewer.module.css';

interface CaseViewerProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

const NO_MARKS: readonly ImageMark[] = [];
const noStore = () => null;

interface FilmsProps {
  readonly view: CaseView;
  readonly studies: readonly StudyView[];
  readonly controller: ViewerController;
}

function Films({ view, studies, controller }: FilmsProps) {
  const series = useRoomSeries(controller, studies);
  const labelOf = useFilmLabels(view, studies);
  const loose = useLooseMarks(controller);
  const own = view.second?.final.marks ?? NO_MARKS;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const field = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (field || (ownsKeys(event.target) && !(event.target instanceof Element && event.target.closest('dialog'))))
        return;
      if (handleViewerKey(controller, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [controller]);
  return (
    <>
      <SeriesRail caseId={view.id} controller={controller} series={series} />
      <div className={styles.films}>
        <ViewerStage controller={controller} series={series} labelOf={labelOf} marks={[...own, ...loose]} />
      </div>
    </>
  );
}

/** All images of the case over the page, in the dark, with the reader's marks. Looking changes nothing in the case. */
export function CaseViewer({ view, onClose }: CaseViewerProps) {
  const words = useWords();
  const studies = useStudies(view.id);
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const controller = useViewerController(view.id, noStore);
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    setShown(true);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      data-theme="dark"
      aria-label={words('referrer.images.title')}
      onClose={onClose}
    >
      <header className={styles.bar}>
        <p>{`${view.patient.name.family}, ${view.patient.name.given}`}</p>
        <p className={styles.note}>{words('reader.display')}</p>
        <button type="button" onClick={onClose}>
          <X aria-hidden="true" size={16} /> {words('referrer.images.close')}
        </button>
      </header>
      {studies.error !== null && <p role="alert">{studies.error.message}</p>}
      {studies.isPending && (
        <p role="status" className={styles.note}>
          {words('referrer.images.opening')}
        </p>
      )}
      {shown && controller !== null && studies.data !== undefined && (
        <Films view={view} studies={studies.data} controller={controller} />
      )}
    </dialog>
  );
}
