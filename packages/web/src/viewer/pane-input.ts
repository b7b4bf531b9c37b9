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

/** What a button that is held down does. */
interface Drag {
  move?(dx: number, dy: number, at: Point): void;
  end?(at: Point): void;
}

/** One wheel notch is about 100; touch pads send many small steps, which add up. */
const WHEEL_STEP = 50;

function scrollDrag(engine: PaneEngine): Drag {
  const { images, size } = engine.state();
  const step = Math.max(3, Math.min(24, size.height / (1.5 * (images?.header.frames.length ?? 1))));
  let rest = 0;
  return {
    move(_, dy) {
      rest += dy;
      const by = Math.trunc(rest / step);
      rest -= by * step;
      if (by !== 0) engine.scroll(by);
    },
  };
}

function windowDrag(engine: PaneEngine): Drag {
  return {
    move(dx, dy) {
      const { view } = engine.state();
      if (view !== null) engine.setWindow(dragWindow(view.window, dx, dy));
    },
  };
}

const panDrag = (engine: PaneEngine): Drag => ({ move: (dx, dy) => engine.pan(dx, dy) });

const zoomDrag = (engine: PaneEngine, start: Point): Drag => ({ move: (_, dy) => engine.zoom(1.01 ** -dy, start) });

function imagePoint(engine: PaneEngine, at: Point): Point | null {
  const { view, size } = engine.state();
  const raster = engine.raster();
  return view === null || raster === null ? null : paneToImage(raster, size, view, at);
}

/** Length in the light viewer. Once Cornerstone draws, its own tool takes the button. */
function lengthDrag(engine: PaneEngine, start: Point, options: PaneInputOptions): Drag {
  const from = imagePoint(engine, start);
  return {
    move(_dx, _dy, at) {
      const to = imagePoint(engine, at);
      if (from !== null && to !== null) options.onDraft([from, to]);
    },
    end(at) {
      options.onDraft(null);
      const to = imagePoint(engine, at);
      const raster = engine.raster();
      if (from === null || to === null || raster === null) return;
      const mm = lengthMm(raster, from, to);
      if (mm >= SHORTEST_MM) options.onLength([from, to], mm);
    },
  };
}

function findingDrag(engine: PaneEngine, options: PaneInputOptions): Drag {
  return {
    end(at) {
      const point = imagePoint(engine, at);
      if (point !== null) options.onFinding(point);
    },
  };
}

function dragOf(tool: Tool, at: Point, engine: PaneEngine, options: PaneInputOptions): Drag | null {
  switch (tool) {
    case 'scroll':
      return scrollDrag(engine);
    case 'zoom':
      return zoomDrag(engine, at);
    case 'pan':
      return panDrag(engine);
    case 'window':
      return windowDrag(engine);
    case 'length':
      return engine.state().renderer === 'canvas' ? lengthDrag(engine, at, options) : null;
    case 'finding':
      return findingDrag(engine, options);
  }
}

/**
 * Mouse, pen and touch on one pane: the main button does what the tool says, the middle one pans, the right one zooms; the
 * wheel scrolls, with Ctrl it zooms; two fingers zoom and pan.
 */
export class PaneInput {
  readonly #element: HTMLElement;
  readonly #engine: PaneEngine;
  readonly #options: PaneInputOptions;
  readonly #stop = new AbortController();
  readonly #fingers = new Map<number, Point>();
  #drag: Drag | null = null;
  #last: Point = [0, 0];
  #wheel = 0;

  constructor(element: HTMLElement, engine: PaneEngine, options: PaneInputOptions) {
    this.#element = element;
    this.#engine = engine;
    this.#options = options;
    const { signal } = this.#stop;
    element.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#up(event), { signal });
    element.addEventListener('pointercancel', (event) => this.#up(event), { signal });
    element.addEventListener('wheel', (event) => this.#turn(event), { signal, passive: false });
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  detach(): void {
    this.#stop.abort();
  }

  #pointOf(event: MouseEvent): Point {
    const box = this.#element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #down(event: PointerEvent): void {
    this.#options.onActivate();
    const at = this.#pointOf(event);
    if (event.pointerType === 'touch') this.#fingers.set(event.pointerId, at);
    this.#drag = this.#fingers.size > 1 ? null : this.#begin(event, at);
    this.#last = at;
    if (this.#drag !== null) this.#element.setPointerCapture(event.pointerId);
  }

  #begin(event: PointerEvent, at: Point): Drag | null {
    if (event.button === 1) return panDrag(this.#engine);
    if (event.button === 2) return zoomDrag(this.#engine, at);
    return dragOf(this.#options.tool(), at, this.#engine, this.#options);
  }

  #move(event: PointerEvent): void {
    const at = this.#pointOf(event);
    if (this.#fingers.size > 1) this.#pinch(event, at);
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, at);
    const [dx, dy] = [at[0] - this.#last[0], at[1] - this.#last[1]];
    this.#last = at;
    this.#drag?.move?.(dx, dy, at);
  }

  /** Two fingers: their distance zooms about their middle, their middle pans. */
  #pinch(event: PointerEvent, at: Point): void {
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = this.#fingers.get(event.pointerId);
    if (other === undefined || before === undefined) return;
    const span = (p: Point) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
    this.#engine.zoom(span(at) / span(before), [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]);
    this.#engine.pan((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
  }

  #up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    const drag = this.#drag;
    this.#drag = null;
    drag?.end?.(this.#pointOf(event));
  }

  #turn(event: WheelEvent): void {
    event.preventDefault();
    this.#options.onActivate();
    if (event.ctrlKey) {
      this.#engine.zoom(1.0015 ** -event.deltaY, this.#pointOf(event));
      return;
    }
    this.#wheel += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * WHEEL_STEP;
    const by = Math.trunc(this.#wheel / WHEEL_STEP);
    if (by === 0) return;
    this.#wheel -= by * WHEEL_STEP;
    this.#engine.scroll(Math.sign(by));
  }
}
