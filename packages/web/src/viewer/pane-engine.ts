import { createFirstPaint } from './first-paint.ts';
import type { MeasuringRenderer, RendererName } from './renderer.ts';
import { rasterOf } from './renderer.ts';
import type { SeriesImages } from './series-images.ts';
import { imageBox, type Point, type Raster, type Size, type View, zoomAt } from './view.ts';
import type { Window } from './window-table.ts';

export type Tool = 'scroll' | 'window' | 'zoom' | 'pan' | 'length' | 'finding';

/** What the overlays and the rest of the page show of a pane. A new value on every change, so that React can compare. */
export interface PaneState {
  readonly images: SeriesImages | null;
  readonly view: View | null;
  readonly size: Size;
  readonly renderer: RendererName;
  /** How many frames of this series were on the screen. */
  readonly seen: number;
  /** Whether the frame in view is still on its way. */
  readonly waiting: boolean;
}

export interface PaneEngine {
  readonly id: string;
  state(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Shows a series, at its middle slice or where it was last seen in this pane. */
  setImages(images: SeriesImages): void;
  setIndex(index: number): void;
  scroll(by: number): void;
  setWindow(window: Window): void;
  zoom(factor: number, at?: Point): void;
  pan(dx: number, dy: number): void;
  reset(): void;
  setTool(tool: Tool): void;
  /** Hands over drawing to Cornerstone3D; until then, and where it fails, the light viewer draws. */
  upgrade(make: (pane: HTMLElement, id: string) => MeasuringRenderer): void;
  onSeen(listener: (seriesInstanceUid: string, frames: number) => void): void;
  raster(): Raster | null;
  destroy(): void;
}

/** Frames looked at, by series, across panes. */
export type SeenFrames = Map<string, Set<number>>;

export function firstView(images: SeriesImages): View {
  const { order, window } = images.header;
  return { index: order[0] ?? 0, window, zoom: 1, panX: 0, panY: 0 };
}

/**
 * One pane: holds the view, has it drawn by the light viewer first and by Cornerstone3D later, and counts the frames that
 * were on the screen. `host` is an element that fills the pane; the engine puts its canvases into it.
 */
export function createPaneEngine(host: HTMLElement, id: string, seen: SeenFrames): PaneEngine {
  const light = createFirstPaint();
  host.append(light.element);
  const listeners = new Set<() => void>();
  const seenListeners = new Set<(uid: string, frames: number) => void>();
  const kept = new Map<SeriesImages, View>();
  let heavy: MeasuringRenderer | null = null;
  let settled = false;
  let tool: Tool = 'window';
  let unsubscribe: (() => void) | null = null;
  let drawn = 0;
  let state: PaneState = {
    images: null,
    view: null,
    size: { width: host.clientWidth, height: host.clientHeight },
    renderer: 'canvas',
    seen: 0,
    waiting: false,
  };

  function put(change: Partial<PaneState>) {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function countSeen(images: SeriesImages, index: number): number {
    const uid = images.header.seriesInstanceUid;
    const frames = seen.get(uid) ?? new Set<number>();
    seen.set(uid, frames);
    if (!images.has(index) || frames.has(index)) return frames.size;
    frames.add(index);
    for (const listener of seenListeners) listener(uid, frames.size);
    return frames.size;
  }

  function draw() {
    drawn = 0;
    const { images, view } = state;
    if (images === null || view === null) return;
    if (heavy !== null) heavy.show(images, view);
    if (!settled) light.show(images, view);
    const waiting = !images.has(view.index);
    const count = countSeen(images, view.index);
    if (count !== state.seen || waiting !== state.waiting) put({ seen: count, waiting });
  }
  const schedule = () => {
    if (drawn === 0) drawn = requestAnimationFrame(draw);
  };

  function setView(view: View) {
    if (state.images !== null) kept.set(state.images, view);
    put({ view });
    schedule();
  }
  const change = (part: Partial<View>) => {
    if (state.view !== null) setView({ ...state.view, ...part });
  };

  /** Until the new series is on WebGL, the light canvas lies over it again. */
  function unsettle() {
    settled = false;
    light.element.style.visibility = 'visible';
    if (state.renderer !== 'canvas') put({ renderer: 'canvas' });
  }
  function settle() {
    settled = true;
    light.element.style.visibility = 'hidden';
    put({ renderer: heavy?.name ?? 'canvas' });
  }

  const observer = new ResizeObserver(() => {
    put({ size: { width: host.clientWidth, height: host.clientHeight } });
    light.resize();
    heavy?.resize();
    schedule();
  });
  observer.observe(host);

  return {
    id,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setImages(images) {
      if (images === state.images) return;
      unsubscribe?.();
      unsettle();
      put({ images, view: kept.get(images) ?? firstView(images), seen: 0, waiting: false });
      unsubscribe = images.subscribe((index) => {
        if (index === -1 || index === state.view?.index) schedule();
      });
      // Not through the frame queue: the first image shall not wait for another turn.
      draw();
    },
    setIndex(index) {
      const count = state.images?.header.frames.length ?? 0;
      const next = Math.max(0, Math.min(count - 1, index));
      if (next !== state.view?.index) change({ index: next });
    },
    scroll(by) {
      if (state.view !== null) this.setIndex(state.view.index + by);
    },
    setWindow: (window) => change({ window }),
    zoom(factor, at) {
      const { view, size } = state;
      if (view !== null) setView(zoomAt(view, size, factor, at ?? [size.width / 2, size.height / 2]));
    },
    pan(dx, dy) {
      const { view } = state;
      if (view !== null) change({ panX: view.panX + dx, panY: view.panY + dy });
    },
    reset() {
      const { images, view } = state;
      if (images !== null && view !== null) setView({ ...firstView(images), index: view.index });
    },
    setTool(next) {
      tool = next;
      heavy?.setMeasuring(next === 'length');
    },
    upgrade(make) {
      if (heavy !== null) return;
      heavy = make(host, id);
      heavy.onSettled(settle);
      heavy.setMeasuring(tool === 'length');
      schedule();
    },
    onSeen: (listener) => void seenListeners.add(listener),
    raster: () => (state.images === null || state.view === null ? null : rasterOf(state.images, state.view.index)),
    destroy() {
      cancelAnimationFrame(drawn);
      observer.disconnect();
      unsubscribe?.();
      heavy?.destroy();
      light.destroy();
      listeners.clear();
    },
  };
}

/** The part of a pane that the image covers, in CSS pixels, for marks and lines drawn over it. */
export function boxOf(state: PaneState) {
  if (state.images === null || state.view === null) return null;
  return imageBox(rasterOf(state.images, state.view.index), state.size, state.view);
}
