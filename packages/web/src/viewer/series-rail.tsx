import type { SeriesSummary } from '@overread/imaging/model.ts';
import { useEffect, useRef } from 'react';
import { useWords } from '../ui/use-words.ts';
import { seriesName } from './series-name.ts';
import { streamUrl } from './stream-url.ts';
import { drawThumbnail } from './thumbnail.ts';
import { useViewerState } from './use-viewer.ts';
import styles from './viewer.module.css';
import type { ViewerController } from './viewer-controller.ts';

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

interface SeriesRailProps {
  readonly caseId: string;
  readonly controller: ViewerController;
  readonly series: readonly SeriesSummary[];
}

/** All series of the case; a press shows one in the active pane. Tells how much of each was looked at. */
export function SeriesRail({ caseId, controller, series }: SeriesRailProps) {
  const words = useWords();
  const state = useViewerState(controller);
  const others = state.series[state.active === 0 ? 1 : 0];
  return (
    <nav className={styles.rail} aria-label={words('reader.series')}>
      {series.map((item) => {
        const uid = item.seriesInstanceUid;
        const seen = state.seen.get(uid) ?? 0;
        const inActive = state.series[state.active] === uid;
        const inOther = state.twoUp && others === uid;
        return (
          <button
            key={uid}
            type="button"
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
      })}
    </nav>
  );
}
