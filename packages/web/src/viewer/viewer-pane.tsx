import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { ImageMark } from '@overread/rules/case/report.ts';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords, type Words } from '../ui/use-words.ts';
import type { PaneEngine, PaneState } from './pane-engine.ts';
import { PaneInput } from './pane-input.ts';
import { edgeLetters, referenceLine, sliceLocation } from './position.ts';
import { rasterOf } from './renderer.ts';
import { seriesName } from './series-name.ts';
import { usePaneState, useViewerState } from './use-viewer.ts';
import { imageToPane, type Point, zoomPercent } from './view.ts';
import styles from './viewer.module.css';
import type { PaneNumber, ViewerController } from './viewer-controller.ts';

/** Whose pictures these are, and when they were taken: written on every pane. */
export interface FilmLabel {
  readonly patient: string;
  readonly born: string;
  readonly studied: string;
}

interface ViewerPaneProps {
  readonly controller: ViewerController;
  readonly number: PaneNumber;
  readonly series: SeriesSummary | null;
  readonly label: FilmLabel;
  readonly marks: readonly ImageMark[];
  readonly otherNumber: number | null;
}

const MARKED = '#94d0ca';
const CUT = '#d9b566';

/** "F1 · 4 mm". */
const markLabel = ({ label, lengthMm }: ImageMark) => (lengthMm === undefined ? label : `${label} · ${lengthMm} mm`);

/** Marks, a line being drawn and the cut of the other pane, over the image. All in CSS pixels of the pane. */
function Drawings({
  state,
  other,
  marks,
  draft,
  otherNumber,
}: {
  readonly state: PaneState;
  readonly other: PaneState;
  readonly marks: readonly ImageMark[];
  readonly draft: readonly [Point, Point] | null;
  /** Series number of the other pane, written on its cut. */
  readonly otherNumber: number | null;
}) {
  const { images, view, size } = state;
  if (images === null || view === null || size.width === 0) return null;
  const raster = rasterOf(images, view.index);
  const at = (point: Point) => imageToPane(raster, size, view, point);
  const frame = images.header.frames[view.index];
  const here = marks.filter(
    (mark) =>
      mark.seriesInstanceUid === images.header.seriesInstanceUid &&
      mark.sopInstanceUid === frame?.sopInstanceUid &&
      mark.frame === frame.frame,
  );
  const cut =
    other.images === null || other.view === null
      ? null
      : referenceLine(
          { header: images.header, index: view.index },
          { header: other.images.header, index: other.view.index },
        );
  return (
    <svg className={styles.drawings} width={size.width} height={size.height} aria-hidden="true">
      {cut !== null && other.view !== null && (
        <Cut
          from={at(cut[0])}
          to={at(cut[1])}
          label={[otherNumber, other.view.index + 1].filter((n) => n !== null).join(':')}
        />
      )}
      {here.map((mark) => (
        <Mark key={mark.id} points={mark.points.map(at)} label={markLabel(mark)} />
      ))}
      {draft !== null && <Line from={at(draft[0])} to={at(draft[1])} color={MARKED} />}
    </svg>
  );
}

function Line(props: { readonly from: Point; readonly to: Point; readonly color: string; readonly dashed?: boolean }) {
  const { from, to, color, dashed } = props;
  return (
    <line
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1]}
      stroke={color}
      strokeWidth={1.5}
      strokeDasharray={dashed ? '6 4' : undefined}
    />
  );
}

/** The cut of the other pane's slice, with its number: "8:11" is image 11 of series 8. */
function Cut({ from, to, label }: { readonly from: Point; readonly to: Point; readonly label: string }) {
  const [start, end] = from[0] <= to[0] ? [from, to] : [to, from];
  const at = (part: number): Point => [start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part];
  const [x, y] = at(0.08);
  return (
    <>
      <Line from={start} to={end} color={CUT} dashed />
      <text x={x} y={y - 5} className={styles.cutLabel}>
        {label}
      </text>
    </>
  );
}

function Mark({ points, label }: { readonly points: readonly Point[]; readonly label: string }) {
  const [a, b] = points;
  if (a === undefined) return null;
  const [x, y] = b ?? a;
  return (
    <g>
      {b === undefined ? (
        <circle cx={a[0]} cy={a[1]} r={12} fill="none" stroke={MARKED} strokeWidth={1.5} />
      ) : (
        <>
          <Line from={a} to={b} color={MARKED} />
          <circle cx={a[0]} cy={a[1]} r={3} fill="none" stroke={MARKED} />
          <circle cx={b[0]} cy={b[1]} r={3} fill="none" stroke={MARKED} />
        </>
      )}
      <text x={x + 16} y={y - 8} className={styles.markLabel}>
        {label}
      </text>
    </g>
  );
}

function numbers(state: PaneState) {
  const { images, view, size } = state;
  if (images === null || view === null || size.width === 0) return null;
  const frame = images.header.frames[view.index];
  const location = sliceLocation(images.header, view.index);
  return {
    window: `W ${Math.round(view.window.width)} C ${Math.round(view.window.center)}`,
    zoom: zoomPercent(rasterOf(images, view.index), size, view),
    n: view.index + 1,
    of: images.header.frames.length,
    times: [
      frame?.repetitionTime == null ? '' : `TR ${Math.round(frame.repetitionTime)}`,
      frame?.echoTime == null ? '' : `TE ${Math.round(frame.echoTime)}`,
    ]
      .join(' ')
      .trim(),
    slice: [
      frame?.sliceThickness == null ? '' : `${Math.round(frame.sliceThickness * 10) / 10} mm`,
      location === null ? '' : `${location.letter} ${location.mm.toFixed(1)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    letters: edgeLetters(frame?.orientation ?? null),
  };
}

function Corners({ state, series, label }: Pick<ViewerPaneProps, 'series' | 'label'> & { state: PaneState }) {
  const words = useWords();
  const shown = numbers(state);
  if (shown === null || series === null) return null;
  return (
    <div aria-hidden="true">
      <div className={`${styles.corner} ${styles.topLeft}`}>
        <b>{seriesName(series)}</b>
        {series.number === null ? '' : ` · ${words('reader.series.number', { number: series.number })}`}
        <br />
        {label.studied}
        <br />
        {shown.times}
      </div>
      <div className={`${styles.corner} ${styles.topRight}`}>
        {label.patient}
        <br />
        {label.born}
      </div>
      <div className={`${styles.corner} ${styles.bottomLeft}`}>
        {shown.window}
        <br />
        {words('reader.overlay.zoom', { percent: shown.zoom })}
      </div>
      <div className={`${styles.corner} ${styles.bottomRight}`}>
        {words('reader.overlay.image', { n: shown.n, of: shown.of })}
        <br />
        {shown.slice}
      </div>
      {shown.letters !== null && (
        <>
          <span className={`${styles.letter} ${styles.atLeft}`}>{shown.letters.left}</span>
          <span className={`${styles.letter} ${styles.atRight}`}>{shown.letters.right}</span>
          <span className={`${styles.letter} ${styles.atTop}`}>{shown.letters.top}</span>
          <span className={`${styles.letter} ${styles.atBottom}`}>{shown.letters.bottom}</span>
        </>
      )}
    </div>
  );
}

/** Which stack of the series is shown, where it holds several. */
function StackChoice({ state, onChoose }: { readonly state: PaneState; readonly onChoose: (stack: number) => void }) {
  const words = useWords();
  const { images } = state;
  if (images === null || images.stacks.length < 2) return null;
  return (
    <div className={styles.stacks}>
      <select
        aria-label={words('reader.pane.stack')}
        aria-keyshortcuts="B"
        value={images.stack}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {images.stacks.map((label, stack) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stacks have no other name, and never change places
          <option key={stack} value={stack}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where in the stack the image lies, and how much of the stack has arrived. */
function StackBar({ state }: { readonly state: PaneState }) {
  const { images, view } = state;
  if (images === null || view === null) return null;
  const count = images.header.frames.length;
  const part = Math.max(2, 100 / count);
  return (
    <div className={styles.stack} aria-hidden="true">
      <i style={{ top: `${(view.index / Math.max(1, count - 1)) * (100 - part)}%`, height: `${part}%` }} />
    </div>
  );
}

function paneName(words: Words, props: ViewerPaneProps, state: PaneState): string {
  const side = words(props.number === 0 ? 'reader.pane.left' : 'reader.pane.right');
  if (props.series === null || state.images === null || state.view === null)
    return words('reader.pane.empty', { side });
  return words('reader.pane.name', {
    side,
    series: seriesName(props.series),
    n: state.view.index + 1,
    of: state.images.header.frames.length,
  });
}

/** Attaches the engine and the pointer to the pane; answers the engine and the line that is being drawn. */
function usePane(controller: ViewerController, number: PaneNumber) {
  const host = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState<PaneEngine | null>(null);
  const [draft, setDraft] = useState<readonly [Point, Point] | null>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    setEngine(controller.attach(number, host.current));
    return () => {
      controller.detach(number);
      setEngine(null);
    };
  }, [controller, number]);
  useEffect(() => {
    if (engine === null || host.current === null) return;
    const input = new PaneInput(host.current, engine, {
      tool: () => controller.state().tool,
      onActivate: () => controller.activate(number),
      onDraft: setDraft,
      onLength: (points, mm) => controller.draw(number, points, mm),
      onFinding: (point) => controller.draw(number, [point]),
    });
    return () => input.detach();
  }, [controller, engine, number]);
  return { host, engine, draft };
}

/** One pane of the viewer. Films and their letters stay left-to-right in every language. */
export function ViewerPane(props: ViewerPaneProps) {
  const { controller, number, series, label, marks, otherNumber } = props;
  const words = useWords();
  const { active, overlays, failed, tool } = useViewerState(controller);
  const { host, engine, draft } = usePane(controller, number);
  const state = usePaneState(engine);
  const other = usePaneState(controller.engine(number === 0 ? 1 : 0));
  const status = series === null ? undefined : failed.get(series.seriesInstanceUid);
  return (
    <section
      dir="ltr"
      className={styles.pane}
      aria-label={paneName(words, props, state)}
      data-active={active === number}
      data-renderer={state.renderer}
      data-series={state.images?.header.seriesInstanceUid}
      data-index={state.view?.index}
    >
      <div ref={host} className={styles.host} data-tool={tool} />
      {overlays && <Drawings state={state} other={other} marks={marks} draft={draft} otherNumber={otherNumber} />}
      {overlays && <Corners state={state} series={series} label={label} />}
      <StackBar state={state} />
      <StackChoice state={state} onChoose={(stack) => controller.showStack(stack, number)} />
      {status !== undefined && (
        <p className={styles.note} role="alert">
          {words('reader.pane.failed')}
        </p>
      )}
      {status === undefined && series !== null && (state.images === null || state.waiting) && (
        <p className={styles.note}>{words('reader.pane.waiting')}</p>
      )}
    </section>
  );
}
