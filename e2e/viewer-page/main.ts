import { PaneInput } from '../../packages/web/src/viewer/pane-input.ts';
import { type DrawnMark, ViewerController } from '../../packages/web/src/viewer/viewer-controller.ts';

/** The viewer without the rest of the application, so that a test can look at its pixels. */
const controller = new ViewerController('made');
const marks: DrawnMark[] = [];
controller.onMark((mark) => marks.push(mark));
for (const [number, id] of [
  [0, 'left'],
  [1, 'right'],
] as const) {
  const host = document.querySelector<HTMLElement>(`#${id}`);
  if (host === null) throw new Error(`no #${id} in the page`);
  const engine = controller.attach(number, host);
  new PaneInput(host, engine, {
    tool: () => controller.state().tool,
    onActivate: () => controller.activate(number),
    onDraft: () => undefined,
    onLength: (points, mm) => controller.draw(number, points, mm),
    onFinding: (point) => controller.draw(number, [point]),
  });
}
Object.assign(globalThis, { viewer: { controller, marks } });
