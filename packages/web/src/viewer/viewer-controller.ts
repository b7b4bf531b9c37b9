import type { Cornerstone } from './cornerstone/cornerstone-renderer.ts';
import { PaneEngine, type SeenFrames, type Tool } from './pane-engine.ts';
import { linkedIndex } from './position.ts';
import type { SeriesImages } from './series-images.ts';
import { createSeriesStacks } from './series-stacks.ts';
import { SeriesFailure, SeriesStore } from './series-store.ts';
import { streamUrl } from './stream-url.ts';
import type { Point } from './view.ts';

export type PaneNumber = 0 | 1;

/** What toolbar and rail show. A new value on every change. */
export interface ViewerState {
  readonly tool: Tool;
  readonly linked: boolean;
  readonly twoUp: boolean;
  readonly overlays: boolean;
  readonly active: PaneNumber;
  /** SeriesInstanceUIDs in the left and the right pane. */
  readonly series: readonly [string | null, string | null];
  /** Which stack of its series each pane shows. */
  readonly stacks: readonly [number, number];
  /** Series that could not be opened, with the service's HTTP status (0: the line broke). */
  readonly failed: ReadonlyMap<string, number>;
  /** True once the first image is on the screen: what is less urgent may load now. */
  readonly painted: boolean;
  /** Frames looked at, by series. */
  readonly seen: ReadonlyMap<string, number>;
}

/** Something drawn on an image: one point is a finding, two are a length. */
export interface DrawnMark {
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  readonly points: readonly Point[];
  readonly lengthMm?: number;
}

function markOn(images: SeriesImages, index: number, points: readonly Point[], lengthMm?: number): DrawnMark | null {
  const frame = images.header.frames[index];
  if (frame === undefined) return null;
  return {
    seriesInstanceUid: images.header.seriesInstanceUid,
    sopInstanceUid: frame.sopInstanceUid,
    frame: frame.frame,
    points,
    ...(lengthMm === undefined ? {} : { lengthMm: Math.round(lengthMm * 10) / 10 }),
  };
}

/**
 * The viewer of one case: two panes, their tools, their link, and the series behind them. Holds no DOM but the panes that
 * were attached; the screens follow it by `subscribe` and `state`.
 */
export class ViewerController {
  readonly #caseId: string;
  readonly #store: SeriesStore;
  readonly #panes: [PaneEngine | null, PaneEngine | null] = [null, null];
  readonly #lastIndex: [number, number] = [-1, -1];
  readonly #seen: SeenFrames = new Map();
  readonly #listeners = new Set<() => void>();
  readonly #markListeners = new Set<(mark: DrawnMark) => void>();
  readonly #opened = new Map<string, SeriesImages>();
  readonly #stacks = createSeriesStacks();
  #paneCount = 0;
  #cornerstone: Promise<Cornerstone | null> | null = null;
  #closed = false;
  #linking = false;
  #rest: readonly string[] = [];
  #state: ViewerState = {
    tool: 'window',
    linked: true,
    twoUp: true,
    overlays: true,
    active: 0,
    series: [null, null],
    stacks: [0, 0],
    failed: new Map(),
    painted: false,
    seen: new Map(),
  };

  /** `narrow` begins with one pane and with scrolling, as a phone needs it; `store` may already be reading. */
  constructor(caseId: string, options: { readonly narrow?: boolean; readonly store?: SeriesStore | null } = {}) {
    this.#caseId = caseId;
    this.#store = options.store ?? new SeriesStore();
    if (options.narrow === true) this.#state = { ...this.#state, twoUp: false, tool: 'scroll' };
  }

  readonly state = (): ViewerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onMark(listener: (mark: DrawnMark) => void): () => void {
    this.#markListeners.add(listener);
    return () => this.#markListeners.delete(listener);
  }

  /** What an earlier session had looked at. */
  restoreSeen(seen: Readonly<Record<string, number>>): void {
    const merged = new Map(this.#state.seen);
    for (const [uid, frames] of Object.entries(seen)) merged.set(uid, Math.max(frames, merged.get(uid) ?? 0));
    this.#put({ seen: merged });
  }

  /** Series to be read in the background, once those on the screen are complete. */
  prefetch(seriesInstanceUids: readonly string[]): void {
    this.#rest = seriesInstanceUids;
    if (this.#state.painted) this.#prefetchRest();
  }

  /** Takes `host` as pane `number`; answers its engine. */
  attach(number: PaneNumber, host: HTMLElement): PaneEngine {
    this.#paneCount += 1;
    const engine = new PaneEngine(host, `pane-${number}-${this.#paneCount}`, this.#seen);
    this.#panes[number] = engine;
    engine.setTool(this.#state.tool);
    engine.subscribe(() => this.#follow(number, engine));
    engine.onSeen((uid, frames) => this.#countSeen(uid, frames));
    if (this.#cornerstone !== null) void this.#upgrade(engine);
    const uid = this.#state.series[number];
    if (uid !== null) void this.#load(number, uid);
    return engine;
  }

  detach(number: PaneNumber): void {
    this.#panes[number]?.destroy();
    this.#panes[number] = null;
  }

  engine(number: PaneNumber): PaneEngine | null {
    return this.#panes[number];
  }

  /** Shows a series in a pane, by default in the active one; `sopInstanceUid` picks an image. */
  show(uid: string, pane: PaneNumber = this.#state.active, at?: { sopInstanceUid: string; frame: number }): void {
    const series: [string | null, string | null] = [...this.#state.series];
    const before = series[pane];
    series[pane] = uid;
    this.#put({ series, ...(before === uid ? {} : { stacks: this.#withStack(pane, 0) }) });
    void this.#load(pane, uid).then((images) => {
      const found = images === null || at === undefined ? null : this.#stacks.find(images, at);
      if (found === null) return;
      this.showStack(found.stack, pane);
      this.#panes[pane]?.setIndex(found.index);
    });
  }

  /** Shows another stack of the series in a pane; counts on round at the ends. */
  showStack(stack: number, pane: PaneNumber = this.#state.active): void {
    const images = this.#opened.get(this.#state.series[pane] ?? '');
    const count = images?.header.stacks.length ?? 0;
    if (images === undefined || count === 0) return;
    const next = (stack + count) % count;
    if (next !== this.#state.stacks[pane]) this.#put({ stacks: this.#withStack(pane, next) });
    this.#showIn(pane, images);
  }

  nextStack(step: number): void {
    this.showStack(this.#state.stacks[this.#state.active] + step);
  }

  /** The number (from 1) that a frame has in its stack, where its series was opened; else null. */
  numberOf(seriesInstanceUid: string, sopInstanceUid: string, frame: number): number | null {
    const images = this.#opened.get(seriesInstanceUid);
    const found = images === undefined ? null : this.#stacks.find(images, { sopInstanceUid, frame });
    return found === null ? null : found.index + 1;
  }

  setTool(tool: Tool): void {
    for (const pane of this.#panes) pane?.setTool(tool);
    this.#put({ tool });
  }

  activate(pane: PaneNumber): void {
    if (pane !== this.#state.active) this.#put({ active: pane });
  }

  toggle(what: 'linked' | 'overlays' | 'twoUp'): void {
    const next = !this.#state[what];
    this.#put({ [what]: next, ...(what === 'twoUp' && !next ? { active: 0 as const } : {}) });
    if (what === 'linked' && next) this.#linkFrom(this.#state.active);
  }

  reset(): void {
    this.#panes[this.#state.active]?.reset();
  }

  /** A mark drawn in the light viewer of a pane. */
  draw(pane: PaneNumber, points: readonly Point[], lengthMm?: number): void {
    const { images, view } = this.#panes[pane]?.state() ?? {};
    if (images == null || view == null) return;
    this.#tellMark(markOn(images, view.index, points, lengthMm));
  }

  close(): void {
    this.#closed = true;
    this.detach(0);
    this.detach(1);
    void this.#cornerstone?.then((cornerstone) => cornerstone?.destroy());
    this.#store.close();
    this.#listeners.clear();
  }

  #put(change: Partial<ViewerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  #tellMark(mark: DrawnMark | null): void {
    if (mark !== null) for (const listener of this.#markListeners) listener(mark);
  }

  async #load(pane: PaneNumber, uid: string): Promise<SeriesImages | null> {
    try {
      const images = await this.#store.open(streamUrl(this.#caseId, uid));
      this.#opened.set(uid, images);
      if (this.#closed || this.#state.series[pane] !== uid) return null;
      this.#showIn(pane, images);
      return images;
    } catch (error) {
      if (this.#closed) return null;
      const failed = new Map(this.#state.failed);
      failed.set(uid, error instanceof SeriesFailure ? error.status : 0);
      this.#put({ failed });
      return null;
    }
  }

  #withStack(pane: PaneNumber, stack: number): readonly [number, number] {
    return pane === 0 ? [stack, this.#state.stacks[1]] : [this.#state.stacks[0], stack];
  }

  #showIn(pane: PaneNumber, images: SeriesImages): void {
    const shown = this.#stacks.of(images)[this.#state.stacks[pane]];
    if (shown === undefined || this.#panes[pane]?.state().images === shown) return;
    this.#lastIndex[pane] = -1;
    this.#panes[pane]?.setImages(shown);
    // A series that joins a parallel one starts at the same place.
    this.#linkFrom(pane === 0 ? 1 : 0);
  }

  /** Follows a pane: notes the first paint, and takes the linked pane along. */
  #follow(number: PaneNumber, engine: PaneEngine): void {
    const { images, view } = engine.state();
    if (images === null || view === null) return;
    if (!this.#state.painted && engine.state().seen > 0) this.#afterFirstPaint();
    if (this.#lastIndex[number] === view.index) return;
    const moved = this.#lastIndex[number] !== -1;
    this.#lastIndex[number] = view.index;
    if (moved) this.#linkFrom(number);
  }

  #linkFrom(number: PaneNumber): void {
    if (!this.#state.linked || this.#linking) return;
    const other: PaneNumber = number === 0 ? 1 : 0;
    const [here, there] = [this.#panes[number]?.state(), this.#panes[other]?.state()];
    if (here?.images == null || here.view === null || there?.images == null) return;
    if (!this.#stacks.linkable(here.images, there.images)) return;
    const index = linkedIndex(here.images.header, here.view.index, there.images.header);
    if (index === null) return;
    this.#linking = true;
    this.#panes[other]?.setIndex(index);
    this.#linking = false;
  }

  #countSeen(uid: string, frames: number): void {
    if (frames <= (this.#state.seen.get(uid) ?? 0)) return;
    this.#put({ seen: new Map(this.#state.seen).set(uid, frames) });
  }

  #afterFirstPaint(): void {
    this.#put({ painted: true });
    this.#cornerstone = this.#startCornerstone();
    for (const pane of this.#panes) if (pane !== null) void this.#upgrade(pane);
    this.#prefetchRest();
  }

  #prefetchRest(): void {
    void this.#store.prefetch(this.#rest.map((uid) => streamUrl(this.#caseId, uid)));
  }

  /** Null where Cornerstone3D cannot run or be loaded: then the light viewer stays, and measures itself. */
  async #startCornerstone(): Promise<Cornerstone | null> {
    try {
      const { createCornerstone } = await import('./cornerstone/cornerstone-renderer.ts');
      const cornerstone = createCornerstone();
      cornerstone.onLength(({ images, index, points, mm }) => this.#tellMark(markOn(images, index, points, mm)));
      return cornerstone;
    } catch {
      return null;
    }
  }

  async #upgrade(engine: PaneEngine): Promise<void> {
    const cornerstone = await this.#cornerstone;
    if (cornerstone == null || this.#closed || !this.#panes.includes(engine)) return;
    try {
      engine.upgrade(cornerstone.makeRenderer);
    } catch {
      // A pane without a WebGL context of its own keeps its canvas.
    }
  }
}
