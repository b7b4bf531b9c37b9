import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { Maximize } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { casePath, useStudies } from '../api/index.ts';
import { firstPair, railOrder } from '../reader/prefill.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/use-words.ts';
import { seriesName } from '../viewer/series-name.ts';
import { streamUrl } from '../viewer/stream-url.ts';
import { drawThumbnail } from '../viewer/thumbnail.ts';
import styles from './referral.module.css';

// The viewer is a megabyte of code: only who presses the button loads it.
const CaseViewer = lazy(() => import('./case-viewer.tsx').then((file) => ({ default: file.CaseViewer })));

interface FilmProps {
  readonly caseId: string;
  readonly series: SeriesSummary;
  readonly onOpen: () => void;
}

function Film({ caseId, series, onOpen }: FilmProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const url = streamUrl(caseId, series.seriesInstanceUid, true);
  useEffect(() => {
    if (canvas.current === null) return;
    const stop = new AbortController();
    drawThumbnail(url, canvas.current, stop.signal).catch(() => {
      if (!stop.signal.aborted) setFailed(true);
    });
    return () => stop.abort();
  }, [url]);
  return (
    <button type="button" className={styles.film} onClick={onOpen}>
      <span aria-hidden="true">
        <canvas ref={canvas} width={175} height={196} />
      </span>
      <span>
        {failed
          ? words('referrer.images.failed')
          : words('referrer.images.series', { name: seriesName(series), count: series.frames })}
      </span>
    </button>
  );
}

/** Two series at a glance and the way to all images. */
function Films({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const studies = useStudies(view.id);
  const series = useMemo(() => railOrder(studies.data ?? []), [studies.data]);
  const pair = firstPair(series)
    .map((uid) => series.find(({ seriesInstanceUid }) => seriesInstanceUid === uid))
    .filter((one) => one !== undefined);
  const count = series.reduce((sum, { frames }) => sum + frames, 0);
  if (count === 0) return null;
  return (
    <>
      <div className={styles.images}>
        {pair.map((one) => (
          <Film key={one.seriesInstanceUid} caseId={view.id} series={one} onOpen={() => setOpen(true)} />
        ))}
      </div>
      <Button wide onPress={() => setOpen(true)}>
        <Maximize aria-hidden="true" /> {words('referrer.images.open', { count })}
      </Button>
      {open && (
        <Suspense fallback={<p role="status">{words('referrer.images.opening')}</p>}>
          <CaseViewer view={view} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The images, the signed report as a file, and the original as it came. */
export function ImagesColumn({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const maySee = (action: CaseView['maySee'][number]) => view.maySee.includes(action);
  return (
    <section aria-label={words('referrer.images.title')}>
      {maySee('images:view') && <Films view={view} />}
      <p className={styles.files}>
        {maySee('document:view') && (
          <a href={casePath(view.id, '/report.pdf')} target="_blank" rel="noreferrer">
            {words('referrer.pdf')}
          </a>
        )}
        {view.report !== null && maySee('report:view') && (
          <a href={casePath(view.id, '/report/file')} target="_blank" rel="noreferrer">
            {words('referrer.originalFile')}
          </a>
        )}
        {maySee('copy:make') && (
          <Link to="/case/$caseId/copy" params={{ caseId: view.id } as never}>
            {words('referrer.copy')}
          </Link>
        )}
      </p>
    </section>
  );
}
