import { useLingui } from '@lingui/react';
import type { StudyView } from '@overread/contract/images.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { ImageMark } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { plainDate } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { seriesName } from '../viewer/series-name.ts';
import type { DrawnMark, ViewerController } from '../viewer/viewer-controller.ts';
import type { FilmLabel } from '../viewer/viewer-pane.tsx';
import { firstPair, railOrder } from './prefill.ts';
import type { DraftKeeper } from './use-draft.ts';

/** Opens the read once, when the reader enters the room for the first time. */
export function useOpenRead(view: CaseView | undefined): void {
  const { mutate } = useCommand(view?.id ?? '');
  const sent = useRef(false);
  const due = view !== undefined && view.reading.openedAt === null && view.mayDo.includes('openRead');
  useEffect(() => {
    if (!due || sent.current) return;
    sent.current = true;
    mutate({ type: 'openRead' });
  }, [due, mutate]);
}

/** The series of the case, and the first two of them in the panes as soon as both are known. */
export function useRoomSeries(
  controller: ViewerController | null,
  studies: readonly StudyView[] | undefined,
): readonly SeriesSummary[] {
  const series = useMemo(() => railOrder(studies ?? []), [studies]);
  useEffect(() => {
    if (controller === null || series.length === 0) return;
    const [left, right] = firstPair(series);
    if (left !== null) controller.show(left, 0);
    if (right !== null) controller.show(right, 1);
    controller.prefetch(series.filter(({ role }) => role === 'diagnostic').map((one) => one.seriesInstanceUid));
  }, [controller, series]);
  return series;
}

/** What is written on the films of a series. */
export function useFilmLabels(view: CaseView | undefined, studies: readonly StudyView[] | undefined) {
  const { i18n } = useLingui();
  return useCallback(
    (uid: string | null): FilmLabel => {
      const study = studies?.find(({ series }) => series.some((one) => one.seriesInstanceUid === uid));
      const born = view === undefined ? '' : plainDate(i18n.locale, view.patient.birthDate);
      return {
        patient: view === undefined ? '' : `${view.patient.name.family}, ${view.patient.name.given}`,
        born: [born, view?.patient.sex ?? ''].filter((part) => part !== '').join(' '),
        studied: study === undefined ? '' : plainDate(i18n.locale, study.date),
      };
    },
    [i18n, studies, view],
  );
}

/** "T2 SAG 6": where a mark lies. The number is the one that the pane shows; it is left out where the series was not opened. */
export function placeOfMark(mark: ImageMark, series: readonly SeriesSummary[], controller: ViewerController): string {
  const found = series.find(({ seriesInstanceUid }) => seriesInstanceUid === mark.seriesInstanceUid);
  if (found === undefined) return '';
  const number = controller.numberOf(mark.seriesInstanceUid, mark.sopInstanceUid, mark.frame);
  return number === null ? seriesName(found) : `${seriesName(found)} ${number}`;
}

/** The next free label: F1, F2, … */
export function nextLabel(marks: readonly ImageMark[]): string {
  const used = marks.map(({ label }) => Number(/^F(\d+)$/.exec(label)?.[1] ?? 0));
  return `F${Math.max(0, ...used) + 1}`;
}

/** Takes what is drawn in the viewer into the report. */
export function useDrawnMarks(controller: ViewerController, draft: DraftKeeper | null): void {
  const update = draft?.update;
  useEffect(() => {
    if (update === undefined) return;
    return controller.onMark((drawn: DrawnMark) => {
      update((report) => {
        const mark: ImageMark = { id: newId(), label: nextLabel(report.marks), ...drawn };
        return { ...report, marks: [...report.marks, mark] };
      });
    });
  }, [controller, update]);
}

/** Marks made after the lock: shown while the page is open, and part of nothing. */
export function useLooseMarks(controller: ViewerController): readonly ImageMark[] {
  const [marks, setMarks] = useState<readonly ImageMark[]>([]);
  useEffect(
    () =>
      controller.onMark((drawn: DrawnMark) =>
        setMarks((now) => [...now, { id: newId(), label: `${now.length + 1}`, ...drawn }]),
      ),
    [controller],
  );
  return marks;
}
