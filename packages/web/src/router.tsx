import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './ui/shell.tsx';
import { FailedPage, LoadingPage, NotFoundPage } from './ui/state-pages.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** A page that is loaded when somebody goes there. `name` is the component that its file exports. */
function page<M extends Record<string, unknown>>(path: string, load: () => Promise<M>, name: keyof M & string) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) });
}

/** Every path of the screens, by room. */
const routes = [
  // reader
  page('/work', () => import('./reader/work-list.tsx'), 'ReaderWorkListPage'),
  page('/read/$caseId', () => import('./reader/reading-room.tsx'), 'ReadingRoomPage'),
  page('/compare/$caseId', () => import('./reader/comparison.tsx'), 'ComparisonPage'),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 400,
  defaultErrorComponent: FailedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
