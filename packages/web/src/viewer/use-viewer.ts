import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PaneEngine, PaneState } from './pane-engine.ts';
import type { SeriesStore } from './series-store.ts';
import { ViewerController, type ViewerState } from './viewer-controller.ts';

/**
 * The viewer of a case, closed when the page is left. Made in an effect, because it owns a worker. `takeStore` may hand
 * over a store that is already reading.
 */
export function useViewerController(
  caseId: string,
  takeStore: (caseId: string) => SeriesStore | null,
): ViewerController | null {
  const [controller, setController] = useState<ViewerController | null>(null);
  useEffect(() => {
    const made = new ViewerController(caseId, {
      narrow: window.matchMedia('(max-width: 700px)').matches,
      store: takeStore(caseId),
    });
    setController(made);
    return () => {
      made.close();
      setController(null);
    };
  }, [caseId, takeStore]);
  return controller;
}

export function useViewerState(controller: ViewerController): ViewerState {
  return useSyncExternalStore(controller.subscribe, controller.state);
}

const NOTHING: PaneState = {
  images: null,
  view: null,
  size: { width: 0, height: 0 },
  renderer: 'canvas',
  seen: 0,
  waiting: false,
};
const none = () => NOTHING;
const silent = () => () => undefined;

/** What a pane shows; an empty state where there is no pane. */
export function usePaneState(engine: PaneEngine | null): PaneState {
  const subscribe = useCallback((listener: () => void) => engine?.subscribe(listener) ?? silent(), [engine]);
  return useSyncExternalStore(subscribe, engine?.state ?? none);
}
