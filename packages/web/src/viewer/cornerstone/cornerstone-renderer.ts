import {
  Enums,
  eventTarget,
  getShouldUseCPURendering,
  init as initCore,
  RenderingEngine,
  type Types,
} from '@cornerstonejs/core';
import {
  addTool,
  annotation,
  init as initTools,
  LengthTool,
  Enums as ToolEnums,
  ToolGroupManager,
} from '@cornerstonejs/tools';
import { newId } from '../../ui/new-id.ts';
import type { MeasuredLength, MeasuringRenderer } from '../renderer.ts';
import { rasterOf } from '../renderer.ts';
import type { SeriesImages } from '../series-images.ts';
import { fitScale, lengthMm, type Point, paneToImage, SHORTEST_MM, type View } from '../view.ts';
import { storedEnds } from '../window-table.ts';
import { type ImageRegistry, registerSeriesImages } from './series-images-loader.ts';

export interface Cornerstone {
  /** Draws into `host` by WebGL. `id` names the viewport and must be new. */
  makeRenderer(host: HTMLElement, id: string): MeasuringRenderer;
  onLength(listener: (length: MeasuredLength) => void): void;
  destroy(): void;
}

let started: ImageRegistry | null = null;

/** Starts Cornerstone3D's global state, once for a page: it has no instances of its own. */
function start(): ImageRegistry {
  if (started !== null) return started;
  initCore({ debug: { statsOverlay: false } });
  initTools();
  addTool(LengthTool);
  started = registerSeriesImages();
  return started;
}

/**
 * Cornerstone3D for the panes of one reading room. Throws where WebGL is missing: its CPU path is slower than our own
 * canvas, which then stays.
 */
export function createCornerstone(): Cornerstone {
  const registry = start();
  if (getShouldUseCPURendering()) throw new Error('WebGL is not available');
  const engine = new RenderingEngine(`rooms-${newId()}`);
  const harvest = createLengthHarvest(registry);
  return {
    makeRenderer: (host, id) => new CornerstoneRenderer({ engine, registry, host, id }),
    onLength: harvest.onLength,
    destroy() {
      harvest.destroy();
      engine.destroy();
    },
  };
}

interface Wanted {
  readonly images: SeriesImages;
  readonly view: View;
}

interface Parts {
  readonly engine: RenderingEngine;
  readonly registry: ImageRegistry;
  readonly host: HTMLElement;
  readonly id: string;
}

/** The camera that shows what `View` says: the pane's middle in patient coordinates, and half its height in mm. */
function cameraFor(viewport: Types.IStackViewport, images: SeriesImages, view: View): Types.ICamera {
  const { clientWidth: width, clientHeight: height } = viewport.element;
  const pane = { width, height };
  const raster = rasterOf(images, view.index);
  const [px, py] = paneToImage(raster, pane, view, [width / 2, height / 2]);
  const { origin, direction } = viewport.getImageData() as Types.IImageData;
  const [x, y] = [(px - 0.5) * raster.spacing[1], (py - 0.5) * raster.spacing[0]];
  const focalPoint = [0, 1, 2].map(
    (axis) => (origin[axis] as number) + (direction[axis] as number) * x + (direction[axis + 3] as number) * y,
  );
  const camera = viewport.getCamera();
  const normal = camera.viewPlaneNormal as Types.Point3;
  const distance = Math.hypot(
    ...[0, 1, 2].map((axis) => (camera.position?.[axis] as number) - (camera.focalPoint?.[axis] as number)),
  );
  return {
    focalPoint: focalPoint as Types.Point3,
    position: focalPoint.map((value, axis) => value + (normal[axis] as number) * distance) as Types.Point3,
    parallelScale: height / 2 / (fitScale(raster, pane) * view.zoom),
  };
}

function pixelOf(images: SeriesImages, index: number, world: readonly number[]): Point {
  const frame = images.header.frames[index];
  const position = frame?.position?.length === 3 ? frame.position : [0, 0, index];
  const orientation = frame?.orientation?.length === 6 ? frame.orientation : [1, 0, 0, 0, 1, 0];
  const spacing = frame?.pixelSpacing ?? [1, 1];
  const along = (from: number) =>
    [0, 1, 2].reduce(
      (sum, axis) =>
        sum + ((world[axis] as number) - (position[axis] as number)) * (orientation[from + axis] as number),
      0,
    );
  return [along(0) / spacing[1] + 0.5, along(3) / spacing[0] + 0.5];
}

/** One pane drawn by Cornerstone3D: a stack viewport that follows the `View`, the newest one first. */
class CornerstoneRenderer implements MeasuringRenderer {
  readonly name = 'webgl';
  readonly element = document.createElement('div');
  readonly #parts: Parts;
  readonly #viewport: Types.IStackViewport;
  readonly #tools: ReturnType<typeof createLengthTool>;
  readonly #settledListeners = new Set<() => void>();
  #stack: SeriesImages | null = null;
  #shown = -1;
  #wanted: Wanted | null = null;
  #busy = false;
  #destroyed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { engine, host, id } = parts;
    this.element.className = 'cornerstone';
    this.element.style.cssText = 'position:absolute;inset:0;';
    // Below the light canvas, which hides itself when this one has drawn.
    host.prepend(this.element);
    engine.enableElement({
      viewportId: id,
      type: Enums.ViewportType.STACK,
      element: this.element as HTMLDivElement,
      defaultOptions: { background: [0, 0, 0] },
    });
    // Cornerstone makes the element focusable and swallows every key that it then gets, Tab included.
    this.element.removeAttribute('tabindex');
    this.#viewport = engine.getViewport(id) as Types.IStackViewport;
    this.#tools = createLengthTool(engine.id, id);
  }

  show(images: SeriesImages, view: View): void {
    this.#wanted = { images, view };
    void this.#follow();
  }

  resize(): void {
    if (this.element.clientWidth > 0) this.#parts.engine.resize(true, true);
    if (this.#wanted !== null) this.show(this.#wanted.images, this.#wanted.view);
  }

  onSettled(listener: () => void): void {
    this.#settledListeners.add(listener);
  }

  setMeasuring(on: boolean): void {
    this.#tools.setMeasuring(on);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#tools.destroy();
    this.#parts.engine.disableElement(this.#parts.id);
    this.element.remove();
  }

  /** Applies what is wanted; views that were overtaken meanwhile are left out. */
  async #follow(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      let done: Wanted | null = null;
      while (this.#wanted !== null && this.#wanted !== done && !this.#destroyed) {
        done = this.#wanted;
        await this.#apply(done);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #apply({ images, view }: Wanted): Promise<void> {
    const here = images.has(view.index);
    this.element.style.visibility = here ? 'visible' : 'hidden';
    if (!here) return;
    const viewport = this.#viewport;
    const fresh = this.#stack !== images;
    if (fresh) await viewport.setStack([...this.#parts.registry.idsOf(images)], view.index);
    else if (this.#shown !== view.index) await viewport.setImageIdIndex(view.index);
    if (this.#destroyed) return;
    this.#stack = images;
    this.#shown = view.index;
    if (images.header.samplesPerPixel === 1)
      viewport.setProperties({ voiRange: storedEnds(view.window, images.header) }, true);
    viewport.setCamera(cameraFor(viewport, images, view));
    if (fresh) this.#armSettled(images);
    viewport.render();
  }

  /** Tells that a series is on the screen: two frames after its first rendering, as the compositor needs. */
  #armSettled(images: SeriesImages): void {
    const tell = () => {
      if (this.#stack !== images || this.#wanted?.images !== images || this.#destroyed) return;
      for (const listener of this.#settledListeners) listener();
    };
    const twoFrames = () => requestAnimationFrame(() => requestAnimationFrame(tell));
    this.element.addEventListener(Enums.Events.IMAGE_RENDERED, twoFrames, { once: true });
  }
}

interface LengthAnnotation {
  readonly annotationUID: string;
  readonly metadata: { readonly toolName: string; readonly referencedImageId: string };
  readonly data: { readonly handles: { readonly points: readonly number[][] } };
}

/**
 * Hands on what Cornerstone's length tool measured, and removes its own drawing: the marks of a report are drawn alike in
 * every renderer, from the report.
 */
function createLengthHarvest(registry: ImageRegistry) {
  const listeners = new Set<(length: MeasuredLength) => void>();
  function completed(event: Event) {
    const drawn = (event as CustomEvent).detail.annotation as LengthAnnotation;
    if (drawn.metadata.toolName !== LengthTool.toolName) return;
    const frame = registry.frameOf(drawn.metadata.referencedImageId);
    annotation.state.removeAnnotation(drawn.annotationUID);
    if (frame === null) return;
    const [a, b] = drawn.data.handles.points.map((world) => pixelOf(frame.images, frame.index, world));
    if (a === undefined || b === undefined) return;
    // From the handles as they lie, not from the tool's cached statistics: those are throttled, and at the end of a quick
    // drag they still hold the length of a tenth of a second ago.
    const mm = lengthMm(rasterOf(frame.images, frame.index), a, b);
    if (mm < SHORTEST_MM) return;
    for (const listener of listeners) listener({ ...frame, points: [a, b], mm });
  }
  eventTarget.addEventListener(ToolEnums.Events.ANNOTATION_COMPLETED, completed);
  return {
    onLength: (listener: (length: MeasuredLength) => void) => void listeners.add(listener),
    destroy: () => eventTarget.removeEventListener(ToolEnums.Events.ANNOTATION_COMPLETED, completed),
  };
}

/** Cornerstone's length tool for one viewport. */
function createLengthTool(engineId: string, viewportId: string) {
  const group = ToolGroupManager.createToolGroup(viewportId);
  group?.addTool(LengthTool.toolName);
  group?.addViewport(viewportId, engineId);
  return {
    setMeasuring(on: boolean) {
      const bindings = [{ mouseButton: ToolEnums.MouseBindings.Primary }];
      if (on) group?.setToolActive(LengthTool.toolName, { bindings });
      else group?.setToolDisabled(LengthTool.toolName);
    },
    destroy: () => ToolGroupManager.destroyToolGroup(viewportId),
  };
}
