import type { Tool } from './pane-engine.ts';
import type { ViewerController } from './viewer-controller.ts';

const TOOL_KEYS: Readonly<Record<string, Tool>> = {
  s: 'scroll',
  w: 'window',
  z: 'zoom',
  m: 'pan',
  l: 'length',
  f: 'finding',
};

type PaneOf = NonNullable<ReturnType<ViewerController['engine']>>;
type PaneAction = (pane: PaneOf, step: number) => void;

function widen(pane: PaneOf, factor: number, shift: number) {
  const { view } = pane.state();
  if (view === null) return;
  const { center, width } = view.window;
  pane.setWindow({ width: Math.max(1, width * factor), center: center + shift * width });
}

const PANE_KEYS: Readonly<Record<string, PaneAction>> = {
  ArrowUp: (pane) => pane.scroll(-1),
  ArrowDown: (pane) => pane.scroll(1),
  PageUp: (pane) => pane.scroll(-10),
  PageDown: (pane) => pane.scroll(10),
  Home: (pane) => pane.setIndex(0),
  End: (pane) => pane.setIndex(Number.MAX_SAFE_INTEGER),
  '+': (pane) => pane.zoom(1.15),
  '=': (pane) => pane.zoom(1.15),
  '-': (pane) => pane.zoom(1 / 1.15),
  '[': (pane) => widen(pane, 1 / 1.1, 0),
  ']': (pane) => widen(pane, 1.1, 0),
  ',': (pane) => widen(pane, 1, 0.05),
  '.': (pane) => widen(pane, 1, -0.05),
};

const PAN_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -24],
  ArrowDown: [0, 24],
  ArrowLeft: [-24, 0],
  ArrowRight: [24, 0],
};

/** Elements that need the keys themselves: text fields, choices that move by arrow, open dialogs and lists. */
export function ownsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"]') !== null
  );
}

function commonKey(controller: ViewerController, key: string): boolean {
  const tool = TOOL_KEYS[key];
  if (tool !== undefined) controller.setTool(tool);
  else if (key === 'k') controller.toggle('linked');
  else if (key === '2') controller.toggle('twoUp');
  else if (key === 'b') controller.nextStack(1);
  else if (key === '0') controller.reset();
  else if (key === ' ') controller.toggle('overlays');
  else if (key === 'arrowleft') controller.activate(0);
  else if (key === 'arrowright' && controller.state().twoUp) controller.activate(1);
  else return false;
  return true;
}

/** Does what a key stands for in the viewer; true when the key was used. Keys with Ctrl, Alt or Meta are left alone. */
export function handleViewerKey(controller: ViewerController, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  // On a button, the space bar presses it.
  if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, a, summary') !== null)
    return false;
  const pane = controller.engine(controller.state().active);
  if (event.shiftKey && PAN_KEYS[event.key] !== undefined) {
    const [dx, dy] = PAN_KEYS[event.key] as readonly [number, number];
    pane?.pan(dx, dy);
    return true;
  }
  if (event.key === 'B') {
    controller.nextStack(-1);
    return true;
  }
  const act = PANE_KEYS[event.key];
  if (act !== undefined) {
    if (pane !== null) act(pane, 1);
    return true;
  }
  return commonKey(controller, event.key.toLowerCase());
}
