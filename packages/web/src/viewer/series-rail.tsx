import type { QualitySign, SeriesSummary } from '@overread/imaging/model.ts';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { useQuality } from '../api/cases.ts';
import { useWords } from '../ui/use-words.ts';
import { linksOf } from './series-links.ts';
import { seriesName } from './series-name.ts';
import { streamUrl } from './stream-url.ts';
import { drawThumbnail } from './thumbnail.ts';
import { useViewerState } from './use-viewer.ts';
import styles from './viewer.module.css';
import type { ViewerController, ViewerState } from './viewer-controller.ts';

/** The middle image of a series; asked for once the first full image is on the screen, so as not to delay it. */
function Thumbnail({ url, load }: { readonly url: string; readonly load: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!load || canvas.current === null) return;
    const stop = new AbortController();
    // A thumbnail that fails leaves a black square: the series itself says why when it is opened.
    drawThumbnail(url, canvas.current, stop.signal).catch(() => undefined);
    return () => stop.abort();
  }, [url, load]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className={styles.thumbnail} width={100} height={88} />
    </span>
  );
}

/** What is known of a series beside its name; after the first image, for it must not wait. */
const SeriesMarks = lazy(() => import('./series-marks.tsx').then((file) => ({ default: file.SeriesMarks })));

interface SeriesRailProps {
  readonly caseId: string;
  readonly controller: ViewerController;
  readonly series: readonly SeriesSummary[];
  /** What is said of all of them, above the first. */
  readonly children?: ReactNode;
}

const NO_SIGNS: readonly QualitySign[] = [];

interface RailItemProps extends Pick<SeriesRailProps, 'caseId' | 'controller'> {
  readonly item: SeriesSummary;
  readonly state: ViewerState;
}

function RailItem({ caseId, controller, item, state }: RailItemProps) {
  const words = useWords();
  const uid = item.seriesInstanceUid;
  const others = state.series[state.active === 0 ? 1 : 0];
  const inActive = state.series[state.active] === uid;
  const inOther = state.twoUp && others === uid;
  const seen = state.seen.get(uid) ?? 0;
  return (
    <button
      type="button"
      className={styles.railSeries}
      data-in={inActive ? 'active' : inOther ? 'other' : undefined}
      aria-current={inActive ? 'true' : undefined}
      onClick={() => controller.show(uid)}
    >
      <Thumbnail url={streamUrl(caseId, uid, true)} load={state.painted} />
      <span className={styles.railName}>
        <b>{seriesName(item)}</b>
        <span>{item.number}</span>
      </span>
      <span className={styles.railSeen}>
        {state.failed.has(uid)
          ? words('reader.series.failed')
          : seen === 0
            ? words('reader.series.notSeen')
            : words('reader.series.seen', { seen, of: item.frames })}
      </span>
    </button>
  );
}

/** All series of the case; a press shows one in the active pane. Tells how much of each was looked at, and what it is. */
export function SeriesRail({ caseId, controller, series, children }: SeriesRailProps) {
  const words = useWords();
  const state = useViewerState(controller);
  const { data: quality } = useQuality(caseId, state.painted);
  const links = useMemo(() => linksOf(series), [series]);
  const active = state.series[state.active];
  return (
    <nav className={styles.rail} aria-label={words('reader.series')}>
      {children}
      {series.map((item) => {
        const linked = links.get(item.seriesInstanceUid) ?? [];
        return (
          <div key={item.seriesInstanceUid} className={styles.railItem}>
            <RailItem caseId={caseId} controller={controller} item={item} state={state} />
            {state.painted && (
              <Suspense fallback={<span className={styles.marks} />}>
                <SeriesMarks
                  series={item}
                  signs={quality?.[item.seriesInstanceUid] ?? NO_SIGNS}
                  linked={linked}
                  linkedNow={linked.some(({ seriesInstanceUid }) => seriesInstanceUid === active)}
                />
              </Suspense>
            )}
          </div>
        );
      })}
    </nav>
  );
}
