import type { PaneEngine, Tool } from './pane-engine.ts';
import { dragWindow, lengthMm, type Point, paneToImage, SHORTEST_MM } from './view.ts';

export interface PaneInputOptions {
  readonly tool: () => Tool;
  /** The pane was touched: it becomes the one that keys act on. */
  readonly onActivate: () => void;
  /** A line that is being drawn in the light viewer, in pixels of the image; null when it is done or left. */
  readonly onDraft: (line: readonly [Point, Point] | null) => void;
  readonly onLength: (points: readonly [Point, Point], mm: number) => void;
  readonly onFinding: (point: Point) => void;
}

type Drag = (dx: number, dy: number, at: Point) => void;

/** One wheel notch is about 100; touch pads send many small steps, which add up. */
const WHEEL_STEP = 50;

/**
 * Mouse, pen and touch on one pane: the main button does what the tool says, the middle one pans, the right one zooms; the
 * wheel scrolls, with Ctrl it zooms; two fingers zoom and pan. Answers the way to let go.
 */
export function attachPaneInput(element: HTMLElement, engine: PaneEngine, options: PaneInputOptions): () => void {
  const stop = new AbortController();
  const fingers = new Map<number, Point>();
  let drag: { readonly move: Drag; readonly end: (at: Point) => void; last: Point } | null = null;
  let wheel = 0;

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const imagePointOf = (at: Point): Point | null => {
    const { view, size } = engine.state();
    const raster = engine.raster();
    return view === null || raster === null ? null : paneToImage(raster, size, view, at);
  };

  function scrolling(): Drag {
    const { images, size } = engine.state();
    const step = Math.max(3, Math.min(24, size.height / (1.5 * (images?.header.frames.length ?? 1))));
    let rest = 0;
    return (_, dy) => {
      rest += dy;
      const by = Math.trunc(rest / step);
      rest -= by * step;
      if (by !== 0) engine.scroll(by);
    };
  }

  const zooming =
    (start: Point): Drag =>
    (_, dy) =>
      engine.zoom(1.01 ** -dy, start);

  const windowing: Drag = (dx, dy) => {
    const { view } = engine.state();
    if (view !== null) engine.setWindow(dragWindow(view.window, dx, dy));
  };

  const panning: Drag = (dx, dy) => engine.pan(dx, dy);

  /** Length in the light viewer; Cornerstone's own tool takes the button once it draws. */
  function measuring(start: Point) {
    const from = imagePointOf(start);
    return {
      move: (_dx: number, _dy: number, at: Point) => {
        const to = imagePointOf(at);
        if (from !== null && to !== null) options.onDraft([from, to]);
      },
      end: (at: Point) => {
        options.onDraft(null);
        const to = imagePointOf(at);
        const raster = engine.raster();
        if (from === null || to === null || raster === null) return;
        const mm = lengthMm(raster, from, to);
        if (mm >= SHORTEST_MM) options.onLength([from, to], mm);
      },
    };
  }

  function begin(event: PointerEvent, at: Point) {
    const quiet = () => undefined;
    if (event.button === 1) return { move: panning, end: quiet };
    if (event.button === 2) return { move: zooming(at), end: quiet };
    switch (options.tool()) {
      case 'scroll':
        return { move: scrolling(), end: quiet };
      case 'zoom':
        return { move: zooming(at), end: quiet };
      case 'pan':
        return { move: panning, end: quiet };
      case 'window':
        return { move: windowing, end: quiet };
      case 'length':
        return engine.state().renderer === 'canvas' ? measuring(at) : null;
      case 'finding':
        return {
          move: quiet,
          end: (up: Point) => {
            const point = imagePointOf(up);
            if (point !== null) options.onFinding(point);
          },
        };
    }
  }

  function down(event: PointerEvent) {
    options.onActivate();
    const at = pointOf(event);
    if (event.pointerType === 'touch') fingers.set(event.pointerId, at);
    if (fingers.size > 1) {
      drag = null;
      return;
    }
    const started = begin(event, at);
    if (started === null) return;
    drag = { ...started, last: at };
    element.setPointerCapture(event.pointerId);
  }

  /** Two fingers: their distance zooms about their middle, their middle pans. */
  function pinch(event: PointerEvent, at: Point) {
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = fingers.get(event.pointerId);
    if (other === undefined || before === undefined) return;
    const span = (p: Point) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
    engine.zoom(span(at) / span(before), [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]);
    engine.pan((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
  }

  function move(event: PointerEvent) {
    const at = pointOf(event);
    if (fingers.size > 1) pinch(event, at);
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, at);
    if (drag === null) return;
    const [dx, dy] = [at[0] - drag.last[0], at[1] - drag.last[1]];
    drag.last = at;
    drag.move(dx, dy, at);
  }

  function up(event: PointerEvent) {
    fingers.delete(event.pointerId);
    drag?.end(pointOf(event));
    drag = null;
  }

  function turn(event: WheelEvent) {
    event.preventDefault();
    options.onActivate();
    if (event.ctrlKey) {
      engine.zoom(1.0015 ** -event.deltaY, pointOf(event));
      return;
    }
    wheel += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * WHEEL_STEP;
    const by = Math.trunc(wheel / WHEEL_STEP);
    if (by === 0) return;
    wheel -= by * WHEEL_STEP;
    engine.scroll(Math.sign(by));
  }

  const { signal } = stop;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener('wheel', turn, { signal, passive: false });
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return () => stop.abort();
}
