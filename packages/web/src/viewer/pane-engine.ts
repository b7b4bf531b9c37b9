import { createFirstPaint } from './first-paint.ts';
import type { MeasuringRenderer, Renderer, RendererName } from './renderer.ts';
import { rasterOf } from './renderer.ts';
import type { SeriesImages } from './series-images.ts';
import { type Point, type Raster, type Size, type View, zoomAt } from './view.ts';
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

/** Frames looked at, by series, across panes. */
export type SeenFrames = Map<string, Set<number>>;

/** How a series is shown first: the frame that comes first, through the window of its header, fitted into the pane. */
export function firstView(images: SeriesImages): View {
  const { order, window } = images.header;
  return { index: order[0] ?? 0, window, zoom: 1, panX: 0, panY: 0 };
}

/**
 * One pane: holds the view, has it drawn by the light viewer first and by Cornerstone3D later, and counts the frames that
 * were on the screen.
 */
export class PaneEngine {
  readonly id: string;
  readonly #host: HTMLElement;
  readonly #seen: SeenFrames;
  readonly #light: Renderer = createFirstPaint();
  readonly #listeners = new Set<() => void>();
  readonly #seenListeners = new Set<(seriesInstanceUid: string, frames: number) => void>();
  /** Where each series was left in this pane. */
  readonly #kept = new Map<SeriesImages, View>();
  readonly #observer = new ResizeObserver(() => this.#resize());
  #heavy: MeasuringRenderer | null = null;
  #settled = false;
  #tool: Tool = 'window';
  #unsubscribe: (() => void) | null = null;
  #frameRequest = 0;
  #state: PaneState;

  /** `host` is an element that fills the pane; the engine puts its canvases into it. */
  constructor(host: HTMLElement, id: string, seen: SeenFrames) {
    this.id = id;
    this.#host = host;
    this.#seen = seen;
    const size = { width: host.clientWidth, height: host.clientHeight };
    this.#state = { images: null, view: null, size, renderer: 'canvas', seen: 0, waiting: false };
    host.append(this.#light.element);
    this.#observer.observe(host);
  }

  readonly state = (): PaneState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onSeen(listener: (seriesInstanceUid: string, frames: number) => void): void {
    this.#seenListeners.add(listener);
  }

  /** Shows a series, at its first frame or where it was left in this pane. */
  setImages(images: SeriesImages): void {
    if (images === this.#state.images) return;
    this.#unsubscribe?.();
    this.#unsettle();
    this.#put({ images, view: this.#kept.get(images) ?? firstView(images), seen: 0, waiting: false });
    this.#unsubscribe = images.subscribe((index) => {
      if (index === -1 || index === this.#state.view?.index) this.#schedule();
    });
    // Not through the frame queue: the first image shall not wait for another turn.
    this.#draw();
  }

  setIndex(index: number): void {
    const count = this.#state.images?.header.frames.length ?? 0;
    const next = Math.max(0, Math.min(count - 1, index));
    if (next !== this.#state.view?.index) this.#change({ index: next });
  }

  scroll(by: number): void {
    if (this.#state.view !== null) this.setIndex(this.#state.view.index + by);
  }

  setWindow(window: Window): void {
    this.#change({ window });
  }

  /** Zooms about a point of the pane, or about its middle. */
  zoom(factor: number, at?: Point): void {
    const { view, size } = this.#state;
    if (view !== null) this.#setView(zoomAt(view, size, factor, at ?? [size.width / 2, size.height / 2]));
  }

  pan(dx: number, dy: number): void {
    const { view } = this.#state;
    if (view !== null) this.#change({ panX: view.panX + dx, panY: view.panY + dy });
  }

  /** Window, zoom and place as at first; the slice stays. */
  reset(): void {
    const { images, view } = this.#state;
    if (images !== null && view !== null) this.#setView({ ...firstView(images), index: view.index });
  }

  setTool(tool: Tool): void {
    this.#tool = tool;
    this.#heavy?.setMeasuring(tool === 'length');
  }

  /** Hands over drawing to Cornerstone3D; until then, and where it fails, the light viewer draws. */
  upgrade(make: (host: HTMLElement, id: string) => MeasuringRenderer): void {
    if (this.#heavy !== null) return;
    this.#heavy = make(this.#host, this.id);
    this.#heavy.onSettled(() => this.#settle());
    this.#heavy.setMeasuring(this.#tool === 'length');
    this.#schedule();
  }

  raster(): Raster | null {
    const { images, view } = this.#state;
    return images === null || view === null ? null : rasterOf(images, view.index);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frameRequest);
    this.#observer.disconnect();
    this.#unsubscribe?.();
    this.#heavy?.destroy();
    this.#light.destroy();
    this.#listeners.clear();
  }

  #put(change: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  #setView(view: View): void {
    if (this.#state.images !== null) this.#kept.set(this.#state.images, view);
    this.#put({ view });
    this.#schedule();
  }

  #change(part: Partial<View>): void {
    if (this.#state.view !== null) this.#setView({ ...this.#state.view, ...part });
  }

  #schedule(): void {
    if (this.#frameRequest === 0) this.#frameRequest = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
    const { images, view } = this.#state;
    if (images === null || view === null) return;
    this.#heavy?.show(images, view);
    if (!this.#settled) this.#light.show(images, view);
    const waiting = !images.has(view.index);
    const seen = this.#countSeen(images, view.index);
    if (seen !== this.#state.seen || waiting !== this.#state.waiting) this.#put({ seen, waiting });
  }

  #countSeen(images: SeriesImages, index: number): number {
    const uid = images.header.seriesInstanceUid;
    const frames = this.#seen.get(uid) ?? new Set<number>();
    this.#seen.set(uid, frames);
    const whole = images.whole(index);
    if (!images.has(index) || frames.has(whole)) return frames.size;
    frames.add(whole);
    for (const listener of this.#seenListeners) listener(uid, frames.size);
    return frames.size;
  }

  /** Until a new series is on WebGL, the light canvas lies over it again. */
  #unsettle(): void {
    this.#settled = false;
    this.#light.element.style.visibility = 'visible';
    if (this.#state.renderer !== 'canvas') this.#put({ renderer: 'canvas' });
  }

  #settle(): void {
    this.#settled = true;
    this.#light.element.style.visibility = 'hidden';
    this.#put({ renderer: this.#heavy?.name ?? 'canvas' });
  }

  #resize(): void {
    this.#put({ size: { width: this.#host.clientWidth, height: this.#host.clientHeight } });
    this.#light.resize();
    this.#heavy?.resize();
    this.#schedule();
  }
}
